#include "ui/graph/observed_shares.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace natwalk {

namespace {

constexpr std::array axes = {0.01, 0.02, 0.05, 0.1, 0.2, 0.5};

Interval intervalOf(const Trials& trials, std::uint64_t count)
{
    const double share = static_cast<double>(count) / static_cast<double>(trials.done);
    return trials.dependent ? Interval{share, share, share} : wilson(count, trials.done);
}

}  // namespace

ObservedShares observedShares(const PathPicture& picture, const Trials& trials)
{
    ObservedShares observed;
    observed.shares.resize(picture.endpoints.size());
    if (trials.done == 0)
        return observed;
    std::uint64_t others = std::accumulate(trials.counts.begin(), trials.counts.end(), std::uint64_t{0});
    for (std::size_t i = 0; i < picture.endpoints.size(); ++i) {
        const PictureEndpoint& endpoint = picture.endpoints[i];
        const auto outcome = trials.expected.outcomeOf(endpoint.verdict, endpoint.out);
        if (endpoint.group != 0 || !outcome || *outcome >= trials.counts.size())
            continue;
        observed.shares[i] = intervalOf(trials, trials.counts[*outcome]);
        others -= trials.counts[*outcome];
    }
    for (std::size_t i = 0; i < picture.endpoints.size(); ++i)
        if (picture.endpoints[i].group != 0)
            observed.shares[i] = intervalOf(trials, others);

    double widest = 0;
    for (std::size_t i = 0; i < picture.endpoints.size(); ++i)
        if (const auto& share = observed.shares[i])
            widest = std::max({widest, std::abs(share->low - picture.endpoints[i].share),
                               std::abs(share->high - picture.endpoints[i].share)});
    const auto* axis = std::ranges::find_if(axes, [widest](double half) { return half >= widest; });
    observed.axis = axis == axes.end() ? 1 : *axis;
    return observed;
}

}  // namespace natwalk
