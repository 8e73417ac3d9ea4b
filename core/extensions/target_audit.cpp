// -j AUDIT: a line in the audit log.
// Source: Linux net/netfilter/xt_AUDIT.c, iptables extensions/libxt_AUDIT.c.
#include "extensions/all.h"
#include "extensions/kept.h"
#include "extensions/words.h"

#include <array>

namespace natwalk {

namespace {

constexpr auto options = std::to_array<OptionSpec>({{"--type"}});

std::string auditType(const Option& option)
{
    for (const std::string_view name : {"accept", "drop", "reject"})
        if (equalIgnoringCase(name, option.value().text))
            return std::string(name);
    option.rejectValue();
}

const Target* parse(Options& words)
{
    return idleTarget(words, onlyOne(words, options, auditType), MessageId::AuditNotes, everywhere);
}

}  // namespace

extern const TargetExtension auditTarget = {"AUDIT", options, parse, Standing::noEffect};

}  // namespace natwalk
