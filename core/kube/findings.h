// What is wrong with a document, or worth knowing: each with its place, what follows from it, and its usual cause.
#pragma once

#include "kube/services.h"
#include "ruleset/document.h"
#include "text/diagnostic.h"

#include <cstdint>
#include <string>
#include <string_view>
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

    /// Its stable name: "SharesUnequal".
    std::string_view code() const { return nameOf(what.id); }
    /// The line of its rule or chain; 0 when it has none.
    std::uint32_t line(const Ruleset& read) const;
};

/// A document with the services of each of its rulesets: what findings are drawn from.
struct KubeDocument
{
    DocumentPtr document;
    std::vector<std::vector<Service>> services;  ///< by ruleset

    explicit KubeDocument(DocumentPtr read);
};

/// The gravest first; of equal ones, what concerns the whole dump, then in the order of the text.
std::vector<Finding> findingsOf(const KubeDocument& kube);

}  // namespace natwalk
