#include "emulator/emulate.h"
#include "emulator/other_end.h"
#include "emulator/scenario_parts.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace natwalk {

namespace {

/// Between two packets that follow each other at once.
constexpr double secondsAPacket = 0.001;
constexpr std::uint32_t bytesQuoted = 8;  // behind the headers of IP, as an ICMP error quotes at least

constexpr std::uint16_t stepped(std::uint16_t port, std::int64_t step, std::uint32_t repetition)
{
    const std::int64_t moved = (port - 1 + step * repetition) % 65535;
    return static_cast<std::uint16_t>(1 + (moved < 0 ? moved + 65535 : moved));
}

Packet errorAbout(const Trace& trace)
{
    const Packet& sent = trace.packetOut;
    Packet error = fromTheOtherEnd(sent, trace.verdict.outcome);
    const bool ipv4 = sent.src.family == Family::ipv4;
    error.protocol = ipv4 ? protocol::icmp : protocol::icmp6;
    error.icmpType = ipv4 ? 3 : 1;
    error.icmpCode = ipv4 ? 1 : 3;
    error.payloadLength = static_cast<std::uint16_t>(std::min(sent.networkLength() + bytesQuoted, sent.length()));
    error.hasQuote = true;
    const Tuple quoted = tupleOf(sent);
    error.quote = {sent.src, sent.dst, sent.protocol, quoted.sport, quoted.dport};
    return error;
}

/// The counting match of the rule with this name ("nat:CHAIN:rule:3").
std::optional<MemoryKey> counterOf(const Ruleset& ruleset, std::string_view name)
{
    const std::size_t colon = name.find(':');
    const std::size_t word = name.rfind(":rule:");
    const auto table = tableNamed(name.substr(0, colon));
    if (!table || word == std::string_view::npos || word <= colon)
        return {};
    const ChainId chain = ruleset.find(*table, name.substr(colon + 1, word - colon - 1));
    const std::string_view digits = name.substr(word + 6);
    std::uint32_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (chain == noChain || number == 0 || number > ruleset.chain(chain).ruleCount)
        return {};
    const RuleId rule = ruleset.ruleAt(chain, number);
    const auto& matches = ruleset.rule(rule).matches;
    for (std::uint32_t i = 0; i < matches.size(); ++i)
        if (matches[i]->remembers() && matches[i]->name() == "statistic")
            return MemoryKey{static_cast<std::uint32_t>(rule), i};
    return {};
}

/// Replays a scenario, packet by packet.
class Replay
{
public:
    Replay(const DocumentPtr& document, const Scenario& scenario, ChooseCourse choose = {})
        : m_scenario(scenario)
        , m_choose(std::move(choose))
        , m_state(scenario.before)
    {
        auto hosted = std::make_shared<Document>(*document);
        if (scenario.host)
            hosted->host = scenario.host;
        m_document = std::move(hosted);
        for (const auto& [name, count] : scenario.nth)
            setCounter(name, count);
    }

    void run(const std::function<bool(const Replayed&)>& sink)
    {
        for (const ScenarioPacket& packet : m_scenario.packets)
            for (std::uint32_t repetition = 0; repetition < packet.repeat; ++repetition)
                if (!sink(replayed(packet, repetition)))
                    return;
    }

    const State& state() const { return m_state; }

    /// The question of a packet's first repetition, after all that come before it.
    std::optional<Question> questionOf(std::string_view id)
    {
        for (const ScenarioPacket& packet : m_scenario.packets) {
            if (packet.id == id)
                return prepared(packet, 0).question;
            for (std::uint32_t repetition = 0; repetition < packet.repeat; ++repetition)
                replayed(packet, repetition);
        }
        return {};
    }

private:
    struct Prepared
    {
        std::optional<Question> question;
        Message problem;
    };

    void setCounter(const std::string& name, std::uint64_t count)
    {
        for (const RulesetPtr& ruleset : m_document->rulesets)
            if (const auto key = counterOf(*ruleset, name))
                m_state.memory.setCount(*key, count);
    }

    /// The trace of the packet that this one is derived from; null when there is none.
    TracePtr forerunner(const ScenarioPacket& packet) const
    {
        for (const std::string* name : {&packet.replyTo, &packet.icmpErrorFor, &packet.followupOf})
            if (const auto found = m_known.find(*name); !name->empty() && found != m_known.end())
                return found->second;
        return {};
    }

    /// With the number that acknowledges what this host answered to another packet.
    std::optional<Packet> packetOf(const ScenarioPacket& packet) const
    {
        std::optional<Packet> made = unacknowledged(packet);
        if (made && !packet.ackTo.empty())
            made->ack = numberAnswered(packet.ackTo) + 1;
        return made;
    }

    std::uint32_t numberAnswered(const std::string& id) const
    {
        constexpr std::uint8_t synAck = tcpflag::syn | tcpflag::ack;
        const auto known = m_known.find(id);
        if (known != m_known.end())
            for (const TracePtr& answer : known->second->answers)
                if (answer->packetOut.protocol == protocol::tcp && answer->packetOut.tcpFlags == synAck)
                    return answer->packetOut.seq;
        return 0;
    }

    std::optional<Packet> unacknowledged(const ScenarioPacket& packet) const
    {
        if (packet.replyTo.empty() && packet.icmpErrorFor.empty() && packet.followupOf.empty())
            return packet.packet;
        const TracePtr before = forerunner(packet);
        if (!before || (packet.followupOf.empty() && !hasArrived(before->verdict.outcome)))
            return {};
        Packet derived = !packet.replyTo.empty()        ? replyTo(before->packetOut, before->verdict.outcome)
                         : !packet.icmpErrorFor.empty() ? errorAbout(*before)
                                                        : followUpOf(before->packetIn);
        override(derived, packet);
        tidy(derived);
        return derived;
    }

    Prepared prepared(const ScenarioPacket& scenarioPacket, std::uint32_t repetition)
    {
        const ScenarioPacket packet = repetitionOf(scenarioPacket, repetition);
        m_state.clock += packet.sleepSeconds + secondsAPacket;
        if (!packet.keepConnections)
            m_state.connections.clear();
        const auto made = packetOf(packet);
        if (!made) {
            const std::string& of = !packet.replyTo.empty()        ? packet.replyTo
                                    : !packet.icmpErrorFor.empty() ? packet.icmpErrorFor
                                                                   : packet.followupOf;
            return {{}, message(MessageId::NotEmitted, of)};
        }
        Question question{m_document, std::make_shared<State>(m_state), *made};
        if (!question.ruleset())
            return {{}, message(MessageId::NoRulesetForFamily, made->src.family == Family::ipv4 ? "IPv4" : "IPv6")};
        return {std::move(question), {}};
    }

    Replayed replayed(const ScenarioPacket& packet, std::uint32_t repetition)
    {
        Prepared ready = prepared(packet, repetition);
        if (!ready.question) {
            m_known.erase(packet.id);
            return {&packet, repetition, {}, ready.problem};
        }
        const auto chance = chanceOf(packet, repetition, *ready.question);
        const TracePtr trace = emulate(*ready.question, *chance);
        m_state = trace->after;
        m_known[packet.id] = trace;
        return {&packet, repetition, trace, {}};
    }

    std::unique_ptr<Chance> chanceOf(const ScenarioPacket& packet, std::uint32_t repetition,
                                     const Question& question) const
    {
        if (packet.course)
            return std::make_unique<Course>([&packet, ruleset = question.ruleset()](
                                                RuleId rule) { return isOn(*packet.course, ruleset->placeOf(rule)); },
                                            packet.ports);
        if (packet.seed)
            return std::make_unique<Dice>(*packet.seed, repetition);
        return std::make_unique<Forced>(packet.force.empty() && m_choose ? m_choose(question) : packet.force);
    }

    static bool isOn(const std::vector<ScenarioPacket::CourseRule>& course, const RulePlace& place)
    {
        return std::any_of(course.begin(), course.end(), [&](const auto& rule) {
            return rule.table == place.table && rule.chain == place.chain && rule.number == place.number;
        });
    }

    const Scenario& m_scenario;
    ChooseCourse m_choose;
    DocumentPtr m_document;
    State m_state;
    std::map<std::string, TracePtr, std::less<>> m_known;
};

}  // namespace

ScenarioPacket repetitionOf(const ScenarioPacket& packet, std::uint32_t repetition)
{
    ScenarioPacket alone = packet;
    Packet& fields = alone.packet;
    if (packet.sportStep != 0)
        fields.sport = stepped(fields.sport, packet.sportStep, repetition);
    if (packet.dportStep != 0)
        fields.dport = stepped(fields.dport, packet.dportStep, repetition);
    if (packet.srcStep != 0)
        fields.src = fields.src.plus(static_cast<std::uint64_t>(packet.srcStep * repetition));
    alone.srcStep = alone.sportStep = alone.dportStep = 0;
    alone.repeat = 1;
    return alone;
}

void replay(const DocumentPtr& document, const Scenario& scenario, const std::function<bool(const Replayed&)>& sink,
            const ChooseCourse& choose)
{
    Replay(document, scenario, choose).run(sink);
}

State stateBefore(const DocumentPtr& document, const Scenario& scenario) { return Replay(document, scenario).state(); }

std::optional<Question> questionOf(const DocumentPtr& document, const Scenario& scenario, std::string_view id,
                                   const ChooseCourse& choose)
{
    return Replay(document, scenario, choose).questionOf(id);
}

}  // namespace natwalk
