// Reading a table's chains, rule by rule. @see Linux net/ipv4/netfilter/ip_tables.c, ipt_do_table()

#include "emulator/nat.h"
#include "emulator/walk.h"
#include "extensions/situational.h"

namespace natwalk {

namespace {

/// A packet of a real ruleset takes a few hundred. Where each chain jumps twice to the next one, they double with every
/// level, and the kernel itself does not come to an end.
constexpr std::uint32_t mostJumps = 1U << 18U;

/// Whether a later match of the rule says no for certain, whatever this one would have said: then a doubt about it does
/// not matter. What remembers is not asked before its time.
bool failsLater(const Rule& rule, std::uint32_t match, MatchContext context)
{
    for (std::uint32_t later = match + 1; later < rule.matches.size(); ++later) {
        const Match& next = *rule.matches[later];
        context.key.match = later;
        if (next.remembers())
            return false;
        const Answer answer = next.ask(context);
        const bool said = answer.doubtful && context.host.assumed(matchText(next)) == false;
        if (said || answer.isCertainly(false))
            return true;
    }
    return false;
}

}  // namespace

/// Begins at the built-in chain of a hook; answers false when the ruleset has no such table.
bool Walk::enterTable(Hook hook, TableName table)
{
    return enterTable(hook, table, m_firstBackEnd)
           || (m_firstBackEnd != BackEnd::unknown && enterTable(hook, table, otherThan(m_firstBackEnd)));
}

bool Walk::enterTable(Hook hook, TableName table, BackEnd backEnd)
{
    m_builtIn = m_ruleset->entry(table, hook, backEnd);
    if (m_builtIn == noChain)
        return false;
    const Chain& chain = m_ruleset->chain(m_builtIn);
    if (!chain.existsInKernel)
        return false;
    note(HookEntered{hook, table, backEnd});
    m_backEnd = backEnd;
    m_table = table;
    m_gotos = 0;
    if (chain.letsAllPass && !m_listened)
        leaveTable(true);
    else
        enterChain(m_builtIn);
    return true;
}

void Walk::enterChain(ChainId chain)
{
    readFrom(chain, 0);
    note(ChainEntered{chain});
}

void Walk::readFrom(ChainId chain, std::uint32_t next)
{
    m_chain = chain;
    m_reading = m_ruleset->reading(chain);
    m_next = next;
    m_passedFrom = next;
    m_match = notBegun;
}

/// Reads on until the packet leaves the table or its way ends; answers true at a fork.
bool Walk::readRules()
{
    while (m_chain != noChain) {
        const Rule* rule = nextCandidate();
        if (rule == nullptr) {
            notePassed(m_next);
            leaveChain(true);
            continue;
        }
        switch (askMatches(*rule)) {
        case Asked::fork: return true;
        case Asked::no: nextRule(); break;
        case Asked::yes: apply(*rule); break;
        case Asked::dropped: break;
        }
    }
    return false;
}

/// The next rule whose conditions hold; at the chain's end nullptr.
const Rule* Walk::nextCandidate()
{
    const auto& [rules, index] = m_reading;
    if (m_match != notBegun)
        return &rules[m_next];
    for (;; ++m_next) {
        if (index)
            m_next = index->nextCandidate(m_next, m_packet);
        if (m_next >= rules.size())
            return nullptr;
        const Rule& rule = rules[m_next];
        if (!rule.hasConditions || rule.conditions.holdFor(m_packet)) {
            m_match = 0;
            return &rule;
        }
    }
}

void Walk::nextRule()
{
    ++m_next;
    m_match = notBegun;
}

MatchContext Walk::contextOf(RuleId rule, std::uint32_t match) const
{
    MatchContext context{m_packet, *m_host, *m_state, m_hook, m_flow.state, m_flow.direction, nullptr, {}};
    context.connection = m_flow.connection(std::as_const(*m_state));
    context.key = {static_cast<std::uint32_t>(rule), match};
    return context;
}

/// Left to right, up to the first no.
Walk::Asked Walk::askMatches(const Rule& rule)
{
    const auto askFrom = [&](std::uint32_t match) { m_match = static_cast<std::uint8_t>(rule.askedFrom(match)); };
    for (askFrom(m_match); m_match < rule.matches.size(); askFrom(m_match + 1U)) {
        const Asked asked = m_answer ? takeAnswer() : ask(*rule.matches[m_match]);
        if (asked != Asked::yes)
            return asked;
    }
    return Asked::yes;
}

Walk::Asked Walk::ask(const Match& match)
{
    const MatchContext context = contextOf(currentRule(), m_match);
    const Answer answer = match.ask(context);
    const bool touches = !std::holds_alternative<std::monostate>(answer.change);
    if (touches)
        remember(answer.change, context.key);
    if (answer.drops)
        return dropByMatch();
    if (answer.doubtful && failsLater(m_ruleset->rule(currentRule()), m_match, context))
        return Asked::no;
    if (!m_host->assumedMatches.empty() && (answer.doubtful || isSituational(match.name())))
        if (const auto said = m_host->assumed(matchText(match)))
            return takeAssumed(*said);
    if (answer.doubtful || !(answer.probability.isCertain() || answer.probability.isNever())) {
        m_fork.rule = currentRule();
        m_fork.match = m_match;
        m_fork.probability = answer.probability;
        m_fork.doubtful = answer.doubtful;
        return Asked::fork;
    }
    const bool yes = answer.probability.isCertain();
    if (touches && m_listened) {
        notePassed(m_next);
        m_passedFrom = m_next + (yes ? 0 : 1);
        note(Drawn{currentRule(), answer.probability, yes, false});
    }
    return yes ? Asked::yes : Asked::no;
}

/// Most of it is the memory's; a label is the connection's.
void Walk::remember(const MemoryChange& change, MemoryKey key)
{
    m_state->memory.apply(key, change, m_state->clock);
    if (const auto* labelled = std::get_if<ConnectionLabelled>(&change))
        m_flow.connection(*m_state)->labels.set(labelled->label);
}

/// iptables drops without a word of the rule, nf_tables tells it as the rule's verdict.
/// @see Linux net/ipv4/netfilter/ip_tables.c, hotdrop in ipt_do_table(); net/netfilter/nft_compat.c
Walk::Asked Walk::dropByMatch()
{
    notePassed(m_next);
    m_passedFrom = m_next + 1;
    const BackEnd backEnd = m_backEnd == BackEnd::unknown ? m_ruleset->backEnd() : m_backEnd;
    if (backEnd == BackEnd::nft)
        note(RuleMatched{currentRule()});
    finish(Outcome::dropped, Because::match, currentRule());
    return Asked::dropped;
}

/// What somebody said of a match that nothing else decides.
Walk::Asked Walk::takeAssumed(bool yes)
{
    notePassed(m_next);
    m_passedFrom = m_next + (yes ? 0 : 1);
    note(Doubted{currentRule(), m_match, yes, MessageId::Nothing, true});
    return yes ? Asked::yes : Asked::no;
}

/// What was decided at the fork that the walk stopped at.
Walk::Asked Walk::takeAnswer()
{
    const bool yes = *m_answer;
    m_answer.reset();
    notePassed(m_next);
    m_passedFrom = m_next + (yes ? 0 : 1);
    if (m_fork.doubtful) {
        m_doubted = true;
        note(Doubted{m_fork.rule, m_fork.match, yes});
    } else {
        note(Drawn{m_fork.rule, m_fork.probability, yes, true});
        if (m_listened)
            m_recorder->noteDraw(yes);
    }
    return yes ? Asked::yes : Asked::no;
}

/// A jump remembers where to come back to; a goto does not. More of either than there are chains is a circle.
void Walk::jump(const Rule& rule)
{
    const std::size_t most = m_ruleset->chainCount();
    const bool isCircle = m_callers.size() > most || m_gotos > most;
    if (isCircle || ++m_jumps > mostJumps) {
        m_doubted = true;
        note(Doubted{currentRule(), notBegun, false});
        return finish(Outcome::depends, isCircle ? Because::loop : Because::tooManyJumps, currentRule());
    }
    if (rule.action == RuleAction::jump)
        m_callers.push_back({m_chain, m_next + 1});
    else
        ++m_gotos;
    enterChain(rule.destination);
}

void Walk::leaveChain(bool byEnd)
{
    if (m_chain != m_builtIn)
        note(ChainLeft{m_chain, byEnd});
    if (m_callers.empty())
        return applyPolicy();
    const Caller caller = m_callers.back();
    m_callers.pop_back();
    readFrom(caller.chain, caller.next);
    m_gotos = 0;
}

void Walk::applyPolicy()
{
    m_chain = m_builtIn;
    if (m_ruleset->chain(m_builtIn).policy == Policy::accept)
        return leaveTable(true);
    note(TableLeft{m_hook, m_table, true, m_backEnd});
    m_verdict.decidingChain = m_builtIn;
    finish(Outcome::dropped, Because::policy);
}

void Walk::leaveTable(bool byPolicy)
{
    note(TableLeft{m_hook, m_table, byPolicy, m_backEnd});
    m_callers.clear();
    m_chain = noChain;
    if (m_firstBackEnd != BackEnd::unknown && enterOtherBackEnd())
        return;
    if (m_table == TableName::nat)
        finishNat(true);
}

/// The same table of the other back end comes next; but nat asks nobody else once one has bound the connection.
/// @see Linux net/netfilter/core.c, nf_hook_entries_grow(); net/netfilter/nf_nat_core.c, nf_nat_inet_fn()
bool Walk::enterOtherBackEnd()
{
    const bool isTheirTurn = m_backEnd == m_firstBackEnd && m_stations[m_station - 1].only == BackEnd::unknown;
    if (!isTheirTurn || (m_table == TableName::nat && isBound(*m_flow.connection(*m_state), manipAt(m_hook))))
        return false;
    if (m_table == TableName::mangle && m_hook == Hook::output)
        routeAgain(TableName::mangle);
    return m_done || enterTable(m_hook, m_table, otherThan(m_firstBackEnd));
}

}  // namespace natwalk
