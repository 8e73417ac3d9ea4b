// For each dump that the kernel loads, natwalk prints what iptables-save prints after the load: round_trip.py asks.
// Skipped where it may not.

#include <QProcess>
#include <QTest>

class TestRoundTrip : public QObject
{
    Q_OBJECT

private slots:
    void printsWhatIptablesSavePrints()
    {
        constexpr int skipped = 77;
        constexpr int patienceMilliseconds = 15 * 60 * 1000;
        QProcess python;
        python.setProcessChannelMode(QProcess::MergedChannels);
        python.start("python3", {NATWALK_SOURCE_DIR "/tests/kernel/round_trip.py", "--natwalk", NATWALK_CLI});
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

QTEST_APPLESS_MAIN(TestRoundTrip)

#include "tst_round_trip.moc"
