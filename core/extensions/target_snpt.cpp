// -j SNPT, -j DNPT: another prefix before an address of IPv6, without connections (RFC 6296).
// Source: Linux net/ipv6/netfilter/ip6t_NPT.c, iptables extensions/libip6t_SNPT.c, libip6t_DNPT.c.
#include "extensions/all.h"
#include "extensions/kept.h"
#include "extensions/words.h"

#include <array>

namespace natwalk {

namespace {

bool wherePrefixesComeIn(TableName table, Hook hook) { return table == TableName::mangle && hook == Hook::prerouting; }

bool wherePrefixesGoOut(TableName table, Hook hook)
{
    return table == TableName::mangle && (hook == Hook::input || hook == Hook::postrouting);
}

/// In the order in which they are printed.
constexpr auto options = std::to_array<OptionSpec>({{"--src-pfx"}, {"--dst-pfx"}});

/// A net of IPv6, its host bits all 0.
std::string prefixText(const Option& option)
{
    const auto [addressWord, lengthWord] = splitAt(option.value().text, '/');
    const auto address = Address::from(addressWord);
    const auto net = Network::from(option.value().text);
    const auto length = net ? net->prefixLength() : std::nullopt;
    if (!lengthWord || !address || address->family != Family::ipv6 || !length || *length > 64
        || !(net->base == *address))
        option.rejectValue();
    return toText(*net);
}

template <Places places>
const Target* parse(Options& words)
{
    const std::string text = severalOf(words, options, prefixText, {"--src-pfx", "--dst-pfx"});
    return doubtedTarget(words, text, places);
}

}  // namespace

extern const TargetExtension snptTarget = {"SNPT", options, parse<wherePrefixesGoOut>, Standing::doubted};
extern const TargetExtension dnptTarget = {"DNPT", options, parse<wherePrefixesComeIn>, Standing::doubted};

}  // namespace natwalk
