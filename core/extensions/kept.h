// For extensions whose options natwalk need not understand: they are checked by name, kept, and printed back.
#pragma once

#include "extensions/saved_options.h"
#include "ruleset/match.h"
#include "ruleset/target.h"
#include "text/options.h"

namespace natwalk {

/// Adds an option as it was written, under its full name.
void keep(const Option& option, SavedOptions& saved);

/// The options as they were written, under their full names; lives in the rule's arena.
std::string_view keptWords(Options& words);

/// A match that natwalk cannot decide.
const Match* keptMatch(Options& words);

/// Where the kernel accepts a target.
using Places = bool (*)(TableName table, Hook hook);

bool everywhere(TableName table, Hook hook);
/// FORWARD, OUTPUT and POSTROUTING of any table.
bool onTheWayOut(TableName table, Hook hook);

template <TableName wanted>
bool onlyInTable(TableName table, Hook /*hook*/)
{
    return table == wanted;
}

/// A target that never changes the path.
/// @param needed  the option that must be there; empty: none
const Target* keptTarget(Options& words, Places places, std::string_view needed = {});

/// A target that may change the path in a way that natwalk cannot tell.
const Target* keptDoubtfulTarget(Options& words);

}  // namespace natwalk
