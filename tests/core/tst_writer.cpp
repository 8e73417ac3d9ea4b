// Rulesets as text: what iptables-save prints of the same rules, and the same rules when read again.
#include "files/reading.h"
#include "syntax/parser.h"
#include "syntax/writer.h"

#include <QDirIterator>
#include <QtTest>

using namespace natwalk;

namespace {

const QString sourceFolder = QStringLiteral(NATWALK_SOURCE_DIR);

ParseResult parseFile(const QString& path) { return parse(readFile(path.toStdString()).text); }

std::string writeAll(const ParseResult& result)
{
    std::string text;
    for (const RulesetPtr& ruleset : result.rulesets)
        text += write(*ruleset);
    return text;
}

QString withoutComments(const std::string& text)
{
    QStringList lines = QString::fromStdString(text).split('\n');
    lines.removeIf([](const QString& line) { return line.startsWith('#'); });
    return lines.join('\n');
}

/// Every dump in the repository's data and samples.
void addDumps()
{
    QTest::addColumn<QString>("path");
    for (const QString& folder : {QStringLiteral("/tests/data"), QStringLiteral("/samples")}) {
        QDirIterator files(sourceFolder + folder, {"*.rules", "*.save"}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            QTest::newRow(qPrintable(path.mid(sourceFolder.size() + 1))) << path;
        }
    }
}

/// What one rule is, apart from the ids of chains.
bool isSameRule(const Ruleset& left, const Rule& one, const Ruleset& right, const Rule& other)
{
    return left.chain(one.chain).name == right.chain(other.chain).name && one.conditions == other.conditions
           && one.action == other.action && left.targetName(one) == right.targetName(other)
           && one.matches.size() == other.matches.size() && one.hasCounters == other.hasCounters
           && one.counters == other.counters;
}

/// What differs; empty when nothing does.
QString difference(const Ruleset& left, const Ruleset& right)
{
    if (left.family() != right.family() || left.backEnd() != right.backEnd())
        return "family or back end";
    if (left.chainCount() != right.chainCount() || left.ruleCount() != right.ruleCount())
        return "number of chains or rules";
    for (const Chain& chain : left.chains()) {
        const ChainId id = right.find(chain.table, chain.name);
        if (id == noChain || right.chain(id).policy != chain.policy || right.chain(id).ruleCount != chain.ruleCount)
            return QString::fromStdString(std::string(chain.name));
        const auto rules = left.rulesOf(left.find(chain.table, chain.name));
        for (std::size_t i = 0; i < rules.size(); ++i)
            if (!isSameRule(left, rules[i], right, right.rulesOf(id)[i]))
                return QString::fromStdString(
                    write(left, left.ruleAt(left.find(chain.table, chain.name), static_cast<std::uint32_t>(i + 1))));
    }
    return {};
}

}  // namespace

class TestWriter : public QObject
{
    Q_OBJECT

private slots:
    void printsWhatIptablesSavePrints_data();
    void printsWhatIptablesSavePrints();
    void readsBackWhatItPrints_data() { addDumps(); }
    void readsBackWhatItPrints();
    void keepsTheOrderOfTables();
    void tellsFamilyAndBackEnd_data();
    void tellsFamilyAndBackEnd();
    void printsOneRule();
    void quotesADeviceNamedLikeANegation();
    void quotesATargetNamedLikeAChain();
    void keepsRulesApartFromLinesWithinQuotes();
};

void TestWriter::printsWhatIptablesSavePrints_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(sourceFolder + "/tests/data/canonical");
    for (const QString& name : folder.entryList({"*.rules"}))
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void TestWriter::printsWhatIptablesSavePrints()
{
    QFETCH(QString, path);
    const ParseResult result = parseFile(path);
    for (const Diagnostic& diagnostic : result.diagnostics)
        QFAIL(print(diagnostic, path.toStdString(), *readFile(path.toStdString()).text).c_str());
    QFile recorded(path.chopped(5) + "saved");
    QVERIFY(recorded.open(QIODevice::ReadOnly));
    const QStringList expected = QString::fromUtf8(recorded.readAll()).split('\n');
    const QStringList printed = withoutComments(writeAll(result)).split('\n');
    for (qsizetype i = 0; i < std::min(expected.size(), printed.size()); ++i)
        QCOMPARE(printed[i], expected[i]);
    QCOMPARE(printed.size(), expected.size());
}

void TestWriter::readsBackWhatItPrints()
{
    QFETCH(QString, path);
    const ParseResult first = parseFile(path);
    const std::string text = writeAll(first);
    const ParseResult second = parse(text);
    QCOMPARE(second.rulesets.size(), first.rulesets.size());
    for (std::size_t i = 0; i < first.rulesets.size(); ++i)
        QCOMPARE(difference(*first.rulesets[i], *second.rulesets[i]), QString());
    QCOMPARE(writeAll(second), text);
    QCOMPARE(second.lines.ignored + second.lines.repaired, 0U);
}

void TestWriter::keepsTheOrderOfTables()
{
    const ParseResult result = parse("*filter\nCOMMIT\n*nat\nCOMMIT\n*raw\nCOMMIT\n");
    QStringList tables = QString::fromStdString(writeAll(result)).split('\n');
    tables.removeIf([](const QString& line) { return !line.startsWith('*'); });
    QCOMPARE(tables.join(' '), QStringLiteral("*filter *nat *raw"));
}

void TestWriter::tellsFamilyAndBackEnd_data()
{
    QTest::addColumn<QString>("comment");
    QTest::addColumn<QString>("printed");
    QTest::newRow("IPv4") << ""
                          << "*nat";
    QTest::newRow("IPv4 legacy") << "# Generated by iptables-save v1.8.9 on Tue"
                                 << "# Generated by iptables-save";
    QTest::newRow("IPv4 nft") << "# Generated by iptables-nft-save v1.8.9 (nf_tables)"
                              << "# Generated by iptables-save (nf_tables)";
    QTest::newRow("IPv6 legacy") << "# Generated by ip6tables-save v1.8.9"
                                 << "# Generated by ip6tables-save";
    QTest::newRow("IPv4 that looks like IPv6") << "# Generated by iptables\n*raw\n-A OUTPUT -p ipv6-icmp\nCOMMIT"
                                               << "# Generated by iptables";
    QTest::newRow("IPv6 of an unknown back end") << "# Generated by ip6tables"
                                                 << "# Generated by ip6tables";
}

void TestWriter::tellsFamilyAndBackEnd()
{
    QFETCH(QString, comment);
    QFETCH(QString, printed);
    const ParseResult first = parse(comment.toStdString() + "\n*nat\nCOMMIT\n");
    QCOMPARE(QString::fromStdString(writeAll(first)).section('\n', 0, 0), printed);
    const ParseResult second = parse(writeAll(first));
    QCOMPARE(difference(*first.rulesets.at(0), *second.rulesets.at(0)), QString());
}

void TestWriter::printsOneRule()
{
    const ParseResult result = parse("*nat\n[1:2] -A OUTPUT -p tcp --dport 80 -j REDIRECT --to-port 8080\nCOMMIT\n");
    const Ruleset& ruleset = *result.rulesets.at(0);
    QCOMPARE(QString::fromStdString(write(ruleset, RuleId{0})),
             QStringLiteral("[1:2] -A OUTPUT -p tcp -m tcp --dport 80 -j REDIRECT --to-ports 8080"));
    QCOMPARE(QString::fromStdString(writeBody(ruleset, RuleId{0})),
             QStringLiteral("-p tcp -m tcp --dport 80 -j REDIRECT --to-ports 8080"));
}

void TestWriter::quotesADeviceNamedLikeANegation()
{
    const ParseResult read = parse(R"(*filter
:INPUT ACCEPT [0:0]
-A INPUT -i "!" -j DROP
COMMIT
)");
    const std::string rule = write(*read.rulesets.at(0), RuleId{0});
    QCOMPARE(QString::fromStdString(rule), QStringLiteral(R"(-A INPUT -i "!" -j DROP)"));
    const ParseResult again = parse("*filter\n:INPUT ACCEPT [0:0]\n" + rule + "\nCOMMIT\n");
    QCOMPARE(again.rulesets.at(0)->rule(RuleId{0}).conditions, read.rulesets.at(0)->rule(RuleId{0}).conditions);
}

/// A target that natwalk does not know, and a chain of its name that a later line declares: read again, the chain comes
/// first, and takes no options.
void TestWriter::quotesATargetNamedLikeAChain()
{
    const ParseResult read = parse("*filter\n-A INPUT -j LATER --x y\n:LATER - [0:0]\nCOMMIT\n");
    QCOMPARE(QString::fromStdString(write(*read.rulesets.at(0), RuleId{0})),
             QStringLiteral(R"(-A INPUT -j "LATER" --x y)"));
    const ParseResult again = parse(writeAll(read));
    QCOMPARE(difference(*read.rulesets.at(0), *again.rulesets.at(0)), QString());
    QCOMPARE(again.lines.ignored, 0U);
}

/// Within quotes that go on over lines, nothing may look as if another line began (an open quote must not swallow it).
void TestWriter::keepsRulesApartFromLinesWithinQuotes()
{
    const ParseResult read = parse("*filter\n-A INPUT -m comment --comment \"a\n \\-A X\n\\*nat\" -j DROP\nCOMMIT\n");
    QCOMPARE(QString::fromStdString(writeBody(*read.rulesets.at(0), RuleId{0})),
             QStringLiteral("-m comment --comment \"a\n \\-A X\n\\*nat\" -j DROP"));
    const ParseResult again = parse(writeAll(read));
    QCOMPARE(writeAll(again), writeAll(read));
    QCOMPARE(again.rulesets.at(0)->ruleCount(), std::size_t{1});
}

QTEST_APPLESS_MAIN(TestWriter)
#include "tst_writer.moc"
