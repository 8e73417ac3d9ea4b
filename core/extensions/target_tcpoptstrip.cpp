// -j TCPOPTSTRIP: makes TCP options into padding.
// Source: Linux net/netfilter/xt_TCPOPTSTRIP.c, iptables extensions/libxt_TCPOPTSTRIP.c.
#include "extensions/all.h"
#include "extensions/kept.h"
#include "extensions/words.h"

#include <algorithm>
#include <array>
#include <bitset>

namespace natwalk {

namespace {

constexpr auto options = std::to_array<OptionSpec>({{"--strip-options"}});

struct TcpOptionName
{
    std::string_view name;
    std::uint8_t number;
};

constexpr auto tcpOptionNames = std::to_array<TcpOptionName>(
    {{"mss", 2}, {"wscale", 3}, {"sack-permitted", 4}, {"sack", 5}, {"timestamp", 8}, {"md5", 19}});

std::uint8_t tcpOptionNamed(std::string_view word, const Option& option)
{
    const auto found = std::ranges::find(tcpOptionNames, word, &TcpOptionName::name);
    if (found != tcpOptionNames.end())
        return found->number;
    const auto number = wholeNumber(word);
    if (!number || *number < 2 || *number > 255)  // 0 and 1 only fill up
        option.rejectValue();
    return static_cast<std::uint8_t>(*number);
}

std::string tcpOptionNumbers(const Option& option)
{
    std::bitset<256> numbers;
    forEachPart(option.value().text, [&](std::string_view part) { numbers.set(tcpOptionNamed(part, option)); });
    std::string text;
    for (std::size_t number = 0; number < numbers.size(); ++number)
        if (numbers.test(number))
            text.append(text.empty() ? "" : ",").append(toText(number));
    return text;
}

const Target* parse(Options& words)
{
    needTcp(words);
    return idleTarget(words, severalOf(words, options, tcpOptionNumbers, {}), MessageId::TcpOptionsTaken,
                      onlyInTable<TableName::mangle>);
}

}  // namespace

extern const TargetExtension tcpoptstripTarget = {"TCPOPTSTRIP", options, parse, Standing::noEffect};

}  // namespace natwalk
