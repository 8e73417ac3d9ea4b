// The two tables of extensions: every match and target that natwalk knows by name.
#pragma once

#include "ruleset/match.h"
#include "ruleset/target.h"
#include "text/options.h"

#include <span>
#include <string_view>

namespace natwalk {

/// How well an extension is understood.
enum class Standing : std::uint8_t {
    simulated,  ///< as the kernel does it
    noEffect,   ///< never changes the path (LOG)
    doubted     ///< kept and printed back, but natwalk cannot decide it
};

/// One -m NAME: its options, and the function that reads them.
struct MatchExtension
{
    std::string_view name;
    std::span<const OptionSpec> options;
    const Match* (*parse)(Options& options);
    Standing standing = Standing::simulated;
};

/// One -j NAME.
struct TargetExtension
{
    std::string_view name;
    std::span<const OptionSpec> options;
    const Target* (*parse)(Options& options);
    Standing standing = Standing::simulated;
};

std::span<const MatchExtension* const> matchExtensions();
std::span<const TargetExtension* const> targetExtensions();

/// nullptr when natwalk does not know it. "icmpv6" and the like are found by every name iptables accepts.
const MatchExtension* matchNamed(std::string_view name);
const TargetExtension* targetNamed(std::string_view name);

/// A match or target that natwalk does not know: kept word by word, printed back unchanged, always doubtful.
/// @param words  everything after the name, as written (quotes are put back where needed)
const Match* unknownMatch(Arena& arena, std::string_view name, std::string_view words);
const Target* unknownTarget(Arena& arena, std::string_view name, std::string_view words);

}  // namespace natwalk
