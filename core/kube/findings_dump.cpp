// The dump as a whole: two back ends, and whether it holds service routing at all (IPVS, nftables mode and eBPF leave
// none in iptables).
#include "kube/finding_list.h"

#include <algorithm>

namespace natwalk {

namespace {

void tell(std::vector<Finding>& findings, MessageId what, MessageId means, MessageId cause)
{
    Finding finding;
    finding.what.id = what;
    finding.consequence.id = means;
    finding.cause.id = cause;
    findings.push_back(std::move(finding));
}

/// Two rulesets of one family that both hold rules, from different back ends.
bool usesBothBackEnds(const Document& document)
{
    const auto meets = [](const RulesetPtr& one, const RulesetPtr& other) {
        return one->family() == other->family() && one->backEnd() == BackEnd::legacy && other->backEnd() == BackEnd::nft
               && one->ruleCount() > 0 && other->ruleCount() > 0;
    };
    return std::ranges::any_of(document.rulesets, [&](const RulesetPtr& one) {
        return one->isOfBoth()
               || std::ranges::any_of(document.rulesets, [&](const RulesetPtr& other) { return meets(one, other); });
    });
}

/// iptables-save says so in a comment of its own.
bool warnsOfOtherBackEnd(const Document& document)
{
    const std::string_view text = document.rulesets.front()->text();
    return text.find("# Warning: iptables-legacy tables present") != std::string_view::npos
           || text.find("# Warning: ip6tables-legacy tables present") != std::string_view::npos;
}

void findInBackEnds(const Document& document, std::vector<Finding>& findings)
{
    if (usesBothBackEnds(document))
        tell(findings, MessageId::BothBackEndsUsed, MessageId::BothBackEndsUsedMeans, MessageId::BothBackEndsUsedCause);
    else if (warnsOfOtherBackEnd(document))
        tell(findings, MessageId::OtherBackEndUsed, MessageId::BothBackEndsUsedMeans, MessageId::BothBackEndsUsedCause);
}

/// Asks all rulesets of the dump: some texts hold their tables in two pieces.
class Dump
{
public:
    explicit Dump(const KubeDocument& kube) : m_kube(kube) {}

    bool leadsToServices() const
    {
        return std::ranges::any_of(m_kube.services, [](const std::vector<Service>& services) {
            return std::ranges::any_of(services, &Service::hasEndpoints);
        });
    }
    bool namesServices() const
    {
        return std::ranges::any_of(m_kube.services, [](const auto& services) { return !services.empty(); });
    }
    bool hasNatTable() const
    {
        return anyRuleset([](const Ruleset& ruleset) { return ruleset.hasTable(TableName::nat); });
    }
    bool hasNatChain(std::string_view name) const
    {
        return anyRuleset([&](const Ruleset& ruleset) {
            const ChainId id = ruleset.find(TableName::nat, name);
            return id != noChain && (ruleset.chain(id).declared || ruleset.chain(id).ruleCount > 0);
        });
    }
    bool hasChainLike(std::string_view beginning) const
    {
        return anyRuleset([&](const Ruleset& ruleset) {
            return std::ranges::any_of(ruleset.chains(),
                                       [&](const Chain& chain) { return chain.name.starts_with(beginning); });
        });
    }
    /// IPVS mode keeps service addresses in an ipset, and hangs a chain for NodePorts into nat.
    bool isIpvs() const
    {
        const auto asksSet = [](const Match* match) {
            return match->name() == "set" && match->save().find("KUBE-CLUSTER-IP") != std::string::npos;
        };
        return hasNatChain("KUBE-NODE-PORT") || anyRuleset([&](const Ruleset& ruleset) {
                   return std::ranges::any_of(
                       ruleset.rules(), [&](const Rule& rule) { return std::ranges::any_of(rule.matches, asksSet); });
               });
    }

private:
    template <typename Asked>
    bool anyRuleset(const Asked& asked) const
    {
        return std::ranges::any_of(m_kube.document->rulesets, [&](const RulesetPtr& each) { return asked(*each); });
    }

    const KubeDocument& m_kube;
};

void findRouting(const Dump& dump, std::vector<Finding>& findings)
{
    if (dump.isIpvs())
        return tell(findings, MessageId::RoutingByIpvs, MessageId::RoutingByIpvsMeans, MessageId::RoutingByIpvsCause);
    const bool isNode = dump.hasChainLike("KUBE-") || dump.hasChainLike("CILIUM_");
    if (!isNode || dump.leadsToServices() || dump.hasNatChain("KUBE-SERVICES"))
        return;
    if (dump.hasChainLike("KUBE-SERVICES"))
        return tell(findings, MessageId::NatTableMissing, MessageId::NatTableMissingMeans,
                    MessageId::NatTableMissingCause);
    if (dump.hasChainLike("KUBE-SVC-") || dump.hasChainLike("KUBE-SEP-"))
        return;  // a piece of the rules that lead to services
    if (dump.hasChainLike("CILIUM_"))
        return tell(findings, MessageId::RoutingByCilium, MessageId::RoutingByCiliumMeans,
                    MessageId::RoutingByCiliumCause);
    if (dump.hasNatTable() && !dump.namesServices())
        tell(findings, MessageId::RoutingElsewhere, MessageId::RoutingElsewhereMeans, MessageId::RoutingElsewhereCause);
}

}  // namespace

void findInDump(const KubeDocument& kube, std::vector<Finding>& findings)
{
    findInBackEnds(*kube.document, findings);
    findRouting(Dump(kube), findings);
}

}  // namespace natwalk
