#include "kube/finding_kinds.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace natwalk {

namespace {

using enum MessageId;
constexpr auto kinds = std::to_array<FindingKind>({
    {RoutingByIpvs, KindRoutingByIpvs},
    {RoutingElsewhere, KindRoutingElsewhere},
    {RoutingByCilium, KindRoutingByCilium},
    {NatTableMissing, KindNatTableMissing},
    {BothBackEndsUsed, KindBothBackEndsUsed},
    {OtherBackEndUsed, KindOtherBackEndUsed},
    {SharesLeftOver, KindSharesLeftOver},
    {SharesUnequal, KindSharesUnequal},
    {SharesRepeated, KindSharesRepeated},
    {EndpointNeverChosen, KindEndpointNeverChosen},
    {EmptyChainCalled, KindEmptyChainCalled},
    {MissingChainCalled, KindMissingChainCalled},
    {ServiceRefused, KindServiceRefused},
    {ServiceDropped, KindServiceDropped},
    {ServiceUnanswered, KindServiceUnanswered},
    {LocalDropped, KindLocalDropped},
    {LocalPassesBy, KindLocalPassesBy},
    {InternalLocalDropped, KindInternalLocalDropped},
    {HairpinFails, KindHairpinFails},
    {ForwardDropsPods, KindForwardDropsPods, ForwardDropsPodsOften},
    {ForwardDropsOutside, KindForwardDropsOutside, ForwardDropsOutsideOften},
    {LoopbackNotRouted, KindLoopbackNotRouted},
    {NodePortsOnLoopback, KindNodePortsOnLoopback},
    {NodePortsNotOnLoopback, KindNodePortsNotOnLoopback},
    {RangesBypassed, KindRangesBypassed},
    {AffinityKept, KindAffinityKept},
    {AffinityForgets, KindAffinityForgets},
    {MarkSet, KindMarkSet},
    {MarkCleared, KindMarkCleared},
    {MarkAsked, KindMarkAsked},
    {MarkDrops, KindMarkDrops},
    {OwnersMeet, KindOwnersMeet},
    {RuleUnreachable, KindRuleUnreachable, RulesUnreachable},
    {RuleRedundant, KindRuleRedundant, RulesRedundant},
    {ChainUncalled, KindChainUncalled, ChainsUncalled},
    {ChainsNeverCalled, KindChainsNeverCalled},
});

}  // namespace

std::span<const FindingKind> findingKinds() { return kinds; }

const FindingKind& findingKindOf(MessageId what)
{
    const auto* found =
        std::ranges::find_if(kinds, [&](const FindingKind& kind) { return kind.id == what || kind.plural == what; });
    assert(found != kinds.end());
    return *found;
}

}  // namespace natwalk
