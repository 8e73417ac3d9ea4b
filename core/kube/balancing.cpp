#include "kube/balancing.h"

#include "emulator/clues.h"
#include "kube/rule_facts.h"
#include "probability/fine_share.h"

namespace natwalk {

RuleId translationIn(const Ruleset& ruleset, ChainId chain)
{
    for (std::uint32_t number = 1; number <= ruleset.chain(chain).ruleCount; ++number)
        if (const RuleId rule = ruleset.ruleAt(chain, number); natDestination(ruleset.rule(rule)))
            return rule;
    return noRule;
}

Balancing balancingOf(const Ruleset& ruleset, ChainId chain)
{
    Balancing balancing;
    FineShare left = FineShare::whole();
    for (std::uint32_t number = 1; number <= ruleset.chain(chain).ruleCount; ++number) {
        const RuleId id = ruleset.ruleAt(chain, number);
        const Rule& rule = ruleset.rule(id);
        if (!leadsOn(rule) || translationIn(ruleset, rule.destination) == noRule)
            continue;
        if (const auto asked = recentUseOf(rule)) {
            balancing.affinitySeconds = asked->seconds;
            continue;
        }
        const Probability chance = chanceOf(rule).value_or(never);
        balancing.turns.push_back({rule.destination, id, chance, left.times(chance).value()});
        left = left.times(chance.opposite());
    }
    balancing.left = left.value();
    return balancing;
}

}  // namespace natwalk
