// What the current step means: the rule, then the idea behind it, then what comes next, then what was supposed.
#pragma once

#include "trace/trace.h"

#include <QString>

#include <optional>
#include <vector>

namespace natwalk {

/// One rule of a chain that draws: of all packets that come to the chain, which part reaches it, and which part it
/// takes.
struct ShareRow
{
    std::uint32_t number = 0;
    double reaches = 1;
    double takes = 0;
    QString formula;  ///< "1/2 × 2/3"
    QString result;   ///< "= 1/3"
    bool chosen = false;
};

/// Why the rules of a chain that draws share the packets as they do.
struct ShareStory
{
    QString title;
    QString text;
    std::vector<ShareRow> rows;  ///< not all of them where there are many
};

struct Explanation
{
    QString headline;
    QString detail;  ///< rich text
    std::optional<ShareStory> shares;
    QString next;        ///< rich text; empty at the end
    QString assumption;  ///< rich text; empty where nothing was supposed
};

Explanation explain(const Trace& trace, std::size_t step, const std::vector<std::size_t>& stops);

}  // namespace natwalk
