// Connections one after the other, each with what the earlier ones left: connections, recent lists, counters, buckets,
// the clock.
#pragma once

#include "emulator/question.h"
#include "probability/client_plan.h"
#include "probability/known_connections.h"
#include "trace/trace.h"

#include <deque>
#include <memory>

namespace natwalk {

/// A history from the state before on. Conntrack's table holds net.netfilter.nf_conntrack_max entries, or 262,144. What
/// happens hangs on the plan, the seed and the number of its first trial alone.
class History
{
public:
    /// Where a history stands: going on from there is the same as never having stopped.
    struct Moment
    {
        struct Open
        {
            double closes = 0;
            Conversation conversation;
        };

        State state;
        std::deque<Open> open;     ///< in the order in which they close
        std::uint64_t done = 0;    ///< connections so far
        std::uint64_t tidied = 0;  ///< when entries past their time-out are to be cleared away next, in connections

        std::size_t bytes() const;
    };

    struct Connected
    {
        Opening opening;    ///< where two went ways of the same number, verdict and end are equal
        bool met = false;   ///< it met an earlier one: belongs to its connection, or had to give way to it
        bool full = false;  ///< the table had no room for it: it was dropped before any rule
        bool cut = false;   ///< it arrived, but a later packet of it was lost
    };

    /// @param question    asked of each client; must outlive the history, as must `plan`
    /// @param firstTrial  the number of the first connection, for the dice
    /// @param clients     which of them no rule tells apart; null: each packet walks, even where its way is known
    History(const Question& question, const ClientPlan& plan, std::uint64_t seed, std::uint64_t firstTrial,
            std::shared_ptr<const SourceRuns> clients);

    /// Makes room for what so many connections leave in conntrack's table.
    void expect(std::uint64_t connections);
    /// Goes on from a moment of the same history.
    void goTo(const Moment& moment) { m_now = moment; }
    const Moment& now() const { return m_now; }

    Connected next();
    /// The first packet of the next connection, as a trace.
    TracePtr traceNext();

private:
    void waitForNext();
    bool hasRoomFor(const Packet& first);
    void closeDue(double until);
    Packet nextPacket() const { return m_plan->packetOf(m_question->packet, m_now.done); }

    const Question* m_question;
    const ClientPlan* m_plan;
    RulesetPtr m_ruleset;
    std::uint64_t m_seed;
    std::uint64_t m_firstTrial;
    std::size_t m_most;  ///< entries that conntrack's table holds
    std::uint32_t m_clients;
    KnownConnections m_known;
    Moment m_now;
};

}  // namespace natwalk
