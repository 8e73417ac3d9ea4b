#include "cli/not_simulated.h"

#include "extensions/all.h"

#include <algorithm>

namespace natwalk::cli {

namespace {

template <typename Extension>
bool isSimulated(const Extension* extension)
{
    return extension != nullptr && extension->standing != Standing::doubted;
}

class Counter
{
public:
    void count(const Rule& rule)
    {
        for (const Match* match : rule.matches)
            if (!isSimulated(matchNamed(match->name())))
                add("-m " + std::string(match->name()));
        if (rule.target != nullptr && !isSimulated(targetNamed(rule.target->name())))
            add("-j " + std::string(rule.target->name()));
    }

    std::vector<NotSimulated> found;

private:
    void add(const std::string& name)
    {
        const auto known = std::ranges::find(found, name, &NotSimulated::name);
        if (known == found.end())
            found.push_back({name, 1});
        else
            ++known->rules;
    }
};

}  // namespace

std::vector<NotSimulated> notSimulatedIn(const Document& document)
{
    Counter counter;
    for (const RulesetPtr& ruleset : document.rulesets)
        for (const Rule& rule : ruleset->rules())
            counter.count(rule);
    return std::move(counter.found);
}

}  // namespace natwalk::cli
