#include "probability/history.h"

#include "emulator/emulate.h"
#include "emulator/other_end.h"

#include <algorithm>

namespace natwalk {

namespace {

/// No need to clear away entries past their time-out while there are fewer.
constexpr std::size_t fewConnections = 1024;

bool gaveWay(const Verdict& verdict)
{
    return verdict.because == Because::natClash || verdict.because == Because::natExhausted;
}

void forgetExpired(Connections& connections, double now)
{
    for (std::size_t entry = connections.size(); entry-- > 0;)
        if (connections[entry].expires <= now)
            connections.erase(entry);
}

bool belongsToEarlier(const Flow& flow) { return flow.tracked && flow.state == TrackState::established; }

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

History::History(const Question& question, const ClientPlan& plan, std::uint64_t seed, std::uint64_t firstTrial)
    : m_question(&question)
    , m_plan(&plan)
    , m_ruleset(question.ruleset())
    , m_seed(seed)
    , m_firstTrial(firstTrial)
{
    m_now.state = *question.before;
}

History::Connected History::next()
{
    waitForNext();
    State& state = m_now.state;
    const Packet first = nextPacket();
    Dice dice(m_seed, m_firstTrial + m_now.done++);
    Walk walk(*m_ruleset, m_question->host(), state, first);
    while (const Fork* fork = walk.run(dice, m_nobody))
        walk.answer(dice.decide(*fork));

    Connected connected{walk.end().verdict, walk.packet()};
    const bool earlier = belongsToEarlier(walk.flow());
    connected.met = earlier || gaveWay(connected.verdict);
    Conversation conversation(first, connected.packet, connected.verdict.outcome);
    if (!hasArrived(connected.verdict.outcome) || !conversation.goesOn() || (earlier && conversation.isTcp()))
        return connected;
    Road road(*m_ruleset, m_question->host(), state, dice);
    connected.cut = !conversation.run(road, m_plan->requestsPerConnection);
    if (connected.cut || !conversation.isTcp())
        return connected;
    if (m_plan->secondsOpen > 0)
        m_now.open.push_back({state.clock + m_plan->secondsOpen, conversation});
    else
        connected.cut = !conversation.close(road);
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
    if (state.connections.size() >= m_now.tidyAt) {
        forgetExpired(state.connections, now);
        m_now.tidyAt = std::max(fewConnections, 2 * state.connections.size());
    }
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
