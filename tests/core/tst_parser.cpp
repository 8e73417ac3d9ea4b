// iptables-save text -> rulesets: what is read, what is refused and where, and that no line is lost.
#include "syntax/parser.h"
#include "syntax/writer.h"

#include <QtTest>

using namespace natwalk;

namespace {

QString text(std::string_view words) { return QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size())); }

/// "2:7 OptionRepeated" a diagnostic, with "note" or "warning" before where it is no error.
QString shown(const std::vector<Diagnostic>& diagnostics)
{
    QStringList list;
    for (const Diagnostic& diagnostic : diagnostics) {
        const QString severity =
            diagnostic.severity == Severity::error ? QString() : text(toText(diagnostic.severity)) + ' ';
        list += QStringLiteral("%1%2:%3+%4 %5")
                    .arg(severity)
                    .arg(diagnostic.where.line)
                    .arg(diagnostic.where.column)
                    .arg(diagnostic.where.length)
                    .arg(text(nameOf(diagnostic.message.id)));
    }
    return list.join(", ");
}

/// All rules as they are printed, with their tables: "nat -A X -j Y; filter -A ...".
QString shown(const Ruleset& ruleset)
{
    QStringList list;
    for (std::uint32_t i = 0; i < ruleset.ruleCount(); ++i) {
        const TableName table = ruleset.chain(ruleset.rule(RuleId{i}).chain).table;
        list += text(nameOf(table)) + ' ' + QString::fromStdString(write(ruleset, RuleId{i}));
    }
    return list.join("; ");
}

std::uint32_t sum(const LineCounts& lines)
{
    return lines.rules + lines.chains + lines.headers + lines.comments + lines.blank + lines.ignored;
}

/// The line as the third of a text, in the table filter, which has a chain X.
ParseResult parseRule(const QString& line)
{
    return parse("*filter\n:X - [0:0]\n" + line.toStdString() + "\nCOMMIT\n");
}

}  // namespace

class TestParser : public QObject
{
    Q_OBJECT

private slots:
    void readsRules_data();
    void readsRules();
    void refusesWithPlaceAndReason_data();
    void refusesWithPlaceAndReason();
    void readsWhatNeedsRepair_data();
    void readsWhatNeedsRepair();
    void salvagesWhatPeoplePaste_data();
    void salvagesWhatPeoplePaste();
    void findsTheTableOfLinesWithoutOne_data();
    void findsTheTableOfLinesWithoutOne();
    void readsScripts();
    void readsARuleOverSeveralLines();
    void readsChains_data();
    void readsChains();
    void insertsWhereToldTo();
    void makesARuleOfEachAddress();
    void keepsWhatItDoesNotKnow_data();
    void keepsWhatItDoesNotKnow();
    void findsTheRulesetsOfAText_data();
    void findsTheRulesetsOfAText();
    void saysWhatATextLooksLike_data();
    void saysWhatATextLooksLike();
    void tellsEveryProblemAtOnce();
    void countsEveryLineOnce_data();
    void countsEveryLineOnce();
    void survivesTextsThatEndAnywhere();
    void tellsProgressAndStops();
    void keepsTheTextAlive();
};

void TestParser::readsRules_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("rule");
    QTest::newRow("no target") << "-A X"
                               << "-A X";
    QTest::newRow("verdicts") << "-A X -j RETURN"
                              << "-A X -j RETURN";
    QTest::newRow("goto") << "-A INPUT -g X"
                          << "-A INPUT -g X";
    QTest::newRow("long options") << "--append X --source 1.2.3.4 --in-interface eth0 --protocol tcp --jump ACCEPT"
                                  << "-A X -s 1.2.3.4/32 -i eth0 -p tcp -j ACCEPT";
    QTest::newRow("abbreviated options") << "--app X --sou 1.2.3.4 --in-i eth0 --proto tcp --ju ACCEPT"
                                         << "-A X -s 1.2.3.4/32 -i eth0 -p tcp -j ACCEPT";
    QTest::newRow("values joined to options") << "-AX -ptcp --dport=80 -jACCEPT"
                                              << "-A X -p tcp -m tcp --dport 80 -j ACCEPT";
    QTest::newRow("any order") << "-j ACCEPT -p udp -o lo -A X -d 1.0.0.0/8"
                               << "-A X -d 1.0.0.0/8 -o lo -p udp -j ACCEPT";
    QTest::newRow("negations") << "-A X ! -s 1.2.3.4 ! -i a ! -o b+ ! -p tcp ! -f"
                               << "-A X ! -s 1.2.3.4/32 ! -i a ! -o b+ ! -p tcp ! -f";
    QTest::newRow("implicit match") << "-A X -p udp --dport 53"
                                    << "-A X -p udp -m udp --dport 53";
    QTest::newRow("implicit match, once") << "-A X -p tcp --dport 1 --sport 2"
                                          << "-A X -p tcp -m tcp --sport 2 --dport 1";
    QTest::newRow("match before protocol") << "-A X -m tcp -p tcp --dport 1"
                                           << "-A X -p tcp -m tcp --dport 1";
    QTest::newRow("option of an earlier match") << "-A X -p tcp -m tcp -m comment --comment c --dport 1"
                                                << "-A X -p tcp -m tcp --dport 1 -m comment --comment c";
    QTest::newRow("option of a match after the target") << "-A X -p tcp -m tcp -j ACCEPT --dport 1"
                                                        << "-A X -p tcp -m tcp --dport 1 -j ACCEPT";
    QTest::newRow("match twice") << "-A X -m addrtype ! --src-type LOCAL -m addrtype --src-type LOCAL"
                                 << "-A X -m addrtype ! --src-type LOCAL -m addrtype --src-type LOCAL";
    QTest::newRow("two values") << "-A X -p tcp --tcp-flags SYN,ACK SYN"
                                << "-A X -p tcp -m tcp --tcp-flags SYN,ACK SYN";
    QTest::newRow("value that looks like an option") << "-A X -m comment --comment -j"
                                                     << "-A X -m comment --comment -j";
    QTest::newRow("counters before") << "[12:3456] -A X -j DROP"
                                     << "[12:3456] -A X -j DROP";
    QTest::newRow("counters within") << "-A X -c 12 3456 -j DROP"
                                     << "[12:3456] -A X -j DROP";
    QTest::newRow("own family") << "-A X -4 -j DROP"
                                << "-A X -j DROP";
    QTest::newRow("own table") << "-t filter -A X -j DROP"
                               << "-A X -j DROP";
    QTest::newRow("any device") << "-A X -i + -j DROP"
                                << "-A X -j DROP";
    QTest::newRow("no device at all") << "-A X ! -i + -j DROP"
                                      << "-A X ! -i + -j DROP";
    QTest::newRow("blanks before a rule") << "  \t-A X -j DROP"
                                          << "-A X -j DROP";
    QTest::newRow("options without meaning") << "-w -A X -n -j DROP --wait 5"
                                             << "-A X -j DROP";
}

void TestParser::readsRules()
{
    QFETCH(QString, line);
    QFETCH(QString, rule);
    const ParseResult result = parseRule(line);
    QCOMPARE(shown(result.diagnostics), QString());
    QCOMPARE(result.rulesets.size(), std::size_t{1});
    QCOMPARE(shown(*result.rulesets[0]), "filter " + rule);
    QCOMPARE(result.lines.rules, 1U);
    QCOMPARE(result.lines.repaired, 0U);
    QCOMPARE(result.rulesets[0]->rule(RuleId{0}).line, 3U);
}

void TestParser::refusesWithPlaceAndReason_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("refusal");
    QTest::newRow("unknown option") << "-A X --bogus 1"
                                    << "3:6+7 OptionOfNobody";
    QTest::newRow("unknown short option") << "-A X -y"
                                          << "3:6+2 OptionOfNobody";
    QTest::newRow("option of a match that is not there") << "-A X --dport 80"
                                                         << "3:6+7 OptionOfAnother";
    QTest::newRow("protocol after its option") << "-A X --dport 80 -p tcp"
                                               << "3:6+7 OptionOfAnother";
    QTest::newRow("ambiguous") << "-A X -p tcp -m tcp --s 80"
                               << "3:20+3 OptionAmbiguous";
    QTest::newRow("word alone") << "-A X eth0"
                                << "3:6+4 WordUnexpected";
    QTest::newRow("dash alone") << "-A X - -j DROP"
                                << "3:6+1 WordUnexpected";
    QTest::newRow("value missing") << "-A X -j"
                                   << "3:6+2 OptionNeedsValue";
    QTest::newRow("second value missing") << "-A X -p tcp --tcp-flags SYN"
                                          << "3:13+11 OptionNeedsValue";
    QTest::newRow("extension's value wrong") << "-A X -p tcp --dport 80000"
                                             << "3:21+5 OptionDoesNotTake";
    QTest::newRow("two sources") << "-A X -s 1.1.1.1 -s 2.2.2.2"
                                 << "3:17+2 OptionRepeated";
    QTest::newRow("two targets") << "-A X -j DROP -j ACCEPT"
                                 << "3:14+2 OptionRepeated";
    QTest::newRow("jump and goto") << "-A X -j DROP -g X"
                                   << "3:14+2 OptionRepeated";
    QTest::newRow("two commands") << "-A X -I X"
                                  << "3:6+2 OptionRepeated";
    QTest::newRow("two protocols") << "-A X -p tcp -p tcp"
                                   << "3:13+2 OptionRepeated";
    QTest::newRow("negated target") << "-A X ! -j DROP"
                                    << "3:6+1 OptionNotNegatable";
    QTest::newRow("negation at the end") << "-A X -j DROP !"
                                         << "3:14+1 NegationStray";
    QTest::newRow("negation at the end of an unknown match") << "-A X -m foo --bar !"
                                                             << "3:19+1 NegationStray";
    QTest::newRow("negation of a negation") << "-A X ! ! -p tcp"
                                            << "3:8+1 WordUnexpected";
    QTest::newRow("not an address") << "-A X -d 10.0.0.300"
                                    << "3:9+10 AddressMalformed";
    QTest::newRow("mask too long") << "-A X -d 10.0.0.0/33"
                                   << "3:9+11 AddressMalformed";
    QTest::newRow("second of a list") << "-A X -s 1.1.1.1,oops,2.2.2.2"
                                      << "3:17+4 AddressMalformed";
    QTest::newRow("other family") << "-A X -s 1.1.1.1 -d fd00::1"
                                  << "3:20+7 AddressOfOtherFamily";
    QTest::newRow("negated list") << "-A X ! -s 1.1.1.1,2.2.2.2"
                                  << "3:11+15 NegationOfList";
    QTest::newRow("unknown protocol") << "-A X -p foo"
                                      << "3:9+3 ProtocolUnknown";
    QTest::newRow("not any protocol") << "-A X ! -p all"
                                      << "3:11+3 ProtocolNever";
    QTest::newRow("device name too long") << "-A X -i abcdefghijklmnop"
                                          << "3:9+16 InterfaceMalformed";
    QTest::newRow("device without a name") << "-A X -o \"\""
                                           << "3:9+2 InterfaceMalformed";
    QTest::newRow("no command") << "-j DROP"
                                << "3:1+7 CommandMissing";
    QTest::newRow("rule number zero") << "-I X 0 -j DROP"
                                      << "3:6+1 RuleNumberMalformed";
    QTest::newRow("options for a verdict") << "-A X -j DROP --hard"
                                           << "3:9+4 ChainTakesNoOptions";
    QTest::newRow("options for a chain") << "-A X -j X --hard"
                                         << "3:9+1 ChainTakesNoOptions";
    QTest::newRow("options for the rule's own chain") << "-A Y -j Y --hard"
                                                      << "3:9+1 ChainTakesNoOptions";
    QTest::newRow("options for a built-in chain") << "-A X -j INPUT --hard"
                                                  << "3:9+5 ChainTakesNoOptions";
    QTest::newRow("policy unknown") << ":X QUEUE [0:0]"
                                    << "3:4+5 PolicyUnknown";
    QTest::newRow("chain without a name") << ": "
                                          << "3:1+1 ChainNameMissing";
    QTest::newRow("chain with a blank in its name") << "-A \"a b\" -j DROP"
                                                    << "3:4+5 ChainNameMalformed";
    QTest::newRow("chain that looks like an option") << "-A X -j -s"
                                                     << "3:9+2 ChainNameMalformed";
    QTest::newRow("chain without a name, by -N") << "-N \"\""
                                                 << "3:4+2 ChainNameMalformed";
    QTest::newRow("too much after a chain") << ":Y - [0:0] z"
                                            << "3:12+1 WordUnexpected";
    QTest::newRow("chain's counters") << ":Y - [0:"
                                      << "3:6+3 CountersMalformed";
    QTest::newRow("table unknown") << "-t mongle -A X"
                                   << "3:4+6 TableUnknown";
}

void TestParser::refusesWithPlaceAndReason()
{
    QFETCH(QString, line);
    QFETCH(QString, refusal);
    const ParseResult result = parseRule(line);
    QCOMPARE(shown(result.diagnostics), refusal);
    QCOMPARE(result.rulesets.at(0)->ruleCount(), std::size_t{0});
    QCOMPARE(result.lines.ignored, 1U);
    QCOMPARE(sum(result.lines), result.lines.total);
    QVERIFY(result.hasErrors());
}

void TestParser::readsWhatNeedsRepair_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("rules");
    QTest::addColumn<QString>("diagnostics");
    QTest::addColumn<quint32>("repaired");
    QTest::newRow("nothing to repair") << "*nat\n-A OUTPUT -j ACCEPT\nCOMMIT"
                                       << "nat -A OUTPUT -j ACCEPT"
                                       << "" << 0U;
    QTest::newRow("carriage returns") << "*nat\r\n-A OUTPUT -j ACCEPT\r\nCOMMIT\r\n"
                                      << "nat -A OUTPUT -j ACCEPT"
                                      << "note 1:5+1 LineEndsWithReturn" << 3U;
    QTest::newRow("blanks before") << "  *nat\n\t:X - [0:0]\n  -A X -j ACCEPT\n COMMIT\n"
                                   << "nat -A X -j ACCEPT"
                                   << "note 1:3+4 BlankBefore" << 3U;
    QTest::newRow("blanks after COMMIT") << "*nat\n-A OUTPUT\nCOMMIT \n"
                                         << "nat -A OUTPUT"
                                         << "note 3:1+6 BlankAfterCommit" << 1U;
    QTest::newRow("blank after the star") << "* nat \n-A OUTPUT -j ACCEPT\nCOMMIT\n"
                                          << "nat -A OUTPUT -j ACCEPT"
                                          << "" << 0U;
    QTest::newRow("no COMMIT at the end") << "*nat\n-A OUTPUT"
                                          << "nat -A OUTPUT"
                                          << "warning 1:2+3 CommitMissing" << 0U;
    QTest::newRow("no COMMIT between") << "*nat\n-A OUTPUT\n*filter\n-A INPUT\nCOMMIT\n"
                                       << "nat -A OUTPUT; filter -A INPUT"
                                       << "warning 1:2+3 CommitMissing" << 0U;
    QTest::newRow("no table, nat") << "-A PREROUTING -j ACCEPT\n"
                                   << "nat -A PREROUTING -j ACCEPT"
                                   << "warning 1:1+23 TableAssumed" << 0U;
    QTest::newRow("no table, filter") << "-P FORWARD DROP\n-A FORWARD -j ACCEPT\n"
                                      << "filter -A FORWARD -j ACCEPT"
                                      << "warning 1:1+15 TableToldByPolicies" << 0U;
    QTest::newRow("COMMIT alone") << "COMMIT\n*nat\n-A OUTPUT\nCOMMIT\n"
                                  << "nat -A OUTPUT"
                                  << "warning 1:1+6 CommitStray" << 0U;
    QTest::newRow("old negation") << "*nat\n-A OUTPUT -d ! 1.2.3.4 -p ! tcp\nCOMMIT\n"
                                  << "nat -A OUTPUT ! -d 1.2.3.4/32 ! -p tcp"
                                  << "note 2:14+1 NegationOld, note 2:27+1 NegationOld" << 1U;
    QTest::newRow("old negation of an extension's option") << "*nat\n-A OUTPUT -p tcp --dport ! 80\nCOMMIT\n"
                                                           << "nat -A OUTPUT -p tcp -m tcp ! --dport 80"
                                                           << "note 2:26+1 NegationOld" << 1U;
    QTest::newRow("open quote") << "*nat\n-A OUTPUT -m comment --comment \"a b\nCOMMIT\n"
                                << "nat -A OUTPUT -m comment --comment \"a b\""
                                << "warning 2:32+4 QuoteOpen" << 0U;
    QTest::newRow("other family") << "*nat\n-A OUTPUT -6 -j ACCEPT\n-A OUTPUT -4\nCOMMIT\n"
                                  << "nat -A OUTPUT"
                                  << "note 2:1+22 RuleOfOtherFamily" << 0U;
    QTest::newRow("command for a running ruleset")
        << "*nat\n-F\n-D OUTPUT 3\n-A OUTPUT\nCOMMIT\n"
        << "nat -A OUTPUT"
        << "warning 2:1+2 CommandLeftOut, warning 3:1+2 CommandLeftOut" << 0U;
    QTest::newRow("unknown table") << "*broute\n:X - [0:0]\n-A X\nCOMMIT\n*nat\n-A OUTPUT\nCOMMIT\n"
                                   << "nat -A OUTPUT"
                                   << "1:1+7 TableUnknown" << 0U;
    QTest::newRow("policy of a user chain") << "*nat\n:X ACCEPT [0:0]\n-A X\nCOMMIT\n"
                                            << "nat -A X"
                                            << "warning 2:4+6 PolicyOfUserChain" << 0U;
    QTest::newRow("other back end")
        << "# Warning: iptables-legacy tables present, use iptables-legacy-save to see them\n"
           "*nat\n-A OUTPUT\nCOMMIT\n"
        << "nat -A OUTPUT"
        << "note 1:1+79 OtherBackEndHasTables" << 0U;
}

void TestParser::readsWhatNeedsRepair()
{
    QFETCH(QString, text);
    QFETCH(QString, rules);
    QFETCH(QString, diagnostics);
    QFETCH(quint32, repaired);
    const ParseResult result = parse(text.toStdString());
    QCOMPARE(shown(result.diagnostics), diagnostics);
    QCOMPARE(result.rulesets.size(), std::size_t{1});
    QCOMPARE(shown(*result.rulesets[0]), rules);
    QCOMPARE(result.lines.repaired, repaired);
    QCOMPARE(sum(result.lines), result.lines.total);
}

void TestParser::salvagesWhatPeoplePaste_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("diagnostics");
    const QString plain = "-A X -p tcp -m tcp --dport 80 -j ACCEPT";
    const auto row = [](const char* name, const QString& line, const QString& rule, const QString& diagnostics) {
        QTest::newRow(name) << line << rule << diagnostics;
    };
    const QString wholeInJson = R"({"log": "-A X -p tcp -m tcp --dport 80 -j ACCEPT\r\n# c\n\nCOMMIT\n# Completed\n"})";
    row("a dump out of JSON, its end with it", wholeInJson, plain,
        "note 3:1+9 WordsBefore, note 3:1+82 LinesUnescaped, warning 4:1+6 CommitStray");
    row("mail", "> " + plain, plain, "note 3:1+2 WordsBefore");
    row("numbered", QStringLiteral("1\u3001") + plain, plain, "note 3:1+4 WordsBefore");
    row("journal", "Nov 14 11:06:11 host kube-proxy[12085]: " + plain, plain, "note 3:1+40 WordsBefore");
    row("commented out", "X-A X -j DROP", "-A X -j DROP", "note 3:1+1 WordsBefore");
    row("script", "iptables -w " + plain, plain, "note 3:1+8 WordsBefore");
    row("script with a table", "sudo iptables -t filter " + plain, plain, "note 3:1+13 WordsBefore");
    row("counters behind a prefix", "| [1:2] " + plain, "[1:2] " + plain, "note 3:1+2 WordsBefore");
    row("counters cut off", "[1:2 -A X", "-A X", "note 3:1+5 WordsBefore");
    row("counters not numbers", "[a:b] -A X", "-A X", "note 3:1+6 WordsBefore");
    row("in quotes", "  \"" + plain + "\",", plain, "note 3:1+3 WordsBefore");
    row("curly quotes", QStringLiteral("-A X -m comment --comment \u201ca b\u201d -j DROP"),
        "-A X -m comment --comment \"a b\" -j DROP", "note 3:1+43 CharactersMended");
    row("curly quotes around one word", QStringLiteral("-A X -m comment --comment \u201ca\u201d -j DROP"),
        "-A X -m comment --comment a -j DROP", "note 3:1+41 CharactersMended");
    row("a dash for two minuses", QStringLiteral("-A X -p tcp -m tcp \u2013dport 80 -j ACCEPT"), plain,
        "note 3:1+40 CharactersMended");
    row("HTML", "-A X -m comment --comment &quot;a b&quot;", "-A X -m comment --comment \"a b\"",
        "note 3:1+41 CharactersMended");
    row("colours", "\x1b[31m-A X\x1b[0m -j DROP", "-A X -j DROP", "note 3:1+21 CharactersMended");
    row("a remark", plain + " // here", plain, "note 3:41+7 RemarkBehind");
    row("a remark with an arrow", plain + " <-- this one", plain, "note 3:41+12 RemarkBehind");
    row("a remark in Russian", QStringLiteral("-A X -j DROP !!! \u043f\u0440"), "-A X -j DROP",
        "note 3:14+8 RemarkBehind");
    row("a terminal's edge", "-A X -p tcp -m tcp --dp                  ort 80 -j ACCEPT", plain,
        "note 3:24+18 GapClosed");
    row("a host's name", "-A X -s ntp.example.net -j DROP", "-A X -s ntp.example.net -j DROP",
        "warning 3:9+15 HostNameKept");
    row("not that host", "-A X ! -d a.example -j DROP", "-A X ! -d a.example -j DROP", "warning 3:11+9 HostNameKept");
    row("a misprinted match", "-A X -m mark [unsupported revision] -j DROP",
        "-A X -m mark [unsupported revision] -j DROP", "warning 3:9+4 MatchMisprinted");
}

void TestParser::salvagesWhatPeoplePaste()
{
    QFETCH(QString, line);
    QFETCH(QString, rule);
    QFETCH(QString, diagnostics);
    const ParseResult result = parseRule(line);
    QCOMPARE(shown(result.diagnostics), diagnostics);
    QCOMPARE(shown(*result.rulesets.at(0)), "filter " + rule);
    QCOMPARE(result.lines.repaired, diagnostics.startsWith("note") ? 1U : 0U);
    QCOMPARE(sum(result.lines), result.lines.total);
    QCOMPARE(shown(*parseRule(rule).rulesets.at(0)), "filter " + rule);
}

void TestParser::findsTheTableOfLinesWithoutOne_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("rules");
    QTest::addColumn<QString>("tables");
    const auto row = [](const char* name, const QString& text, const QString& rules, const QString& tables) {
        QTest::newRow(name) << text << rules << tables;
    };
    row("by a target behind a jump", "-A OUTPUT -j A\n-A A -j B\n-A B -j MASQUERADE\n",
        "nat -A A -j B; nat -A OUTPUT -j A; nat -A B -j MASQUERADE", "nat");
    row("by a caller", "-A FORWARD -j A\n-A A -j ACCEPT\n", "filter -A A -j ACCEPT; filter -A FORWARD -j A", "filter");
    row("two tables mixed", "-A S -j REJECT\n-A PREROUTING -j N\n-A N -p tcp -j DNAT --to-destination 1.1.1.1\n",
        "nat -A N -p tcp -j DNAT --to-destination 1.1.1.1; nat -A PREROUTING -j N; "
        "filter -A S -j REJECT --reject-with icmp-port-unreachable",
        "filter nat");
    row("listings one after the other",
        "-P INPUT ACCEPT\n-P FORWARD DROP\n-P OUTPUT ACCEPT\n-A INPUT -j ACCEPT\n"
        "-P PREROUTING ACCEPT\n-P INPUT ACCEPT\n-P OUTPUT ACCEPT\n-P POSTROUTING ACCEPT\n-A OUTPUT -j ACCEPT\n"
        "-P PREROUTING ACCEPT\n-P OUTPUT ACCEPT\n-A OUTPUT -j DROP\n",
        "raw -A OUTPUT -j DROP; nat -A OUTPUT -j ACCEPT; filter -A INPUT -j ACCEPT", "filter nat raw");
    row("told by the command", "root@node:~# iptables -t mangle -S\n-A OUTPUT -j ACCEPT\n",
        "mangle -A OUTPUT -j ACCEPT", "mangle");
    row("told by a comment with the command",
        "# iptables -S\n-A OUTPUT -j ACCEPT\n\n# iptables -S -t nat\n-A OUTPUT -j RETURN\n",
        "nat -A OUTPUT -j RETURN; filter -A OUTPUT -j ACCEPT", "filter nat");
    row("by all built-in chains",
        ":INPUT ACCEPT [0:0]\n:FORWARD ACCEPT [0:0]\n:POSTROUTING ACCEPT [0:0]\n-A INPUT -j ACCEPT\n",
        "mangle -A INPUT -j ACCEPT", "mangle");
}

void TestParser::findsTheTableOfLinesWithoutOne()
{
    QFETCH(QString, text);
    QFETCH(QString, rules);
    QFETCH(QString, tables);
    const ParseResult result = parse(text.toStdString());
    QCOMPARE(result.rulesets.size(), std::size_t{1});
    QStringList sorted = shown(*result.rulesets[0]).split("; ");
    std::ranges::stable_sort(sorted, {}, [](const QString& rule) {
        return QStringList{"raw", "mangle", "nat", "filter"}.indexOf(rule.section(' ', 0, 0));
    });
    QCOMPARE(sorted.join("; "), rules);
    QStringList told;
    for (const Diagnostic& diagnostic : result.diagnostics)
        if (::text(nameOf(diagnostic.message.id)).startsWith("Table"))
            told += QString::fromStdString(diagnostic.message.arguments.front());
    QCOMPARE(told.join(' '), tables);
}

void TestParser::readsScripts()
{
    const ParseResult result = parse("#!/bin/sh\n"
                                     "iptables -F\n"
                                     "iptables -t nat -A POSTROUTING -o eth0 -j MASQUERADE\n"
                                     "ip6tables -A INPUT -s fd00::1 -j DROP\n"
                                     "iptables -A INPUT -s 10.0.0.1 -j DROP\n"
                                     "ip6tables -P FORWARD DROP\n");
    QCOMPARE(result.rulesets.size(), std::size_t{2});
    QVERIFY(result.rulesets[0]->family() == Family::ipv4 && result.rulesets[1]->family() == Family::ipv6);
    QCOMPARE(shown(*result.rulesets[0]), QStringLiteral("nat -A POSTROUTING -o eth0 -j MASQUERADE; "
                                                        "filter -A INPUT -s 10.0.0.1/32 -j DROP"));
    QCOMPARE(shown(*result.rulesets[1]), QStringLiteral("filter -A INPUT -s fd00::1/128 -j DROP"));
    QVERIFY(!result.hasErrors());
    QCOMPARE(result.lines.rules, 3U);
}

void TestParser::readsARuleOverSeveralLines()
{
    const ParseResult result = parse("*filter\n"
                                     "-A INPUT -m comment --comment \"one\n"
                                     "two\" -j DROP\n"
                                     "iptables -A INPUT -p tcp \\\n"
                                     "  -j ACCEPT\n"
                                     "-A INPUT -j RETU\n"
                                     "RN\n"
                                     "COMMIT\n");
    QCOMPARE(shown(*result.rulesets.at(0)),
             QStringLiteral("filter -A INPUT -m comment --comment \"one\ntwo\" -j DROP; "
                            "filter -A INPUT -p tcp -j ACCEPT; filter -A INPUT -j RETU"));
    QCOMPARE(result.lines.rules, 5U);
    QCOMPARE(result.lines.repaired, 4U);
    QCOMPARE(sum(result.lines), 8U);
}

void TestParser::readsChains_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("chain");
    QTest::newRow("built in") << ":INPUT DROP [12:3456]"
                              << "INPUT DROP 12:3456";
    QTest::newRow("built in, by -P") << "-P INPUT DROP"
                                     << "INPUT DROP";
    QTest::newRow("built in, by -P with counters") << "-P INPUT DROP -c 1 2"
                                                   << "INPUT DROP 1:2";
    QTest::newRow("built in, no policy") << ":INPUT - [0:0]"
                                         << "INPUT ACCEPT 0:0";
    QTest::newRow("user chain") << ":KUBE-X - [0:0]"
                                << "KUBE-X - 0:0";
    QTest::newRow("user chain, by -N") << "-N KUBE-X"
                                       << "KUBE-X -";
    QTest::newRow("without policy and counters") << ":KUBE-X"
                                                 << "KUBE-X -";
    QTest::newRow("mark apart") << ": KUBE-X -"
                                << "KUBE-X -";
    QTest::newRow("odd names") << ":DOS~Pro-t_ect - [0:0]"
                               << "DOS~Pro-t_ect - 0:0";
    QTest::newRow("counters beyond 32 bits") << ":INPUT ACCEPT [158668730506:104398930941050]"
                                             << "INPUT ACCEPT 158668730506:104398930941050";
}

void TestParser::readsChains()
{
    QFETCH(QString, line);
    QFETCH(QString, chain);
    const ParseResult result = parse("*filter\n" + line.toStdString() + "\nCOMMIT\n");
    QCOMPARE(shown(result.diagnostics), QString());
    QCOMPARE(result.lines.chains, 1U);
    const Ruleset& ruleset = *result.rulesets.at(0);
    const auto found = std::ranges::find(ruleset.chains(), 2U, &Chain::line);
    QVERIFY(found != ruleset.chains().end());
    QVERIFY(found->declared);
    const QString policy = !found->hook ? "-" : found->policy == Policy::drop ? "DROP" : "ACCEPT";
    const QString counters = found->hasCounters
                                 ? QStringLiteral(" %1:%2").arg(found->counters.packets).arg(found->counters.bytes)
                                 : QString();
    QCOMPARE(text(found->name) + ' ' + policy + counters, chain);
}

void TestParser::insertsWhereToldTo()
{
    const ParseResult result = parse("*nat\n:X - [0:0]\n-A X -p 1\n-I X -p 2\n-I X 2 -p 3\n-A X -p 4\nCOMMIT\n");
    QCOMPARE(shown(result.diagnostics), QString());
    QCOMPARE(shown(*result.rulesets.at(0)),
             QStringLiteral("nat -A X -p igmp; nat -A X -p ggp; nat -A X -p icmp; nat -A X -p ipencap"));
}

void TestParser::makesARuleOfEachAddress()
{
    const ParseResult result = parseRule("-A X -s 1.1.1.1,2.2.2.2/8 -d 3.3.3.3,4.4.4.4 -j DROP");
    QCOMPARE(shown(*result.rulesets.at(0)), QStringLiteral("filter -A X -s 1.1.1.1/32 -d 3.3.3.3/32 -j DROP; "
                                                           "filter -A X -s 1.1.1.1/32 -d 4.4.4.4/32 -j DROP; "
                                                           "filter -A X -s 2.0.0.0/8 -d 3.3.3.3/32 -j DROP; "
                                                           "filter -A X -s 2.0.0.0/8 -d 4.4.4.4/32 -j DROP"));
    QCOMPARE(result.lines.rules, 1U);
}

void TestParser::keepsWhatItDoesNotKnow_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("diagnostics");
    QTest::newRow("match with options") << "-A X -m foo --bar \"a b\" ! --baz 3 -j DROP"
                                        << "-A X -m foo --bar \"a b\" ! --baz 3 -j DROP"
                                        << "warning 3:9+3 MatchNotKnown";
    QTest::newRow("negation of what comes after") << "-A X -m foo --bar ! -s 1.1.1.1"
                                                  << "-A X ! -s 1.1.1.1/32 -m foo --bar"
                                                  << "warning 3:9+3 MatchNotKnown";
    QTest::newRow("options go on after a known one") << "-A X -m foo --bar 1 -s 1.1.1.1 --baz 2"
                                                     << "-A X -s 1.1.1.1/32 -m foo --bar 1 --baz 2"
                                                     << "warning 3:9+3 MatchNotKnown";
    QTest::newRow("match between others") << "-A X -p tcp -m foo --dport 9 -m tcp --dport 1"
                                          << "-A X -p tcp -m foo --dport 9 -m tcp --dport 1"
                                          << "warning 3:16+3 MatchNotKnown";
    QTest::newRow("target with options") << "-A X -j FOO --bar 1 --baz"
                                         << "-A X -j FOO --bar 1 --baz"
                                         << "warning 3:9+3 TargetNotKnown";
    QTest::newRow("target before a match") << "-A X -p tcp -j FOO ! --bar 1 -m tcp --dport 1"
                                           << "-A X -p tcp -m tcp --dport 1 -j FOO ! --bar 1"
                                           << "warning 3:16+3 TargetNotKnown";
}

void TestParser::keepsWhatItDoesNotKnow()
{
    QFETCH(QString, line);
    QFETCH(QString, rule);
    QFETCH(QString, diagnostics);
    const ParseResult result = parseRule(line);
    QCOMPARE(shown(result.diagnostics), diagnostics);
    QCOMPARE(shown(*result.rulesets.at(0)), "filter " + rule);
}

void TestParser::findsTheRulesetsOfAText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("rulesets");
    const QString nat = "*nat\nCOMMIT\n";
    const QString filter = "*filter\nCOMMIT\n";
    const QString nat4 = "*nat\n-A OUTPUT -d 1.1.1.1\nCOMMIT\n";
    const QString nat6 = "*nat\n-A OUTPUT -d fd00::1\nCOMMIT\n";
    const QString filter6 = "*filter\n-A INPUT -p ipv6-icmp\nCOMMIT\n";
    const QString legacy4 = "# Generated by iptables-save v1.8.9 on Tue\n";
    const QString nft4 = "# Generated by iptables-nft-save v1.8.9 (nf_tables) on Tue\n";
    const QString nft6 = "# Generated by ip6tables-save v1.8.9 (nf_tables) on Tue\n";
    const QString completed = "# Completed on Tue\n";
    QTest::newRow("no telling") << nat + filter << "IPv4 unknown nat filter";
    QTest::newRow("by its comment") << legacy4 + nat << "IPv4 legacy nat";
    QTest::newRow("a comment for each table") << nft6 + nat + completed + nft6 + filter << "IPv6 nft nat filter";
    QTest::newRow("both families by comments") << legacy4 + nat + nft6 + nat << "IPv4 legacy nat, IPv6 nft nat";
    QTest::newRow("both back ends") << legacy4 + nat + nft4 + nat << "IPv4 legacy nat, IPv4 nft nat";
    QTest::newRow("in turns") << legacy4 + nat + nft6 + nat + legacy4 + filter + nft6 + filter
                              << "IPv4 legacy nat filter, IPv6 nft nat filter";
    QTest::newRow("by addresses") << nat6 << "IPv6 unknown nat";
    QTest::newRow("by addresses of a later table") << filter + nat6 << "IPv6 unknown filter nat";
    QTest::newRow("by a protocol") << filter6 << "IPv6 unknown filter";
    QTest::newRow("addresses go before protocols") << "*nat\n-A OUTPUT -p icmpv6\n-A OUTPUT -d 1.1.1.1\nCOMMIT\n"
                                                   << "IPv4 unknown nat";
    QTest::newRow("both families by addresses") << nat4 + nat6 << "IPv4 unknown nat, IPv6 unknown nat";
    QTest::newRow("both families, other table") << nat4 + filter6 << "IPv4 unknown nat, IPv6 unknown filter";
    QTest::newRow("another host") << nat4 + filter + nat4 << "IPv4 unknown nat filter, IPv4 unknown nat";
    QTest::newRow("a comment holds to Completed") << nft6 + nat + completed + nat4 << "IPv6 nft nat, IPv4 unknown nat";
    QTest::newRow("two hosts, other tables") << legacy4 + nat + legacy4 + filter + nat + completed + legacy4 + filter
                                             << "IPv4 legacy nat filter, IPv4 legacy nat filter";
    QTest::newRow("between others") << nat4 + nft6 + nat + completed + filter
                                    << "IPv4 unknown nat filter, IPv6 nft nat";
    QTest::newRow("after one that a comment told")
        << nft6 + nat + completed + filter << "IPv6 nft nat, IPv4 unknown filter";
    QTest::newRow("the head is missing") << filter + completed + legacy4 + nat << "IPv4 legacy filter nat";
    QTest::newRow("the head is missing, but it is of the other family")
        << nat6 + completed + legacy4 + filter << "IPv6 unknown nat, IPv4 legacy filter";
    QTest::newRow("some other generator") << "# Generated by gen.py\n" + nat << "IPv4 unknown nat";
    QTest::newRow("addresses in comments do not count")
        << "*nat\n-A OUTPUT -m comment --comment \"for fd00::1 only\" -d 1.1.1.1\nCOMMIT\n"
        << "IPv4 unknown nat";
}

void TestParser::findsTheRulesetsOfAText()
{
    QFETCH(QString, text);
    QFETCH(QString, rulesets);
    const ParseResult result = parse(text.toStdString());
    QStringList list;
    for (const RulesetPtr& ruleset : result.rulesets) {
        QString found = (ruleset->family() == Family::ipv4 ? "IPv4 " : "IPv6 ") + ::text(nameOf(ruleset->backEnd()));
        for (std::uint32_t order = 0; order < ruleset->tableCount(); ++order)
            for (const TableName table : allTables)
                if (ruleset->hasTable(table) && ruleset->table(table).order == order)
                    found += ' ' + ::text(nameOf(table));
        list += found;
    }
    QCOMPARE(list.join(", "), rulesets);
    QVERIFY(!result.hasErrors());
}

void TestParser::saysWhatATextLooksLike_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("id");
    const auto row = [](const char* name, const QByteArray& text, const char* id) {
        QTest::newRow(name) << text << id;
    };
    row("nothing", "", "TextEmpty");
    row("blank lines", "\n \r\n\t\n", "TextEmpty");
    row("binary",
        QByteArray("\x7f"
                   "ELF\2\1\1\0\0\0\0\0\0\0",
                   14),
        "LooksBinary");
    row("gzip", QByteArray("\x1f\x8b\x08\0\0\0", 6), "LooksCompressed");
    row("iptables -L", "Chain INPUT (policy ACCEPT)\ntarget     prot opt source               destination\n",
        "LooksLikeListing");
    row("iptables -L -n -v", "Chain FORWARD (policy DROP 0 packets, 0 bytes)\n pkts bytes target     prot\n",
        "LooksLikeListing");
    row("nft list ruleset", "table ip nat {\n\tchain PREROUTING {\n\t\ttype nat hook prerouting priority -100\n",
        "LooksLikeNft");
    row("nft with a warning", "# Warning: table ip nat is managed by iptables-nft, do not touch!\ntable ip nat {\n}\n",
        "LooksLikeNft");
    row("nft JSON", R"({"nftables": [{"metainfo": {}}]})", "LooksLikeNft");
    row("ipset list", "Name: KUBE-CLUSTER-IP\nType: hash:ip,port\n", "LooksLikeIpset");
    row("ipset save", "create weave hash:ip family inet\nadd weave 10.0.0.1\n", "LooksLikeIpset");
    row("kubectl", "apiVersion: v1\nkind: Service\nmetadata:\n  name: x\n", "LooksLikeKubectl");
    row("kubectl, as a table", "NAMESPACE   NAME   TYPE   CLUSTER-IP\ndefault   x   ClusterIP   10.0.0.1\n",
        "LooksLikeKubectl");
    row("firewalld", "<?xml version=\"1.0\"?>\n<zone>\n", "LooksLikeFirewalld");
    row("XML", "<?xml version=\"1.0\"?>\n<domain>\n", "LooksLikeXml");
    row("firewall-cmd --list-all", "public (active)\n  target: default\n  icmp-block-inversion: no\n",
        "LooksLikeFirewalld");
    row("ufw", "Status: active\n\nTo                         Action      From\n", "LooksLikeUfw");
    row("ipvsadm", "IP Virtual Server version 1.2.1 (size=4096)\n", "LooksLikeIpvs");
    row("a host", "1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536\n    inet 127.0.0.1/8 scope host lo\n", "LooksLikeHost");
    row("connections",
        "udp 17 25 src=10.0.0.1 dst=10.0.0.2 sport=1 dport=2 src=10.0.0.2 dst=10.0.0.1 sport=2 dport=1\n",
        "LooksLikeHost");
    row("a capture", QByteArray("\xd4\xc3\xb2\xa1\x02\0\x04\0", 8), "LooksLikeCapture");
    row("bzip2", "BZh91AY&SY", "LooksPacked");
    row("YAML list", "---\n- name: x\n  port: 80\n", "LooksLikeYaml");
    row("JSON", "{\n  \"items\": []\n}\n", "LooksLikeJson");
    row("refusal",
        "iptables-save v1.8.9 (nf_tables): Could not fetch rule set generation id: Permission denied (you must be "
        "root)\n",
        "LooksLikeRefusal");
    row("prose", "Dear all,\nplease find attached\n", "NoRuleset");
    row("comments only", "# Generated by iptables-save\n# Completed\n", "NoRuleset");
}

void TestParser::saysWhatATextLooksLike()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, id);
    const ParseResult result = parse(text.toStdString());
    QVERIFY(result.rulesets.empty());
    QCOMPARE(shown(result.diagnostics), "0:0+0 " + id);
    QCOMPARE(sum(result.lines), result.lines.total);
    QCOMPARE(result.lines.rules + result.lines.chains, 0U);
}

void TestParser::tellsEveryProblemAtOnce()
{
    const ParseResult result = parse("*nat\n"
                                     ":X - [0:0]\n"
                                     "-A X -p foo\n"
                                     "-A X -p tcp -j ACCEPT\n"
                                     "-A X -m bar\n"
                                     "oops\n"
                                     "-A X -j DROP\n"
                                     "-A X -s 1.1.1.1 -j ACCEPT\n"
                                     "COMMIT\n");
    QCOMPARE(shown(result.diagnostics), QStringLiteral("3:9+3 ProtocolUnknown, warning 5:9+3 MatchNotKnown, "
                                                       "warning 6:1+4 LineNotUnderstood, 7:9+4 DropInNat"));
    QCOMPARE(result.lines.rules, 4U);
    QCOMPARE(result.lines.ignored, 2U);
}

void TestParser::countsEveryLineOnce_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<quint32>("total");
    QTest::newRow("nothing") << "" << 0U;
    QTest::newRow("one empty line") << "\n" << 1U;
    QTest::newRow("no line feed at the end") << "*nat\nCOMMIT" << 2U;
    QTest::newRow("of every kind") << "# c\n*nat\n:X - [0:0]\n\n-A X\n-A X -p foo\njunk\nCOMMIT\n" << 8U;
    QTest::newRow("two empty lines at the end") << "*nat\nCOMMIT\n\n\n" << 4U;
}

void TestParser::countsEveryLineOnce()
{
    QFETCH(QString, text);
    QFETCH(quint32, total);
    const LineCounts lines = parse(text.toStdString()).lines;
    QCOMPARE(lines.total, total);
    QCOMPARE(sum(lines), total);
}

/// Every beginning of a text is a text too, and so is every end.
void TestParser::survivesTextsThatEndAnywhere()
{
    const std::string whole =
        "# Generated by ip6tables-save\n*nat\r\n:X - [1:2]\n[1:2] -A X ! -s fd00::1/64 -p tcp -m tcp "
        "--dport=80 -m comment --comment \"a \\\"b\" -m foo --bar ! -j DNAT --to [fd00::2]:80\n"
        "-I X 1 -g Y\n-P OUTPUT DROP\n-t filter -N Z\nCOMMIT \n*oops\n";
    for (std::size_t i = 0; i <= whole.size(); ++i) {
        for (const std::string& part : {whole.substr(0, i), whole.substr(i)}) {
            const LineCounts lines = parse(part).lines;
            QCOMPARE(sum(lines), lines.total);
        }
    }
}

void TestParser::tellsProgressAndStops()
{
    std::string text = "*nat\n";
    for (int i = 0; i < 20'000; ++i)
        text += "-A OUTPUT -j ACCEPT\n";
    std::vector<double> shares;
    const ParseResult whole = parse(text, [&](double share) {
        shares.push_back(share);
        return true;
    });
    QVERIFY(!whole.stopped);
    QVERIFY(shares.size() >= 4);
    QVERIFY(std::ranges::is_sorted(shares));
    QVERIFY(shares.front() > 0 && shares.back() <= 1);
    QVERIFY(parse(text, [](double share) { return share < 0.5; }).stopped);
}

void TestParser::keepsTheTextAlive()
{
    RulesetPtr ruleset;
    {
        auto text = std::make_shared<const std::string>("*nat\n-A OUTPUT -m comment --comment \"two words\"\nCOMMIT\n");
        ruleset = parse(text).rulesets.at(0);
    }
    QCOMPARE(QString::fromStdString(write(*ruleset, RuleId{0})),
             QStringLiteral("-A OUTPUT -m comment --comment \"two words\""));
    QCOMPARE(ruleset->text().size(), std::size_t{55});
}

QTEST_APPLESS_MAIN(TestParser)
#include "tst_parser.moc"
