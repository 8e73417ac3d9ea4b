#include "emulator/clues.h"

#include <algorithm>
#include <set>
#include <unordered_set>

namespace natwalk {

namespace {

/// More addresses of its own than this tell nothing new about a host.
constexpr std::size_t mostOwnAddresses = 16;

struct AddressHash
{
    std::size_t operator()(const Address& address) const
    {
        return static_cast<std::size_t>((address.high ^ address.low) * 0x9e3779b97f4a7c15U);
    }
};

Action actionOf(const Rule& rule)
{
    const Host host;
    const State state;
    const Packet packet;
    return rule.target->act({.packet = packet, .host = host, .state = state});
}

bool isNat(const Rule& rule, std::string_view target)
{
    return rule.action == RuleAction::target && rule.target->name() == target;
}

const NatRange* translationOf(const Rule& rule, std::string_view target)
{
    if (!isNat(rule, target))
        return nullptr;
    const Action action = actionOf(rule);
    const auto* translate = std::get_if<Translate>(&action);
    return translate == nullptr ? nullptr : translate->range;
}

std::optional<Address> natSource(const Rule& rule)
{
    const NatRange* range = translationOf(rule, "SNAT");
    return range == nullptr ? std::nullopt : range->first;
}

InterfaceName deviceOf(const InterfacePattern& pattern)
{
    return pattern.prefix ? InterfaceName(std::string(pattern.name.view()) + "0") : pattern.name;
}

bool isNetOfHosts(const Network& net)
{
    const int longest = net.base.family == Family::ipv4 ? 32 : 128;
    const auto length = net.prefixLength();
    return length && *length >= 8 && *length < longest && !net.base.isLoopback() && !net.base.isMulticast();
}

/// No host has as many nets or devices: looking for a known one takes no longer and longer.
constexpr std::size_t mostOfAKind = 1024;

template <typename Value>
void addOnce(std::vector<Value>& values, const Value& value)
{
    if (values.size() < mostOfAKind && std::find(values.begin(), values.end(), value) == values.end())
        values.push_back(value);
}

/// Reads a ruleset rule by rule.
class ClueReader
{
public:
    explicit ClueReader(const Ruleset& ruleset) : m_ruleset(ruleset) {}

    Clues read()
    {
        m_clues.kubernetes = m_ruleset.find(TableName::nat, "KUBE-SERVICES") != noChain;
        for (const Rule& rule : m_ruleset.rules())
            read(rule);
        m_clues.forwards = m_clues.forwards || m_ruleset.hasTable(TableName::nat);
        return std::move(m_clues);
    }

private:
    void read(const Rule& rule)
    {
        const Conditions& conditions = rule.conditions;
        for (const InterfacePattern* pattern : {&conditions.in, &conditions.out})
            if (!pattern->name.empty())
                addOnce(m_clues.devices, deviceOf(*pattern));
        readNets(rule);
        readNat(rule);
        readBuiltIn(rule);
    }

    /// "-s NET -i DEVICE", "-d NET -o DEVICE", and Docker's "-s NET ! -o DEVICE -j MASQUERADE"
    void readNets(const Rule& rule)
    {
        const Conditions& conditions = rule.conditions;
        if (!conditions.srcInverted && !conditions.inInverted)
            pair(conditions.src, conditions.in);
        if (!conditions.dstInverted && !conditions.outInverted)
            pair(conditions.dst, conditions.out);
        if (!conditions.srcInverted && conditions.outInverted && isNat(rule, "MASQUERADE"))
            pair(conditions.src, conditions.out);
        const bool marksOthers = conditions.srcInverted && m_ruleset.targetName(rule) == "KUBE-MARK-MASQ";
        if (marksOthers && isNetOfHosts(conditions.src))
            addOnce(m_clues.podNets, conditions.src);
    }

    void pair(const Network& net, const InterfacePattern& device)
    {
        const bool tells =
            !device.name.empty() && device.name != "lo" && isNetOfHosts(net) && m_clues.nets.size() < mostOfAKind;
        const bool known =
            std::any_of(m_clues.nets.begin(), m_clues.nets.end(), [&](const auto& each) { return each.first == net; });
        if (tells && !known)
            m_clues.nets.emplace_back(net, deviceOf(device));
    }

    void readNat(const Rule& rule)
    {
        const InterfacePattern& out = rule.conditions.out;
        const bool translatesSource = isNat(rule, "MASQUERADE") || isNat(rule, "SNAT");
        if (translatesSource && !out.name.empty() && !rule.conditions.outInverted)
            addOnce(m_clues.wayOut, deviceOf(out));
        if (const auto source = natSource(rule))
            addOwn(*source);
        if (const auto destination = natDestination(rule)) {
            addEndpoint(rule, *destination);
            if (rule.conditions.dst.isSingle() && !rule.conditions.dstInverted)
                addOwn(rule.conditions.dst.base);
        }
    }

    void addEndpoint(const Rule& rule, const Address& endpoint)
    {
        if (endpoint.isLoopback() || endpoint.isAny() || !m_endpoints.insert(endpoint).second)
            return;
        m_clues.endpoints.push_back(endpoint);
        for (const Match* match : rule.matches)
            if (match->name() == "comment" && match->save().find("default/kubernetes:https") != std::string::npos)
                m_clues.apiServers.push_back(endpoint);
    }

    void addOwn(const Address& address)
    {
        if (m_clues.own.size() < mostOwnAddresses && !address.isLoopback() && !address.isMulticast()
            && !address.isAny())
            addOnce(m_clues.own, address);
    }

    void readBuiltIn(const Rule& rule)
    {
        const Chain& chain = m_ruleset.chain(rule.chain);
        m_clues.forwards = m_clues.forwards || chain.hook == Hook::forward;
        if (chain.hook == Hook::input && rule.conditions.dst.isSingle() && !rule.conditions.dstInverted)
            addOwn(rule.conditions.dst.base);
    }

    const Ruleset& m_ruleset;
    Clues m_clues;
    std::unordered_set<Address, AddressHash> m_endpoints;
};

}  // namespace

const NatRange* natRangeOf(const Rule& rule) { return translationOf(rule, "DNAT"); }

std::optional<Address> natDestination(const Rule& rule)
{
    const NatRange* range = natRangeOf(rule);
    return range == nullptr ? std::nullopt : range->first;
}

Clues cluesOf(const Ruleset& ruleset) { return ClueReader(ruleset).read(); }

}  // namespace natwalk
