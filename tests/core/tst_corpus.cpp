// Every dump that people published opens, and what becomes of its lines is stated in tests/data/corpus/OUTCOMES.tsv.
#include "files/reading.h"
#include "syntax/parser.h"
#include "syntax/writer.h"

#include <QtTest>

#include <set>

using namespace natwalk;

namespace {

const QString folder = QStringLiteral(NATWALK_SOURCE_DIR "/tests/data/corpus/");
const QString outcomes = folder + QStringLiteral("OUTCOMES.tsv");

struct Read
{
    std::string text;
    ParseResult result;
};

Read readDump(const QString& name)
{
    const FileText file = readFile((folder + name).toStdString());
    return file.text ? Read{*file.text, parse(file.text)} : Read{};
}

std::string printedAs(const ParseResult& result)
{
    std::string text;
    for (const RulesetPtr& ruleset : result.rulesets)
        text += write(*ruleset);
    return text;
}

/// Sorted and without comments: which ruleset a table without a head belongs to is a guess made of what stands around
/// it.
QStringList linesIn(const std::string& printed)
{
    QStringList lines = QString::fromStdString(printed).split('\n').filter(QRegularExpression("^[^#]"));
    lines.sort();
    return lines;
}

QStringList dumps() { return QDir(folder).entryList({"*.rules", "*.gz"}, QDir::Files, QDir::Name); }

std::uint32_t countLines(const std::string& text)
{
    const auto feeds = static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
    return feeds + (text.empty() || text.back() == '\n' ? 0U : 1U);
}

/// Lines that an error speaks of.
std::size_t refused(const ParseResult& result)
{
    std::set<std::uint32_t> lines;
    for (const Diagnostic& diagnostic : result.diagnostics)
        if (diagnostic.severity == Severity::error)
            lines.insert(diagnostic.where.line);
    return lines.size();
}

/// Rules that are kept, but not simulated as they stand.
std::size_t doubted(const ParseResult& result)
{
    const std::set<MessageId> doubts = {MessageId::MatchNotKnown, MessageId::TargetNotKnown, MessageId::MatchMisprinted,
                                        MessageId::TargetMisprinted, MessageId::HostNameKept};
    std::set<std::uint32_t> lines;
    for (const Diagnostic& diagnostic : result.diagnostics)
        if (doubts.contains(diagnostic.message.id))
            lines.insert(diagnostic.where.line);
    return lines.size();
}

/// "IPv4 legacy nat filter, IPv6 legacy filter"
QString rulesetsOf(const ParseResult& result)
{
    QStringList list;
    for (const RulesetPtr& ruleset : result.rulesets) {
        QString words = ruleset->family() == Family::ipv4 ? "IPv4 " : "IPv6 ";
        words += QString::fromStdString(std::string(nameOf(ruleset->backEnd())));
        for (const TableName table : allTables)
            if (ruleset->hasTable(table))
                words += ' ' + QString::fromStdString(toText(table));
        list += words;
    }
    return list.empty() ? QStringLiteral("-") : list.join(", ");
}

QString outcomeOf(const QString& name)
{
    const ParseResult result = readDump(name).result;
    const LineCounts& lines = result.lines;
    return QStringList{name,
                       rulesetsOf(result),
                       QString::number(lines.rules),
                       QString::number(doubted(result)),
                       QString::number(lines.repaired),
                       QString::number(lines.ignored),
                       QString::number(refused(result))}
        .join('\t');
}

QStringList statedOutcomes()
{
    QFile file(outcomes);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return {};
    return QString::fromUtf8(file.readAll()).split('\n', Qt::SkipEmptyParts).mid(1);
}

void writeOutcomes()
{
    QFile file(outcomes);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("file\trulesets\trule lines\tdoubted\trepaired\tignored\tlines with an error\n");
    for (const QString& name : dumps())
        file.write((outcomeOf(name) + '\n').toUtf8());
}

}  // namespace

class TestCorpus : public QObject
{
    Q_OBJECT

private slots:
    void opensAsStated_data()
    {
        if (qEnvironmentVariableIsSet("NATWALK_UPDATE_GOLDEN"))
            writeOutcomes();
        QTest::addColumn<QString>("outcome");
        for (const QString& outcome : statedOutcomes())
            QTest::newRow(qPrintable(outcome.section('\t', 0, 0))) << outcome;
    }
    void opensAsStated()
    {
        QFETCH(QString, outcome);
        QCOMPARE(outcomeOf(outcome.section('\t', 0, 0)), outcome);
    }

    void statesAnOutcomeForEach()
    {
        QCOMPARE(dumps().size(), 101);
        QCOMPARE(statedOutcomes().size(), dumps().size());
    }

    void countsEachLineOnce()
    {
        for (const QString& name : dumps()) {
            const auto [text, result] = readDump(name);
            const LineCounts& lines = result.lines;
            QVERIFY2(!text.empty(), qPrintable(name));
            QVERIFY2(lines.total == countLines(text), qPrintable(name));
            QVERIFY2(lines.rules + lines.chains + lines.headers + lines.comments + lines.blank + lines.ignored
                         == lines.total,
                     qPrintable(name));
        }
    }

    void readsNearlyAllRulesWithoutAnError()
    {
        std::size_t rules = 0;
        std::size_t errors = 0;
        for (const QString& name : dumps()) {
            const ParseResult result = readDump(name).result;
            if (result.rulesets.empty())
                continue;  // no dump: one sentence says what it is
            rules += result.lines.rules;
            errors += refused(result);
        }
        qInfo("%zu rule lines, %zu lines with an error", rules, errors);
        QVERIFY(errors * 1000 <= rules * 5);
    }

    /// Complaints point into their lines, whatever was done to these.
    void pointsIntoTheText()
    {
        for (const QString& name : dumps()) {
            const auto [text, result] = readDump(name);
            for (const Diagnostic& diagnostic : result.diagnostics) {
                const SourceSpan& where = diagnostic.where;
                QVERIFY2(where.line <= result.lines.total, qPrintable(name));
                const std::size_t width = lineAt(text, where.line).size();
                QVERIFY2(where.line == 0 || (where.column >= 1 && where.column - 1 <= width + 1), qPrintable(name));
            }
        }
    }

    /// What fuzzing found once is kept as a file.
    void survivesEveryFind()
    {
        const QDir finds(NATWALK_SOURCE_DIR "/tests/fuzz/found");
        for (const QString& name : finds.entryList(QDir::Files)) {
            const FileText file = readFile(finds.filePath(name).toStdString());
            if (!file.text)
                continue;
            const LineCounts lines = parse(file.text).lines;
            QVERIFY2(lines.rules + lines.chains + lines.headers + lines.comments + lines.blank + lines.ignored
                         == lines.total,
                     qPrintable(name));
            const std::string printed = printedAs(parse(file.text));
            QVERIFY2(linesIn(printedAs(parse(printed))) == linesIn(printed), qPrintable(name));
        }
    }

    void readsBackWhatItPrints()
    {
        for (const QString& name : dumps()) {
            const std::string printed = printedAs(readDump(name).result);
            QVERIFY2(printedAs(parse(printed)) == printed, qPrintable(name));
        }
    }
};

QTEST_APPLESS_MAIN(TestCorpus)
#include "tst_corpus.moc"
