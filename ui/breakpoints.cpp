#include "ui/breakpoints.h"

#include "syntax/writer.h"

#include <string>

namespace natwalk {

namespace {

/// Which of the rules with this text in a chain a rule is, from 0.
std::uint32_t occurrence(const Ruleset& ruleset, RuleId id, const std::string& text)
{
    const ChainId chain = ruleset.rule(id).chain;
    std::uint32_t before = 0;
    for (std::uint32_t number = 1; number < ruleset.numberOf(id); ++number)
        before += writeBody(ruleset, ruleset.ruleAt(chain, number)) == text ? 1 : 0;
    return before;
}

RuleId findAgain(const Ruleset& ruleset, ChainId chain, const std::string& text, std::uint32_t occurrence)
{
    for (std::uint32_t number = 1; number <= ruleset.chain(chain).ruleCount; ++number) {
        const RuleId id = ruleset.ruleAt(chain, number);
        if (writeBody(ruleset, id) == text && occurrence-- == 0)
            return id;
    }
    return noRule;
}

}  // namespace

std::set<RuleId> carriedOver(const Ruleset& before, const std::set<RuleId>& rules, const Ruleset& now)
{
    std::set<RuleId> found;
    for (const RuleId id : rules) {
        const Chain& old = before.chain(before.rule(id).chain);
        const ChainId chain = now.find(old.table, old.name, before.backEndOf(before.rule(id).chain));
        const std::string text = writeBody(before, id);
        const RuleId again = chain == noChain ? noRule : findAgain(now, chain, text, occurrence(before, id, text));
        if (again != noRule)
            found.insert(again);
    }
    return found;
}

}  // namespace natwalk
