// A packet's way, run once and then looked at: stepping back costs nothing.
//
// Steps carry ids and values, never prose. A run of rules that could not match is one RulesPassed.
#pragma once

#include "host/host.h"
#include "host/state.h"
#include "ruleset/ruleset.h"
#include "text/message.h"
#include "trace/verdict.h"

#include <cstdint>
#include <memory>
#include <variant>
#include <vector>

namespace natwalk {

/// The packet comes to a hook of a table (hooks without a table in the ruleset are not entered).
struct HookEntered
{
    Hook hook;
    TableName table;
    BackEnd backEnd = BackEnd::unknown;  ///< whose, where the ruleset is of both
};
/// A jump or goto was taken, or a built-in chain begins.
struct ChainEntered
{
    ChainId chain;
};
/// Rules `first` to `last` of one chain (numbers from 1) were read and did not match.
struct RulesPassed
{
    ChainId chain;
    std::uint32_t first;
    std::uint32_t last;
};
struct RuleMatched
{
    RuleId rule;
};
/// A random choice, or a match that touched the state, matched or not.
struct Drawn
{
    RuleId rule;
    Probability probability;
    bool outcome;
    bool random;
};
/// Why a packet changes.
enum class RewriteBy : std::uint8_t { target, connection, routing };
/// The packet changed; `change` numbers Trace::changes.
struct Rewritten
{
    RewriteBy by;
    RuleId rule;
    std::uint32_t change;
};
/// A routing decision; `out` is empty for "to this host".
struct Routed
{
    WayOut answer;
    bool again;
};
/// natwalk only approximates the kernel here: a match or target of a rule, or (noRule) what `what` says.
struct Doubted
{
    RuleId rule;
    std::uint8_t match;  ///< counts the rule's matches from 0; 0xff: its target
    bool assumed;
    MessageId what = MessageId::Nothing;
    bool chosen = false;  ///< somebody said so (Host::assumedMatches): no doubt is left
};
/// A set was changed, or was not for some reason; `change` numbers Trace::setChanges.
struct SetChanged
{
    RuleId rule;
    std::uint32_t change;
};
/// Back from a chain: its end was reached (`byEnd`), or RETURN.
struct ChainLeft
{
    ChainId chain;
    bool byEnd;
};
/// A built-in chain's policy, or an ACCEPT: the hook's table is done. Verdict at the very end.
struct TableLeft
{
    Hook hook;
    TableName table;
    bool byPolicy;
    BackEnd backEnd = BackEnd::unknown;
};
struct Tracked
{
    TrackState state;
    Direction direction;
};
struct Decided
{
    Verdict verdict;
};

using Event = std::variant<HookEntered, ChainEntered, RulesPassed, RuleMatched, Drawn, Rewritten, Routed, Doubted,
                           ChainLeft, TableLeft, Tracked, Decided, SetChanged>;

struct Step
{
    Event event;
    std::uint32_t depth = 0;  ///< depth in jumps, for stepOver and stepOut; 0 outside of chains
};

/// A packet before and after one rewrite.
struct Change
{
    Packet before;
    Packet after;
    std::size_t step = 0;  ///< the step that made it
};

/// What became of one packet, step by step. Const once made.
struct Trace
{
    RulesetPtr ruleset;
    std::shared_ptr<const Host> host;
    State before;  ///< what happened before the packet
    State after;   ///< the state before of the next packet
    Packet packetIn;
    Packet packetOut;  ///< as it left, was delivered, or was when it ended
    std::vector<Step> steps;
    std::vector<Change> changes;
    std::vector<IpSetChange> setChanges;
    Verdict verdict;
    bool depends = false;     ///< a doubt whose branches end differently
    std::vector<bool> draws;  ///< the outcomes of random draws, in order: Forced{draws} walks the same course again
    std::optional<Connection> connection;  ///< the packet's entry afterwards
    std::vector<std::shared_ptr<const Trace>>
        answers;  ///< packets that this host made in answer (REJECT, reset, echo reply)

    /// The packet as it was before step `index` (0 to steps.size()).
    const Packet& packetBefore(std::size_t index) const;
    const Packet& packetAfter(std::size_t index) const { return packetBefore(index + 1); }
    /// Conntrack's view of the packet before step `index`; untracked before conntrack saw it.
    Tracked trackingBefore(std::size_t index) const;
    /// The hook that step `index` belongs to; nothing outside of hooks.
    std::optional<HookEntered> hookAt(std::size_t index) const;
    /// The chain (innermost) of step `index`; noChain outside.
    ChainId chainAt(std::size_t index) const;
    /// The rule that step `index` speaks of; the first of a run that was passed; noRule where it speaks of none.
    RuleId ruleAt(std::size_t index) const;
};

using TracePtr = std::shared_ptr<const Trace>;

/// The answers and what was answered to them in turn, as somebody would see them who watches all devices: what left by
/// one, then what came to this host, then what ended on its way.
std::vector<TracePtr> allAnswers(const Trace& trace);

/// One level of jumps at a moment: a chain, and the rule that was jumped from (or is being read).
struct Frame
{
    ChainId chain;
    RuleId rule;
};
/// The chains entered and not yet left at step `index`, outermost first. A goto takes its user chain's place.
std::vector<Frame> callStack(const Trace& trace, std::size_t index);

/// Why a rule that was passed over (or drawn, or doubted) at step `index` did not match; Nothing where it did.
Message whyNot(const Trace& trace, std::size_t index, RuleId rule);

/// Why a rule did not match, and which part of it said no.
struct Refusal
{
    static constexpr std::uint32_t conditions = 0xffffffffU;

    Message reason;                    ///< Nothing where the rule did match
    std::uint32_t match = conditions;  ///< which of the rule's matches, from 0
};
/// The refusals of neighbours that step `index` passed over, as many as asked for; the moment is rebuilt once.
std::vector<Refusal> refusalsOf(const Trace& trace, std::size_t index, RuleId first, std::uint32_t count);

}  // namespace natwalk
