// natwalk against the kernel of this machine: conformance.py puts the same packets to both. Skipped where it may not
// ask.

#include <QProcess>
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
