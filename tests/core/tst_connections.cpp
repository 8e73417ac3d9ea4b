#include "host/connections.h"

#include <QTest>

#include <algorithm>
#include <vector>

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
    void findsThoseFromOneSource_data();
    void findsThoseFromOneSource();
    void insertsOnlyWhatIsFree_data();
    void insertsOnlyWhatIsFree();
    void erasesTheExpired_data();
    void erasesTheExpired();
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

void TestConnections::findsThoseFromOneSource_data()
{
    QTest::addColumn<int>("others");
    QTest::newRow("few") << 3;
    QTest::newRow("many") << 5000;
}

/// From one source to many destinations, beside others; some are taken out again.
void TestConnections::findsThoseFromOneSource()
{
    QFETCH(int, others);
    Connections connections;
    const auto towards = [](int host) {
        Connection connection = translated(7);
        connection.original.dst = connection.original.dst.plus(static_cast<std::uint64_t>(host));
        connection.mark = static_cast<std::uint32_t>(host);
        return connection;
    };
    for (int i = 0; i < others; ++i) {
        connections.insert(translated(static_cast<std::uint16_t>(1000 + i)));
        connections.insert(towards(i));
    }
    for (int i = 0; i < others; i += 2)
        connections.erase(connections.find(towards(i).original, 0)->index);

    std::vector<std::uint32_t> found;
    connections.forEachFrom(tcpTuple(7), 0, [&](const Connection& each) { found.push_back(each.mark); });
    std::ranges::sort(found);
    std::vector<std::uint32_t> wanted;
    for (int i = 1; i < others; i += 2)
        wanted.push_back(static_cast<std::uint32_t>(i));
    QCOMPARE(found, wanted);
    connections.forEachFrom(tcpTuple(7), 100, [&](const Connection&) { QFAIL("past its time-out"); });
    connections.forEachFrom(tcpTuple(8), 0, [&](const Connection&) { QFAIL("from nowhere"); });
}

void TestConnections::insertsOnlyWhatIsFree_data() { findsThoseFromOneSource_data(); }

void TestConnections::insertsOnlyWhatIsFree()
{
    QFETCH(int, others);
    Connections connections;
    for (int i = 0; i < others; ++i)
        QCOMPARE(connections.insertUnlessTaken(translated(static_cast<std::uint16_t>(i)), 0),
                 std::optional(static_cast<std::size_t>(i)));
    QVERIFY(!connections.insertUnlessTaken(translated(1), 0));
    Connection reply = translated(2);
    reply.original.dst = reply.original.dst.plus(9);
    QVERIFY(!connections.insertUnlessTaken(reply, 0));
    QVERIFY(connections.insertUnlessTaken(translated(1, 300), 100));
    QCOMPARE(connections.size(), static_cast<std::size_t>(others + 1));
    QVERIFY(connections.find(tcpTuple(1), 200));
}

void TestConnections::erasesTheExpired_data()
{
    QTest::addColumn<int>("of");
    QTest::newRow("every other") << 2;
    QTest::newRow("few") << 50;
    QTest::newRow("all") << 1;
    QTest::newRow("none") << 5000;
}

/// The same as erasing them one by one, from the last to the first.
void TestConnections::erasesTheExpired()
{
    QFETCH(int, of);
    constexpr int entries = 3000;
    Connections connections;
    for (int i = 1; i <= entries; ++i)
        connections.insert(translated(static_cast<std::uint16_t>(i), i % of == 0 ? 10 : 100));
    Connections byHand = connections;
    for (std::size_t i = byHand.size(); i-- > 0;)
        if (byHand[i].expires <= 10)
            byHand.erase(i);
    connections.eraseExpired(10);
    QVERIFY(std::ranges::equal(connections, byHand));
    for (int i = 1; i <= entries; ++i)
        QCOMPARE(connections.find(tcpTuple(static_cast<std::uint16_t>(i)), 0).has_value(), i % of != 0);
    // what comes then is found, too, beside few as beside many
    for (std::uint16_t port = 5000; port < 5040; ++port) {
        connections.insert(translated(port));
        byHand.insert(translated(port));
        QVERIFY(connections.find(tcpTuple(port), 0) && byHand.find(tcpTuple(port), 0));
    }
}

QTEST_APPLESS_MAIN(TestConnections)
#include "tst_connections.moc"
