// A packet's length, its words, and which ICMP messages speak of another packet.
#include "packet/packet.h"

#include <QtTest>

using namespace natwalk;

namespace {

Packet packet(const char* src, const char* dst, std::uint8_t protocol)
{
    Packet made;
    made.src = *Address::from(src);
    made.dst = *Address::from(dst);
    made.protocol = protocol;
    return made;
}

}  // namespace

class TestPacket : public QObject
{
    Q_OBJECT

private slots:
    void measuresTheIpPacket_data();
    void measuresTheIpPacket();
    void knowsErrorsOfBothFamilies();
    void printsItself();
    void keepsLongInterfaceNamesShort();
};

void TestPacket::measuresTheIpPacket_data()
{
    QTest::addColumn<bool>("ipv6");
    QTest::addColumn<int>("protocol");
    QTest::addColumn<int>("length");
    QTest::newRow("tcp") << false << int{protocol::tcp} << 140;
    QTest::newRow("tcp over ipv6") << true << int{protocol::tcp} << 160;
    QTest::newRow("udp") << false << int{protocol::udp} << 128;
    QTest::newRow("icmp") << false << int{protocol::icmp} << 128;
    QTest::newRow("icmpv6") << true << int{protocol::icmp6} << 148;
    QTest::newRow("sctp") << false << int{protocol::sctp} << 132;
    QTest::newRow("gre") << false << int{protocol::gre} << 120;
}

void TestPacket::measuresTheIpPacket()
{
    QFETCH(const bool, ipv6);
    QFETCH(const int, protocol);
    QFETCH(const int, length);
    Packet made = packet(ipv6 ? "::1" : "10.0.0.1", ipv6 ? "::2" : "10.0.0.2", static_cast<std::uint8_t>(protocol));
    made.payloadLength = 100;
    QCOMPARE(made.length(), static_cast<std::uint32_t>(length));
    made.fragmentOffset = 1480;  // a later fragment has no header below IP; in IPv6 one that says what it is
    QCOMPARE(made.length(), ipv6 ? 148U : 120U);
}

void TestPacket::knowsErrorsOfBothFamilies()
{
    const auto errorsOf = [](std::uint8_t protocol) {
        QList<int> types;
        for (int type = 0; type < 256; ++type) {
            Packet made = packet("10.0.0.1", "10.0.0.2", protocol);
            made.icmpType = static_cast<std::uint8_t>(type);
            if (made.isIcmpError())
                types.append(type);
        }
        return types;
    };
    QCOMPARE(errorsOf(protocol::icmp), QList<int>({3, 4, 5, 11, 12}));
    QCOMPARE(errorsOf(protocol::icmp6).size(), 128);
    QCOMPARE(errorsOf(protocol::icmp6).last(), 127);
    QVERIFY(errorsOf(protocol::tcp).isEmpty());
}

void TestPacket::printsItself()
{
    Packet made = packet("10.0.0.7", "10.0.0.1", protocol::tcp);
    made.sport = 4000;
    made.dport = 80;
    made.in = "eth0";
    QCOMPARE(toText(made), std::string("tcp 10.0.0.7:4000 > 10.0.0.1:80 in eth0"));
    made.out = "cni0";
    QCOMPARE(toText(made), std::string("tcp 10.0.0.7:4000 > 10.0.0.1:80 in eth0 out cni0"));
    QCOMPARE(toText(packet("10.0.0.7", "10.0.0.1", protocol::icmp)), std::string("icmp 8/0 10.0.0.7 > 10.0.0.1"));
    QCOMPARE(endpointText(*Address::from("2001:db8::1"), 80, protocol::udp), std::string("[2001:db8::1]:80"));
    QCOMPARE(endpointText(*Address::from("2001:db8::1"), 80, protocol::icmp6), std::string("2001:db8::1"));
}

void TestPacket::keepsLongInterfaceNamesShort()
{
    QCOMPARE(InterfaceName("abcdefghijklmnopq").view(), std::string_view("abcdefghijklmno"));
    QVERIFY(InterfaceName("abcdefghijklmnopq") == InterfaceName("abcdefghijklmno"));
    QVERIFY(InterfaceName().empty());
}

QTEST_APPLESS_MAIN(TestPacket)
#include "tst_packet.moc"
