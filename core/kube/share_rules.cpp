#include "kube/share_rules.h"

#include "probability/fine_share.h"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace natwalk {

namespace {

std::string writtenFor(std::uint32_t left)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%0.10f", 1.0 / left);
    return text.data();
}

}  // namespace

std::vector<ShareRule> shareRules(std::uint32_t endpoints)
{
    std::vector<ShareRule> rules;
    FineShare reached = FineShare::whole();
    for (std::uint32_t number = 1; number <= endpoints; ++number) {
        ShareRule rule{.number = number, .left = endpoints - number + 1, .written = {}};
        if (rule.left > 1) {
            rule.written = writtenFor(rule.left);
            rule.stored = Probability::nearest(std::strtod(rule.written.c_str(), nullptr));
        }
        rule.reached = reached.value();
        rule.share = reached.times(rule.stored).value();
        rule.bias = rule.share - 1.0 / endpoints;
        reached = reached.times(rule.stored.opposite());
        rules.push_back(std::move(rule));
    }
    return rules;
}

}  // namespace natwalk
