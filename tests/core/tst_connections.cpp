#include "host/connections.h"

#include <QTest>

using namespace natwalk;

class TestConnections : public QObject
{
    Q_OBJECT

private slots:
    void turnsTuplesRound_data();
    void turnsTuplesRound();
    void findsBothDirections_data();
    void findsBothDirections();
    void findsWhatIsLeftAfterErasing();
    void doesNotFindTheExpired();
    void findsTheLiveBesideTheExpired();
    void takesTypeAndCodeOfIcmp();
    void laterFragmentsHaveNoTuple();
};

namespace {

Tuple tcpTuple(std::uint16_t sport)
{
    return {Address::v4(0x0a000001), Address::v4(0x0a000002), protocol::tcp, sport, 80, 0};
}

/// A connection whose destination was rewritten, so that its reply is no mere inverse.
Connection translated(std::uint16_t sport, double expires = 100)
{
    Connection connection;
    connection.original = tcpTuple(sport);
    connection.reply = inverse(connection.original);
    connection.reply.src = Address::v4(0xc0a80105);
    connection.reply.sport = 8080;
    connection.expires = expires;
    connection.mark = sport;
    return connection;
}

Tuple icmpTuple(Family family, std::uint8_t type)
{
    const bool ipv6 = family == Family::ipv6;
    return {Address::any(family),
            Address::any(family),
            ipv6 ? protocol::icmp6 : protocol::icmp,
            7,
            static_cast<std::uint16_t>(type << 8),
            0};
}

}  // namespace

void TestConnections::turnsTuplesRound_data()
{
    QTest::addColumn<bool>("ipv6");
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("answer");

    QTest::newRow("echo request") << false << 8 << 0;
    QTest::newRow("echo reply") << false << 0 << 8;
    QTest::newRow("timestamp") << false << 13 << 14;
    QTest::newRow("information") << false << 15 << 16;
    QTest::newRow("address mask reply") << false << 18 << 17;
    QTest::newRow("unreachable has no answer") << false << 3 << 3;
    QTest::newRow("echo request, IPv6") << true << 128 << 129;
    QTest::newRow("echo reply, IPv6") << true << 129 << 128;
    QTest::newRow("node information, IPv6") << true << 139 << 140;
    QTest::newRow("type 8 means nothing in IPv6") << true << 8 << 8;
}

void TestConnections::turnsTuplesRound()
{
    QFETCH(bool, ipv6);
    QFETCH(int, type);
    QFETCH(int, answer);

    const Tuple turned = inverse(icmpTuple(ipv6 ? Family::ipv6 : Family::ipv4, static_cast<std::uint8_t>(type)));
    QCOMPARE(turned.dport >> 8, answer);
    QCOMPARE(turned.sport, std::uint16_t{7});

    const Tuple tcp = inverse(tcpTuple(4000));
    QCOMPARE(tcp.src, Address::v4(0x0a000002));
    QCOMPARE(tcp.sport, std::uint16_t{80});
    QCOMPARE(tcp.dport, std::uint16_t{4000});
}

void TestConnections::findsBothDirections_data()
{
    QTest::addColumn<int>("entries");
    QTest::newRow("one") << 1;
    QTest::newRow("few") << 15;
    QTest::newRow("just hashed") << 16;
    QTest::newRow("many") << 20'000;
}

void TestConnections::findsBothDirections()
{
    QFETCH(int, entries);
    Connections connections;
    for (int i = 0; i < entries; ++i)
        connections.insert(translated(static_cast<std::uint16_t>(i)));

    for (int i = 0; i < entries; ++i) {
        const auto sport = static_cast<std::uint16_t>(i);
        const auto original = connections.find(tcpTuple(sport), 0);
        const auto reply = connections.find(translated(sport).reply, 0);
        QVERIFY(original && reply);
        QVERIFY(original->direction == Direction::original && reply->direction == Direction::reply);
        QCOMPARE(original->index, reply->index);
        QCOMPARE(connections[reply->index].mark, std::uint32_t{sport});
        QVERIFY(connections.isTaken(translated(sport).reply, 0));
    }
    QVERIFY(!connections.find(tcpTuple(40'000), 0));
    QVERIFY(!connections.isTaken(inverse(tcpTuple(0)), 0));
}

void TestConnections::findsWhatIsLeftAfterErasing()
{
    constexpr std::uint16_t entries = 2000;
    Connections connections;
    for (std::uint16_t i = 0; i < entries; ++i)
        connections.insert(translated(i));
    for (std::uint16_t i = 0; i < entries; i = static_cast<std::uint16_t>(i + 3))
        connections.erase(connections.find(tcpTuple(i), 0)->index);

    for (std::uint16_t i = 0; i < entries; ++i) {
        const auto found = connections.find(translated(i).reply, 0);
        QCOMPARE(found.has_value(), i % 3 != 0);
        if (found)
            QCOMPARE(connections[found->index].mark, std::uint32_t{i});
    }
    connections.clear();
    QCOMPARE(connections.size(), std::size_t{0});
    QVERIFY(!connections.find(tcpTuple(1), 0));
}

void TestConnections::doesNotFindTheExpired()
{
    Connections connections;
    connections.insert(translated(1, 30));
    QVERIFY(connections.find(tcpTuple(1), 29.9));
    QVERIFY(!connections.find(tcpTuple(1), 30));
    QVERIFY(!connections.isTaken(translated(1).reply, 30));
}

void TestConnections::findsTheLiveBesideTheExpired()
{
    Connections connections;
    for (std::uint16_t i = 0; i < 100; ++i)
        connections.insert(translated(5, i));
    const auto found = connections.find(tcpTuple(5), 98.5);
    QVERIFY(found);
    QCOMPARE(connections[found->index].expires, 99.0);
}

void TestConnections::takesTypeAndCodeOfIcmp()
{
    Packet packet;
    packet.protocol = protocol::icmp;
    packet.icmpType = 13;
    packet.icmpCode = 1;
    packet.icmpId = 99;
    packet.sport = 1;
    const Tuple tuple = tupleOf(packet, 4);
    QCOMPARE(tuple.sport, std::uint16_t{99});
    QCOMPARE(tuple.dport, std::uint16_t{13 << 8 | 1});
    QCOMPARE(tuple.zone, std::uint16_t{4});

    packet.protocol = protocol::gre;
    QCOMPARE(tupleOf(packet).sport, std::uint16_t{0});
}

void TestConnections::laterFragmentsHaveNoTuple()
{
    Packet packet;
    packet.dport = 80;
    packet.fragmentOffset = 1480;
    QVERIFY(tupleOf(packet) == Tuple{});
}

QTEST_APPLESS_MAIN(TestConnections)
#include "tst_connections.moc"
