#include "cli/story.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace natwalk::cli {

namespace {

/// The condition that a reason is about.
std::string conditionOf(MessageId reason)
{
    switch (reason) {
    case MessageId::SourceDiffers:
    case MessageId::SourceExcluded: return "source";
    case MessageId::DestinationDiffers:
    case MessageId::DestinationExcluded: return "destination";
    case MessageId::ProtocolDiffers:
    case MessageId::ProtocolExcluded: return "protocol";
    case MessageId::InInterfaceDiffers:
    case MessageId::InInterfaceExcluded:
    case MessageId::InInterfaceMissing: return "incoming device";
    case MessageId::OutInterfaceDiffers:
    case MessageId::OutInterfaceExcluded:
    case MessageId::OutInterfaceMissing: return "outgoing device";
    default: return "fragment";
    }
}

std::string topicOf(const Refusal& refusal, const Rule& rule)
{
    if (refusal.match == Refusal::conditions)
        return conditionOf(refusal.reason.id);
    return "-m " + std::string(rule.matches[refusal.match]->name());
}

/// What refused how many rules, in the order of the rules.
class Topics
{
public:
    void add(const std::string& topic)
    {
        const auto known = std::ranges::find(m_counts, topic, &Count::first);
        if (known == m_counts.end())
            m_counts.emplace_back(topic, 1);
        else
            ++known->second;
    }

    std::string text() const
    {
        std::string text;
        for (const auto& [topic, count] : m_counts) {
            text += (text.empty() ? "" : ", ") + topic;
            text += m_counts.size() > 1 ? " (" + grouped(count) + ')' : "";
        }
        return text;
    }

private:
    using Count = std::pair<std::string, std::uint32_t>;
    std::vector<Count> m_counts;
};

}  // namespace

std::string reasonsOf(const Trace& trace, std::size_t index, const RulesPassed& passed)
{
    const RuleId first = trace.ruleset->ruleAt(passed.chain, passed.first);
    const std::vector<Refusal> refusals = refusalsOf(trace, index, first, passed.last - passed.first + 1);
    if (refusals.size() == 1)
        return english(refusals.front().reason);
    Topics topics;
    for (std::size_t i = 0; i < refusals.size(); ++i)
        topics.add(topicOf(refusals[i], trace.ruleset->rulesOf(passed.chain)[passed.first - 1 + i]));
    return topics.text();
}

}  // namespace natwalk::cli
