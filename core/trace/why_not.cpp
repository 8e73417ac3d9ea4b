// Why a rule did not match, found out when somebody asks: the moment is rebuilt from the packet and the state before.
#include "extensions/situational.h"
#include "trace/trace.h"

#include <array>
#include <cstdio>

namespace natwalk {

namespace {

/// What the rules saw at one step of a trace, made anew from the beginning up to there.
class Moment
{
public:
    Moment(const Trace& trace, std::size_t index) : m_trace(trace), m_state(trace.before)
    {
        findConnection();
        for (m_step = 0; m_step < index; ++m_step)
            relive(m_trace.steps[m_step].event);
    }

    const Packet& packet() const { return m_trace.packetBefore(m_step); }

    MatchContext context(RuleId rule, std::size_t match) const
    {
        const Tracked tracking = m_trace.trackingBefore(m_step);
        const auto hook = m_trace.hookAt(m_step);
        const bool known = tracking.state != TrackState::invalid && tracking.state != TrackState::untracked;
        return {packet(),
                *m_trace.host,
                m_state,
                hook ? hook->hook : Hook::prerouting,
                tracking.state,
                tracking.direction,
                known && m_connection ? &*m_connection : nullptr,
                {static_cast<std::uint32_t>(rule), static_cast<std::uint32_t>(match)}};
    }

    /// Lets a match remember that it was asked.
    void remember(MemoryKey key, const MemoryChange& change) { m_state.memory.apply(key, change, m_state.clock); }

private:
    /// The entry as it was before the packet; a new one begins without mark and translation.
    void findConnection()
    {
        const auto found = m_state.connections.find(tupleOf(m_trace.packetIn), m_state.clock);
        if (found) {
            m_connection = m_state.connections[found->index];
        } else if (m_trace.connection) {
            m_connection = m_trace.connection;
            m_connection->mark = 0;
            m_connection->status = 0;
            m_connection->reply = inverse(m_connection->original);
        }
    }

    void relive(const Event& event)
    {
        if (const auto* drawn = std::get_if<Drawn>(&event))
            askAgain(*drawn);
        else if (const auto* matched = std::get_if<RuleMatched>(&event))
            markConnection(matched->rule);
        else if (const auto* rewritten = std::get_if<Rewritten>(&event))
            translateConnection(*rewritten);
        else if (const auto* changed = std::get_if<SetChanged>(&event))
            changeSets(*changed);
        else if (const auto* doubted = std::get_if<Doubted>(&event); doubted != nullptr && doubted->chosen)
            askAssumed(*doubted);
    }

    /// A rule that touched the state: its matches are asked again, up to the first no.
    void askAgain(const Drawn& drawn)
    {
        if (drawn.random || (m_step > 0 && m_trace.ruleAt(m_step - 1) == drawn.rule))
            return;
        const Rule& rule = m_trace.ruleset->rule(drawn.rule);
        for (std::size_t match = 0; match < rule.matches.size(); ++match) {
            const MatchContext seen = context(drawn.rule, match);
            const Answer answer = rule.matches[match]->ask(seen);
            remember(seen.key, answer.change);
            if (answer.isCertainly(false))
                return;
        }
    }

    /// Whatever was said of it, a match that counts has counted.
    void askAssumed(const Doubted& doubted)
    {
        const MatchContext seen = context(doubted.rule, doubted.match);
        remember(seen.key, m_trace.ruleset->rule(doubted.rule).matches[doubted.match]->ask(seen).change);
    }

    /// A SET rule leaves one or two such steps, the second of them with nothing left to do.
    void changeSets(const SetChanged& changed)
    {
        if (m_step > 0 && std::holds_alternative<SetChanged>(m_trace.steps[m_step - 1].event)
            && m_trace.ruleAt(m_step - 1) == changed.rule)
            return;
        const Action action = m_trace.ruleset->rule(changed.rule).target->act(context(changed.rule, 0xff));
        if (const auto* order = std::get_if<ChangeSets>(&action))
            natwalk::changeSets(*order->order, m_trace.host->ipsets, m_state.memory.setsToChange(), packet(),
                                m_state.clock);
    }

    void markConnection(RuleId id)
    {
        const Rule& rule = m_trace.ruleset->rule(id);
        if (!m_connection || rule.action != RuleAction::target)
            return;
        const Action action = rule.target->act(context(id, 0xff));
        const auto* change = std::get_if<SetConnectionMark>(&action);
        if (change == nullptr || change->kind == SetConnectionMark::Kind::restore)
            return;
        const bool saves = change->kind == SetConnectionMark::Kind::save;
        const std::uint32_t value = saves ? packet().mark & change->nfMask : change->value;
        m_connection->mark = (m_connection->mark & ~change->ctMask) ^ value;
    }

    void translateConnection(const Rewritten& rewritten)
    {
        if (!m_connection || rewritten.by != RewriteBy::target)
            return;
        const Change& change = m_trace.changes[rewritten.change];
        if (change.before.dst != change.after.dst || change.before.dport != change.after.dport)
            m_connection->status |= status::destinationNat;
        if (change.before.src != change.after.src || change.before.sport != change.after.sport)
            m_connection->status |= status::sourceNat;
        m_connection->reply = inverse(tupleOf(change.after, m_connection->original.zone));
    }

    const Trace& m_trace;
    State m_state;
    std::optional<Connection> m_connection;
    std::size_t m_step = 0;
};

std::string percent(Probability probability)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.4g %%", probability.share() * 100);
    return text.data();
}

/// What a match says about its no; Nothing where it said yes.
Message reasonOf(const Match& match, const Answer& answer, const MatchContext& context, const Event& event)
{
    if (!context.host.assumedMatches.empty() && (answer.doubtful || isSituational(match.name())))
        if (const auto said = context.host.assumed(matchText(match)))
            return *said ? Message{} : message(MessageId::AssumedNotToMatch, matchText(match));
    if (answer.doubtful) {
        const auto* doubted = std::get_if<Doubted>(&event);
        const bool assumed = doubted != nullptr && doubted->match == context.key.match && doubted->assumed;
        return assumed ? Message{} : message(MessageId::TakenForNo, match.name());
    }
    if (answer.isCertainly(false))
        return match.whyNot(context);
    const auto* drawn = std::get_if<Drawn>(&event);
    if (!answer.isCertainly(true) && drawn != nullptr && !drawn->outcome)
        return message(MessageId::DrawWentTheOtherWay, percent(drawn->probability));
    return {};
}

Refusal refusalAt(const Trace& trace, std::size_t index, RuleId rule, Moment& moment)
{
    const Rule& asked = trace.ruleset->rule(rule);
    if (!asked.conditions.holdFor(moment.packet()))
        return {asked.conditions.whyNot(moment.packet())};
    for (std::uint32_t match = 0; match < asked.matches.size(); ++match) {
        const MatchContext seen = moment.context(rule, match);
        const Answer answer = asked.matches[match]->ask(seen);
        Message reason = reasonOf(*asked.matches[match], answer, seen, trace.steps[index].event);
        if (reason.id != MessageId::Nothing)
            return {std::move(reason), match};
        moment.remember(seen.key, answer.change);
    }
    return {};
}

}  // namespace

std::vector<Refusal> refusalsOf(const Trace& trace, std::size_t index, RuleId first, std::uint32_t count)
{
    std::vector<Refusal> refusals(count);
    if (index >= trace.steps.size() || first == noRule || std::holds_alternative<RuleMatched>(trace.steps[index].event))
        return refusals;
    Moment moment(trace, index);
    for (std::uint32_t i = 0; i < count; ++i)
        refusals[i] = refusalAt(trace, index, RuleId{static_cast<std::uint32_t>(first) + i}, moment);
    return refusals;
}

Message whyNot(const Trace& trace, std::size_t index, RuleId rule)
{
    return refusalsOf(trace, index, rule, 1).front().reason;
}

}  // namespace natwalk
