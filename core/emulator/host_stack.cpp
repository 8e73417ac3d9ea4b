#include "emulator/host_stack.h"

#include "emulator/refusal.h"
#include "emulator/routing_ipv6.h"
#include "host/ipv6_addresses.h"

#include <algorithm>
#include <array>

namespace natwalk {

namespace {

constexpr std::uint8_t igmp = 2;
constexpr std::uint8_t ipip = 4;
constexpr std::uint8_t ipv6 = 41;
// Protocols that Linux has a handler for, which answers by other means or not at all.
constexpr std::array handled = {igmp,          ipip,         ipv6,           protocol::dccp,  protocol::gre,
                                protocol::esp, protocol::ah, protocol::sctp, protocol::icmp6, protocol::icmp,
                                protocol::none};

constexpr std::uint32_t firstSequence = 5000;
constexpr std::uint16_t shortestTimestamp = 4;  // of what follows the ICMP header; shorter requests are ignored
constexpr std::uint16_t timestamps = 12;        // three of them, and nothing else, are in an answer
constexpr std::uint8_t typeTimestampReply = 14;
constexpr std::uint8_t type6ParameterProblem = 4;
constexpr std::uint8_t codeUnknownHeader = 1;

/// The packet turned round: what every answer begins with.
Packet turnedRound(const Packet& packet)
{
    Packet answer;
    answer.src = packet.dst;
    answer.dst = packet.src;
    answer.protocol = packet.protocol;
    answer.sport = packet.dport;
    answer.dport = packet.sport;
    answer.tos = packet.tos;
    answer.madeByKernel = true;
    return answer;
}

/// What a socket that listens says: whoever it belongs to speaks later, or not; natwalk knows no programs.
std::optional<Packet> answerOfListener(const Packet& packet)
{
    const bool opens = (packet.tcpFlags & (tcpflag::syn | tcpflag::ack | tcpflag::rst)) == tcpflag::syn;
    if (packet.protocol != protocol::tcp || !opens)
        return {};
    Packet answer = turnedRound(packet);
    answer.tcpFlags = tcpflag::syn | tcpflag::ack;
    answer.seq = firstSequence;
    answer.ack = packet.sequenceEnd();
    return answer;
}

std::optional<Packet> answerTcp(const Host& host, const Packet& packet)
{
    if (isListening(host, packet.protocol, packet.dst, packet.dport))
        return answerOfListener(packet);
    std::optional<Packet> reset = rejection(host, packet, RejectWith::tcpReset, true);
    if (reset)
        reset->tos = static_cast<std::uint8_t>(packet.tos & 0xfcU);  // without the marks of congestion
    return reset;
}

std::optional<Packet> answerUdp(const Host& host, const Packet& packet)
{
    if (isListening(host, packet.protocol, packet.dst, packet.dport))
        return {};
    return rejection(
        host, packet,
        packet.dst.family == Family::ipv4 ? RejectWith::icmpPortUnreachable : RejectWith::icmp6PortUnreachable, true);
}

/// The type of the answer to a request that every host answers.
std::optional<std::uint8_t> answeredType(const Host& host, const Packet& packet)
{
    if (packet.protocol == protocol::icmp6)
        return packet.icmpType == 128 && host.sysctl("net.ipv6.icmp.echo_ignore_all", 0) == 0
                   ? std::optional<std::uint8_t>(129)
                   : std::nullopt;
    if (packet.icmpType == 8 && host.sysctl("net.ipv4.icmp_echo_ignore_all", 0) == 0)
        return 0;
    const bool stamped = packet.icmpType == 13 && packet.payloadLength >= shortestTimestamp;
    return stamped ? std::optional(typeTimestampReply) : std::nullopt;
}

std::optional<Packet> answerIcmp(const Host& host, const Packet& packet)
{
    const auto type = answeredType(host, packet);
    if (!type)
        return {};
    Packet answer = turnedRound(packet);
    answer.icmpType = *type;
    answer.icmpId = packet.icmpId;
    answer.payloadLength = *type == typeTimestampReply ? timestamps : packet.payloadLength;
    return answer;
}

/// Whether an echo that was not sent to this host alone is answered.
bool answersEchoToAll(const Host& host, const Packet& packet)
{
    if (packet.protocol == protocol::icmp)
        return host.sysctl("net.ipv4.icmp_echo_ignore_broadcasts", 1) == 0;
    const char* ignored =
        packet.dst.isMulticast() ? "net.ipv6.icmp.echo_ignore_multicast" : "net.ipv6.icmp.echo_ignore_anycast";
    return packet.protocol == protocol::icmp6 && host.sysctl(ignored, 0) == 0;
}

/// Broadcast, multicast or anycast: only an echo may be answered, by an address of the host's own.
std::optional<Packet> answerToAll(const Host& host, const Packet& packet)
{
    if (!answersEchoToAll(host, packet))
        return {};
    std::optional<Packet> answer = answerIcmp(host, packet);
    // IPv6 speaks for the device that was spoken to.
    const auto own = packet.src.family == Family::ipv6
                         ? host.addressFor(packet.in, packet.src, packet.src)
                         : host.sourceFor(host.route(packet.src, Address::any(packet.src.family), 0), packet.src);
    if (!answer || !own)
        return {};
    answer->src = *own;
    return answer;
}

std::optional<Packet> answerUnknown(const Host& host, const Packet& packet)
{
    const bool known = std::find(handled.begin(), handled.end(), packet.protocol) != handled.end();
    if (known || isListening(host, packet.protocol, packet.dst, 0))
        return {};
    if (packet.dst.family == Family::ipv6)
        return icmpError(host, packet, type6ParameterProblem, codeUnknownHeader, true);
    return rejection(host, packet, RejectWith::icmpProtoUnreachable, true);
}

/// The answer, wherever it goes.
std::optional<Packet> answerTo(const Host& host, const Packet& delivered, bool handed)
{
    if (delivered.badChecksum || delivered.isFragment() || (delivered.headers & header::authentication) != 0)
        return {};
    if (handed)
        return answerOfListener(delivered);
    const bool datagram = delivered.protocol == protocol::udp || delivered.protocol == protocol::udplite;
    if (datagram && isRoutersAnycast(host, delivered.dst))
        return answerUdp(host, delivered);
    if (!host.isLocal(delivered.dst))
        return answerToAll(host, delivered);
    switch (delivered.protocol) {
    case protocol::tcp: return answerTcp(host, delivered);
    case protocol::udp:
    case protocol::udplite: return answerUdp(host, delivered);
    case protocol::icmp:
    case protocol::icmp6: return answerIcmp(host, delivered);
    default: return answerUnknown(host, delivered);
    }
}

}  // namespace

bool isListening(const Host& host, std::uint8_t protocol, const Address& address, std::uint16_t port)
{
    return std::any_of(host.listeners.begin(), host.listeners.end(), [&](const Listener& each) {
        return each.protocol == protocol && (each.port == 0 || each.port == port)
               && (!each.address || *each.address == address);
    });
}

std::optional<Packet> stackReply(const Host& host, const Packet& delivered, bool handed)
{
    std::optional<Packet> answer = answerTo(host, delivered, handed);
    if (answer)
        answer->out = linkOfAnswer(host, delivered, *answer);
    return answer;
}

}  // namespace natwalk
