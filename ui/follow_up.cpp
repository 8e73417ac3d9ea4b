#include "ui/follow_up.h"

#include "emulator/emulate.h"

#include <utility>

namespace natwalk {

namespace {

bool arrived(const Trace& trace)
{
    const Outcome outcome = trace.verdict.outcome;
    return outcome == Outcome::forwarded || outcome == Outcome::sent || outcome == Outcome::delivered;
}

constexpr std::uint8_t echoRequest = 8;
constexpr std::uint8_t echoRequest6 = 128;
constexpr std::uint32_t firstAnswered = 5000;  // where the other side's numbers begin

/// The type that answers a type of ICMP; echo requests are what people send.
std::uint8_t answerType(std::uint8_t type)
{
    if (type == echoRequest)
        return 0;
    return type == echoRequest6 ? std::uint8_t{echoRequest6 + 1} : type;
}

Question following(const Question& question, const Trace& trace, const Packet& packet)
{
    Question next = question;
    next.before = std::make_shared<const State>(trace.after);
    next.packet = packet;
    return next;
}

}  // namespace

std::optional<Question> replyTo(const Question& question, const Trace& trace)
{
    if (!arrived(trace))
        return {};
    Packet reply = trace.packetOut;
    std::swap(reply.src, reply.dst);
    std::swap(reply.sport, reply.dport);
    reply.in = trace.packetOut.out;  // delivered packets have none: this host answers
    reply.out = {};
    reply.mark = 0;
    reply.ttl = Packet{}.ttl;
    reply.icmpType = answerType(reply.icmpType);
    reply.seq = trace.packetOut.ack == 0 ? firstAnswered : trace.packetOut.ack;
    reply.ack = trace.packetOut.sequenceEnd();
    if ((reply.tcpFlags & tcpflag::ack) == 0)
        reply.tcpFlags |= tcpflag::ack;
    else
        reply.tcpFlags = tcpflag::ack;
    return following(question, trace, reply);
}

std::optional<Question> nextAfter(const Question& question, const Trace& trace)
{
    const auto reply = replyTo(question, trace);
    if (!reply || !reply->ruleset())
        return {};
    const TracePtr answered = emulate(*reply);
    Packet next = trace.packetIn;
    next.tcpFlags = tcpflag::ack;
    next.seq = reply->packet.ack;
    next.ack = reply->packet.sequenceEnd();
    return following(question, *answered, next);
}

}  // namespace natwalk
