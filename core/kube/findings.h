// What is wrong with a document, or worth knowing: each with its place, what follows from it, and its usual cause.
#pragma once

#include "kube/finding_kinds.h"
#include "kube/services.h"
#include "ruleset/document.h"
#include "text/diagnostic.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace natwalk {

struct Finding
{
    Severity severity = Severity::warning;
    Message what;
    Message consequence;       ///< what people notice
    Message cause;             ///< what usually leads to it; Nothing where nobody can say
    std::size_t ruleset = 0;   ///< index in the document
    RuleId rule = noRule;      ///< where to look; noRule when it is about a chain, or the whole
    ChainId chain = noChain;   ///< the rule's, or the one that it is about
    std::string service = {};  ///< the title of the service that it is about; empty: none
    std::string example = {};  ///< of one of the services that it is about, where there are several

    const FindingKind& kind() const { return findingKindOf(what.id); }
    /// The stable name of its kind: "SharesUnequal".
    std::string_view code() const { return kind().code(); }
    /// The line of its rule or chain; 0 when it has none.
    std::uint32_t line(const Ruleset& read) const;
};

/// A document with the services of each of its rulesets: what findings are drawn from.
struct KubeDocument
{
    DocumentPtr document;
    std::vector<std::vector<Service>> services;  ///< by ruleset

    explicit KubeDocument(DocumentPtr read);

    /// The first service of a ruleset with this title; null when there is none.
    const Service* serviceTitled(std::size_t ruleset, const std::string& title) const;

private:
    std::vector<std::unordered_map<std::string, std::size_t>> m_places;  ///< by ruleset: titles
};

/// That a dump holds no service routing at all comes first, for all else is doubtful then. The rest: the gravest first;
/// of equal ones, what concerns the whole dump, then in the order of the text.
std::vector<Finding> findingsOf(const KubeDocument& kube);

/// Of these only that the dump holds no rules which lead to services: to be said before any verdict.
std::vector<Finding> denialsOf(const KubeDocument& kube);

}  // namespace natwalk
