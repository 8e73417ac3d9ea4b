// A ruleset: tables, chains and rules, built once by RulesetBuilder, then const.
#pragma once

#include "host/back_end.h"
#include "ruleset/chain_names.h"
#include "ruleset/rule.h"
#include "ruleset/rule_index.h"
#include "text/arena.h"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace natwalk {

enum class Policy : std::uint8_t { accept, drop };

struct Chain
{
    std::string_view name;
    TableName table = TableName::filter;
    std::optional<Hook> hook;        ///< for built-in chains
    Policy policy = Policy::accept;  ///< for built-in chains
    Counters counters{};
    bool hasCounters = false;
    bool declared = false;        ///< had a ":NAME" line (or is built in and added by itself)
    std::uint32_t line = 0;       ///< of its declaration
    std::uint32_t firstRule = 0;  ///< index of its first rule; its rules lie side by side
    std::uint32_t ruleCount = 0;
    /// iptables-nft makes only those built-in chains that somebody names, iptables-legacy all of a table.
    bool existsInKernel = true;
    bool letsAllPass = false;  ///< built-in, without rules, policy ACCEPT
};

/// What is read of a chain.
struct ChainRules
{
    std::span<const Rule> rules;
    const RuleIndex* index = nullptr;  ///< which rules may match a packet, where there are many
};

struct Table
{
    bool present = false;
    std::uint32_t order = 0;      ///< its place in the text, from 0
    std::vector<ChainId> chains;  ///< in the order of their declaration, as iptables-save keeps it
    std::array<ChainId, 5> builtIn = {noChain, noChain, noChain, noChain, noChain};  ///< by Hook
    /// Those of the second back end, where the ruleset is of both.
    std::array<ChainId, 5> builtInOfOther = {noChain, noChain, noChain, noChain, noChain};
};

/// Where a rule stands, for people and for the kernel's notation: number from 1.
struct RulePlace
{
    TableName table = TableName::filter;
    std::string_view chain;
    std::uint32_t number = 0;
};

class RulesetBuilder;

class Ruleset
{
public:
    Family family() const { return m_family; }
    BackEnd backEnd() const { return m_backEnd; }  ///< the first one where it is of both
    /// Chains and rules of both back ends stand here, one behind the other: see bothBackEnds().
    bool isOfBoth() const { return m_parts[1] != nullptr; }
    BackEnd backEndOf(ChainId id) const
    {
        return isOfBoth() && static_cast<std::size_t>(id) >= m_parts[0]->chainCount() ? otherThan(m_backEnd)
                                                                                      : m_backEnd;
    }

    const Table& table(TableName name) const { return m_tables[static_cast<std::size_t>(name)]; }
    bool hasTable(TableName name) const { return table(name).present; }

    std::size_t chainCount() const { return m_chains.size(); }
    std::size_t ruleCount() const { return m_rules.size(); }
    std::size_t tableCount() const;
    const Chain& chain(ChainId id) const { return m_chains[static_cast<std::size_t>(id)]; }
    const Rule& rule(RuleId id) const { return m_rules[static_cast<std::size_t>(id)]; }
    std::span<const Chain> chains() const { return m_chains; }
    std::span<const Rule> rules() const { return m_rules; }
    const ChainRules& reading(ChainId id) const { return m_reading[static_cast<std::size_t>(id)]; }
    std::span<const Rule> rulesOf(ChainId id) const { return reading(id).rules; }

    /// The id of the rule with this number (from 1) in a chain; the number must exist.
    RuleId ruleAt(ChainId id, std::uint32_t number) const { return RuleId{chain(id).firstRule + number - 1}; }
    /// The number (from 1) of a rule in its chain.
    std::uint32_t numberOf(RuleId id) const
    {
        return static_cast<std::uint32_t>(id) - chain(rule(id).chain).firstRule + 1;
    }
    RulePlace placeOf(RuleId id) const;

    /// The chain with this name in a table; noChain when there is none. Where both back ends have it: the first one's.
    ChainId find(TableName table, std::string_view chain) const;
    /// The same in one back end alone, where the ruleset is of both.
    ChainId find(TableName table, std::string_view chain, BackEnd backEnd) const;
    /// The built-in chain at a hook; noChain when there is none.
    /// @param backEnd  which one's, where the ruleset is of both; unknown: the first one's
    ChainId entry(TableName name, Hook hook, BackEnd backEnd = BackEnd::unknown) const
    {
        const bool isOther = isOfBoth() && backEnd == otherThan(m_backEnd);
        return (isOther ? table(name).builtInOfOther : table(name).builtIn)[static_cast<std::size_t>(hook)];
    }

    /// "nat:KUBE-SERVICES:rule:3", as the kernel's TRACE prints a rule.
    std::string kernelName(RuleId id) const;
    /// What stands after -j or -g: "ACCEPT", "KUBE-SVC-X", "DNAT"; empty for none.
    std::string_view targetName(const Rule& rule) const;

    /// The text it was read from, where it was read; rule lines point into it.
    std::string_view text() const { return m_text ? std::string_view(*m_text) : std::string_view(); }

private:
    friend class RulesetBuilder;
    friend class BackEndJoiner;

    Family m_family = Family::ipv4;
    BackEnd m_backEnd = BackEnd::unknown;
    std::shared_ptr<const std::string> m_text;
    std::shared_ptr<Arena> m_arena;
    std::array<Table, 5> m_tables;
    std::vector<Chain> m_chains;
    std::vector<Rule> m_rules;
    ChainNames m_names;
    std::vector<ChainRules> m_reading;                           ///< by chain
    std::vector<std::shared_ptr<const RuleIndex>> m_indexes;     ///< of the long chains
    std::array<std::shared_ptr<const Ruleset>, 2> m_parts = {};  ///< of both back ends: they keep the rules alive
};

using RulesetPtr = std::shared_ptr<const Ruleset>;

/// Chains from this length on get an index.
inline constexpr std::size_t defaultIndexFrom = 16;
/// For `RulesetBuilder::finish`: every rule is read (the reference for the index).
inline constexpr std::size_t neverIndex = static_cast<std::size_t>(-1);

/// Gathers tables, chains and rules in the order of the text.
class RulesetBuilder
{
public:
    explicit RulesetBuilder(Family family, std::shared_ptr<const std::string> text = {});

    Arena& arena() { return *m_ruleset->m_arena; }
    void setBackEnd(BackEnd backEnd);
    void addTable(TableName table);
    /// About so many rules will come: makes room for them.
    void expectRules(std::size_t count) { m_ruleset->m_rules.reserve(count); }
    /// The chain with this name; noChain when there is none yet.
    ChainId find(TableName table, std::string_view name) const { return m_ruleset->find(table, name); }
    /// The chain with this name, made (undeclared) when it is new. Built-in names become built-in chains.
    ChainId chain(TableName table, std::string_view name);
    /// The same chain, with its place in the order of the text; the caller fills in policy, counters and line.
    Chain& declare(TableName table, std::string_view name);
    Chain& at(ChainId id);
    /// Appends to the rule's chain (`rule.chain`); matches must lie in the arena.
    void append(Rule rule);
    /// Puts a rule before the number-th of its chain (from 1), as -I does; a number beyond the end appends.
    void insert(Rule rule, std::uint32_t number);

    /// Adds the built-in chains that a present table lacks (as legacy does, policy ACCEPT) and closes the ruleset.
    /// @param indexFrom  chains of this many rules and more are indexed
    RulesetPtr finish(std::size_t indexFrom = defaultIndexFrom);

private:
    Table& tableOf(const Chain& chain) { return m_ruleset->m_tables[static_cast<std::size_t>(chain.table)]; }
    void completeChains();
    std::vector<std::uint32_t> finalPlaces();
    void placeInserted(std::vector<std::uint32_t>& places) const;
    void sortRules();
    void noteBuiltIn();
    void prepareReading(std::size_t indexFrom);

    std::shared_ptr<Ruleset> m_ruleset;
    std::uint32_t m_tableCount = 0;
    std::vector<std::uint32_t> m_insertedAt;  // by rule: the number that -I gave, or 0; empty when there is no -I
};

}  // namespace natwalk
