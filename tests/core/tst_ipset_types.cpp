// The types of sets that the kernel of the conformance runs does not have: asked as ipset(8) and the kernel's sources
// (net/netfilter/ipset/ip_set_hash_*.c of the same names) say. tests/kernel asks about all the others.
#include "host/ipset_lookup.h"
#include "support/builders.h"

#include <QTest>

using namespace natwalk;
using namespace natwalk::test;

namespace {

constexpr std::array<std::uint8_t, 6> someLink = {0x02, 0x1a, 0x2b, 0x3c, 0x4d, 0x5e};

/// From 192.168.1.50 to 10.244.0.5, port 80, with the mark 0x107; its sender's link address is known.
Packet packet()
{
    Packet made = tcp("192.168.1.50", 40000, "10.244.0.5", 80, "eth0");
    made.mark = 0x107;
    made.linkSource = someLink;
    made.knowsLinkSource = true;
    return made;
}

template <typename Change>
Packet packet(Change change)
{
    Packet made = packet();
    change(made);
    return made;
}

/// "src,dst"
IpSetSides sidesOf(const std::string& words)
{
    IpSetSides sides;
    for (std::size_t at = 0; at < words.size(); at += 4)
        sides.all.at(sides.count++) = words[at] == 's' ? IpSetSide::source : IpSetSide::destination;
    return sides;
}

void row(const char* name, const std::string& set, const char* sides, const Packet& packet, const char* answer)
{
    QTest::newRow(name) << set << std::string(sides) << packet << QString(answer);
}

}  // namespace

Q_DECLARE_METATYPE(natwalk::Packet)

class TestIpSetTypes : public QObject
{
    Q_OBJECT

private slots:
    void findsAnEntry_data();
    void findsAnEntry();
    void addsWhatAPacketHas_data();
    void addsWhatAPacketHas();
};

void TestIpSetTypes::findsAnEntry_data()
{
    QTest::addColumn<std::string>("set");
    QTest::addColumn<std::string>("sides");
    QTest::addColumn<Packet>("packet");
    QTest::addColumn<QString>("answer");

    const std::string marks = "create a hash:ip,mark markmask 0xff\nadd a 192.168.1.50,0x307\n";
    const auto marked = [](std::uint32_t mark) { return packet([&](Packet& p) { p.mark = mark; }); };
    row("the mark under its mask", marks, "src,src", packet(), "yes");
    row("the second side says nothing of a mark", marks, "src,dst", packet(), "yes");
    row("another mark", marks, "src,src", marked(0x108), "no");
    row("another address", marks, "dst,src", packet(), "no");
    row("a rule that names too few sides", marks, "src", packet(), "no");
    row("all bits without a mask", "create a hash:ip,mark\nadd a 192.168.1.50,0x07\n", "src,src", packet(), "no");

    const std::string links = "create a hash:mac\nadd a 02:1a:2b:3c:4d:5e\n";
    const Packet stranger = packet([](Packet& p) { p.linkSource.back() = 0x5f; });
    const Packet unknown = packet([](Packet& p) { p.knowsLinkSource = false; });
    const Packet ownOne = packet([](Packet& p) { p.in = {}; });
    row("the sender's link address", links, "src", packet(), "yes");
    row("another one", links, "src", stranger, "no");
    row("one that nobody told", links, "src", unknown, "cannot know");
    row("the receiver's", links, "dst", packet(), "cannot know");
    row("a packet of this host has none", links, "src", ownOne, "no");
    row("as ipset save prints it", "create a hash:mac\nadd a 02:1A:2B:3C:4D:5E\n", "src", packet(), "yes");
    row("of either family", links, "src", packet([](Packet& p) {
            p.src = *Address::from("fd00::5");
            p.dst = *Address::from("fd00::6");
        }),
        "yes");

    const std::string pairs = "create a hash:ip,mac\nadd a 192.168.1.50,02:1a:2b:3c:4d:5e\n"
                              "add a 10.244.0.5,02:1a:2b:3c:4d:5f\n";
    row("address and link", pairs, "src,src", packet(), "yes");
    row("the address of another", pairs, "src,src", stranger, "no");
    row("each from its side", pairs, "dst,src", stranger, "yes");
    row("a link that nobody told", pairs, "src,src", unknown, "cannot know");
    row("of one family", pairs, "src,src", packet([](Packet& p) { p.src = p.dst = *Address::from("fd00::5"); }), "no");

    const std::string nets = "create a hash:net,net\nadd a 192.168.0.0/16,10.244.0.0/24\n";
    row("two nets", nets, "src,dst", packet(), "yes");
    row("the other way round", nets, "dst,src", packet(), "no");
    row("one of them", nets, "src,src", packet(), "no");
    row("an exception", nets + "add a 192.168.1.0/24,10.244.0.5 nomatch\n", "src,dst", packet(), "no");
    row("the first net decides which is narrower", nets + "add a 192.0.0.0/8,10.244.0.5 nomatch\n", "src,dst", packet(),
        "yes");
    row("then the second", nets + "add a 192.168.0.0/16,10.244.0.5 nomatch\n", "src,dst", packet(), "no");

    const std::string services = "create a hash:net,port,net\nadd a 192.168.0.0/16,tcp:80,10.244.0.0/24\n"
                                 "add a 192.168.1.50,udp:53,10.0.0.0/8\n";
    row("net, port and net", services, "src,dst,dst", packet(), "yes");
    row("the source's port", services, "src,src,dst", packet(), "no");
    row("another protocol", services, "src,dst,dst", packet([](Packet& p) { p.protocol = protocol::udp; }), "no");
    row("that protocol's own port", services, "src,dst,dst", packet([](Packet& p) {
            p.protocol = protocol::udp;
            p.dport = 53;
        }),
        "yes");
    row("an exception of one port", services + "add a 192.168.1.0/24,tcp:80,10.244.0.5 nomatch\n", "src,dst,dst",
        packet(), "no");
    row("not of another", services + "add a 192.168.1.0/24,tcp:81,10.244.0.5 nomatch\n", "src,dst,dst", packet(),
        "yes");
    row("a later fragment has no port", services, "src,dst,dst", packet([](Packet& p) { p.fragmentOffset = 64; }),
        "no");
}

void TestIpSetTypes::findsAnEntry()
{
    QFETCH(const std::string, set);
    QFETCH(const std::string, sides);
    QFETCH(const Packet, packet);
    QFETCH(const QString, answer);
    IpSetTest test;
    test.sides = sidesOf(sides);
    const IpSetAnswer found = lookUp(IpSets(set), IpSetMemory(), "a", packet, test, 0);
    QCOMPARE(found.holds ? QString(*found.holds ? "yes" : "no") : QString("cannot know"), answer);
}

void TestIpSetTypes::addsWhatAPacketHas_data()
{
    QTest::addColumn<std::string>("set");
    QTest::addColumn<std::string>("sides");
    QTest::addColumn<QString>("entry");
    QTest::newRow("a mark") << std::string("create a hash:ip,mark markmask 0xff\n") << std::string("dst,dst")
                            << QStringLiteral("10.244.0.5,0x7");
    QTest::newRow("a link") << std::string("create a hash:mac\n") << std::string("src")
                            << QStringLiteral("02:1a:2b:3c:4d:5e");
    QTest::newRow("an address and a link") << std::string("create a hash:ip,mac\n") << std::string("src,src")
                                           << QStringLiteral("192.168.1.50,02:1a:2b:3c:4d:5e");
    QTest::newRow("two addresses in an empty set of nets")
        << std::string("create a hash:net,net\n") << std::string("src,dst")
        << QStringLiteral("192.168.1.50,10.244.0.5");
    QTest::newRow("as wide as the narrowest net of each side")
        << std::string("create a hash:net,net\nadd a 172.16.0.0/24,172.16.0.0/12\nadd a 172.16.0.0/16,172.16.0.0/20\n")
        << std::string("src,dst") << QStringLiteral("192.168.1.0/24,10.244.0.0/20");
    QTest::newRow("and its port") << std::string(
        "create a hash:net,port,net\nadd a 172.16.0.0/24,udp:53,172.16.0.0/16\n")
                                  << std::string("src,dst,dst")
                                  << QStringLiteral("192.168.1.0/24,tcp:80,10.244.0.0/16");
}

void TestIpSetTypes::addsWhatAPacketHas()
{
    QFETCH(const std::string, set);
    QFETCH(const std::string, sides);
    QFETCH(const QString, entry);
    const IpSets sets(set);
    IpSetMemory memory;
    IpSetOrder order;
    order.add = IpSetOrder::Of{"a", sidesOf(sides)};
    const IpSetChanges changes = changeSets(order, sets, memory, packet(), 0);
    QCOMPARE(changes.all.size(), std::size_t{1});
    QCOMPARE(QString::fromStdString(changes.all.front().entry), entry);
    QVERIFY(changes.all.front().outcome == IpSetOutcome::added);
    IpSetTest test;
    test.sides = sidesOf(sides);
    QVERIFY(lookUp(sets, memory, "a", packet(), test, 0).holds == true);
}

QTEST_APPLESS_MAIN(TestIpSetTypes)

#include "tst_ipset_types.moc"
