// Inputs with one fault each: natwalk refuses what iptables-restore refuses, for that fault, on the line that the tools
// name, and still shows the ruleset. See tests/data/load_errors/README.md.
#include "syntax/parser.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace natwalk;

namespace {

/// The tools refuse it, and natwalk reads it nevertheless.
struct ReadAllTheSame
{
    const char* name;
    bool saysSo;  ///< with a warning or a note on that line
    const char* because;
};

constexpr std::array readAllTheSame = std::to_array<ReadAllTheSame>({
    {"missing COMMIT", true, "people paste the beginning of a dump"},
    {"rule before *table", true, "people paste rules without their heading"},
    {"CRLF", true, "an editor may have changed the line breaks"},
    {"COMMIT with trailing blank", true, "blanks come in by copying"},
    {"leading blank before *table", true, "blanks come in by copying"},
    {"leading blank before :chain", true, "blanks come in by copying"},
    {"undeclared chain as target", true, "people paste a piece of a dump"},
    {"append to undeclared chain", true, "people paste a piece of a dump"},
    {"unknown target extension", true, "the same as a chain that is missing"},
    {"unknown match", true, "another machine may have the extension: the rule is kept, and its match is a doubt"},
    {"old negation -s ! a", true, "older versions wrote it so"},
    {"old negation --dport ! 80", true, "older versions wrote it so"},
    {"policy on user chain", true, "iptables-nft takes it"},
    {"IPv6 addr in iptables", false, "no file says of which family it is: its addresses do"},
    {"missing ipset", false,
     "sets are no part of a dump: what a host has is said elsewhere, else the match is a doubt"},
    {"-t inside restore", false, "lines of scripts name their table"},
    {"trailing junk // remark", true, "people write remarks behind rules"},
    {"DNAT [unsupported revision]", true, "an old iptables-save printed it so: the rule is kept, and doubted"},
    {"curly quotes", true, "web pages and mail programs make them out of plain ones"},
});

/// The kind of fault that natwalk calls each of the others.
struct Kind
{
    const char* name;
    MessageId kind;
};

constexpr std::array kinds = std::to_array<Kind>({
    {"unknown table", MessageId::NoRuleset},
    {"unknown option", MessageId::OptionOfNobody},
    {"--dport without -p", MessageId::OptionOfAnother},
    {"-m tcp without -p", MessageId::NeedsProtocolNamed},
    {"-m multiport without -p", MessageId::OptionNeedsProtocol},
    {"bad IP", MessageId::AddressMalformed},
    {"bad mask", MessageId::AddressMalformed},
    {"bad port", MessageId::OptionDoesNotTake},
    {"inverted port range", MessageId::PortsReversed},
    {"unknown service name", MessageId::OptionDoesNotTake},
    {"unknown protocol", MessageId::ProtocolUnknown},
    {"DNAT in filter", MessageId::NotInThisTable},
    {"DNAT in POSTROUTING", MessageId::NotAtThisHook},
    {"MASQUERADE in PREROUTING", MessageId::NotAtThisHook},
    {"SNAT via user chain from PREROUTING", MessageId::NotAtThisHookByJump},
    {"DROP in nat", MessageId::DropInNat},
    {"REJECT in nat", MessageId::NotInThisTable},
    {"DNAT port without -p", MessageId::OptionNeedsProtocol},
    {"DNAT without --to", MessageId::OptionMissing},
    {"REDIRECT port without -p", MessageId::OptionNeedsProtocol},
    {"-o in PREROUTING", MessageId::OutInterfaceNotAllowed},
    {"-i in POSTROUTING", MessageId::InInterfaceNotAllowed},
    {"loop of chains", MessageId::ChainLoop},
    {"chain name 29 chars", MessageId::ChainNameTooLong},
    {"interface 16 chars", MessageId::InterfaceMalformed},
    {"two -s options", MessageId::OptionRepeated},
    {"! -s a,b", MessageId::NegationOfList},
    {"ambiguous --set-", MessageId::OptionAmbiguous},
    {"-j twice", MessageId::OptionRepeated},
    {"probability > 1", MessageId::OptionDoesNotTake},
    {"jump to a built-in chain", MessageId::JumpToBuiltInChain},
    {"goto a built-in chain", MessageId::JumpToBuiltInChain},
});

/// natwalk names another line of the same fault.
struct ElsewhereNamed
{
    const char* name;
    std::uint32_t line;
    const char* because;
};

constexpr std::array elsewhereNamed = std::to_array<ElsewhereNamed>({
    {"missing COMMIT", 1, "the table that has none, instead of the end of the text"},
    {"unknown table", 0, "the text as a whole: nothing of a ruleset is left"},
    {"SNAT via user chain from PREROUTING", 3, "the target that may not stand there; its sentence names the jump"},
    {"loop of chains", 5, "the jump that closes the circle, instead of the one that leads into it"},
});

template <typename Row, std::size_t count>
const Row* rowOf(const std::array<Row, count>& rows, const QString& name)
{
    const auto found = std::ranges::find_if(rows, [&](const Row& row) { return name == row.name; });
    return found == rows.end() ? nullptr : &*found;
}

/// The line that a tool's words name, 0 for none. The kernel refuses a whole table, at its COMMIT: that names no line.
std::uint32_t lineNamedBy(const QString& words, const QString& input)
{
    static const QRegularExpression number("(?:at line: |line )(\\d+)");
    const std::uint32_t line = number.match(words).captured(1).toUInt();
    const QStringList lines = input.split('\n');
    return line > 0 && lines.value(line - 1) == "COMMIT" ? 0 : line;
}

/// The legacy tool's line; where it names none, that of the nf_tables tool.
std::uint32_t faultyLine(const QStringList& columns)
{
    const std::uint32_t line = lineNamedBy(columns[3], columns[1]);
    return line != 0 ? line : lineNamedBy(columns[5], columns[1]);
}

bool isOfKind(const ParseResult& parsed, std::uint32_t line, MessageId kind)
{
    return std::ranges::any_of(parsed.diagnostics, [&](const Diagnostic& each) {
        return each.where.line == line && each.severity == Severity::error && each.message.id == kind;
    });
}

bool isOnLine(const ParseResult& parsed, std::uint32_t line)
{
    return std::ranges::any_of(parsed.diagnostics, [&](const Diagnostic& each) { return each.where.line == line; });
}

QString listed(const ParseResult& parsed)
{
    QString text;
    for (const Diagnostic& each : parsed.diagnostics)
        text += QString::number(each.where.line) + ": " + QString::fromStdString(english(each.message)) + '\n';
    return text;
}

}  // namespace

class TestLoadErrors : public QObject
{
    Q_OBJECT

private slots:
    void refusesWhatTheToolsRefuse_data();
    void refusesWhatTheToolsRefuse();
    void listsNoDifferenceThatIsNone();
    void comparesRulesOfOneHashlimit_data();
    void comparesRulesOfOneHashlimit();
};

void TestLoadErrors::refusesWhatTheToolsRefuse_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("input");
    QTest::addColumn<bool>("refused");
    QTest::addColumn<std::uint32_t>("line");
    QFile file(QStringLiteral(NATWALK_SOURCE_DIR "/tests/data/load_errors/probes.tsv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    file.readLine();
    while (!file.atEnd()) {
        QStringList columns = QString::fromUtf8(file.readLine()).chopped(1).split('\t');
        QCOMPARE(columns.size(), 6);
        columns[1].replace("\\n", "\n").replace("\\r", "\r");
        const auto* elsewhere = rowOf(elsewhereNamed, columns[0]);
        QTest::newRow(qPrintable(columns[0])) << columns[0] << columns[1] << (columns[2] != "0")
                                              << (elsewhere != nullptr ? elsewhere->line : faultyLine(columns));
    }
}

void TestLoadErrors::refusesWhatTheToolsRefuse()
{
    QFETCH(QString, name);
    QFETCH(QString, input);
    QFETCH(bool, refused);
    QFETCH(std::uint32_t, line);
    const ParseResult parsed = parse(input.toStdString());
    const auto* allTheSame = rowOf(readAllTheSame, name);
    if (refused && allTheSame == nullptr) {
        const auto* kind = rowOf(kinds, name);
        QVERIFY2(kind != nullptr, "which kind of fault?");
        QVERIFY2(isOfKind(parsed, line, kind->kind), qPrintable(QString::number(line) + " of\n" + listed(parsed)));
    } else {
        QVERIFY2(!parsed.hasErrors(), qPrintable(listed(parsed)));
    }
    if (allTheSame != nullptr)
        QCOMPARE(isOnLine(parsed, line), allTheSame->saysSo);
    QCOMPARE(parsed.rulesets.empty(), name == "unknown table");  // it is shown, if there is anything to show
}

void TestLoadErrors::comparesRulesOfOneHashlimit_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QStringList>("said");
    const QString same = QStringLiteral("--hashlimit-upto 1/sec --hashlimit-name a");
    QTest::newRow("the same") << same << QStringList();
    QTest::newRow("another table") << QStringLiteral("--hashlimit-upto 2/sec --hashlimit-name b") << QStringList();
    QTest::newRow("rate match") << same + QStringLiteral(" --hashlimit-rate-match")
                                << QStringList{QStringLiteral("error 4 HashlimitRateMatchDiffers")};
    QTest::newRow("another rate") << QStringLiteral("--hashlimit-upto 2/sec --hashlimit-name a")
                                  << QStringList{QStringLiteral("warning 4 HashlimitTableDiffers")};
}

void TestLoadErrors::comparesRulesOfOneHashlimit()
{
    QFETCH(QString, options);
    QFETCH(QStringList, said);
    const QString text = QStringLiteral("*filter\n:INPUT ACCEPT [0:0]\n-A INPUT -m hashlimit --hashlimit-upto 1/sec "
                                        "--hashlimit-name a -j ACCEPT\n-A INPUT -m hashlimit %1 -j ACCEPT\nCOMMIT\n");
    QStringList found;
    for (const Diagnostic& each : parse(text.arg(options).toStdString()).diagnostics)
        found += QStringLiteral("%1 %2 %3")
                     .arg(each.severity == Severity::error ? QStringLiteral("error") : QStringLiteral("warning"),
                          QString::number(each.where.line),
                          QString::fromUtf8(nameOf(each.message.id).data(),
                                            static_cast<qsizetype>(nameOf(each.message.id).size())));
    QCOMPARE(found, said);
}

void TestLoadErrors::listsNoDifferenceThatIsNone()
{
    QFile file(QStringLiteral(NATWALK_SOURCE_DIR "/tests/data/load_errors/probes.tsv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString probes = QString::fromUtf8(file.readAll());
    for (const ReadAllTheSame& row : readAllTheSame)
        QVERIFY2(QRegularExpression("\\n" + QRegularExpression::escape(row.name) + "\\t[^\\t]*\\t[^0]")
                     .match(probes)
                     .hasMatch(),
                 row.name);
}

QTEST_APPLESS_MAIN(TestLoadErrors)
#include "tst_load_errors.moc"
