#include "probability/client_results.h"

#include <algorithm>

namespace natwalk {

void ClientResult::add(std::uint32_t outcome)
{
    moves += connections > 0 && outcome != latest ? 1 : 0;
    ++connections;
    latest = outcome;
    const auto known = std::ranges::find(outcomes, outcome, &std::pair<std::uint32_t, std::uint64_t>::first);
    if (known != outcomes.end())
        ++known->second;
    else if (outcomes.size() < mostOutcomes)
        outcomes.emplace_back(outcome, 1);
}

}  // namespace natwalk
