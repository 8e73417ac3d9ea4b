// The kinds of findings, each with a stable name and a title, so that people can name and hide them.
#pragma once

#include "text/message.h"

#include <span>
#include <string_view>

namespace natwalk {

/// All findings that say the same of different things.
struct FindingKind
{
    MessageId id;     ///< the sentence of its findings, and its stable name: "SharesUnequal"
    MessageId title;  ///< "unequal shares"
    /// The same sentence about several things at once; Nothing where there is none.
    MessageId plural = MessageId::Nothing;

    std::string_view code() const { return nameOf(id); }
};

/// Every kind there is, in the order in which people would read about them.
std::span<const FindingKind> findingKinds();

/// The kind that a finding's sentence belongs to.
const FindingKind& findingKindOf(MessageId what);

}  // namespace natwalk
