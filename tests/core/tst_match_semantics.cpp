// What each match says to packets: yes, no and why not, perhaps, or that it cannot know.
// Expected answers are the kernel's: what looks odd here was asked of Linux 6.18 with iptables 1.8.9.
#include "moment.h"

#include <QTest>

using namespace natwalk;
using namespace natwalk::test;

class TestMatchSemantics : public QObject
{
    Q_OBJECT

private slots:
    void answers_data();
    void answers();
    void drawsWithTheChanceThatTheKernelStores_data();
    void drawsWithTheChanceThatTheKernelStores();
    void describesWhatItLooksFor_data();
    void describesWhatItLooksFor();
    void looksIntoSets_data();
    void looksIntoSets();
    void pinsOneDestinationPort_data();
    void pinsOneDestinationPort();
};

namespace {

void row(const char* matches, const Moment& moment, const char* answer)
{
    QTest::addRow("%s %s -> %s", moment.ipv6 ? "ipv6" : "ipv4", matches, answer)
        << std::string(matches) << moment << QString::fromUtf8(answer);
}

void portRows()
{
    row("-p tcp -m tcp --dport 80", plain(), "yes");
    row("-p tcp -m tcp --dport 81", plain(), "no: destination port is 80, not 81");
    row("-p tcp -m tcp --dport 81:90", plain(), "no: destination port is 80, not 81:90");
    row("-p tcp -m tcp --dport 79:80", plain(), "yes");
    row("-p tcp -m tcp ! --dport 80", plain(), "no: destination port is 80, and the rule excludes 80");
    row("-p tcp -m tcp ! --sport 1:39999", plain(), "yes");
    row("-p tcp -m tcp --sport 53 --dport 81", plain(), "no: source port is 40000, not 53");
    row("-p tcp -m tcp --dport 80", laterFragment(protocol::tcp), "no: a later fragment carries no ports");
    row("-p tcp -m tcp", plain(), "yes");
    row("-p tcp -m tcp --syn", plain(), "yes");
    row("-p tcp -m tcp ! --syn", plain(), "no: of the flags FIN,SYN,RST,ACK it carries SYN, which the rule excludes");
    row("-p tcp -m tcp --tcp-flags SYN,ACK ACK", plain(), "no: of the flags SYN,ACK it carries SYN, not ACK");
    row("-p tcp -m tcp --tcp-flags ALL NONE", plain(),
        "no: of the flags FIN,SYN,RST,PSH,ACK,URG it carries SYN, not NONE");
    row("-p tcp -m tcp --dport 80 --tcp-option 5", plain(),
        "cannot know: natwalk does not know the packet's TCP options");
    row("-p tcp -m tcp --dport 81 --tcp-option 5", plain(), "no: destination port is 80, not 81");
    row("-p udp -m udp --dport 80", ofProtocol(protocol::udp), "yes");
    row("-p udp -m udp --sport 80", ofProtocol(protocol::udp), "no: source port is 40000, not 80");
    row("-p udp -m udp --dport 90:70", ofProtocol(protocol::udp), "no: destination port is 80, not 90:70");
    row("-p tcp -m multiport --dports 22,80", plain(), "yes");
    row("-p tcp -m multiport --dports 22,443:445", plain(), "no: destination port is 80, not 22,443:445");
    row("-p tcp -m multiport ! --dports 22,80", plain(), "no: destination port is 80, and the rule excludes 22,80");
    row("-p tcp -m multiport --sports 22,80", plain(), "no: source port is 40000, not 22,80");
    row("-p tcp -m multiport --ports 22,80", plain(), "yes");
    row("-p tcp -m multiport --ports 22", plain(), "no: neither source port 40000 nor destination port 80 is in 22");
    row("-p tcp -m multiport ! --ports 22", laterFragment(protocol::tcp), "no: a later fragment carries no ports");
}

void icmpRows()
{
    row("-p icmp -m icmp --icmp-type 8", icmp(8, 0), "yes");
    row("-p icmp -m icmp --icmp-type echo-request", icmp(0, 0), "no: ICMP type is 0/0, not 8");
    row("-p icmp -m icmp --icmp-type 3", icmp(3, 4), "yes");
    row("-p icmp -m icmp --icmp-type 3/1", icmp(3, 4), "no: ICMP type is 3/4, not 3/1");
    row("-p icmp -m icmp --icmp-type any", icmp(13, 0), "yes");
    row("-p icmp -m icmp ! --icmp-type 8", icmp(8, 0), "no: ICMP type is 8/0, and the rule excludes 8");
    row("-p icmp -m icmp ! --icmp-type 8", laterFragment(protocol::icmp), "no: a later fragment carries no ICMP type");
    row("-p ipv6-icmp -m icmp6 --icmpv6-type 128", icmp6(128, 0), "yes");
    row("-p ipv6-icmp -m icmp6 --icmpv6-type 255", icmp6(128, 0), "no: ICMP type is 128/0, not 255");
}

void markRows()
{
    const Moment marked = with([](Packet& packet) { packet.mark = 0x4001; });
    row("-m mark --mark 0x4001", marked, "yes");
    row("-m mark --mark 0x4000/0x4000", marked, "yes");
    row("-m mark --mark 0x4000/0x4000", plain(), "no: mark is 0x0, not 0x4000/0x4000");
    row("-m mark ! --mark 0x4000/0x4000", marked, "no: mark is 0x4001, and the rule excludes 0x4000/0x4000");
    row("-m mark --mark 0x5000/0x4000", marked, "no: mark is 0x4001, not 0x5000/0x4000");
    row("-m mark --mark 0x0/0x0", marked, "yes");
    row("-m connmark --mark 0x5/0xf", tracked(TrackState::established, 0), "yes");
    row("-m connmark --mark 0x5", tracked(TrackState::established, 0), "no: connection mark is 0x15, not 0x5");
    row("-m connmark ! --mark 0x5", untracked(TrackState::invalid), "no: it belongs to no connection");
    Moment labelled = tracked(TrackState::established, 0);
    labelled.connection->labels.set(5);
    row("-m connlabel --label 5", labelled, "yes");
    row("-m connlabel ! --label 5", labelled, "no: the connection has label 5, and the rule excludes it");
    row("-m connlabel --label 64", labelled, "no: the connection does not have label 64");
    row("-m connlabel --label 64 --set", labelled, "yes");
    row("-m connlabel ! --label 64 --set", labelled, "no: the connection has label 64, and the rule excludes it");
    row("-m connlabel --label 5", untracked(TrackState::invalid), "no: it belongs to no connection");
    row("-m connlabel ! --label 5 --set", untracked(TrackState::untracked), "yes");
    labelled.connection->labels.known = false;
    row("-m connlabel --label 5", labelled, "cannot know: conntrack -L does not tell the labels of this connection");
}

void addressTypeRows()
{
    row("-m addrtype --dst-type LOCAL", toAddress("192.168.1.10"), "yes");
    row("-m addrtype --dst-type LOCAL", toAddress("127.9.9.9"), "yes");
    row("-m addrtype --dst-type LOCAL", toAddress("10.244.0.1"), "yes");
    row("-m addrtype --dst-type LOCAL --limit-iface-in", toAddress("192.168.1.10"), "yes");
    row("-m addrtype --dst-type LOCAL --limit-iface-in", toAddress("10.244.0.1"),
        "no: 10.244.0.1 is of type UNICAST, not LOCAL");
    row("-m addrtype --dst-type LOCAL", plain(), "no: 10.244.0.5 is of type UNICAST, not LOCAL");
    row("-m addrtype ! --dst-type LOCAL", toAddress("192.168.1.10"),
        "no: 192.168.1.10 is of type LOCAL, which the rule excludes");
    row("-m addrtype --src-type LOCAL --dst-type UNICAST", plain(), "no: 192.168.1.50 is of type UNICAST, not LOCAL");
    row("-m addrtype --dst-type BROADCAST,MULTICAST", toAddress("224.0.0.1"), "yes");
    row("-m addrtype --dst-type BROADCAST,MULTICAST", toAddress("192.168.1.255"), "yes");
    row("-m addrtype --dst-type UNICAST", toAddress6("fd00::1"), "yes");
    row("-m addrtype --dst-type UNICAST,LOCAL", toAddress6("fd00::2"),
        "no: fd00::2 is of type UNICAST, not UNICAST,LOCAL");
    row("-m addrtype --dst-type LOCAL", toAddress6("fd00::1"), "yes");
    row("-m addrtype --dst-type MULTICAST", toAddress6("ff02::1"), "yes");
}

void connectionRows()
{
    const Moment first = tracked(TrackState::newConnection, status::destinationNat | status::destinationNatDone);
    const std::uint32_t seen = status::seenReply | status::assured | status::confirmed | status::destinationNat;
    const Moment later = tracked(TrackState::established, seen, Direction::reply);
    const Moment invalid = untracked(TrackState::invalid);
    row("-m conntrack --ctstate NEW", first, "yes");
    row("-m conntrack --ctstate DNAT", first, "yes");
    row("-m conntrack --ctstate RELATED,ESTABLISHED", first,
        "no: connection state is NEW,DNAT, not RELATED,ESTABLISHED");
    row("-m conntrack ! --ctstate NEW", first, "no: connection state is NEW,DNAT, and the rule excludes NEW");
    row("-m conntrack --ctstate INVALID", invalid, "yes");
    row("-m conntrack --ctstate UNTRACKED", untracked(TrackState::untracked), "yes");
    row("-m conntrack --ctstate INVALID --ctorigdst 9.9.9.9", invalid, "yes");
    row("-m conntrack --ctorigdst 10.244.0.5", invalid, "no: it belongs to no connection");
    row("-m conntrack ! --ctorigdst 9.9.9.9", invalid, "no: it belongs to no connection");
    row("-m conntrack --ctorigdst 10.96.0.0/16", later, "yes");
    row("-m conntrack --ctorigdst 10.97.0.0/16", later,
        "no: --ctorigdst of the connection is 10.96.0.1, not 10.97.0.0/16");
    row("-m conntrack --ctorigsrc 192.168.1.50 --ctreplsrc 10.244.0.5 --ctrepldst 192.168.1.50", later, "yes");
    row("-m conntrack --ctproto tcp --ctorigsrcport 40000 --ctorigdstport 80", later, "yes");
    row("-m conntrack --ctreplsrcport 80", later, "no: --ctreplsrcport of the connection is 8080, not 80");
    row("-m conntrack ! --ctproto 6", later, "no: --ctproto of the connection is 6, and the rule excludes 6");
    row("-m conntrack --ctdir REPLY", later, "yes");
    row("-m conntrack --ctdir ORIGINAL", later, "no: --ctdir of the connection is REPLY, not ORIGINAL");
    row("-m conntrack --ctstatus NONE", first, "no: --ctstatus of the connection is NONE, not NONE");
    row("-m conntrack ! --ctstatus NONE", first, "yes");
    row("-m conntrack --ctstatus SEEN_REPLY,ASSURED", later, "yes");
    row("-m conntrack --ctstatus EXPECTED", later,
        "no: --ctstatus of the connection is SEEN_REPLY,ASSURED,CONFIRMED, not EXPECTED");
    row("-m conntrack --ctexpire 0", first, "yes");
    row("-m conntrack --ctexpire 60:120", later, "yes");
    row("-m conntrack --ctexpire 61:120", later, "no: --ctexpire of the connection is 60, not 61:120");
    row("-m conntrack --ctorigdstport 81:79", later, "no: --ctorigdstport of the connection is 80, not 81:79");
    row("-m conntrack ! --ctorigdstport 81:79", later, "yes");
    row("-m state --state NEW", first, "yes");
    row("-m state --state ESTABLISHED", first, "no: connection state is NEW, not ESTABLISHED");
    row("-m state ! --state INVALID", invalid, "no: connection state is INVALID, and the rule excludes INVALID");
}

void senderRows()
{
    const Moment byKernel = with([](Packet& packet) {
        packet.in = {};
        packet.madeByKernel = true;
    });
    row("-m owner --uid-owner 1000", sentBy(1000, 100), "yes");
    row("-m owner --uid-owner 1000", sentBy(0, 0), "no: user is 0, not 1000");
    row("-m owner ! --uid-owner 0-999", sentBy(5, 0), "no: user is 5, and the rule excludes 0-999");
    row("-m owner --uid-owner 1000 --gid-owner 5", sentBy(1000, 100), "no: group is 100, not 5");
    row("-m owner --uid-owner 1000", sentBy(nobody, nobody), "cannot know: which user and group sent it is not known");
    row("-m owner --socket-exists", sentBy(nobody, nobody), "yes");
    row("-m owner --gid-owner 5 --suppl-groups", sentBy(0, 7),
        "cannot know: which user and group sent it is not known");
    row("-m owner --uid-owner 1000", plain(), "no: no program of this host sent it");
    row("-m owner ! --uid-owner 1000", plain(), "yes");
    row("-m owner --socket-exists", plain(), "no: no program of this host sent it");
    row("-m owner ! --uid-owner 1000 ! --socket-exists", plain(), "yes");
    row("-m owner ! --uid-owner 1000 --socket-exists", plain(), "no: no program of this host sent it");
    row("-m owner ! --uid-owner 1000 --socket-exists", byKernel, "yes");
    row("-m owner --uid-owner 0", byKernel, "no: no program of this host sent it");
    row("-m owner ! --socket-exists", byKernel, "no: it comes from a socket of this host, which the rule excludes");
}

void otherRows()
{
    row("-m comment --comment anything", plain(), "yes");
    row("-m ttl --ttl-eq 64", plain(), "yes");
    row("-m ttl ! --ttl-eq 64", plain(), "no: TTL is 64, and the rule excludes 64");
    row("-m ttl --ttl-lt 64", plain(), "no: TTL is 64, not below 64");
    row("-m ttl --ttl-gt 64", plain(), "no: TTL is 64, not above 64");
    row("-m length --length 40", plain(), "yes");
    row("-m length --length 41:", plain(), "no: length is 40, not 41:65535");
    row("-m length ! --length 0:100", plain(), "no: length is 40, and the rule excludes 0:100");
    row("-m iprange --src-range 192.168.1.49-192.168.1.51", plain(), "yes");
    row("-m iprange --src-range 192.168.1.51-192.168.1.99", plain(),
        "no: source 192.168.1.50 is not in 192.168.1.51-192.168.1.99");
    row("-m iprange ! --dst-range 10.0.0.0-10.255.255.255", plain(),
        "no: destination 10.244.0.5 is in 10.0.0.0-10.255.255.255, which the rule excludes");
    row("-m pkttype --pkt-type unicast", plain(), "yes");
    row("-m pkttype --pkt-type multicast", toAddress("224.0.0.1"), "yes");
    row("-m pkttype ! --pkt-type broadcast", toAddress("192.168.1.255"),
        "no: it is sent as broadcast, and the rule excludes broadcast");
    const Moment expedited = with([](Packet& packet) { packet.tos = 0xb8; });
    row("-m dscp --dscp-class EF", expedited, "yes");
    row("-m dscp --dscp 0x0a", expedited, "no: DSCP is 0x2e, not 0x0a");
    row("-m tos --tos 0xb8", expedited, "yes");
    row("-m tos ! --tos Minimize-Delay", expedited, "yes");
    row("-m tos --tos 0x10/0x10", plain(), "no: type of service is 0x00, not 0x10/0x10");
    row("-p sctp -m sctp --dport 80", ofProtocol(protocol::sctp), "yes");
    row("-p sctp -m sctp --dport 81 --chunk-types any INIT", ofProtocol(protocol::sctp),
        "no: destination port is 80, not 81");
    row("-p sctp -m sctp --dport 80 --chunk-types any INIT", ofProtocol(protocol::sctp), "yes");
    row("-m mac --mac-source 00:11:22:33:44:55", plain(), "cannot know: the sender's link address is not known");
    row("-m mac --mac-source XX:XX:XX:33:44:55", plain(), "cannot know: the sender's link address is not known");
    row("-m mac ! --mac-source 00:11:22:33:44:55", sentBy(0, 0), "no: it did not come over a link with addresses");
    row("-m physdev --physdev-is-bridged", plain(),
        "no: it passes no bridge of this host, and the rule asks for one: --physdev-is-bridged");
    row("-m physdev ! --physdev-is-in", plain(), "yes");
    row("-m physdev ! --physdev-is-in --physdev-in eth0", plain(),
        "no: it passes no bridge of this host, and the rule asks for one: ! --physdev-is-in --physdev-in eth0");
    row("-m physdev ! --physdev-is-in", with([](Packet& packet) { packet.in = "cni0"; }),
        "cannot know: natwalk does not simulate physdev");
    row("-m physdev --physdev-is-bridged", with([](Packet& packet) { packet.in = "cni0"; }),
        "no: the packet is routed, not --physdev-is-bridged");
    row("-m physdev ! --physdev-is-bridged", with([](Packet& packet) { packet.in = "cni0"; }), "yes");
    row("-m physdev --physdev-in veth1", with([](Packet& packet) { packet.in = "cni0"; }),
        "cannot know: natwalk does not simulate physdev");
    row("-m nfacct --nfacct-name packets", plain(), "yes");
    row("-m nosuchmatch --option 5", plain(), "cannot know: natwalk does not simulate nosuchmatch");
}

void congestionRows()
{
    const Moment marked = with([](Packet& packet) {
        packet.tos = 2;
        packet.tcpFlags = tcpflag::syn | tcpflag::ece;
    });
    row("-m ecn --ecn-ip-ect 2", marked, "yes");
    row("-m ecn --ecn-ip-ect 1", marked, "no: ECT is 2, not 1");
    row("-m ecn ! --ecn-ip-ect 2", marked, "no: ECT is 2, and the rule excludes 2");
    row("-p tcp -m ecn --ecn-tcp-ece ! --ecn-tcp-cwr", marked, "yes");
    row("-p tcp -m ecn --ecn-tcp-ece", plain(), "no: of the flags ECE,CWR it carries NONE, not --ecn-tcp-ece");
    row("-p tcp -m ecn ! --ecn-tcp-cwr", laterFragment(protocol::tcp), "no: a later fragment carries no ports");
}

void bytesRows()
{
    row("-m u32 --u32 6&0xFF=6", plain(), "yes");
    row("-m u32 ! --u32 6&0xFF=6", plain(), "no: the bytes are others: ! --u32 \"0x6&0xff=0x6\"");
    row("-m u32 --u32 0>>22&0x3C@0&0xFFFF=22,79:80", plain(), "yes");
    row("-m u32 --u32 4>>16=7", plain(),
        "cannot know: natwalk does not know the bytes that are asked for: --u32 \"0x4>>0x10=0x7\"");
    row("-m u32 --u32 4>>16=7&&9&0xFF=17", plain(), "no: the bytes are others: --u32 \"0x4>>0x10=0x7&&0x9&0xff=0x11\"");
    row("-m u32 --u32 60=0", plain(), "no: the bytes are others: --u32 \"0x3c=0x0\"");
    row("-m string --hex-string |c0a80132| --algo bm --to 16", plain(), "yes");
    row("-m string ! --hex-string |c0a80132| --algo bm --to 16", plain(),
        "no: the bytes are others: ! --hex-string \"|c0a80132|\" --algo bm --to 16");
    row("-m string --string abcdefghijklmnopqrstu --algo bm --from 20", plain(),
        "no: with 40 bytes it is too short to hold it");
    const Moment loaded = with([](Packet& packet) { packet.payloadLength = 100; });
    row("-m string --string GET --algo bm", loaded,
        "cannot know: natwalk does not know the bytes that are asked for: --string \"GET\" --algo bm");
    const Moment protectedBy = with([](Packet& packet) {
        packet.protocol = protocol::esp;
        packet.spi = 7;
    });
    row("-p esp -m esp --espspi 5:9", protectedBy, "yes");
    row("-p esp -m esp ! --espspi 7", protectedBy, "no: SPI is 7, and the rule excludes 7");
    row("-p esp -m esp --espspi 9:5", protectedBy, "no: SPI is 7, not 9:5");
    row("-p ah -m ah", protectedBy, "no: protocol is esp, not ah");
    row("-p dccp -m dccp --dccp-types REQUEST", ofProtocol(protocol::dccp), "yes");
    row("-p dccp -m dccp --dccp-types ACK,DATA", ofProtocol(protocol::dccp), "no: dccp-type is REQUEST, not DATA,ACK");
    row("-p sctp -m sctp --chunk-types all INIT", ofProtocol(protocol::sctp), "yes");
    row("-p sctp -m sctp --chunk-types any DATA", ofProtocol(protocol::sctp), "no: chunk-type is INIT, not any DATA");
}

/// What hangs on the host: its routes, its devices, the connection, the clock.
void hostRows()
{
    const auto from = [](const char* address) {
        return with([&](Packet& packet) { packet.src = *Address::from(address); });
    };
    row("-m rpfilter", plain(), "yes");
    row("-m rpfilter --invert", plain(), "no: an answer to 192.168.1.50 would leave by eth0");
    row("-m rpfilter", from("10.244.0.5"), "no: an answer to 10.244.0.5 would leave by cni0");
    row("-m rpfilter --loose", from("10.244.0.5"), "yes");
    row("-m policy --dir in --pol none", plain(), "yes");
    row("-m policy --dir in --pol ipsec", plain(), "no: natwalk supposes that this host has no IPsec");
    Moment grouped = plain();
    grouped.host.interfaces.front().group = 5;
    grouped.packet.in = grouped.host.interfaces.front().name;
    row("-m devgroup --src-group 0x4/0x4", grouped, "yes");
    row("-m devgroup --src-group 0", grouped, "no: src-group is 0x5, not default");
    row("-m helper --helper ftp", plain(), "no: no helper expected its connection");
    row("-m helper ! --helper ftp", tracked(TrackState::newConnection, 0), "yes");
    row("-m helper --helper ftp", tracked(TrackState::related, status::expected),
        "cannot know: natwalk does not simulate --helper ftp");
    row("-m connbytes --connbytes 0 --connbytes-mode packets --connbytes-dir both", untracked(TrackState::invalid),
        "no: it belongs to no connection");
    row("-m connbytes --connbytes 1 --connbytes-mode packets --connbytes-dir both", tracked(TrackState::established, 0),
        "cannot know: how much the connection carried so far is not known");
    Moment carried = tracked(TrackState::established, 0);
    carried.connection->traffic = {Traffic{2, 120}, Traffic{1, 60}};
    row("-m connbytes --connbytes 2:3 --connbytes-mode packets --connbytes-dir original", carried, "yes");
    row("-m connbytes --connbytes 100:150 --connbytes-mode bytes --connbytes-dir both", carried,
        "no: bytes (both) of the connection is 180, not 100:150");
    row("-m connbytes ! --connbytes 60 --connbytes-mode avgpkt --connbytes-dir both", carried,
        "no: avgpkt (both) of the connection is 60, and the rule excludes 60");
    row("-m time --weekdays Mon", plain(), "cannot know: what time it is is not known");
    Moment later = plain();
    later.state.clock = 1'700'000'000;  // Tuesday, 2023-11-14 22:13:20
    row("-m time --weekdays Tue --monthdays 14 --timestart 22:00 --timestop 22:30", later, "yes");
    row("-m time --timestart 22:30 --timestop 6:00", later,
        "no: it is Tue 2023-11-14T22:13:20, and the rule asks for --timestart 22:30:00 --timestop 06:00:00 --datestop "
        "2038-01-19T03:14:07");
    row("-m time --datestart 2024", later,
        "no: it is Tue 2023-11-14T22:13:20, and the rule asks for --datestart 2024-01-01T00:00:00 --datestop "
        "2038-01-19T03:14:07");
    row("-m socket", ofProtocol(protocol::gre), "no: no socket of this host waits for it");
    row("-m socket", plain(), "cannot know: which sockets this host has is not known");
    row("-p tcp -m tcpmss --mss 1400:", with([](Packet& packet) { packet.tcpFlags = tcpflag::ack; }),
        "no: of the flags SYN it carries NONE, not SYN");
}

void ipv6HeaderRows()
{
    const Moment packet6 = toAddress6("fd00::1");
    Moment fragment = packet6;
    fragment.packet.moreFragments = true;
    row("-m hbh", packet6, "no: it has no such extension header");
    row("-m rt --rt-type 0", packet6, "no: it has no such extension header");
    row("-m frag --fragmore", fragment, "yes");
    row("-m frag --fraglast", fragment, "no: its header is another than --fraglast");
    row("-m frag", packet6, "no: it has no such extension header");
    const auto headed = [&](std::uint8_t headers, std::uint8_t type = 0) {
        Moment moment = packet6;
        moment.packet.headers = headers;
        moment.packet.routingType = type;
        return moment;
    };
    row("-m hbh --hbh-len 8 --hbh-opts 1:4", headed(header::hopByHop), "yes");
    row("-m hbh --hbh-opts 5", headed(header::hopByHop), "no: its header is another than --hbh-opts 5");
    row("-m dst ! --dst-len 8", headed(header::destinationOptions), "no: its header is another than ! --dst-len 8");
    row("-m rt --rt-type 2 --rt-segsleft 0", headed(header::routing, 2), "yes");
    row("-m rt --rt-type 0 --rt-0-addrs 2001:db8::1", headed(header::routing),
        "no: its header is another than --rt-type 0 --rt-0-addrs 2001:db8::1");
    row("-m srh --srh-tag 5", headed(header::routing, 4), "cannot know: natwalk does not simulate --srh-tag 5");
    row("-m ah --ahlen 16", headed(header::authentication), "yes");
    row("-m ah --ahspi 7", packet6, "no: it has no such extension header");
    row("-m ipv6header --header hop,dst --soft", headed(header::hopByHop | header::destinationOptions), "yes");
    row("-m ipv6header --header prot", packet6, "yes");
    row("-m ipv6header --header frag --soft", fragment, "yes");
    row("-m ipv6header --header frag", fragment, "no: ipv6header is ipv6-frag,protocol, not ipv6-frag");
    row("-m eui64", packet6, "no: EUI-64 is fd00::50, not ...:..ff:fe..:...");
    Moment linked = packet6;
    linked.packet.src = *Address::from("fe80::211:22ff:fe33:4455");
    row("-m eui64", linked, "cannot know: the sender's link address is not known");
    linked.packet.linkSource = {0x00, 0x11, 0x22, 0x33, 0x44, 0x55};
    linked.packet.knowsLinkSource = true;
    row("-m eui64", linked, "yes");
    row("-m mac --mac-source 00:11:22:33:44:55", linked, "yes");
    row("-m mac --mac-source XX:XX:XX:33:44:55", linked, "yes");
    row("-m mac ! --mac-source 00:11:22:33:44:55", linked,
        "no: MAC is 00:11:22:33:44:55, and the rule excludes 00:11:22:33:44:55");
}

}  // namespace

void TestMatchSemantics::answers_data()
{
    QTest::addColumn<std::string>("matches");
    QTest::addColumn<Moment>("moment");
    QTest::addColumn<QString>("answer");
    portRows();
    icmpRows();
    markRows();
    addressTypeRows();
    connectionRows();
    senderRows();
    otherRows();
    congestionRows();
    bytesRows();
    hostRows();
    ipv6HeaderRows();
}

void TestMatchSemantics::answers()
{
    QFETCH(const std::string, matches);
    QFETCH(const Moment, moment);
    QFETCH(const QString, answer);
    const RulesetPtr ruleset = rulesetWith(matches, moment.ipv6);
    QVERIFY(ruleset && ruleset->ruleCount() == 1);
    QCOMPARE(said(matchIn(*ruleset), contextOf(moment)), answer);
}

void TestMatchSemantics::drawsWithTheChanceThatTheKernelStores_data()
{
    QTest::addColumn<std::string>("options");
    QTest::addColumn<std::uint32_t>("k");
    QTest::addColumn<QString>("reason");
    const auto chance = [](const char* options, std::uint32_t k, const char* reason) {
        QTest::newRow(options) << std::string(options) << k << QString::fromUtf8(reason);
    };
    chance("--probability 0.33333333349", 715827883, "the draw went the other way (chance 1/3)");
    chance("--probability 0.5", 1073741824, "the draw went the other way (chance 1/2)");
    chance("! --probability 0.25", 1610612736, "the draw went the other way (chance 75 %)");
    chance("--probability 0.33332999982", 715820724, "the draw went the other way (chance 33.33 %)");
    chance("--probability 0.0000000003", 1, "the draw went the other way (chance 4.657e-08 %)");
    chance("--probability 0.0000000002", 0, "its chance is 0: it never matches");
    chance("--probability 0.9999999999", Probability::whole, "");
}

void TestMatchSemantics::drawsWithTheChanceThatTheKernelStores()
{
    QFETCH(const std::string, options);
    QFETCH(const std::uint32_t, k);
    QFETCH(const QString, reason);
    const RulesetPtr ruleset = rulesetWith("-m statistic --mode random " + options);
    const Match& match = matchIn(*ruleset);
    const Moment moment = plain();
    QCOMPARE(match.ask(contextOf(moment)).probability.k, k);
    QVERIFY(!match.remembers());
    if (k != Probability::whole)
        QCOMPARE(QString::fromStdString(english(match.whyNot(contextOf(moment)))), reason);
}

void TestMatchSemantics::describesWhatItLooksFor_data()
{
    QTest::addColumn<std::string>("matches");
    QTest::addColumn<QString>("description");
    const auto describes = [](const char* matches, const char* description) {
        QTest::newRow(matches) << std::string(matches) << QString::fromUtf8(description);
    };
    describes("-p tcp -m tcp --dport 80", "destination port 80");
    describes("-p tcp -m tcp ! --sport 80:90", "any source port but 80:90");
    describes("-p tcp -m tcp --sport 5 --dport 80", "tcp packets with --sport 5 --dport 80");
    describes("-p tcp -m tcp", "any tcp packet");
    describes("-p tcp -m tcp --syn", "tcp packets with --tcp-flags FIN,SYN,RST,ACK SYN");
    describes("-m comment --comment \"cluster IP\"", "remark: cluster IP");
    describes("-m statistic --mode random --probability 0.33333333349", "by chance, 1/3 of the packets");
    describes("-m statistic --mode nth --every 3 --packet 0", "one packet in 3");
    describes("-m limit --limit 5/min --limit-burst 10", "at most 5/min, after a burst of 10");
    describes("-m recent --set --name A", "notes the address in the list A");
    describes("-m recent --remove --name A", "takes the address off the list A");
    describes("-m recent --rcheck --name A", "in the list A");
    describes("-m recent ! --rcheck --name A", "not in the list A");
    describes("-m recent --update --hitcount 4", "in the list DEFAULT, seen 4 times or more");
    describes("-m recent --rcheck --seconds 10800 --name A", "in the list A, seen within 10800 s");
    describes("-m conntrack --ctstate RELATED,ESTABLISHED", "connection state RELATED,ESTABLISHED");
    describes("-m conntrack --ctstate NEW --ctdir ORIGINAL", "a connection with --ctstate NEW --ctdir ORIGINAL");
    describes("-m addrtype ! --src-type LOCAL", "source is not of type LOCAL");
    describes("-m owner --uid-owner 5", "sent from this host, --uid-owner 5");
}

void TestMatchSemantics::describesWhatItLooksFor()
{
    QFETCH(const std::string, matches);
    QFETCH(const QString, description);
    QCOMPARE(QString::fromStdString(english(matchIn(*rulesetWith(matches)).describe())), description);
}

namespace {

// What the kernel answered with these sets.
constexpr const char* someSets = "create ports hash:ip,port family inet hashsize 1024 maxelem 65536\n"
                                 "add ports 10.244.0.5,tcp:80\n"
                                 "add ports 10.244.0.5,udp:53-54\n"
                                 "add ports 10.244.0.5,icmp:8/0\n"
                                 "create nets hash:net family inet\n"
                                 "add nets 10.0.0.0/8\n"
                                 "add nets 10.1.0.0/16 nomatch\n"
                                 "add nets 10.1.2.0/24 timeout 30\n"
                                 "create bits bitmap:port range 0-1024\n"
                                 "add bits 80\n"
                                 "create ways hash:net,iface family inet\n"
                                 "add ways 192.168.1.0/24,eth0\n"
                                 "create lists list:set size 8\n"
                                 "add lists nets\n"
                                 "add lists ports\n"
                                 "create three hash:ip,port,ip family inet\n"
                                 "add three 10.244.0.5,tcp:80,192.168.1.50\n"
                                 "create links hash:mac\n"
                                 "add links 00:11:22:33:44:55\n";

}  // namespace

void TestMatchSemantics::looksIntoSets_data()
{
    QTest::addColumn<std::string>("matches");
    QTest::addColumn<Moment>("moment");
    QTest::addColumn<QString>("answer");
    const Moment udp53 = toPort(protocol::udp, 53);
    const Moment udp55 = toPort(protocol::udp, 55);
    row("--match-set ports dst,dst", plain(), "yes");
    row("--match-set ports dst,dst", udp53, "yes");
    row("--match-set ports dst,dst", udp55, "no: its dst,dst is not in the set ports");
    row("! --match-set ports dst,dst", udp53, "no: its dst,dst is in the set ports, which the rule excludes");
    row("--match-set ports dst,dst", icmp(8, 0), "yes");
    row("--match-set ports dst", plain(), "no: its dst is not in the set ports");
    row("! --match-set ports dst", plain(), "yes");
    row("--match-set nets dst", plain(), "yes");
    row("--match-set nets dst", toAddress("10.1.9.9"), "no: its dst is not in the set nets");
    row("--match-set nets dst", toAddress("10.1.2.9"), "yes");
    row("--match-set nets src,dst", plain(), "no: its src,dst is not in the set nets");
    row("--match-set bits dst", plain(), "yes");
    row("--match-set bits src", plain(), "no: its src is not in the set bits");
    row("--match-set bits dst", icmp(0, 80), "no: its dst is not in the set bits");
    row("--match-set ways src,src", plain(), "yes");
    row("--match-set lists dst", plain(), "yes");
    row("--match-set lists dst", toAddress("8.8.8.8"), "no: its dst is not in the set lists");
    row("--match-set three dst,dst,src", plain(), "yes");
    row("--match-set three dst,dst,src", udp53, "no: its dst,dst,src is not in the set three");
    row("--match-set links src", plain(), "cannot know: what the set links holds is not known");
    row("--match-set nosuchset src", plain(), "cannot know: what the set nosuchset holds is not known");
    row("--match-set nets dst --packets-gt 5", plain(), "yes");  // a set without counters is not asked for any
    row("--match-set nets dst ! --update-counters", plain(), "yes");
}

void TestMatchSemantics::looksIntoSets()
{
    QFETCH(const std::string, matches);
    QFETCH(Moment, moment);
    QFETCH(const QString, answer);
    moment.host.ipsets = std::string(someSets);
    const RulesetPtr ruleset = rulesetWith("-m set " + matches);
    QCOMPARE(QString::fromStdString(matchIn(*ruleset).save()), QString::fromStdString(matches));
    QCOMPARE(said(matchIn(*ruleset), contextOf(moment)), answer);
}

void TestMatchSemantics::pinsOneDestinationPort_data()
{
    QTest::addColumn<std::string>("matches");
    QTest::addColumn<int>("port");
    QTest::newRow("tcp") << std::string("-p tcp -m tcp --dport 80 --sport 5") << 80;
    QTest::newRow("udp") << std::string("-p udp -m udp --dport 53") << 53;
    QTest::newRow("range") << std::string("-p tcp -m tcp --dport 80:81") << 0;
    QTest::newRow("inverted") << std::string("-p tcp -m tcp ! --dport 80") << 0;
    QTest::newRow("none") << std::string("-p tcp -m tcp") << 0;
    QTest::newRow("another match") << std::string("-m mark --mark 80") << 0;
}

void TestMatchSemantics::pinsOneDestinationPort()
{
    QFETCH(const std::string, matches);
    QFETCH(const int, port);
    QCOMPARE(int{matchIn(*rulesetWith(matches)).pins().dport}, port);
}

QTEST_APPLESS_MAIN(TestMatchSemantics)

#include "tst_match_semantics.moc"
