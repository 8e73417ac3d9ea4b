// Files, several at once, and text: one document with its host and its connections; a file that changes is told.
#include "ui/opener.h"
#include "ui/opening.h"
#include "ui/session.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace natwalk;

namespace {

const QByteArray rules4 = "*nat\n:PREROUTING ACCEPT [0:0]\n-A PREROUTING -d 10.96.0.1/32 -j ACCEPT\nCOMMIT\n";
const QByteArray rules6 = "*nat\n:PREROUTING ACCEPT [0:0]\n-A PREROUTING -d fd00::1/128 -j ACCEPT\nCOMMIT\n";
const QByteArray addresses = "1: lo: <LOOPBACK,UP> mtu 65536\n    inet 127.0.0.1/8 scope host lo\n"
                             "2: eth9: <BROADCAST,UP> mtu 1500\n    inet 198.51.100.7/24 scope global eth9\n";
const QByteArray sets = "create A hash:ip family inet\nadd A 10.0.0.1\n";
const QByteArray connections = "udp 17 25 src=10.0.0.1 dst=10.0.0.2 sport=5 dport=53 "
                               "src=10.0.0.2 dst=10.0.0.1 sport=53 dport=5 mark=0 use=1\n";

}  // namespace

class TestOpening : public QObject
{
    Q_OBJECT

private:
    std::string write(const char* name, const QByteArray& bytes) const
    {
        QFile file(m_folder.filePath(QLatin1String(name)));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return file.fileName().toStdString();
    }

    QTemporaryDir m_folder;

private slots:
    void makesOneDocumentOfSeveralFiles()
    {
        const std::vector<std::string> files = {write("addr", addresses), write("sets", sets), write("v4", rules4),
                                                write("v6", rules6), write("ct", connections)};
        const OpenedPtr opened = openFiles(files, keepGoing);
        QVERIFY(opened->document != nullptr);
        QCOMPARE(opened->name, QStringLiteral("v4"));
        QCOMPARE(opened->document->rulesets.size(), std::size_t{2});
        QVERIFY(opened->document->rulesetFor(Family::ipv6) != nullptr);
        const Host& host = *opened->document->host;
        QVERIFY(host.isLocal(*Address::from("198.51.100.7")));
        QVERIFY(host.ipsets.find("A") != nullptr);
        QCOMPARE(opened->before->connections.size(), std::size_t{1});
    }

    void beginsWithTheConnectionsThatWereThere()
    {
        Session session;
        session.setOpened(openFiles({write("v4", rules4), write("ct", connections)}, keepGoing));
        QVERIFY(session.question() != nullptr);
        QCOMPARE(session.question()->before->connections.size(), std::size_t{1});
    }

    void tellsWhenAFileWasChanged()
    {
        Session session;
        Opener opener(&session);
        const std::string path = write("watched", rules4);
        QSignalSpy finished(&opener, &Opener::finished);
        QSignalSpy changed(&opener, &Opener::fileChanged);
        opener.open({QString::fromStdString(path)});
        QVERIFY(finished.wait());
        write("watched", rules4 + rules6);
        QVERIFY(!changed.isEmpty() || changed.wait());
        opener.reload();
        QVERIFY(finished.wait());
        QCOMPARE(session.document()->rulesets.size(), std::size_t{2});
    }
};

QTEST_MAIN(TestOpening)
#include "tst_opening.moc"
