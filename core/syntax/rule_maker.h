// A command line that was read -> rules and chains in the ruleset that is being built.
#pragma once

#include "ruleset/ruleset.h"
#include "syntax/remarks.h"
#include "syntax/rule_line.h"

#include <vector>

namespace natwalk {

/// Into which ruleset and table a line speaks.
struct LinePlace
{
    RulesetBuilder* builder = nullptr;
    Family family = Family::ipv4;
    TableName table = TableName::filter;
};

/// How the line's own words name a family: "IPv4".
std::string_view nameOf(Family family);

class RuleMaker
{
public:
    explicit RuleMaker(Remarks& remarks) : m_remarks(remarks) {}

    /// -A or -I: one rule, or several where -s or -d list addresses. Throws ParseError; then no rule was added.
    void addRules(RuleLine& line, const LinePlace& place);
    /// ":NAME POLICY [1:60]", or -N, or -P.
    void declareChain(const LinePlace& place, const Token& name, const Token& policy,
                      const std::optional<Counters>& counters);

private:
    std::vector<Network>& readNetworks(const AddressWord& address, Family family, std::vector<Network>& networks) const;
    void keepHostName(AddressWord& address, std::string_view option, Arena& arena);
    void readMatches(const RuleLine& line, const RuleHead& head, Arena& arena);
    void readTarget(Rule& rule, RuleLine& line, const RuleHead& head, const LinePlace& place);
    void readOtherTarget(Rule& rule, const LoadedExtension& target, const Token& home, const LinePlace& place);
    void keepTarget(Rule& rule, const LoadedExtension& target, std::string_view words, MessageId why,
                    const LinePlace& place);
    ChainId homeOf(const Token& name, const LinePlace& place);

    Remarks& m_remarks;
    std::vector<Network> m_sources;
    std::vector<Network> m_destinations;
    std::vector<const Match*> m_matches;
    // The chain of the rule before: most often the chain of this one.
    const RulesetBuilder* m_lastBuilder = nullptr;
    TableName m_lastTable = TableName::filter;
    std::string_view m_lastName;
    ChainId m_lastChain = noChain;
};

}  // namespace natwalk
