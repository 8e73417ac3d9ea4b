// All extensions in one table, as people look them up: on the command line, in the manual, in the window's help.
#pragma once

#include "extensions/all.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace natwalk {

struct ExtensionRow
{
    bool isMatch = true;  ///< -m NAME; else -j NAME
    std::string_view name;
    Standing standing = Standing::simulated;
    std::span<const OptionSpec> options;

    std::string_view option() const { return isMatch ? "-m" : "-j"; }
};

/// What it is for, in a sentence.
Message purposeOf(const ExtensionRow& row);

/// Matches, then targets, by name.
std::vector<ExtensionRow> extensionTable();

/// "simulated", "no effect on the path", "kept with doubt"
std::string_view nameOf(Standing standing);

/// The rows in the language of manual pages (mdoc), a section for each standing.
std::string manualOf(std::span<const ExtensionRow> table);

}  // namespace natwalk
