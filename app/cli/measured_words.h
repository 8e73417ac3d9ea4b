// Counts that somebody brings, judged against the exact shares.
#pragma once

#include "cli/exit_code.h"
#include "cli/packet_words.h"
#include "probability/measured.h"

#include <string>

namespace natwalk::cli {

struct MeasuredWords
{
    std::string counts;     ///< a file with an endpoint and a count on each line
    bool fromDump = false;  ///< the counters of the rules instead
    CountUnit unit;

    bool any() const { return fromDump || !counts.empty(); }
};

void addMeasured(CLI::App& command, MeasuredWords& words);

/// Tells the judgement of what was measured.
/// @return refused where chance does not make such counts
/// @throws Failure when there are no counts
ExitCode tellMeasured(const MeasuredWords& words, const Asked& asked, const Distribution& distribution, bool json,
                      bool csv);

}  // namespace natwalk::cli
