// -m ipvs: what IPVS, the kernel's balancer, knows of the packet's connection.
// Source: Linux net/netfilter/xt_ipvs.c, iptables extensions/libxt_ipvs.c.
#include "extensions/all.h"
#include "extensions/kept.h"
#include "extensions/ports.h"
#include "extensions/words.h"

#include <algorithm>
#include <array>

namespace natwalk {

namespace {

/// In the order in which they are printed.
constexpr auto options = std::to_array<OptionSpec>({
    {"--ipvs", Values::none},
    {"--vproto"},
    {"--vaddr"},
    {"--vport"},
    {"--vdir"},
    {"--vmethod"},
    {"--vportctl"},
});

std::string protocolNumber(const Option& option)
{
    std::string lower(option.value().text);
    std::ranges::transform(lower, lower.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    const auto number = protocolNamed(lower);
    if (!number)
        option.rejectValue();
    return toText(*number);
}

/// As written, but for a mask of all bits, and for one that is written out.
std::string balancedAddress(const Option& option, bool ipv6)
{
    const auto [addressWord, maskWord] = splitAt(option.value().text, '/');
    const auto address = Address::from(addressWord);
    const auto net = Network::from(option.value().text);
    if (!address || !net || (address->family == Family::ipv6) != ipv6)
        option.rejectValue();
    const auto length = net->prefixLength();
    if (!length || net->isSingle())
        return toText(*address);
    return toText(*address) + '/' + toText(*length);
}

std::string portNumber(const Option& option)
{
    const auto port = portFrom(option.value().text);
    if (!port)
        option.rejectValue();
    return toText(*port);
}

std::string ipvsValue(const Option& option, bool ipv6)
{
    if (option.is("--vproto"))
        return protocolNumber(option);
    if (option.is("--vaddr"))
        return balancedAddress(option, ipv6);
    if (option.is("--vport") || option.is("--vportctl"))
        return portNumber(option);
    if (option.is("--vdir"))
        return std::string(option.oneOf<std::string_view>({{"ORIGINAL", "ORIGINAL"}, {"REPLY", "REPLY"}}));
    if (option.is("--vmethod"))
        return std::string(option.oneOf<std::string_view>({{"GATE", "GATE"}, {"IPIP", "IPIP"}, {"MASQ", "MASQ"}}));
    return {};
}

const Match* parse(Options& words)
{
    KeptOptions kept(options);
    while (const auto option = words.next())
        kept.put(*option, ipvsValue(*option, words.rule().ipv6));
    if (kept.isEmpty())
        words.rejectMissing("--ipvs");
    return doubtedMatch(words, kept.text(), MessageId::BalancedByIpvs);
}

}  // namespace

extern const MatchExtension ipvsMatch = {"ipvs", options, parse, Standing::doubted};

}  // namespace natwalk
