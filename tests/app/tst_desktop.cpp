// The desktop program where there is no display: pictures are written all the same, and a window says what is missing.
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

class TestDesktop : public QObject
{
    Q_OBJECT

private slots:
    void writesPicturesWithoutDisplay()
    {
        const QString picture = m_folder.filePath(QStringLiteral("window.png"));
        QCOMPARE(run({QStringLiteral("--picture"), picture, QStringLiteral("--size"), QStringLiteral("1280x720"),
                      QStringLiteral(NATWALK_SOURCE_DIR "/samples/nginx_basic")}),
                 0);
        QVERIFY(QFileInfo(picture).size() > 10'000);
    }

    void saysThatADisplayIsMissing()
    {
        QCOMPARE(run({QStringLiteral(NATWALK_SOURCE_DIR "/samples/nginx_basic")}), 3);
        QVERIFY2(m_said.contains("there is no display here"), m_said.constData());
    }

    void helpsWithoutDisplay() { QCOMPARE(run({QStringLiteral("--help")}), 0); }

private:
    int run(const QStringList& arguments)
    {
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            environment.remove(QLatin1String(name));
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(NATWALK_DESKTOP), arguments);
        program.waitForFinished(120'000);
        m_said = program.readAllStandardError();
        return program.exitStatus() == QProcess::NormalExit ? program.exitCode() : -1;
    }

    QTemporaryDir m_folder;
    QByteArray m_said;
};

QTEST_APPLESS_MAIN(TestDesktop)
#include "tst_desktop.moc"
