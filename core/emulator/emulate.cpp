#include "emulator/emulate.h"

#include "emulator/error_allowance.h"
#include "emulator/host_stack.h"
#include "emulator/other_end.h"
#include "emulator/walk.h"

#include <algorithm>

namespace natwalk {

namespace {

/// Answers to answers: a host that talks to itself ends here at the latest.
constexpr unsigned deepestAnswer = 4;
/// Suppositions that are tried out before natwalk says that it depends.
constexpr std::size_t mostSuppositions = 64;

/// Where a packet begins: its ruleset, its host, and what happened before.
struct Setting
{
    RulesetPtr ruleset;
    std::shared_ptr<const Host> host;
};

std::shared_ptr<Trace> walkRecorded(const Setting& setting, const State& before, const Packet& packet,
                                    const Flow* attached, Chance& chance, unsigned depth);

void addAnswer(Trace& trace, const Packet& answer, const Flow* attached, Chance& chance, unsigned depth)
{
    const auto walked = walkRecorded({trace.ruleset, trace.host}, trace.after, answer, attached, chance, depth + 1);
    if (!walked->verdict.reachedRules)
        return;  // no way to send it: it never was
    trace.after = walked->after;
    trace.answers.push_back(walked);
}

/// Says before the end of a trace that its answer may be one too many.
void doubtAnswer(Trace& trace)
{
    const Doubted doubted{noRule, 0xff, false, MessageId::DoubtErrorLimit};
    trace.steps.insert(trace.steps.end() - 1, {doubted, 0});
}

/// Sends an answer, if the limits on errors let it.
void addAllowed(Trace& trace, const Packet& answer, const Flow* attached, Chance& chance, unsigned depth)
{
    if (!mayAnswer(*trace.host, trace.after, answer))
        return;
    if (!isWithinLimitOfAll(*trace.host, trace.after, answer))
        doubtAnswer(trace);
    addAnswer(trace, answer, attached, chance, depth);
}

/// A refusal that nobody hears is a drop: its answer had no way, or was dropped on it.
void silenceRefusal(Trace& trace)
{
    if (!trace.answers.empty() && hasArrived(trace.answers.front()->verdict.outcome))
        return;
    trace.verdict.outcome = Outcome::dropped;
    for (Step& step : trace.steps)
        if (auto* decided = std::get_if<Decided>(&step.event))
            decided->verdict = trace.verdict;
}

/// SYNPROXY's words to both ends, each in the state that the one before left.
void addSaid(Trace& trace, const std::vector<Said>& all, const Tuple& flow, Chance& chance, unsigned depth)
{
    for (const Said& said : all) {
        const auto found = said.shift ? trace.after.connections.find(flow, trace.after.clock) : std::nullopt;
        if (found) {
            Connection& connection = trace.after.connections[found->index];
            connection.segments.shift = *said.shift;
            connection.status |= status::sequenceAdjust;
        }
        addAnswer(trace, said.packet, said.flow ? &*said.flow : nullptr, chance, depth);
    }
}

/// conntrack sums a long datagram of IPv6 up, header and all; when rules change that header later, the sum looks wrong
/// to its socket. @see Linux net/core/datagram.c, __skb_checksum_complete(); include/net/dsfield.h
bool looksDamaged(const Trace& trace, const Flow& flow)
{
    constexpr std::uint32_t summedAtOnce = 76;
    const Packet& sent = trace.packetIn;
    const Packet& now = trace.packetOut;
    const bool isLong = now.protocol == protocol::udp && now.length() - now.networkLength() > summedAtOnce;
    return isLong && now.src.family == Family::ipv6 && flow.tracked && !sent.in.empty()
           && (sent.tos != now.tos || sent.ttl != now.ttl);
}

/// What this host says to the packet, walked as packets of their own.
void addAnswers(Trace& trace, const Walk& walk, Chance& chance, unsigned depth)
{
    if (depth >= deepestAnswer)
        return;
    const bool mayTell = mayTellOfRoute(trace.after, trace.packetOut, trace.verdict.because);
    if (const auto refusal = walk.reply()) {
        const Flow attached = answering(walk.flow(), trace.after);
        if (mayTell)
            addAllowed(trace, *refusal, &attached, chance, depth);
        silenceRefusal(trace);
    } else if (trace.verdict.outcome == Outcome::delivered && !looksDamaged(trace, walk.flow())) {
        if (const auto reply = stackReply(*trace.host, trace.packetOut, walk.handedToSocket()))
            addAllowed(trace, *reply, nullptr, chance, depth);
    }
}

/// The tuple by which the packet's connection is found again, once the answers are through.
Tuple nameOfFlow(const Trace& trace, const Walk& walk)
{
    const Connection* own = walk.flow().connection(std::as_const(trace.after));
    return own == nullptr ? tupleOf(trace.packetIn) : own->original;
}

std::shared_ptr<Trace> walkRecorded(const Setting& setting, const State& before, const Packet& packet,
                                    const Flow* attached, Chance& chance, unsigned depth)
{
    auto trace = std::make_shared<Trace>();
    trace->ruleset = setting.ruleset;
    trace->host = setting.host;
    trace->before = before;
    trace->after = before;
    trace->packetIn = packet;

    Recorder recorder(*trace);
    Walk walk = attached == nullptr ? Walk(*setting.ruleset, *setting.host, trace->after, packet)
                                    : Walk(*setting.ruleset, *setting.host, trace->after, packet, *attached);
    while (const Fork* fork = walk.run(chance, recorder))
        walk.answer(chance.decide(*fork));
    trace->packetOut = walk.packet();
    trace->verdict = walk.end().verdict;
    const Tuple flow = nameOfFlow(*trace, walk);
    addAnswers(*trace, walk, chance, depth);
    if (depth < deepestAnswer)
        addSaid(*trace, walk.said(), flow, chance, depth);
    if (const auto found = trace->after.connections.find(flow, trace->after.clock))
        trace->connection = trace->after.connections[found->index];
    return trace;
}

/// A place where the way forks by doubt, and which way was supposed.
struct Supposition
{
    RuleId rule;
    std::uint8_t match;

    bool operator==(const Supposition&) const = default;
};

/// Walks anew with other suppositions, and compares the ends.
class DoubtExplorer
{
public:
    explicit DoubtExplorer(const Trace& trace) : m_trace(trace) {}

    bool endsDifferently()
    {
        for (const Supposition& doubt : doubtsOf(m_trace))
            m_open.push_back({doubt});
        for (std::size_t next = 0; next < m_open.size() && next < mostSuppositions; ++next)
            if (differs(std::vector(m_open[next])))
                return true;
        return false;
    }

private:
    /// Matches only: what natwalk cannot decide about a target has no other branch to try.
    static std::vector<Supposition> doubtsOf(const Trace& trace)
    {
        std::vector<Supposition> doubts;
        for (const Step& step : trace.steps)
            if (const auto* doubted = std::get_if<Doubted>(&step.event);
                doubted && !doubted->chosen && !doubted->assumed && doubted->match != 0xff)
                doubts.push_back({doubted->rule, doubted->match});
        return doubts;
    }

    bool differs(const std::vector<Supposition>& supposed)
    {
        Forced draws(m_trace.draws);
        Supposing chance(draws, [&](const Fork& fork) {
            return std::find(supposed.begin(), supposed.end(), Supposition{fork.rule, fork.match}) != supposed.end();
        });
        const auto other =
            walkRecorded({m_trace.ruleset, m_trace.host}, m_trace.before, m_trace.packetIn, nullptr, chance, 0);
        if (!endsAlike(*other))
            return true;
        for (const Supposition& doubt : doubtsOf(*other)) {
            std::vector<Supposition> more = supposed;
            more.push_back(doubt);
            m_open.push_back(std::move(more));
        }
        return false;
    }

    bool endsAlike(const Trace& other) const
    {
        return other.verdict.outcome == m_trace.verdict.outcome
               && endpointOf(other.verdict, other.packetOut) == endpointOf(m_trace.verdict, m_trace.packetOut)
               && other.packetOut.src == m_trace.packetOut.src && other.packetOut.out == m_trace.packetOut.out;
    }

    const Trace& m_trace;
    std::vector<std::vector<Supposition>> m_open;
};

}  // namespace

TracePtr emulate(const Question& question, Chance& chance)
{
    const Setting setting{question.ruleset(), question.document->host};
    const auto trace = walkRecorded(setting, *question.before, question.packet, nullptr, chance, 0);
    trace->depends = trace->verdict.outcome == Outcome::depends || DoubtExplorer(*trace).endsDifferently();
    return trace;
}

TracePtr emulate(const Question& question)
{
    Forced likeliest;
    return emulate(question, likeliest);
}

}  // namespace natwalk
