// How shares converge: the counts after 1, 2, 3, ... trials, ever wider apart, so that a plot with a logarithmic axis
// is even and memory stays bounded.
#pragma once

#include <cstdint>
#include <vector>

namespace natwalk {

/// The counts after some number of trials, in the order of the outcomes; outcomes met later are not listed yet.
struct SharePoint
{
    std::uint64_t trials = 0;
    std::vector<std::uint64_t> counts;

    bool operator==(const SharePoint&) const = default;
};

/// The numbers of trials after which counts are kept: about twenty to each power of ten (fewer where there are many
/// outcomes), and `count` itself last.
std::vector<std::uint64_t> seriesMarks(std::uint64_t count, std::size_t outcomes);

}  // namespace natwalk
