// Where the parts of findings put what they find.
#pragma once

#include "kube/findings.h"

#include <utility>
#include <vector>

namespace natwalk {

/// The three sentences of a finding.
struct FindingWords
{
    Message what;
    Message consequence;
    Message cause = {};
};

/// The findings of one ruleset while they are gathered.
class FindingList
{
public:
    FindingList(const Ruleset& ruleset, std::size_t number) : m_ruleset(ruleset), m_number(number) {}

    void atRule(Severity severity, RuleId rule, FindingWords words, std::string service = {})
    {
        add(severity, rule, m_ruleset.rule(rule).chain, std::move(words), std::move(service));
    }
    void atChain(Severity severity, ChainId chain, FindingWords words, std::string service = {})
    {
        add(severity, noRule, chain, std::move(words), std::move(service));
    }

    /// The last finding is about several services, of which this is one.
    void giveExample(std::string service) { m_findings.back().example = std::move(service); }

    const Ruleset& ruleset() const { return m_ruleset; }
    std::vector<Finding> take() { return std::move(m_findings); }

private:
    void add(Severity severity, RuleId rule, ChainId chain, FindingWords words, std::string service)
    {
        m_findings.push_back({severity, std::move(words.what), std::move(words.consequence), std::move(words.cause),
                              m_number, rule, chain, std::move(service)});
    }

    const Ruleset& m_ruleset;
    std::size_t m_number;
    std::vector<Finding> m_findings;
};

// Each looks for its own kind.
void findInShares(const Service& service, FindingList& list);
void findInService(const Service& service, FindingList& list);
void findInEndings(const std::vector<Service>& services, const DocumentPtr& document, FindingList& list);
void findInNode(const std::vector<Service>& services, const Host& host, FindingList& list);
void findInChains(FindingList& list);
void findInShadows(FindingList& list);
void findInOwners(FindingList& list);
void findInMarks(FindingList& list);

/// What concerns the dump as a whole: back ends, and whether it holds service routing at all.
void findInDump(const KubeDocument& kube, std::vector<Finding>& findings);

}  // namespace natwalk
