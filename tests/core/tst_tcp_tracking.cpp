// A TCP connection as conntrack follows it. Each row was put to Linux 6.18 as packets (see tests/kernel/cases.py).
#include "emulator/connection_names.h"
#include "emulator/tcp_tracking.h"
#include "emulator/tcp_window.h"

#include <QTest>

using namespace natwalk;

namespace {

/// "> SYN 1000", "< SYN,ACK 5000 1001 100 20": direction, flags, number, acknowledgement, window, bytes of data.
struct Sent
{
    Direction direction = Direction::original;
    Packet packet;
};

Sent sentOf(const QString& text)
{
    const QStringList words = text.split(' ', Qt::SkipEmptyParts);
    Sent sent;
    sent.direction = words.value(0) == ">" ? Direction::original : Direction::reply;
    sent.packet.tcpFlags = *tcpFlagsNamed(words.value(1).toStdString());
    sent.packet.seq = words.value(2).toUInt();
    sent.packet.ack = words.value(3).toUInt();
    sent.packet.window = words.value(4, "64240").toUShort();
    sent.packet.payloadLength = words.value(5).toUShort();
    return sent;
}

QString nameOf(TcpProgress progress)
{
    constexpr std::array names = {"moved", "ignored", "invalid", "reopens", "refused"};
    return names[static_cast<std::size_t>(progress)];
}

/// Follows segments as the tracker does, and tells what became of each and where the last one led.
QString followed(const QStringList& segments)
{
    Connection connection;
    connection.original.protocol = protocol::tcp;
    QStringList told;
    for (const QString& text : segments) {
        const Sent sent = sentOf(text);
        if (told.isEmpty())
            beginWindow(connection, sent.packet);
        const TcpProgress progress = followTcp(connection, sent.direction, sent.packet, 0);
        if (progress != TcpProgress::invalid && sent.direction == Direction::reply)
            connection.status |= status::seenReply;
        told += nameOf(progress);
    }
    return told.join(' ') + ": " + QString::fromUtf8(nameOf(connection.tcp).data())
           + (connection.has(status::assured) ? ", assured" : "");
}

const QStringList handshake = {"> SYN 1000", "< SYN,ACK 5000 1001", "> ACK 1001 5001"};
const QString opened = "moved moved moved";

}  // namespace

class TestTcpTracking : public QObject
{
    Q_OBJECT

private slots:
    void followsSegments_data();
    void followsSegments();
    void remembersForAsLongAsTheKernel_data();
    void remembersForAsLongAsTheKernel();
};

void TestTcpTracking::followsSegments_data()
{
    QTest::addColumn<QStringList>("segments");
    QTest::addColumn<QString>("told");
    const auto row = [](const char* name, const QStringList& segments, const QString& told) {
        QTest::newRow(name) << segments << told;
    };
    row("a SYN", {"> SYN 1000"}, "moved: SYN_SENT");
    row("a handshake", handshake, opened + ": ESTABLISHED, assured");
    row("a SYN again", {"> SYN 1000", "> SYN 1000"}, "moved ignored: SYN_SENT");
    row("a refusal", {"> SYN 1000", "< RST,ACK 0 1001 0"}, "moved refused: CLOSE");
    row("a refusal of something else", {"> SYN 1000", "< RST,ACK 0 7777 0"}, "moved invalid: SYN_SENT");
    row("an answer to something else", {"> SYN 1000", "< SYN,ACK 5000 9000"}, "moved invalid: SYN_SENT");

    row("data", handshake + QStringList{"> PSH,ACK 1001 5001 64240 100", "< ACK 5001 1101"},
        opened + " moved moved: ESTABLISHED, assured");
    row("an acknowledgement of what was never sent", handshake + QStringList{"> ACK 1001 9000"},
        opened + " invalid: ESTABLISHED, assured");
    row("a number far above the window", handshake + QStringList{"> ACK 900000 5001"},
        opened + " invalid: ESTABLISHED, assured");
    const QStringList narrow = {"> SYN 1000", "< SYN,ACK 5000 1001 100", "> ACK 1001 5001"};
    row("a little above it", narrow + QStringList{"> ACK 1150 5001"}, opened + " ignored: ESTABLISHED, assured");
    row("data sent long ago", handshake + QStringList{"> ACK 4294900000 5001"},
        opened + " ignored: ESTABLISHED, assured");

    row("a close", handshake + QStringList{"> FIN,ACK 1001 5001", "< FIN,ACK 5001 1002", "> ACK 1002 5002"},
        opened + " moved moved moved: TIME_WAIT, assured");
    row("a new beginning after it",
        handshake + QStringList{"> FIN,ACK 1001 5001", "< FIN,ACK 5001 1002", "> ACK 1002 5002", "> SYN 9000"},
        opened + " moved moved moved reopens: TIME_WAIT, assured");
    row("a SYN into an open connection, answered",
        handshake + QStringList{"> SYN 9000", "< SYN,ACK 7000 9001", "> ACK 9001 7001"},
        opened + " ignored moved moved: ESTABLISHED, assured");

    row("a reset", handshake + QStringList{"< RST 5001"}, opened + " moved: CLOSE, assured");
    row("a reset of the past", handshake + QStringList{"< RST 4999"}, opened + " invalid: ESTABLISHED, assured");
    row("a reset a little ahead", handshake + QStringList{"< RST 5100"}, opened + " moved: ESTABLISHED, assured");
    row("a reset far ahead", handshake + QStringList{"< RST 900000"}, opened + " invalid: ESTABLISHED, assured");

    row("from mid-stream", {"> ACK 1000 0", "< ACK 900000 77", "> ACK 4000000 3"},
        "moved moved moved: ESTABLISHED, assured");
    row("from mid-stream, answered as if it began", {"> ACK 1000 0", "< SYN,ACK 5000 1001", "< SYN,ACK 5000 1001"},
        "moved ignored ignored: ESTABLISHED");
    row("SYNs that cross", {"> SYN 1000", "< SYN 5000"}, "moved ignored: SYN_SENT2");
    row("a FIN first", {"> FIN,ACK 1000 0"}, "invalid: NONE");
    row("numbers that go round",
        {"> SYN 4294967295", "< SYN,ACK 4294967290 0", "> ACK 0 4294967291", "> PSH,ACK 0 4294967291 64240 10",
         "< ACK 4294967291 10"},
        opened + " moved moved: ESTABLISHED, assured");
}

void TestTcpTracking::followsSegments()
{
    QFETCH(QStringList, segments);
    QFETCH(QString, told);
    QCOMPARE(followed(segments), told);
}

void TestTcpTracking::remembersForAsLongAsTheKernel_data()
{
    QTest::addColumn<QStringList>("segments");
    QTest::addColumn<double>("seconds");
    QTest::newRow("SYN_SENT") << handshake.first(1) << 120.0;
    QTest::newRow("SYN_RECV") << handshake.first(2) << 60.0;
    QTest::newRow("ESTABLISHED") << handshake << 432'000.0;
    QTest::newRow("data that nobody acknowledged") << handshake + QStringList{"> PSH,ACK 1001 5001 64240 100"} << 300.0;
    QTest::newRow("mid-stream, not answered") << QStringList{"> ACK 1000 0"} << 300.0;
    QTest::newRow("a closed window") << handshake + QStringList{"< ACK 5001 1001 0"} << 300.0;
    QTest::newRow("FIN_WAIT") << handshake + QStringList{"> FIN,ACK 1001 5001"} << 120.0;
    QTest::newRow("CLOSE") << handshake + QStringList{"< RST 5001"} << 10.0;
}

void TestTcpTracking::remembersForAsLongAsTheKernel()
{
    QFETCH(QStringList, segments);
    QFETCH(double, seconds);
    Connection connection;
    bool begun = false;
    for (const QString& text : segments) {
        const Sent sent = sentOf(text);
        if (!std::exchange(begun, true))
            beginWindow(connection, sent.packet);
        followTcp(connection, sent.direction, sent.packet, 1000);
        if (sent.direction == Direction::reply)
            connection.status |= status::seenReply;
    }
    QCOMPARE(connection.expires - 1000, seconds);
}

QTEST_APPLESS_MAIN(TestTcpTracking)
#include "tst_tcp_tracking.moc"
