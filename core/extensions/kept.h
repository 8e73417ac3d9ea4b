// For extensions that natwalk cannot simulate: their options are checked, kept, and printed back in iptables' order.
#pragma once

#include "extensions/saved_options.h"
#include "ruleset/match.h"
#include "ruleset/target.h"
#include "text/options.h"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace natwalk {

/// Adds an option as it was written, under its full name.
void keep(const Option& option, SavedOptions& saved);

/// Options in the order in which iptables-save prints them, whatever the order in which they were written.
class KeptOptions
{
public:
    explicit KeptOptions(std::span<const OptionSpec> inOrder) : m_specs(inOrder), m_texts(inOrder.size()) {}

    /// An option with the value that is printed; empty: none.
    void put(const Option& option, std::string_view value = {});
    bool has(std::string_view name) const { return !m_texts[placeOf(name)].empty(); }
    bool isEmpty() const;
    /// Throws OptionMissing for the first of the names that was not put.
    void demand(const Options& words, std::initializer_list<std::string_view> names) const;
    std::string text() const;

private:
    std::size_t placeOf(std::string_view name) const;

    std::span<const OptionSpec> m_specs;
    std::vector<std::string> m_texts;
};

/// An option's value as it is printed.
using ValueText = std::function<std::string(const Option& option)>;

/// The word as it stands, in quotes where it needs them.
std::string wordOf(const Option& option);

/// Takes the only option there may be, not negated; of several the first is asked for.
/// @return what iptables-save prints
std::string onlyOne(Options& words, std::span<const OptionSpec> options, const ValueText& value);
/// Takes all options, none of them negated, and demands some.
std::string severalOf(Options& words, std::span<const OptionSpec> options, const ValueText& value,
                      std::initializer_list<std::string_view> needed);

/// Throws where the rule is not one of TCP.
void needTcp(const Options& words);

/// What a doubted match is sure of all the same; nothing where it doubts.
using Certainly = std::optional<bool> (*)(const MatchContext& context, bool inverted);
/// Why it is sure that it does not match.
using WhySurely = Message (*)(const MatchContext& context);

/// Why what only a SYN can tell is sure.
Message noSyn(const MatchContext& context);

/// A match that natwalk cannot decide.
/// @param sentence  what it asks for, with its options as %1
const Match* doubtedMatch(Options& words, std::string_view options, MessageId sentence, bool inverted = false,
                          Certainly certainly = nullptr, WhySurely why = nullptr);

/// Where the kernel accepts an extension.
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
/// @param sentence  what it does, with its options as %1
const Target* idleTarget(Options& words, std::string_view options, MessageId sentence, Places places);

/// A target that may change the path in a way that natwalk cannot tell.
const Target* doubtedTarget(Options& words, std::string_view options, Places places);

}  // namespace natwalk
