// -j CHECKSUM: fills in a sum that was left to the device.
// Source: Linux net/netfilter/xt_CHECKSUM.c, iptables extensions/libxt_CHECKSUM.c.
#include "extensions/all.h"
#include "extensions/kept.h"

#include <array>

namespace natwalk {

namespace {

constexpr auto options = std::to_array<OptionSpec>({{"--checksum-fill", Values::none}});

const Target* parse(Options& words)
{
    return idleTarget(words, onlyOne(words, options, wordOf), MessageId::ChecksumFilled,
                      onlyInTable<TableName::mangle>);
}

}  // namespace

extern const TargetExtension checksumTarget = {"CHECKSUM", options, parse, Standing::noEffect};

}  // namespace natwalk
