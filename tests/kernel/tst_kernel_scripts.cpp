// Scripts that put something to the kernel and to natwalk, and say where they differ. Skipped where they may not ask.

#include <QProcess>
#include <QTest>

class TestKernelScripts : public QObject
{
    Q_OBJECT

private slots:
    void agrees_data()
    {
        QTest::addColumn<QString>("script");
        QTest::newRow("each dump is printed as iptables-save prints it after a load") << "round_trip.py";
        QTest::newRow("rules of both back ends at once") << "both_back_ends.py";
        QTest::newRow("connections that hang on earlier ones") << "histories.py";
    }
    void agrees()
    {
        QFETCH(QString, script);
        constexpr int skipped = 77;
        constexpr int patienceMilliseconds = 15 * 60 * 1000;
        QProcess python;
        python.setProcessChannelMode(QProcess::MergedChannels);
        python.start("python3", {NATWALK_SOURCE_DIR "/tests/kernel/" + script, "--natwalk", NATWALK_CLI});
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

QTEST_APPLESS_MAIN(TestKernelScripts)

#include "tst_kernel_scripts.moc"
