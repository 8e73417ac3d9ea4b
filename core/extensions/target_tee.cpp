// -j TEE: a copy of the packet goes to another host.
// Source: Linux net/netfilter/xt_TEE.c, iptables extensions/libxt_TEE.c.
#include "extensions/all.h"
#include "extensions/kept.h"

#include <array>

namespace natwalk {

namespace {

/// In the order in which they are printed.
constexpr auto options = std::to_array<OptionSpec>({{"--gateway"}, {"--oif"}});

const Target* parse(Options& words)
{
    const bool ipv6 = words.rule().ipv6;
    const auto value = [ipv6](const Option& option) {
        if (option.is("--oif"))
            return wordOf(option);
        const auto gateway = Address::from(option.value().text);
        if (!gateway || (gateway->family == Family::ipv6) != ipv6)
            option.rejectValue();
        return toText(*gateway);
    };
    return idleTarget(words, severalOf(words, options, value, {"--gateway"}), MessageId::CopyGoesTo, everywhere);
}

}  // namespace

extern const TargetExtension teeTarget = {"TEE", options, parse, Standing::noEffect};

}  // namespace natwalk
