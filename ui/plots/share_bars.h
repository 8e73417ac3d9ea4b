// What the histogram shows, as plain data: each end with its exact share and what was observed of it.
#pragma once

#include "ui/observed.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace natwalk {

struct ShareBar
{
    static constexpr std::size_t others = static_cast<std::size_t>(-1);

    std::size_t outcome = others;  ///< of the distribution; `others`: the rest in one bar
    QString label;
    double exact = 0;
    std::optional<Interval> observed{};
    std::uint64_t count = 0;
    bool isShown = false;  ///< the trace shown ends here
};

/// The bars in the order of the rules; beyond `most` the smaller ones are told in one.
/// @param observed  null where nothing was observed
std::vector<ShareBar> shareBars(const Distribution& distribution, const Observed* observed,
                                std::optional<std::size_t> shown, std::size_t most);

/// "endpoint,exact,count,observed,low,high" and a line for each end.
QString csvOf(const std::vector<ShareBar>& bars);

}  // namespace natwalk
