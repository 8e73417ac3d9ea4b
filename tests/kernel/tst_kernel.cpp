// natwalk against the kernel of this machine: conformance.py puts the same packets to both. Skipped where it may not
// ask.

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

namespace {

constexpr int skipped = 77;
constexpr int patienceMilliseconds = 15 * 60 * 1000;
const QString folder = QStringLiteral(NATWALK_SOURCE_DIR "/tests/kernel/");

struct Run
{
    int exitCode;
    QString output;
};

QString contents(const QString& name)
{
    QFile file(folder + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The cases of REJECT are made from a list of its answers.
bool isCase(const QString& name, const QString& cases)
{
    return cases.contains("(\"" + name + '"')
           || (name.startsWith("REJECT with ") && cases.contains('"' + name.mid(12) + '"'));
}

Run conformance(const QStringList& arguments)
{
    QProcess python;
    python.setProcessChannelMode(QProcess::MergedChannels);
    python.start("python3", QStringList{folder + "conformance.py", "--natwalk", NATWALK_CLI} + arguments);
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
        QTest::newRow("a cluster of 24 services") << QStringList{"--kube", "24", "--packets", "300"};
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
        const QString settled = contents(QStringLiteral("SETTLED.md"));
        const QString cases = contents(QStringLiteral("cases.py"));
        int rows = 0;
        static const QRegularExpression row(R"(\n\| (?!settled|---)[^\n]* \| ([^|\n]*) \|(?=\n))");
        static const QRegularExpression name("`([^`]+)`");
        for (const QRegularExpressionMatch& found : row.globalMatch(settled)) {
            ++rows;
            QVERIFY2(name.match(found.captured(1)).hasMatch(), qPrintable(found.captured(0)));
            for (const QRegularExpressionMatch& each : name.globalMatch(found.captured(1)))
                QVERIFY2(isCase(each.captured(1), cases), qPrintable(each.captured(1)));
        }
        QVERIFY(rows > 100);
    }

    void drawsAsOftenAsTheKernel()
    {
        const Run run = conformance({"--frequencies", "3000"});
        if (run.exitCode == skipped)
            QSKIP(qPrintable(run.output.trimmed()));
        qInfo().noquote() << run.output.trimmed();
        QVERIFY2(run.exitCode == 0, qPrintable(run.output));
    }
};

QTEST_APPLESS_MAIN(TestKernel)

#include "tst_kernel.moc"
