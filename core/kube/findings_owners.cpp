// Who else touches packets, in which order; and marks that two owners use.
#include "kube/finding_list.h"
#include "kube/owners.h"
#include "kube/rule_facts.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace natwalk {

namespace {

/// The owners that a built-in chain calls, in the order of their first rules: "Calico, kube-proxy, Docker".
std::string ownersCalledBy(const Ruleset& ruleset, ChainId chain, std::size_t& count)
{
    std::vector<std::string_view> owners;
    for (const Rule& rule : ruleset.rulesOf(chain)) {
        const auto owner = ownerOf(ruleset.targetName(rule));
        // kubelet's and kube-proxy's chains belong together.
        const std::string_view name = !owner ? "" : owner->name == "kubelet" ? "kube-proxy" : owner->name;
        if (!name.empty() && std::ranges::find(owners, name) == owners.end())
            owners.push_back(name);
    }
    count = owners.size();
    std::string text;
    for (const std::string_view owner : owners)
        text.append(text.empty() ? "" : ", ").append(owner);
    return text;
}

void findOrder(FindingList& list)
{
    const Ruleset& ruleset = list.ruleset();
    for (std::uint32_t i = 0; i < ruleset.chainCount(); ++i) {
        const Chain& chain = ruleset.chain(ChainId{i});
        if (!chain.hook)
            continue;
        std::size_t count = 0;
        const std::string owners = ownersCalledBy(ruleset, ChainId{i}, count);
        if (count > 1)
            list.atChain(Severity::note, ChainId{i},
                         {message(MessageId::OwnersMeet, chain.name, nameOf(chain.table), owners),
                          message(MessageId::OwnersMeetMeans)});
    }
}

std::optional<SetMark> markSetBy(const Rule& rule)
{
    if (rule.action != RuleAction::target || rule.target->name() != "MARK")
        return {};
    static const Host host;
    static const State state;
    static const Packet packet;
    const Action action = rule.target->act({.packet = packet, .host = host, .state = state});
    const auto* mark = std::get_if<SetMark>(&action);
    return mark == nullptr ? std::nullopt : std::optional(*mark);
}

/// The bits by which kube-proxy asks for masquerading; 0 when it does not.
std::uint32_t masqueradeBits(const Ruleset& ruleset)
{
    const ChainId chain = ruleset.find(TableName::nat, "KUBE-MARK-MASQ");
    if (chain != noChain)
        for (const Rule& rule : ruleset.rulesOf(chain))
            if (const auto mark = markSetBy(rule))
                return mark->value;
    return 0;
}

std::string hexadecimal(std::uint32_t number)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    do
        text.insert(text.begin(), digits[number & 15U]);
    while ((number >>= 4) != 0);
    return "0x" + text;
}

/// Who wrote the chain; the chain itself where nobody is known to.
std::string_view authorOf(std::string_view chain)
{
    const auto owner = ownerOf(chain);
    return owner ? owner->name : chain;
}

/// A rule of somebody else that writes one of these bits, told once for each author.
void findOverwrittenMarks(FindingList& list)
{
    const Ruleset& ruleset = list.ruleset();
    const std::uint32_t bits = masqueradeBits(ruleset);
    std::vector<std::string_view> told;
    for (std::uint32_t i = 0; bits != 0 && i < ruleset.ruleCount(); ++i) {
        const Rule& rule = ruleset.rule(RuleId{i});
        const std::string_view chain = ruleset.chain(rule.chain).name;
        const auto mark = markSetBy(rule);
        const std::string_view author = authorOf(chain);
        if (!mark || chain.starts_with("KUBE-") || ((mark->mask | mark->value) & bits) == 0
            || std::ranges::find(told, author) != told.end())
            continue;
        told.push_back(author);
        list.atRule(Severity::warning, RuleId{i},
                    {message(MessageId::MarkOverwritten, author, hexadecimal(bits)),
                     message(MessageId::MarkOverwrittenMeans), message(MessageId::MarkOverwrittenCause)});
    }
}

}  // namespace

void findInOwners(FindingList& list)
{
    findOrder(list);
    findOverwrittenMarks(list);
}

}  // namespace natwalk
