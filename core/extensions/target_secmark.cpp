// -j SECMARK, -j CONNSECMARK: the label of a packet and of its connection, for SELinux.
// Source: Linux net/netfilter/xt_SECMARK.c, xt_CONNSECMARK.c, iptables extensions/libxt_SECMARK.c, libxt_CONNSECMARK.c.
#include "extensions/all.h"
#include "extensions/kept.h"

#include <array>

namespace natwalk {

namespace {

bool whereSecurityIs(TableName table, Hook /*hook*/)
{
    return table == TableName::mangle || table == TableName::security;
}

constexpr auto secmarkOptions = std::to_array<OptionSpec>({{"--selctx"}});
/// In the order in which they are printed.
constexpr auto connsecmarkOptions = std::to_array<OptionSpec>({{"--save", Values::none}, {"--restore", Values::none}});

const Target* parseConnsecmark(Options& words)
{
    return idleTarget(words, onlyOne(words, connsecmarkOptions, wordOf), MessageId::SecurityLabel, whereSecurityIs);
}

const Target* parseSecmark(Options& words)
{
    return idleTarget(words, onlyOne(words, secmarkOptions, wordOf), MessageId::SecurityLabel, whereSecurityIs);
}

}  // namespace

extern const TargetExtension secmarkTarget = {"SECMARK", secmarkOptions, parseSecmark, Standing::noEffect};
extern const TargetExtension connsecmarkTarget = {"CONNSECMARK", connsecmarkOptions, parseConnsecmark,
                                                  Standing::noEffect};

}  // namespace natwalk
