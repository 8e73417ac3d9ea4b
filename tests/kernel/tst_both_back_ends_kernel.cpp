// Rules of both back ends at once: both_back_ends.py puts the same packets to the kernel and to natwalk. Skipped where
// it may not.

#include <QProcess>
#include <QTest>

class TestBothBackEndsKernel : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithTheKernel()
    {
        constexpr int skipped = 77;
        constexpr int patienceMilliseconds = 5 * 60 * 1000;
        QProcess python;
        python.setProcessChannelMode(QProcess::MergedChannels);
        python.start("python3", {NATWALK_SOURCE_DIR "/tests/kernel/both_back_ends.py", "--natwalk", NATWALK_CLI});
        if (!python.waitForStarted())
            QSKIP("no python3");
        QVERIFY(python.waitForFinished(patienceMilliseconds));
        const QString output = QString::fromUtf8(python.readAll()).trimmed();
        if (python.exitCode() == skipped)
            QSKIP(qPrintable(output));
        qInfo().noquote() << output.section('\n', -1);
        QVERIFY2(python.exitCode() == 0, qPrintable(output));
    }
};

QTEST_APPLESS_MAIN(TestBothBackEndsKernel)

#include "tst_both_back_ends_kernel.moc"
