#include "syntax/table_guess.h"

#include "syntax/lines.h"
#include "syntax/salvage.h"

#include <algorithm>
#include <array>
#include <bit>
#include <span>

namespace natwalk {

namespace {

constexpr std::uint8_t bitOf(TableName table) { return static_cast<std::uint8_t>(1U << static_cast<unsigned>(table)); }

constexpr std::uint8_t bitsOf(std::initializer_list<TableName> tables)
{
    std::uint8_t bits = 0;
    for (const TableName table : tables)
        bits |= bitOf(table);
    return bits;
}

/// security is not guessed: nothing in a rule tells it from filter.
constexpr std::uint8_t everywhere = bitsOf({TableName::raw, TableName::mangle, TableName::nat, TableName::filter});

struct Known
{
    std::string_view name;  ///< of a target or chain; with "*" at its end: what begins so
    std::uint8_t tables;
};

constexpr auto knownTargets = std::to_array<Known>({
    {"DNAT", bitOf(TableName::nat)},
    {"SNAT", bitOf(TableName::nat)},
    {"MASQUERADE", bitOf(TableName::nat)},
    {"REDIRECT", bitOf(TableName::nat)},
    {"NETMAP", bitOf(TableName::nat)},
    {"REJECT", bitOf(TableName::filter)},
    {"DROP", bitsOf({TableName::filter, TableName::mangle, TableName::raw})},
    {"CT", bitOf(TableName::raw)},
    {"NOTRACK", bitOf(TableName::raw)},
    {"TPROXY", bitOf(TableName::mangle)},
    {"TTL", bitOf(TableName::mangle)},
    {"HL", bitOf(TableName::mangle)},
    {"TOS", bitOf(TableName::mangle)},
    {"DSCP", bitOf(TableName::mangle)},
    {"CLASSIFY", bitOf(TableName::mangle)},
    {"CHECKSUM", bitOf(TableName::mangle)},
});

constexpr auto knownChains = std::to_array<Known>({
    {"KUBE-SVC-*", bitOf(TableName::nat)},
    {"KUBE-SEP-*", bitOf(TableName::nat)},
    {"KUBE-XLB-*", bitOf(TableName::nat)},
    {"KUBE-EXT-*", bitOf(TableName::nat)},
    {"KUBE-SVL-*", bitOf(TableName::nat)},
    {"KUBE-FW-*", bitOf(TableName::nat)},
    {"KUBE-MARK-*", bitOf(TableName::nat)},
    {"KUBE-POSTROUTING", bitOf(TableName::nat)},
    {"KUBE-FORWARD", bitOf(TableName::filter)},
    {"KUBE-FIREWALL", bitOf(TableName::filter)},
    {"KUBE-EXTERNAL-SERVICES", bitOf(TableName::filter)},
    {"KUBE-PROXY-FIREWALL", bitOf(TableName::filter)},
    {"DOCKER-USER", bitOf(TableName::filter)},
    {"DOCKER-ISOLATION-*", bitOf(TableName::filter)},
    {"CNI-HOSTPORT-*", bitOf(TableName::nat)},
});

std::uint8_t tablesNamed(std::span<const Known> known, std::string_view name)
{
    const auto is = [&](const Known& one) {
        return one.name.ends_with('*') ? name.starts_with(one.name.substr(0, one.name.size() - 1)) : name == one.name;
    };
    const auto found = std::ranges::find_if(known, is);
    return found == known.end() ? everywhere : found->tables;
}

std::uint8_t tablesWith(Hook hook)
{
    std::uint8_t tables = 0;
    for (const TableName table : allTables)
        if (tableHasHook(table, hook))
            tables |= bitOf(table);
    return tables & everywhere;
}

bool ends(std::string_view word, std::initializer_list<std::string_view> endings)
{
    return std::ranges::any_of(endings, [&](std::string_view ending) { return word.ends_with(ending); });
}

}  // namespace

TableGuess::TableGuess(std::string_view text)
{
    Lines lines(text);
    for (bool first = true; const auto line = lines.next(); first = false) {
        const std::string_view content = trimmed(*line);
        const bool policyBehindRules = m_hasRules && content.starts_with("-P ");
        const bool typed = content.find("tables") != std::string_view::npos && typedCommand(content);
        if (!first && (content.starts_with('*') || content == "COMMIT" || policyBehindRules || typed))
            break;
        readLine(content);
        m_size = text.size() - lines.rest().size();
    }
    findWhole();
    spread();
    countSure();
}

/// One command, or several where "\n" joins them.
void TableGuess::readLine(std::string_view line)
{
    std::string_view command;
    std::string_view chain;
    std::string_view target;
    for (Words words(line); const auto word = words.next();) {
        if (ends(*word, {"-A", "-I", "-P", "-N"}) && !word->ends_with("--A")) {
            readCommand(command, chain, target);
            command = word->substr(word->size() - 2);
            chain = words.next().value_or("");
            target = {};
        } else if (word == "-j" || word == "-g") {
            target = words.next().value_or("");
            target = target.substr(0, target.find('\\'));
        } else if (command.empty() && word->starts_with(':') && word->size() > 1) {
            return declare(word->substr(1));
        }
    }
    readCommand(command, chain, target);
}

void TableGuess::readCommand(std::string_view command, std::string_view chain, std::string_view target)
{
    if (command == "-P")
        return declare(chain);
    if (command.empty() || command == "-N")
        return;
    m_hasRules = true;
    m_rules.emplace_back(chain, target);
}

void TableGuess::declare(std::string_view chain)
{
    if (const auto hook = hookNamed(chain))
        m_declared |= static_cast<std::uint8_t>(1U << static_cast<unsigned>(*hook));
}

/// Built-in chains that only one table has together. All four or five of one table stand in a whole listing; the head
/// of a piece may be missing, so that fewer tell less.
void TableGuess::findWhole()
{
    const auto has = [&](Hook hook) { return (m_declared >> static_cast<unsigned>(hook) & 1U) != 0; };
    const bool nat = has(Hook::prerouting) || has(Hook::postrouting);
    if (has(Hook::forward))
        m_whole = nat ? TableName::mangle : TableName::filter;
    else if (has(Hook::postrouting) || (has(Hook::prerouting) && has(Hook::input)))
        m_whole = TableName::nat;
    else if (has(Hook::prerouting))
        m_whole = TableName::raw;
    else if (m_declared != 0)
        m_whole = TableName::filter;
}

/// What a chain's rules and callers leave possible, from chain to chain. Where they contradict each other, the chain's
/// name stands in several tables, and each rule is looked at by itself.
void TableGuess::spread()
{
    constexpr int mostRounds = 16;
    for (const auto& [chain, target] : m_rules) {
        narrow(chain, tablesNamed(knownTargets, target));
        narrow(chain, tablesNamed(knownChains, chain));
    }
    std::size_t before = 0;
    for (int round = 0; round < mostRounds; ++round) {
        std::size_t possible = 0;
        for (const auto& [chain, target] : m_rules) {
            if (hookNamed(target) || tablesNamed(knownTargets, target) != everywhere || target == "ACCEPT"
                || target == "RETURN" || target.empty())
                continue;
            narrow(target, tablesNamed(knownChains, target));
            narrow(target, tablesOfChain(chain));
            narrow(chain, tablesOfChain(target));
        }
        for (const auto& [chain, tables] : m_chains)
            possible += static_cast<std::size_t>(std::popcount(tables));
        if (possible == before)
            break;
        before = possible;
    }
}

void TableGuess::narrow(std::string_view chain, Tables tables)
{
    if (hookNamed(chain))
        return;
    Tables& known = m_chains.try_emplace(chain, everywhere).first->second;
    if ((known & tables) != 0)
        known &= tables;
}

/// The table that most rules belong to for sure decides about those that may belong to several.
void TableGuess::countSure()
{
    std::array<std::size_t, allTables.size()> rules{};
    for (const auto& [chain, target] : m_rules)
        if (const Tables tables = tablesOf(chain, target); std::has_single_bit(tables))
            ++rules[static_cast<std::size_t>(std::countr_zero(tables))];
    const auto most = std::ranges::max_element(rules);
    if (*most > 0)
        m_preferred = static_cast<TableName>(most - rules.begin());
}

TableGuess::Tables TableGuess::tablesOfChain(std::string_view chain) const
{
    if (const auto hook = hookNamed(chain))
        return tablesWith(*hook);
    const auto known = m_chains.find(chain);
    return known == m_chains.end() ? tablesNamed(knownChains, chain) : known->second;
}

TableGuess::Tables TableGuess::tablesOf(std::string_view chain, std::string_view target) const
{
    Tables tables = tablesOfChain(chain);
    const bool isChain = m_chains.contains(target);
    const Tables byTarget = isChain ? tablesOfChain(target) : tablesNamed(knownTargets, target);
    return (tables & byTarget) != 0 ? tables & byTarget : tables;
}

TableName TableGuess::first() const
{
    return m_rules.empty() ? m_whole.value_or(m_preferred) : tableOf(m_rules.front().first, m_rules.front().second);
}

TableName TableGuess::tableOf(std::string_view chain, std::string_view target) const
{
    if (m_whole)
        return *m_whole;
    const Tables tables = tablesOf(chain, target);
    for (const TableName table : {m_preferred, TableName::filter, TableName::nat, TableName::mangle, TableName::raw})
        if ((tables & bitOf(table)) != 0)
            return table;
    return m_preferred;
}

}  // namespace natwalk
