// The matches and the target of one rule while it is read, and the options that were given to each.
//
// As in iptables, an option goes to whichever loaded extension knows it, the newest first, and its name may be
// shortened as long as it can mean one option only. Source: iptables libxtables/xtables.c, xtables_merge_options();
// getopt_long().
#pragma once

#include "extensions/all.h"
#include "syntax/base_options.h"
#include "text/options.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace natwalk {

/// One -m NAME or -j NAME of the line.
struct LoadedExtension
{
    Token name;
    const MatchExtension* match = nullptr;
    const TargetExtension* target = nullptr;
    std::vector<OptionWords> options;
    std::string otherWords;     ///< of one that natwalk does not know: what follows its name, as written
    bool isMisprinted = false;  ///< its options were lost when it was printed

    bool isKnown() const { return match != nullptr || target != nullptr; }
    std::span<const OptionSpec> specs() const
    {
        return match != nullptr ? match->options : target != nullptr ? target->options : std::span<const OptionSpec>();
    }
};

/// What an option's name means in this rule: one of iptables' own, or one of a loaded extension; or neither.
struct OptionMeaning
{
    const BaseOption* base = nullptr;
    LoadedExtension* owner = nullptr;
    const OptionSpec* spec = nullptr;

    explicit operator bool() const { return spec != nullptr; }
};

class LoadedExtensions
{
public:
    void clear();
    /// The match holds its place until the next is added.
    LoadedExtension& addMatch(const Token& name);
    LoadedExtension& setTarget(const Token& name);

    std::span<const LoadedExtension> matches() const { return std::span(m_matches).first(m_count); }
    bool hasMatch(const MatchExtension& match) const;
    /// nullptr while there was no -j.
    LoadedExtension* target() { return m_hasTarget ? &m_target : nullptr; }
    /// What was added last; nullptr before the first.
    LoadedExtension* newest();
    /// The target, or else the last match, that natwalk does not know; nullptr when it knows all.
    LoadedExtension* newestUnknown();

    /// What a long option means: its exact name first, then an unambiguous beginning. Throws OptionAmbiguous.
    OptionMeaning meaningOf(std::string_view name, SourceSpan where);

private:
    template <typename Consider>
    void considerAll(Consider consider);
    OptionMeaning exactly(std::string_view name);
    OptionMeaning beginningWith(std::string_view name, SourceSpan where);

    std::vector<LoadedExtension> m_matches;  // the first m_count are of this line; the others wait with their memory
    std::size_t m_count = 0;
    LoadedExtension m_target;
    bool m_hasTarget = false;
    bool m_targetIsNewest = false;
};

}  // namespace natwalk
