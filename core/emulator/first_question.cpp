#include "emulator/first_question.h"

#include "emulator/emulate.h"
#include "emulator/places.h"

#include <algorithm>

namespace natwalk {

namespace {

constexpr std::size_t triedGoals = 16;
/// Jumps within each other; a service lies behind five.
constexpr std::size_t deepestPath = 100;

/// Follows jumps through the nat table and gathers what their rules demand on the way to a DNAT.
class GoalFinder
{
public:
    GoalFinder(const Ruleset& ruleset, std::size_t maximum)
        : m_ruleset(ruleset)
        , m_maximum(maximum)
        , m_barren(ruleset.chainCount())
    {}

    std::vector<Goal> from(Hook hook)
    {
        for (const auto* builtIns :
             {&m_ruleset.table(TableName::nat).builtIn, &m_ruleset.table(TableName::nat).builtInOfOther})
            if (const ChainId chain = (*builtIns)[static_cast<std::size_t>(hook)]; chain != noChain)
                search(chain, {.dst = Network::any(m_ruleset.family())});
        return std::move(m_found);
    }

private:
    void search(ChainId chain, const Goal& soFar)
    {
        m_path.push_back(chain);
        const auto before = m_found.size();
        for (const Rule& rule : m_ruleset.rulesOf(chain)) {
            if (m_found.size() >= m_maximum || (m_path.size() > 2 && m_found.size() > before))
                break;  // an inner chain's first way is enough: the others are endpoints of the same destination
            follow(rule, narrowed(soFar, rule));
        }
        m_path.pop_back();
        m_barren[static_cast<std::size_t>(chain)] = m_found.size() == before;
    }

    void follow(const Rule& rule, const Goal& goal)
    {
        if (rule.target != nullptr && rule.target->name() == "DNAT")
            m_found.push_back(goal);
        const bool jumps = rule.action == RuleAction::jump || rule.action == RuleAction::go;
        if (jumps && m_path.size() < deepestPath && !m_barren[static_cast<std::size_t>(rule.destination)]
            && std::ranges::find(m_path, rule.destination) == m_path.end())
            search(rule.destination, goal);
    }

    static Goal narrowed(Goal goal, const Rule& rule)
    {
        const Conditions& conditions = rule.conditions;
        if (goal.dst.isAny() && !conditions.dstInverted && conditions.dst.base.family == goal.dst.base.family)
            goal.dst = conditions.dst;
        if (goal.protocol == protocol::any && !conditions.protocolInverted)
            goal.protocol = conditions.protocol;
        for (const Match* match : rule.matches)
            if (goal.dport == 0)
                goal.dport = match->pins().dport;
        return goal;
    }

    const Ruleset& m_ruleset;
    std::size_t m_maximum;
    std::vector<ChainId> m_path;
    std::vector<Goal> m_found;
    std::vector<bool> m_barren;  // by chain: no DNAT was found behind it
};

/// Ports that everybody knows, for rules that name none.
std::uint16_t usualPort(std::uint8_t protocol) { return protocol == protocol::udp ? 53 : 80; }

Packet towards(const Goal& goal, Packet packet, const Host& host)
{
    const auto own = nodeAddress(host, packet.src.family);
    packet.dst = goal.dst.isAny() ? own.value_or(packet.dst) : goal.dst.base;
    if (!goal.dst.isSingle() && !goal.dst.isAny())
        packet.dst = goal.dst.base.plus(1);
    packet.protocol = goal.protocol == protocol::any ? protocol::tcp : goal.protocol;
    if (hasPorts(packet.protocol))
        packet.dport = goal.dport != 0 ? goal.dport : usualPort(packet.protocol);
    return packet;
}

bool isTranslated(const DocumentPtr& document, const Packet& packet)
{
    return emulate(Question{.document = document, .packet = packet})->verdict.destinationNat;
}

}  // namespace

std::vector<Goal> natGoals(const Ruleset& ruleset, Hook hook, std::size_t maximum)
{
    return GoalFinder(ruleset, maximum).from(hook);
}

FirstQuestion firstQuestion(const DocumentPtr& document, Packet sender)
{
    const RulesetPtr ruleset = document->rulesetFor(sender.src.family);
    const Hook hook = sender.in.empty() ? Hook::output : Hook::prerouting;
    std::vector<Goal> goals = natGoals(*ruleset, hook, triedGoals);
    // A service's own address tells more than a port of the node.
    std::stable_partition(goals.begin(), goals.end(), [](const Goal& goal) { return !goal.dst.isAny(); });
    for (const Goal& goal : goals) {
        const Packet packet = towards(goal, sender, *document->host);
        if (isTranslated(document, packet))
            return {packet, true};
    }
    return {towards({.dst = Network::any(sender.src.family)}, sender, *document->host), false};
}

}  // namespace natwalk
