#include "emulator/other_end.h"

namespace natwalk {

bool hasArrived(Outcome outcome)
{
    return outcome == Outcome::forwarded || outcome == Outcome::sent || outcome == Outcome::delivered;
}

Packet fromTheOtherEnd(const Packet& sent, Outcome outcome)
{
    Packet packet;
    packet.src = sent.dst;
    packet.dst = sent.src;
    if (outcome == Outcome::delivered)
        packet.uid = packet.gid = 0;
    else
        packet.in = sent.out;
    return packet;
}

namespace {

/// Errors have none, nor has what neighbours tell each other.
bool hasId(const Packet& packet)
{
    const std::uint8_t type = packet.icmpType;
    return packet.protocol == protocol::icmp6 ? type == 128 || type == 129 || type == 139 || type == 140
                                              : !packet.isIcmpError();
}

}  // namespace

Packet replyTo(const Packet& sent, Outcome outcome)
{
    Packet reply = fromTheOtherEnd(sent, outcome);
    reply.protocol = sent.protocol;
    reply.sport = sent.dport;
    reply.dport = sent.sport;
    reply.tcpFlags = tcpflag::syn | tcpflag::ack;
    reply.seq = 5000;
    reply.ack = 1001;
    reply.icmpType = sent.protocol == protocol::icmp6 ? 129 : 0;
    reply.icmpId = hasId(sent) ? sent.icmpId : std::uint16_t{0};
    return reply;
}

Packet followUpOf(const Packet& first)
{
    Packet next = first;
    next.tcpFlags = tcpflag::ack;
    next.seq = 1001;
    next.ack = 5001;
    return next;
}

}  // namespace natwalk
