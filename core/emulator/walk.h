// The one interpreter: a packet's way through hooks, tables and chains, as ipt_do_table() and its callers go it.
//
// `Walk` runs up to the next fork and can be copied there, so that exact shares fork instead of starting anew;
// `walk()` lets a Chance answer each fork. It allocates nothing beyond the connection entry that it makes.
//
// Source: Linux net/ipv4/netfilter/ip_tables.c, net/netfilter/nf_conntrack_core.c, nf_nat_core.c, net/ipv4/ip_input.c,
// ip_forward.c, ip_output.c; order of tables and routing settled by experiment.
#pragma once

#include "emulator/chance.h"
#include "emulator/handshake_guard.h"
#include "emulator/recorder.h"
#include "emulator/routing.h"
#include "emulator/stations.h"
#include "emulator/tracking.h"
#include "host/state.h"
#include "ruleset/ruleset.h"

#include <boost/container/small_vector.hpp>

#include <optional>

namespace natwalk {

/// What the walk of one packet leaves behind beside the packet.
struct WalkEnd
{
    Verdict verdict;
    bool doubted = false;                   ///< something on the way was only approximated
    std::optional<std::size_t> connection;  ///< index in the state's connections
};

/// A packet on its way. Copy it at a fork to go both ways; each copy needs a state of its own (useState).
class Walk
{
public:
    Walk(const Ruleset& ruleset, const Host& host, State& state, const Packet& packet);
    /// A packet that this host makes in answer to another one: it belongs to that one's connection.
    Walk(const Ruleset& ruleset, const Host& host, State& state, const Packet& packet, const Flow& attached);

    /// Runs to the next fork, or to the end (nullptr). At a fork, call answer() before running on.
    /// @param chance  asked for numbers only (random ports)
    const Fork* run(Chance& chance, Recorder& recorder);
    void answer(bool yes) { m_answer = yes; }
    void useState(State& state) { m_state = &state; }

    /// As it left or was delivered; before the end, as it is now.
    const Packet& packet() const { return m_packet; }
    const Flow& flow() const { return m_flow; }
    WalkEnd end() const;
    /// Whether TPROXY gave it to a socket, whomever it was sent to.
    bool handedToSocket() const { return m_handedBy != noRule; }
    /// What this host says to the sender of a packet that it refused; nothing where it keeps silent.
    std::optional<Packet> reply() const { return m_reply; }
    /// What SYNPROXY says on this occasion, in this order.
    const std::vector<Said>& said() const { return m_said; }

private:
    friend struct WalkComparison;

    /// The packet as it entered, as far as it is compared with what becomes of it.
    struct Sent
    {
        Address src;
        Address dst;
        std::uint16_t sport = 0;
        std::uint16_t dport = 0;
        std::uint16_t icmpId = 0;
        bool fromHere = false;
    };
    struct RoutedAs
    {
        Address src;
        Address dst;
        std::uint32_t mark = 0;
        std::uint8_t tos = 0;
        std::uint8_t ttl = 0;
    };
    struct Caller
    {
        ChainId chain;
        std::uint32_t next;
    };
    enum class Asked : std::uint8_t { yes, no, fork, dropped };
    static constexpr std::uint8_t notBegun = 0xff;

    // walk.cpp: from station to station
    void beginFragment();
    void enterIpv6();
    const Station& nextStation();
    void visit(const Station& station);
    void lookUpConnection();
    void visitNat();
    bool leavesItsMasquerade() const;
    void finishNat(bool asked);
    void translateHere(RuleId rule);
    void routeIn();
    void routeRound();
    void routeOut();
    bool mustRouteAgain(TableName after) const;
    void routeAgain(TableName after);
    void forward();
    void leave();
    void comeRoundByLo();
    void follow(std::span<const Station> stations);
    void setDevices(const InterfaceName& in, const InterfaceName& out);
    void finish(Outcome outcome, Because because, RuleId rule = noRule);
    void refuse(Because because);
    void doubt(MessageId what);

    // walk_rules.cpp: reading a table's chains
    bool enterTable(Hook hook, TableName table);
    bool enterTable(Hook hook, TableName table, BackEnd backEnd);
    bool enterOtherBackEnd();
    bool readRules();
    Asked askMatches(const Rule& rule);
    Asked ask(const Match& match);
    void remember(const MemoryChange& change, MemoryKey key);
    Asked dropByMatch();
    Asked takeAssumed(bool yes);
    Asked takeAnswer();
    MatchContext contextOf(RuleId rule, std::uint32_t match) const;
    const Rule* nextCandidate();
    /// Rules from the last noted one up to (not including) `upTo` were read and did not match.
    void notePassed(std::uint32_t upTo)
    {
        if (m_listened && m_passedFrom < upTo)
            m_recorder->note(RulesPassed{m_chain, m_passedFrom + 1, upTo}, depth());
        m_passedFrom = upTo;
    }
    void nextRule();
    void readFrom(ChainId chain, std::uint32_t next);
    void enterChain(ChainId chain);
    void jump(const Rule& rule);
    void leaveChain(bool byEnd);
    void applyPolicy();
    void leaveTable(bool byPolicy);
    RuleId currentRule() const { return RuleId{m_ruleset->chain(m_chain).firstRule + m_next}; }
    std::uint32_t depth() const { return m_chain == noChain ? 0 : static_cast<std::uint32_t>(m_callers.size()) + 1; }
    template <typename Noted>
    void note(const Noted& event) const
    {
        if (m_listened)
            m_recorder->note(event, depth());
    }

    // walk_actions.cpp: what a matched rule does
    void apply(const Rule& rule);
    void act(const GoOn& action);
    void act(const AcceptPacket& action);
    void act(const DropPacket& action);
    void act(const ReturnToCaller& action);
    void act(const Reject& action);
    void act(const Translate& action);
    void act(const Masquerade& action);
    void act(const Redirect& action);
    void act(const SetMark& action);
    void act(const SetConnectionMark& action);
    void act(const Untrack& action);
    void act(const SetZone& action);
    void act(const SetTtl& action);
    void act(const SetTos& action);
    void act(const HandToSocket& action);
    void act(const ClearCongestionMarks& action);
    void act(const ChangeSets& action);
    void act(const GuardHandshake& action);
    void act(const DoubtfulAction& action);
    // walk_guard.cpp: SYNPROXY
    bool passesGuard();
    bool takesCookie(std::uint32_t firstSeq);
    void shiftNumbers();
    void bindTo(ManipType manip, const NatRange& range);
    void bindOrDrop(ManipType manip, const std::optional<NatRange>& range);
    template <typename Edit>
    void change(RewriteBy by, RuleId rule, Edit edit);

    const Ruleset* m_ruleset;
    const Host* m_host;
    State* m_state;
    Chance* m_chance = nullptr;
    Recorder* m_recorder = nullptr;
    bool m_listened = false;  ///< somebody takes notes: else no event is made

    Packet m_packet;
    Sent m_sent;
    Flow m_flow;
    bool m_tracks = true;
    BackEnd m_firstBackEnd = BackEnd::unknown;  ///< whose rules come first where both have some
    BackEnd m_backEnd = BackEnd::unknown;       ///< whose are being read
    bool m_looked = false;                      ///< conntrack saw the packet (or it is attached, or untracked)
    bool m_prepared = false;  ///< CT or NOTRACK said how conntrack shall look; the first to speak is heard
    std::uint16_t m_zone = 0;
    RoutingDecision m_way;
    RoutedAs m_routedAs;  ///< what routing looked at last

    std::span<const Station> m_stations;
    std::size_t m_station = 0;

    Hook m_hook = Hook::prerouting;
    TableName m_table = TableName::raw;
    ChainId m_builtIn = noChain;
    ChainId m_chain = noChain;  ///< noChain: between tables
    ChainRules m_reading;       ///< of the chain
    std::uint32_t m_next = 0;   ///< rule of the chain, from 0
    std::uint32_t m_passedFrom = 0;
    std::uint8_t m_match = notBegun;
    std::uint32_t m_gotos = 0;  ///< in a row, to notice circles
    std::uint32_t m_jumps = 0;  ///< of all kinds, in all tables
    boost::container::small_vector<Caller, 8> m_callers;

    Fork m_fork;
    std::optional<bool> m_answer;
    RuleId m_boundBy = noRule;  ///< the rule that bound at this hook
    RuleId m_deciding = noRule;
    RuleId m_handedBy = noRule;  ///< the TPROXY rule that gave the packet to a socket
    Verdict m_verdict;
    std::optional<Packet> m_reply;
    std::vector<Said> m_said;
    bool m_doubted = false;
    bool m_done = false;
};

template <typename Edit>
void Walk::change(RewriteBy by, RuleId rule, Edit edit)
{
    if (!m_listened)
        return edit(m_packet);
    const Packet before = m_packet;
    edit(m_packet);
    if (!(m_packet == before))
        m_recorder->noteChange(by, rule, before, m_packet, depth());
}

/// Walks one packet from its entry to its end. `packet` becomes what left or was delivered; `state` what is left
/// behind.
WalkEnd walk(const Ruleset& ruleset, const Host& host, State& state, Packet& packet, Chance& chance,
             Recorder& recorder);

}  // namespace natwalk
