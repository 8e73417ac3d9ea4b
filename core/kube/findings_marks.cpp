// Bits of the mark that kube-proxy or kubelet uses, and somebody else, too.
#include "kube/finding_list.h"
#include "kube/owners.h"
#include "ruleset/chain_reach.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace natwalk {

namespace {

/// What MARK makes of the packet's mark; and CONNMARK, which puts the connection's in its place: mostly that has none
/// of the bits asked about here.
std::optional<SetMark> markSetBy(const Rule& rule)
{
    const std::string_view name = rule.action == RuleAction::target ? rule.target->name() : std::string_view();
    if (name != "MARK" && name != "CONNMARK")
        return {};
    static const Host host;
    static const State state;
    static const Packet packet;
    const Action action = rule.target->act({.packet = packet, .host = host, .state = state});
    if (const auto* mark = std::get_if<SetMark>(&action))
        return *mark;
    const auto* other = std::get_if<SetConnectionMark>(&action);
    const bool restores = other != nullptr && other->kind == SetConnectionMark::Kind::restore;
    return restores ? std::optional(SetMark{0, other->nfMask}) : std::nullopt;
}

/// Packets with just these bits set meet the rule's -m mark, and unmarked ones do not.
bool asksFor(const Rule& rule, std::uint32_t bits)
{
    static const Host host;
    static const State state;
    Packet marked;
    marked.mark = bits;
    const auto says = [](const Match* match, const Packet& packet) {
        return match->ask({.packet = packet, .host = host, .state = state}).probability.isCertain();
    };
    return std::ranges::any_of(rule.matches, [&](const Match* match) {
        return match->name() == "mark" && says(match, marked) && !says(match, Packet());
    });
}

/// The bits that one of kube-proxy's or kubelet's chains sets; 0 where it does not.
std::uint32_t bitsSetBy(const Ruleset& ruleset, std::string_view chain)
{
    if (const ChainId id = ruleset.find(TableName::nat, chain); id != noChain)
        for (const Rule& rule : ruleset.rulesOf(id))
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

/// Looks at the rules of everybody else; tells each author once of each kind.
class MarkCollisions
{
public:
    explicit MarkCollisions(FindingList& list)
        : m_list(list)
        , m_ruleset(list.ruleset())
        , m_masquerade(bitsSetBy(m_ruleset, "KUBE-MARK-MASQ"))
        , m_drop(bitsSetBy(m_ruleset, "KUBE-MARK-DROP"))
    {}

    void find()
    {
        if (m_masquerade == 0)
            return;
        for (std::uint32_t i = 0; i < m_ruleset.ruleCount(); ++i)
            if (!m_ruleset.chain(m_ruleset.rule(RuleId{i}).chain).name.starts_with("KUBE-"))
                look(RuleId{i});
    }

private:
    void look(RuleId id)
    {
        const Rule& rule = m_ruleset.rule(id);
        if (const auto mark = markSetBy(rule)) {
            if ((mark->value & m_masquerade) != 0)
                tell(id, MessageId::MarkSet, MessageId::MarkSetMeans, m_masquerade);
            else if ((mark->mask & m_masquerade) != 0 && comesBehindKubeProxy(rule.chain))
                tell(id, MessageId::MarkCleared, MessageId::MarkClearedMeans, m_masquerade);
            if ((mark->value & m_drop) != 0)
                tell(id, MessageId::MarkDrops, MessageId::MarkDropsMeans, m_drop);
        }
        if (refuses(rule) && asksFor(rule, m_masquerade) && comesBehindKubeProxy(rule.chain))
            tell(id, MessageId::MarkAsked, MessageId::MarkAskedMeans, m_masquerade);
    }

    /// Others may look at the mark, and leave such packets alone, as kube-proxy wants.
    bool refuses(const Rule& rule) const
    {
        return rule.action == RuleAction::drop || m_ruleset.targetName(rule) == "REJECT";
    }

    /// Packets come to the chain after kube-proxy marked them and before it masquerades them.
    bool comesBehindKubeProxy(ChainId chain)
    {
        if (!m_reach)
            m_reach.emplace(m_ruleset);
        const auto at = [&](Hook hook) { return m_reach->isReached(chain, hook); };
        switch (m_ruleset.chain(chain).table) {
        case TableName::raw: return false;
        case TableName::mangle: return at(Hook::input) || at(Hook::forward) || at(Hook::postrouting);
        default: return at(Hook::input) || at(Hook::forward) || at(Hook::output) || at(Hook::postrouting);
        }
    }

    void tell(RuleId rule, MessageId what, MessageId means, std::uint32_t bits)
    {
        const std::string_view author = authorOf(m_ruleset.chain(m_ruleset.rule(rule).chain).name);
        if (m_told.emplace(what, author).second)
            m_list.atRule(
                Severity::warning, rule,
                {message(what, author, hexadecimal(bits)), message(means), message(MessageId::MarkCollidesCause)});
    }

    FindingList& m_list;
    const Ruleset& m_ruleset;
    std::uint32_t m_masquerade;
    std::uint32_t m_drop;
    std::optional<ChainReach> m_reach;
    std::set<std::pair<MessageId, std::string_view>> m_told;
};

}  // namespace

void findInMarks(FindingList& list) { MarkCollisions(list).find(); }

}  // namespace natwalk
