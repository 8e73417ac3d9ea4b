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

/// The answer of this host with these flags, as it left; null where there is none. (SYNPROXY speaks for both ends.)
const Trace* saidBySynproxy(const Trace& trace, std::uint8_t flags)
{
    if (trace.verdict.because != Because::guarded)
        return nullptr;
    for (const TracePtr& answer : trace.answers)
        if (answer->packetOut.tcpFlags == flags && arrived(*answer))
            return answer.get();
    return nullptr;
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
    const Trace* sent = arrived(trace) ? &trace : saidBySynproxy(trace, tcpflag::syn);
    if (sent == nullptr)
        return {};
    Packet reply = sent->packetOut;
    std::swap(reply.src, reply.dst);
    std::swap(reply.sport, reply.dport);
    reply.in = sent->packetOut.out;  // delivered packets have none: this host answers
    reply.out = {};
    reply.mark = 0;
    reply.ttl = Packet{}.ttl;
    reply.icmpType = answerType(reply.icmpType);
    const bool opens = sent->packetOut.tcpFlags == tcpflag::syn;
    reply.seq = opens || sent->packetOut.ack == 0 ? firstAnswered : sent->packetOut.ack;
    reply.ack = sent->packetOut.sequenceEnd();
    reply.tcpOptionBytes = 0;
    reply.madeByKernel = false;
    if ((reply.tcpFlags & tcpflag::ack) == 0)
        reply.tcpFlags |= tcpflag::ack;
    else
        reply.tcpFlags = tcpflag::ack;
    return following(question, trace, reply);
}

std::optional<Question> nextAfter(const Question& question, const Trace& trace)
{
    if (const Trace* answer = saidBySynproxy(trace, tcpflag::syn | tcpflag::ack)) {
        Packet next = trace.packetIn;
        next.tcpFlags = tcpflag::ack;
        next.seq = trace.packetIn.sequenceEnd();
        next.ack = answer->packetOut.sequenceEnd();
        return following(question, trace, next);
    }
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
