// natwalk against the kernel of this machine: conformance.py puts the same packets to both. Skipped where it may not
// ask.

#include "support/program.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace natwalk::test;

namespace {

constexpr int skipped = 77;
constexpr int patienceMilliseconds = 15 * 60 * 1000;
const QString folder = QStringLiteral(NATWALK_SOURCE_DIR "/tests/kernel/");

struct Run
{
    int exitCode;
    QString output;
};

QString contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void write(const QString& path, const QByteArray& text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

/// The cases of REJECT are made from a list of its answers.
bool isCase(const QString& name, const QString& cases)
{
    const QString rejection = "REJECT with ";
    return cases.contains("(\"" + name + '"')
           || (name.contains(rejection) && cases.contains('"' + name.section(rejection, 1) + '"'));
}

Run conformance(const QStringList& arguments, const QString& natwalk = QStringLiteral(NATWALK_CLI))
{
    QProcess python;
    python.setProcessChannelMode(QProcess::MergedChannels);
    python.start("python3", QStringList{folder + "conformance.py", "--natwalk", natwalk} + arguments);
    if (!python.waitForStarted())
        return {skipped, "SKIP: no python3"};
    if (!python.waitForFinished(patienceMilliseconds))
        return {-1, "no end in sight"};
    return {python.exitCode(), QString::fromUtf8(python.readAll())};
}

}  // namespace

class TestKernel : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithTheKernel_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("every settled behaviour, by name") << QStringList{"--cases"};
        QTest::newRow("random rulesets") << QStringList{"--packets", "2000", "--seed", "1", "--no-draws"};
        QTest::newRow("clusters and dumps") << QStringList{"--kube", "24", "--dumps", "--packets", "400"};
        QTest::newRow("random rulesets with rarer matches")
            << QStringList{"--packets", "1000", "--seed", "1", "--no-draws", "--rarer"};
        QTest::newRow("random rulesets of ip6tables")
            << QStringList{"--packets", "700", "--seed", "1", "--no-draws", "--ipv6", "--rarer"};
        QTest::newRow("random rulesets for nf_tables")
            << QStringList{"--packets", "500", "--seed", "1", "--no-draws", "--flavour", "nft"};
    }
    void agreesWithTheKernel()
    {
        QFETCH(QStringList, arguments);
        const Run run = conformance(arguments + QStringList{"--no-shrink"});
        if (run.exitCode == skipped)
            QSKIP(qPrintable(run.output.trimmed()));
        qInfo().noquote() << run.output.trimmed().section('\n', -1);
        QVERIFY2(run.exitCode == 0, qPrintable(run.output));
    }

    void everySettledBehaviourHasItsCase()
    {
        const QString settled = contents(folder + "SETTLED.md") + contents(folder + "FINDINGS_IPV6.md");
        const QString cases = contents(folder + "cases.py") + contents(folder + "cases_extensions.py")
                              + contents(folder + "cases_ipv6.py");
        int rows = 0;
        static const QRegularExpression row(R"(\n\| (?!settled|---)[^\n]* \| ([^|\n]*) \|(?=\n))");
        static const QRegularExpression name("`([^`]+)`");
        for (const QRegularExpressionMatch& found : row.globalMatch(settled)) {
            ++rows;
            QVERIFY2(name.match(found.captured(1)).hasMatch(), qPrintable(found.captured(0)));
            for (const QRegularExpressionMatch& each : name.globalMatch(found.captured(1)))
                QVERIFY2(isCase(each.captured(1), cases), qPrintable(each.captured(1)));
        }
        QVERIFY(rows > 140);
    }

    void everySimulatedExtensionIsAsked()
    {
        const QString used = conformance({"--extensions"}).output;
        if (used.startsWith("SKIP"))
            QSKIP(qPrintable(used));
        int asked = 0;
        for (const QJsonValue& each : answerOf(NATWALK_CLI, {"extensions", "--json"}).array()) {
            const QString name = each["name"].toString();
            if (each["standing"] != "simulated")
                continue;
            ++asked;
            const QString word = (each["kind"] == "match" ? "-m " : "-j ") + name;
            QVERIFY2(used.split('\n').contains(word), qPrintable(word));
        }
        QVERIFY(asked > 50);
    }

    /// A natwalk that lowers no ttl disagrees: what is left of the ruleset and its packets is kept, and asked again.
    void shrinksAndKeepsADisagreement()
    {
        const QTemporaryDir home;
        const QString faulty = home.filePath("faulty");
        write(faulty, "#!/bin/sh\n\"" NATWALK_CLI "\" \"$@\" | sed 's/\"ttl\":63/\"ttl\":64/g'\n");
        QVERIFY(QFile::setPermissions(faulty, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        const QStringList found = {"--found", home.filePath("found")};
        const QStringList rounds = {"--packets", "50", "--seed", "3", "--no-draws", "--stop-after", "1"};
        const Run first = conformance(rounds + found, faulty);
        if (first.exitCode == skipped)
            QSKIP(qPrintable(first.output.trimmed()));
        QVERIFY2(first.exitCode == 1, qPrintable(first.output));

        const QDir kept(home.filePath("found"));
        const QStringList names = kept.entryList({"*.rules"});
        QCOMPARE(names.size(), 1);
        QCOMPARE(contents(kept.filePath(names.first())).count("\n-A"), 0);
        const QString scenario = contents(kept.filePath(QString(names.first()).replace(".rules", ".json")));
        QCOMPARE(QJsonDocument::fromJson(scenario.toUtf8()).object()["packets"].toArray().size(), 1);

        QVERIFY(conformance(QStringList{"--cases", "--no-shrink", "--stop-after", "1"} + found, faulty)
                    .output.contains(names.first().chopped(QString(".rules").size())));
    }

    void drawsAsOftenAsTheKernel()
    {
        const Run run = conformance({"--frequencies", "4000"});
        if (run.exitCode == skipped)
            QSKIP(qPrintable(run.output.trimmed()));
        qInfo().noquote() << run.output.trimmed();
        QVERIFY2(run.exitCode == 0, qPrintable(run.output));
    }
};

QTEST_APPLESS_MAIN(TestKernel)

#include "tst_kernel.moc"
