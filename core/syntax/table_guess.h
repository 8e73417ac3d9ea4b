// Which table lines belong to that no "*table" stands above: what the built-in chains, the targets and the jumps
// between chains leave possible.
//
// Source: Linux net/ipv4/netfilter (which table has which hooks), xt_table checks of targets; kube-proxy, Docker and
// the CNI plugins for names that one table alone has.
#pragma once

#include "ruleset/hook.h"

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace natwalk {

class TableGuess
{
public:
    /// Looks at the lines of a text from its beginning to where another table begins for sure: "*table", COMMIT, a
    /// command that somebody typed, or a policy behind rules.
    explicit TableGuess(std::string_view text);

    /// How many bytes of the text that was.
    std::size_t size() const { return m_size; }
    /// The table of all lines, where their policies and ":CHAIN" lines say which.
    std::optional<TableName> whole() const { return m_whole; }
    /// The table of the first line.
    TableName first() const;
    /// The table of a rule.
    /// @param target  what stands after its -j or -g; may be empty
    TableName tableOf(std::string_view chain, std::string_view target) const;

private:
    using Tables = std::uint8_t;  ///< bit n: TableName n is possible

    void readLine(std::string_view line);
    void readCommand(std::string_view command, std::string_view chain, std::string_view target);
    void declare(std::string_view chain);
    void narrow(std::string_view chain, Tables tables);
    void spread();
    void findWhole();
    void countSure();
    Tables tablesOf(std::string_view chain, std::string_view target) const;
    Tables tablesOfChain(std::string_view chain) const;

    std::size_t m_size = 0;
    bool m_hasRules = false;
    std::uint8_t m_declared = 0;  // bit n: Hook n's chain was declared
    std::optional<TableName> m_whole;
    std::unordered_map<std::string_view, Tables> m_chains;               // not the built-in ones
    std::vector<std::pair<std::string_view, std::string_view>> m_rules;  // chain and target
    TableName m_preferred = TableName::filter;                           // where several are possible
};

}  // namespace natwalk
