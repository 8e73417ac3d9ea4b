#include "probability/history.h"

#include "emulator/emulate.h"
#include "emulator/other_end.h"

#include <algorithm>

namespace natwalk {

namespace {

/// No need to look for entries past their time-out more often, in connections.
constexpr std::uint64_t betweenTidyings = 1024;
/// As Linux chooses on a machine with 8 GB and more.
constexpr long usualTableSize = 262'144;

bool gaveWay(const Verdict& verdict)
{
    return verdict.because == Because::natClash || verdict.because == Because::natExhausted;
}

/// Whether conntrack lets an entry go early for a new one. @see nf_conntrack_proto_tcp.c, tcp_can_early_drop()
bool mayGoEarly(const Connection& connection)
{
    switch (connection.tcp) {
    case TcpState::finWait:
    case TcpState::closeWait:
    case TcpState::lastAck:
    case TcpState::timeWait:
    case TcpState::close: return true;
    default: return !connection.has(status::assured);
    }
}

}  // namespace

std::size_t History::Moment::bytes() const
{
    constexpr std::size_t slots = 8 * sizeof(std::uint32_t);
    std::size_t sum = sizeof(Moment) + state.connections.size() * (sizeof(Connection) + slots)
                      + open.size() * sizeof(Open) + state.memory.counts().size() * sizeof(std::uint64_t);
    for (const RecentList& list : state.memory.recentLists())
        sum += list.entries.size() * (sizeof(RecentEntry) + recentStamps * sizeof(double));
    return sum;
}

History::History(const Question& question, const ClientPlan& plan, std::uint64_t seed, std::uint64_t firstTrial,
                 std::shared_ptr<const SourceRuns> clients)
    : m_question(&question)
    , m_plan(&plan)
    , m_ruleset(question.ruleset())
    , m_seed(seed)
    , m_firstTrial(firstTrial)
    , m_most(static_cast<std::size_t>(
          std::max(1L, question.host().sysctl("net.netfilter.nf_conntrack_max", usualTableSize))))
    , m_clients(plan.clients())
    , m_known(question, plan, std::move(clients))
{
    m_now.state = *question.before;
}

void History::expect(std::uint64_t connections)
{
    // A closed TCP connection is remembered for 120 seconds; entries are tidied away some time after.
    constexpr double remembered = 200;
    const double perSecond = m_plan->connectionsPerSecond;
    const double most = perSecond > 0 ? perSecond * (remembered + m_plan->secondsOpen) : static_cast<double>(m_most);
    m_now.state.connections.reserve(
        static_cast<std::size_t>(std::min({static_cast<double>(connections), static_cast<double>(m_most), most})));
}

History::Connected History::next()
{
    waitForNext();
    State& state = m_now.state;
    const Packet first = nextPacket();
    const std::uint64_t client = m_now.done % m_clients;
    Dice dice(m_seed, m_firstTrial + m_now.done++);
    if (!hasRoomFor(first))
        return {.opening = {{}, first}, .full = true};
    Connected connected{m_known.open(client, first, state, dice)};
    const Opening& opening = connected.opening;
    connected.met = opening.belongsToEarlier || gaveWay(opening.verdict);
    const bool isTcp = first.protocol == protocol::tcp;
    if (!hasArrived(opening.verdict.outcome) || !Conversation::followsOn(first) || (opening.belongsToEarlier && isTcp))
        return connected;
    const Closing closing = m_known.converse(client, first, opening, state, dice);
    connected.cut = closing.cut;
    if (closing.open)
        m_now.open.push_back({state.clock + m_plan->secondsOpen, *closing.open});
    return connected;
}

TracePtr History::traceNext()
{
    waitForNext();
    Dice dice(m_seed, m_firstTrial + m_now.done);
    return emulate({m_question->document, std::make_shared<State>(m_now.state), nextPacket()}, dice);
}

void History::waitForNext()
{
    State& state = m_now.state;
    const double now = m_question->before->clock + m_plan->secondsTo(m_now.done);
    closeDue(now);
    state.clock = now;
    if (m_now.done >= m_now.tidied) {
        state.connections.eraseExpired(now);
        m_now.tidied = m_now.done + std::max<std::uint64_t>(betweenTidyings, state.connections.size() / 2);
    }
}

/// A full table lets an entry go that is closing or was never answered, of a few that it looks at.
/// @see Linux net/netfilter/nf_conntrack_core.c, __nf_conntrack_alloc() and early_drop()
bool History::hasRoomFor(const Packet& first)
{
    constexpr std::uint64_t looksAt = 8;
    const State& state = m_now.state;
    if (state.connections.size() < m_most || state.connections.find(tupleOf(first), state.clock))
        return true;
    for (std::uint64_t i = 0; i < looksAt; ++i) {
        const std::size_t entry = (m_now.done * looksAt + i) % state.connections.size();
        if (state.connections[entry].expires <= state.clock || mayGoEarly(state.connections[entry])) {
            m_now.state.connections.erase(entry);
            return true;
        }
    }
    return false;
}

void History::closeDue(double until)
{
    for (; !m_now.open.empty() && m_now.open.front().closes <= until; m_now.open.pop_front()) {
        m_now.state.clock = m_now.open.front().closes;
        // what falls at the end of a connection is drawn apart from what falls at the beginning of one
        Dice dice(~m_seed, m_firstTrial + m_now.done);
        Road road(*m_ruleset, m_question->host(), m_now.state, dice);
        m_now.open.front().conversation.close(road);
    }
}

}  // namespace natwalk
