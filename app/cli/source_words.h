// Many sources at once: from the words of the command line to packets with weights, and what comes of them.
#pragma once

#include "cli/answer.h"
#include "cli/packet_words.h"
#include "cli/paper.h"
#include "probability/sources.h"

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace natwalk::cli {

struct SourceWords
{
    std::vector<std::string> sources;  ///< "10.0.0.0/8=3", "pod"
    std::string file;                  ///< with a source and its weight on each line
    bool allWays = false;              ///< each way into each service instead

    bool any() const { return allWays || !sources.empty() || !file.empty(); }
};

void addSources(CLI::App& command, SourceWords& words);

/// What was asked of whom.
using ManyAsked = NetworkSources;

/// @throws Failure when a source cannot be understood, or there is none
ManyAsked manyOf(const SourceWords& words, const Asked& asked);

/// The sources with their weights, and where each ends.
void tellSources(Paper& paper, const ManyAsked& many, const SourcesDistribution& shares);
/// [{source, weight, shares: [{outcome, share}]}], outcomes numbered from 0
Json sourcesJson(const ManyAsked& many, const SourcesDistribution& shares);

}  // namespace natwalk::cli
