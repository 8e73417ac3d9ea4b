// Netfilter's hooks and tables, by their standard names.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace natwalk {

enum class Hook : std::uint8_t { prerouting, input, forward, output, postrouting };
enum class TableName : std::uint8_t { raw, mangle, nat, filter, security };

inline constexpr std::array allHooks = {Hook::prerouting, Hook::input, Hook::forward, Hook::output, Hook::postrouting};
inline constexpr std::array allTables = {TableName::raw, TableName::mangle, TableName::nat, TableName::filter,
                                         TableName::security};

constexpr std::string_view nameOf(Hook hook)
{
    constexpr std::array<std::string_view, 5> names = {"PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING"};
    return names[static_cast<std::size_t>(hook)];
}

constexpr std::string_view nameOf(TableName table)
{
    constexpr std::array<std::string_view, 5> names = {"raw", "mangle", "nat", "filter", "security"};
    return names[static_cast<std::size_t>(table)];
}

inline std::string toText(Hook hook) { return std::string(nameOf(hook)); }
inline std::string toText(TableName table) { return std::string(nameOf(table)); }

constexpr std::optional<Hook> hookNamed(std::string_view name)
{
    for (const Hook hook : allHooks)
        if (nameOf(hook) == name)
            return hook;
    return {};
}

constexpr std::optional<TableName> tableNamed(std::string_view name)
{
    for (const TableName table : allTables)
        if (nameOf(table) == name)
            return table;
    return {};
}

/// Whether the table has a built-in chain at this hook.
constexpr bool tableHasHook(TableName table, Hook hook)
{
    switch (table) {
    case TableName::raw: return hook == Hook::prerouting || hook == Hook::output;
    case TableName::mangle: return true;
    case TableName::nat: return hook != Hook::forward;
    case TableName::filter:
    case TableName::security: return hook == Hook::input || hook == Hook::forward || hook == Hook::output;
    }
    return false;
}

/// The hook of the table's built-in chain with this name; none for every other name.
constexpr std::optional<Hook> builtInHook(TableName table, std::string_view chain)
{
    const auto hook = hookNamed(chain);
    return hook && tableHasHook(table, *hook) ? hook : std::nullopt;
}

}  // namespace natwalk
