// Addresses, networks, ports, protocols and flags as text, both ways. Expected texts are what iptables 1.8.9 prints.
#include "packet/address.h"
#include "packet/protocol.h"

#include <QtTest>

using namespace natwalk;

namespace {

QString text(const std::optional<Network>& network)
{
    return network ? QString::fromStdString(toText(*network)) : QStringLiteral("nothing");
}

QString text(const std::optional<Address>& address)
{
    return address ? QString::fromStdString(toText(*address)) : QStringLiteral("nothing");
}

Address address(const char* written)
{
    const auto read = Address::from(written);
    if (!read)
        qFatal("no address: %s", written);
    return *read;
}

}  // namespace

class TestAddress : public QObject
{
    Q_OBJECT

private slots:
    void readsAndPrintsAddresses_data();
    void readsAndPrintsAddresses();
    void readsAndPrintsNetworks_data();
    void readsAndPrintsNetworks();
    void everyIpv4PrefixContainsItsEndsAndNotTheirNeighbours();
    void containsLooksAtTheMaskOnly();
    void networksNeverContainTheOtherFamily();
    void countsOnAcrossWords();
    void knowsSpecialAddresses();
    void comparesAsNumbers();
    void printsPortRanges();
    void readsProtocols_data();
    void readsProtocols();
    void printsEveryProtocolSoThatItIsReadBack();
    void readsAndPrintsTcpFlags_data();
    void readsAndPrintsTcpFlags();
};

void TestAddress::readsAndPrintsAddresses_data()
{
    QTest::addColumn<QString>("printed");
    const auto row = [](const char* written, const char* printed) { QTest::newRow(written) << QString(printed); };
    row("10.0.0.1", "10.0.0.1");
    row("255.255.255.255", "255.255.255.255");
    row("010.0.0.1", "8.0.0.1");
    row("0x0a.0.0.1", "10.0.0.1");
    row("::", "::");
    row("::1", "::1");
    row("2001:DB8:0:1:0:0:0:1", "2001:db8:0:1::1");
    row("1:0:0:2:0:0:0:3", "1:0:0:2::3");
    row("1:0:0:2:3:0:0:4", "1::2:3:0:0:4");
    row("0:0:1::", "0:0:1::");
    row("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0");
    row("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8");
    row("::1.2.3.4", "::1.2.3.4");
    row("::ffff:10.0.0.1", "::ffff:10.0.0.1");
    row("64:ff9b::10.0.0.1", "64:ff9b::a00:1");
    row("1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304");
    for (const char* wrong : {"",
                              "10",
                              "10.0.0",
                              "10.0.0.256",
                              "10.0.0.1.2",
                              "10..0.1",
                              "10.0.0.",
                              ".0.0.1",
                              "09.0.0.1",
                              "+1.0.0.1",
                              "1.2.3.4 ",
                              "localhost",
                              ":",
                              ":::",
                              "1:",
                              ":1",
                              "1::2::3",
                              "12345::",
                              "1:2:3:4:5:6:7",
                              "1:2:3:4:5:6:7:8:9",
                              "1::2:3:4:5:6:7:8",
                              "::1%lo",
                              "::g",
                              "1.2.3.4::",
                              "::1.2.3",
                              "1:2:3:4:5:6:7:1.2.3.4"})
        row(wrong, "nothing");
}

void TestAddress::readsAndPrintsAddresses()
{
    QFETCH(const QString, printed);
    QCOMPARE(text(Address::from(QTest::currentDataTag())), printed);
    QCOMPARE(text(Address::from(printed.toStdString())), printed);
}

void TestAddress::readsAndPrintsNetworks_data()
{
    QTest::addColumn<QString>("printed");
    const auto row = [](const char* written, const char* printed) { QTest::newRow(written) << QString(printed); };
    row("10.0.0.0/8", "10.0.0.0/8");
    row("10.1.2.3/8", "10.0.0.0/8");
    row("10.0.0.0/255.0.0.0", "10.0.0.0/8");
    row("10.9.8.7/255.0.255.0", "10.0.8.0/255.0.255.0");
    row("10.0.0.1", "10.0.0.1/32");
    row("10.0.0.1/0x8", "10.0.0.0/8");
    row("10/8", "10.0.0.0/8");
    row("10.1/16", "10.1.0.0/16");
    row("10", "10.0.0.0/32");
    row("0/0", "0.0.0.0/0");
    row("1.2.3.4/0", "0.0.0.0/0");
    row("fe80::1/64", "fe80::/64");
    row("fe80::1/65", "fe80::/65");
    row("::1", "::1/128");
    row("::/0", "::/0");
    row("2001:db8::/ffff:0:ffff::", "2001::/ffff:0:ffff::");
    row("1::/ffff::", "1::/16");
    for (const char* wrong : {"", "/8", "10.0.0.1/", "10.0.0.1/33", "10.0.0.1/08", "10.0.0.1/255.255",
                              "10.0.0.1/::", "::1/129", "::1/255.0.0.0", "10.0.0.1/-1", "10.0.0.0/8/8"})
        row(wrong, "nothing");
}

void TestAddress::readsAndPrintsNetworks()
{
    QFETCH(const QString, printed);
    QCOMPARE(text(Network::from(QTest::currentDataTag())), printed);
    QCOMPARE(text(Network::from(printed.toStdString())), printed);
}

void TestAddress::everyIpv4PrefixContainsItsEndsAndNotTheirNeighbours()
{
    for (int length = 1; length <= 32; ++length) {
        const Network network = Network::of(address("172.16.77.200"), length);
        QCOMPARE(network.prefixLength(), std::optional(length));
        QCOMPARE(network.isSingle(), length == 32);
        QVERIFY(network.contains(network.base));
        QVERIFY(network.contains(network.broadcast()));
        QVERIFY(!network.contains(network.broadcast().plus(1)));
        QVERIFY(!network.contains(Address::v4(network.base.v4() - 1)));
    }
    QVERIFY(Network::any(Family::ipv4).isAny());
    QCOMPARE(Network::of(address("1.2.3.4"), 0), Network::any(Family::ipv4));
    QCOMPARE(Network::of(address("1::"), 0), Network::any(Family::ipv6));
}

void TestAddress::containsLooksAtTheMaskOnly()
{
    const Network holes = *Network::from("10.0.8.0/255.0.255.0");
    QVERIFY(holes.contains(address("10.77.8.99")));
    QVERIFY(!holes.contains(address("10.77.9.99")));
    QVERIFY(!holes.prefixLength());
    const Network low = *Network::from("::5/::f");
    QVERIFY(low.contains(address("2001:db8::f5")));
    QVERIFY(!low.contains(address("2001:db8::f6")));
}

void TestAddress::networksNeverContainTheOtherFamily()
{
    QVERIFY(!Network::any(Family::ipv4).contains(address("::1")));
    QVERIFY(!Network::any(Family::ipv6).contains(address("10.0.0.1")));
    QVERIFY(!Network::from("::/96")->contains(address("0.0.0.1")));
}

void TestAddress::countsOnAcrossWords()
{
    QCOMPARE(address("10.0.0.255").plus(1), address("10.0.1.0"));
    QCOMPARE(address("255.255.255.255").plus(1), address("0.0.0.0"));
    QCOMPARE(address("1::ffff:ffff:ffff:ffff").plus(2), address("1:0:0:1::1"));
}

void TestAddress::knowsSpecialAddresses()
{
    QVERIFY(address("127.9.9.9").isLoopback());
    QVERIFY(address("::1").isLoopback());
    QVERIFY(!address("128.0.0.1").isLoopback());
    QVERIFY(!address("::2").isLoopback());
    QVERIFY(address("224.0.0.1").isMulticast());
    QVERIFY(address("239.255.255.255").isMulticast());
    QVERIFY(!address("240.0.0.1").isMulticast());
    QVERIFY(address("ff02::1").isMulticast());
    QVERIFY(!address("fe80::1").isMulticast());
    QVERIFY(address("::").isAny());
}

void TestAddress::comparesAsNumbers()
{
    QVERIFY(address("9.255.0.0") < address("10.0.0.0"));
    QVERIFY(address("1::") < address("1:0:0:0:0:1::"));
    QVERIFY(address("0.0.0.1") != address("::1"));
}

void TestAddress::printsPortRanges()
{
    QCOMPARE(toText(PortRange{80, 80}), std::string("80"));
    QCOMPARE(toText(PortRange{80, 90}), std::string("80:90"));
    QCOMPARE(toText(PortRange{}), std::string("0:65535"));
    QCOMPARE(PortRange{}.size(), 65536U);
    QVERIFY((PortRange{80, 90}.contains(90)));
    QVERIFY(!(PortRange{80, 90}.contains(91)));
}

void TestAddress::readsProtocols_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("printed");
    const auto row = [](const char* written, int number, const char* printed) {
        QTest::newRow(written) << number << QString(printed);
    };
    row("tcp", 6, "tcp");
    row("TCP", 6, "tcp");
    row("0x6", 6, "tcp");
    row("2", 2, "igmp");
    row("4", 4, "ipencap");
    row("47", 47, "gre");
    row("58", 58, "ipv6-icmp");
    row("icmpv6", 58, "ipv6-icmp");
    row("ipv6-icmp", 58, "ipv6-icmp");
    row("mh", 135, "mobility-header");
    row("ipv6-mh", 135, "mobility-header");
    row("136", 136, "udplite");
    row("7", 7, "7");
    row("255", 255, "255");
    row("all", 0, "all");
    row("ip", 0, "all");
    row("0", 0, "all");
    for (const char* wrong : {"256", "-1", "icmp6", "foo", "", "tcp ", "6x"})
        row(wrong, -1, "");
}

void TestAddress::readsProtocols()
{
    QFETCH(const int, number);
    QFETCH(const QString, printed);
    const auto read = protocolNamed(QTest::currentDataTag());
    QCOMPARE(read ? int{*read} : -1, number);
    if (read)
        QCOMPARE(QString::fromStdString(protocolName(*read)), printed);
}

void TestAddress::printsEveryProtocolSoThatItIsReadBack()
{
    for (int number = 0; number <= 255; ++number) {
        const auto protocol = static_cast<std::uint8_t>(number);
        QCOMPARE(protocolNamed(protocolName(protocol)), std::optional(protocol));
    }
    QVERIFY(hasPorts(protocol::dccp) && hasPorts(protocol::sctp) && hasPorts(protocol::udplite));
    QVERIFY(!hasPorts(protocol::icmp) && !hasPorts(protocol::gre) && !hasPorts(protocol::any));
}

void TestAddress::readsAndPrintsTcpFlags_data()
{
    QTest::addColumn<QString>("printed");
    const auto row = [](const char* written, const char* printed) { QTest::newRow(written) << QString(printed); };
    row("SYN", "SYN");
    row("ack,syn", "SYN,ACK");
    row("SYN|RST+FIN ACK", "FIN,SYN,RST,ACK");
    row("ALL", "FIN,SYN,RST,PSH,ACK,URG");
    row("NONE", "NONE");
    row("CWR,ECE", "ECE,CWR");
    for (const char* wrong : {"", "SIN", "SYN,", ",SYN", "SYN,,ACK"})
        row(wrong, "nothing");
}

void TestAddress::readsAndPrintsTcpFlags()
{
    QFETCH(const QString, printed);
    const auto flags = tcpFlagsNamed(QTest::currentDataTag());
    QCOMPARE(flags ? QString::fromStdString(tcpFlagNames(*flags)) : QStringLiteral("nothing"), printed);
}

QTEST_APPLESS_MAIN(TestAddress)
#include "tst_address.moc"
