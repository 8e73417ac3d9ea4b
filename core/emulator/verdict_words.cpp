// Verdicts in words.
#include "emulator/emulate.h"

namespace natwalk {

namespace {

std::string destinationOf(const Packet& packet) { return endpointText(packet.dst, packet.dport, packet.protocol); }

bool arrived(const Verdict& verdict)
{
    return verdict.outcome == Outcome::forwarded || verdict.outcome == Outcome::sent
           || verdict.outcome == Outcome::delivered;
}

/// A sentence about a packet that arrived: one id where the source is kept, another where it is not.
struct Arrival
{
    MessageId reaches, reachesAs;
    MessageId plain, plainAs;
};

Arrival arrivalOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::sent:
        return {MessageId::ReachesSent, MessageId::ReachesSentAs, MessageId::SentTo, MessageId::SentToAs};
    case Outcome::delivered:
        return {MessageId::ReachesThisHost, MessageId::ReachesThisHostAs, MessageId::DeliveredTo,
                MessageId::DeliveredTo};
    default:
        return {MessageId::ReachesForwarded, MessageId::ReachesForwardedAs, MessageId::ForwardedTo,
                MessageId::ForwardedToAs};
    }
}

Message arrivalSentence(const Trace& trace)
{
    const Verdict& verdict = trace.verdict;
    const Packet& out = trace.packetOut;
    const Arrival words = arrivalOf(verdict.outcome);
    const std::string source = endpointText(out.src, out.sport, out.protocol);
    if (verdict.destinationNat)
        return verdict.sourceNat ? message(words.reachesAs, destinationOf(out), source)
                                 : message(words.reaches, destinationOf(out));
    if (verdict.outcome == Outcome::delivered)
        return message(words.plain, destinationOf(out));
    return verdict.sourceNat ? message(words.plainAs, destinationOf(out), out.out, source)
                             : message(words.plain, destinationOf(out), out.out);
}

Message ofRule(const Trace& trace, MessageId id)
{
    const RulePlace place = trace.ruleset->placeOf(trace.verdict.decidingRule);
    return message(id, place.number, place.table, place.chain);
}

Message ofPolicy(const Trace& trace, MessageId id)
{
    const Chain& chain = trace.ruleset->chain(trace.verdict.decidingChain);
    return message(id, chain.table, chain.name);
}

Message rejectionSentence(const Trace& trace)
{
    const RulePlace place = trace.ruleset->placeOf(trace.verdict.decidingRule);
    return message(MessageId::RejectedByRule, nameOf(trace.verdict.reject), place.number, place.table, place.chain);
}

/// The sender is this host, and its packet ends before it left: the system call says so.
bool failsAtOnce(const Trace& trace) { return trace.packetIn.in.empty() && trace.packetOut.in.empty(); }

Message dropSentence(const Trace& trace)
{
    const Packet& out = trace.packetOut;
    const bool known = trace.verdict.decidingRule != noRule;
    switch (trace.verdict.because) {
    case Because::rule: return ofRule(trace, failsAtOnce(trace) ? MessageId::RefusedByRule : MessageId::DroppedByRule);
    case Because::policy:
        return ofPolicy(trace, failsAtOnce(trace) ? MessageId::RefusedByPolicy : MessageId::DroppedByPolicy);
    case Because::noRoute: return message(MessageId::DroppedNoRoute, out.dst);
    case Because::blackhole: return message(MessageId::DroppedBlackhole, out.dst);
    case Because::unreachable: return message(MessageId::DroppedUnreachable, out.dst);
    case Because::prohibited: return message(MessageId::DroppedProhibited, out.dst);
    case Because::martianSource: return message(MessageId::DroppedMartianSource, out.src, out.in);
    case Because::martianDestination: return message(MessageId::DroppedMartianDestination, out.dst);
    case Because::reversePath: return message(MessageId::DroppedReversePath, out.src, out.in);
    case Because::forwardingOff: return message(MessageId::DroppedForwardingOff);
    case Because::notForUs: return message(MessageId::DroppedNotForUs, out.dst);
    case Because::ttlExceeded: return message(MessageId::DroppedTtl);
    case Because::fragmentationNeeded: return message(MessageId::DroppedTooBig, out.out);
    case Because::beyondScope: return message(MessageId::DroppedBeyondScope, out.src);
    case Because::natExhausted:
        return known ? ofRule(trace, MessageId::DroppedNatExhausted) : message(MessageId::DroppedSilently);
    case Because::natClash: return message(MessageId::DroppedNatClash);
    case Because::headerTooShort: return message(MessageId::DroppedHeaderTooShort);
    case Because::masqueradedElsewhere: return message(MessageId::DroppedMasqueradedElsewhere, out.out);
    case Because::guarded:
        return known ? ofRule(trace, MessageId::GuardedByRule) : message(MessageId::GuardedConnection);
    case Because::match: return ofRule(trace, MessageId::DroppedByMatch);
    case Because::badCookie:
        return known ? ofRule(trace, MessageId::DroppedBadCookie) : message(MessageId::DroppedSilently);
    case Because::waitsForFragments: return message(MessageId::DroppedFragment);
    case Because::nothing:
    case Because::loop:
    case Because::tooManyJumps: break;
    }
    return message(MessageId::DroppedSilently);
}

Message answerSentence(const Trace& trace)
{
    const Packet& out = trace.packetOut;
    switch (trace.verdict.because) {
    case Because::unreachable: return message(MessageId::AnsweredUnreachable, out.dst);
    case Because::prohibited: return message(MessageId::AnsweredProhibited, out.dst);
    case Because::ttlExceeded: return message(MessageId::AnsweredTtl);
    case Because::fragmentationNeeded: return message(MessageId::AnsweredTooBig, out.out);
    case Because::beyondScope: return message(MessageId::AnsweredBeyondScope, out.src);
    default: return message(MessageId::AnsweredNoRoute, out.dst);
    }
}

Message sentenceOfOutcome(const Trace& trace)
{
    switch (trace.verdict.outcome) {
    case Outcome::forwarded:
    case Outcome::sent:
    case Outcome::delivered: return arrivalSentence(trace);
    case Outcome::rejected: return rejectionSentence(trace);
    case Outcome::dropped: return dropSentence(trace);
    case Outcome::icmpError: return answerSentence(trace);
    case Outcome::depends:
        return ofRule(trace, trace.verdict.because == Because::loop ? MessageId::DependsOnLoop
                                                                    : MessageId::DependsOnTooManyJumps);
    }
    return {};
}

/// The first doubt about a match on the way; nullptr when there is none.
const Doubted* firstDoubt(const Trace& trace)
{
    for (const Step& step : trace.steps)
        if (const auto* doubted = std::get_if<Doubted>(&step.event);
            doubted != nullptr && !doubted->chosen && doubted->match != 0xff)
            return doubted;
    return nullptr;
}

}  // namespace

std::optional<std::string> endpointOf(const Verdict& verdict, const Packet& out)
{
    if (!verdict.destinationNat || !arrived(verdict))
        return {};
    return destinationOf(out);
}

Message sentenceOf(const Trace& trace)
{
    const Doubted* doubt = trace.depends ? firstDoubt(trace) : nullptr;
    if (doubt == nullptr)
        return sentenceOfOutcome(trace);
    const RulePlace place = trace.ruleset->placeOf(doubt->rule);
    const std::string_view match = trace.ruleset->rule(doubt->rule).matches[doubt->match]->name();
    return message(MessageId::DependsOn, match, place.number, place.table, place.chain);
}

Message classOf(const Trace& trace)
{
    const bool nat = trace.verdict.sourceNat || trace.verdict.destinationNat;
    if (trace.depends)
        return {MessageId::ClassDepends, {}};
    switch (trace.verdict.outcome) {
    case Outcome::forwarded: return {nat ? MessageId::ClassForwardedAfterNat : MessageId::ClassForwarded, {}};
    case Outcome::sent: return {nat ? MessageId::ClassSentAfterNat : MessageId::ClassSent, {}};
    case Outcome::delivered: return {nat ? MessageId::ClassDeliveredAfterNat : MessageId::ClassDelivered, {}};
    case Outcome::rejected: return {MessageId::ClassRejected, {}};
    case Outcome::dropped:
        return {trace.verdict.because == Because::guarded ? MessageId::ClassGuarded : MessageId::ClassDropped, {}};
    case Outcome::icmpError: return {MessageId::ClassAnswered, {}};
    case Outcome::depends: break;
    }
    return {MessageId::ClassDepends, {}};
}

}  // namespace natwalk
