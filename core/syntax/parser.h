// Reads iptables-save text. All problems at once, each with its place; what could be read is there.
#pragma once

#include "ruleset/ruleset.h"
#include "text/checkpoint.h"
#include "text/diagnostic.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace natwalk {

/// How many lines of the text were of which kind; each line is in exactly one class, `repaired` counts beside.
struct LineCounts
{
    std::uint32_t total = 0;
    std::uint32_t rules = 0;
    std::uint32_t chains = 0;
    std::uint32_t headers = 0;  ///< *table and COMMIT
    std::uint32_t comments = 0;
    std::uint32_t blank = 0;
    std::uint32_t ignored = 0;
    std::uint32_t repaired = 0;
    std::uint32_t host = 0;  ///< how many of the comments tell of the host: the sections of a node snapshot
};

struct ParseResult
{
    std::vector<RulesetPtr> rulesets;  ///< empty when nothing of a ruleset was found
    std::vector<Diagnostic> diagnostics;
    LineCounts lines;
    bool stopped = false;  ///< the checkpoint said stop: the result is not to be used

    bool hasErrors() const;
};

struct ParseOptions
{
    std::size_t indexFrom = defaultIndexFrom;  ///< see RulesetBuilder::finish
};

/// Reads a whole dump (or several, IPv4 and IPv6). The rulesets keep the text alive.
ParseResult parse(const std::shared_ptr<const std::string>& text, const Checkpoint& goOn = keepGoing,
                  const ParseOptions& options = {});
ParseResult parse(std::string_view text, const Checkpoint& goOn = keepGoing);

}  // namespace natwalk
