#include "syntax/base_options.h"

#include <algorithm>
#include <array>

namespace natwalk {

namespace {

using Kind = BaseOption::Kind;

constexpr auto options = std::to_array<BaseOption>({
    {Kind::append, 'A', {"--append"}},
    {Kind::insert, 'I', {"--insert"}},
    {Kind::newChain, 'N', {"--new-chain"}},
    {Kind::policy, 'P', {"--policy", Values::two}},
    {Kind::otherCommand, 'C', {"--check"}},
    {Kind::otherCommand, 'D', {"--delete"}},
    {Kind::otherCommand, 'E', {"--rename-chain"}},
    {Kind::otherCommand, 'F', {"--flush", Values::optional}},
    {Kind::otherCommand, 'L', {"--list", Values::optional}},
    {Kind::otherCommand, 'R', {"--replace"}},
    {Kind::otherCommand, 'S', {"--list-rules", Values::optional}},
    {Kind::otherCommand, 'V', {"--version", Values::none}},
    {Kind::otherCommand, 'X', {"--delete-chain", Values::optional}},
    {Kind::otherCommand, 'Z', {"--zero", Values::optional}},
    {Kind::otherCommand, 'h', {"--help", Values::optional}},
    {Kind::table, 't', {"--table"}},
    {Kind::source, 's', {"--source", Values::one, "--src"}, true},
    {Kind::destination, 'd', {"--destination", Values::one, "--dst"}, true},
    {Kind::protocol, 'p', {"--protocol"}, true},
    {Kind::inInterface, 'i', {"--in-interface"}, true},
    {Kind::outInterface, 'o', {"--out-interface"}, true},
    {Kind::fragment, 'f', {"--fragments", Values::none}, true},
    {Kind::match, 'm', {"--match"}},
    {Kind::jump, 'j', {"--jump"}},
    {Kind::go, 'g', {"--goto"}},
    {Kind::counters, 'c', {"--set-counters", Values::two}},
    {Kind::onlyIpv4, '4', {"--ipv4", Values::none}},
    {Kind::onlyIpv6, '6', {"--ipv6", Values::none}},
    {Kind::withoutMeaning, 'n', {"--numeric", Values::none}},
    {Kind::withoutMeaning, 'v', {"--verbose", Values::none}},
    {Kind::withoutMeaning, 'x', {"--exact", Values::none}},
    {Kind::withoutMeaning, 'w', {"--wait", Values::optional}},
    {Kind::withoutMeaning, 'W', {"--wait-interval"}},
    {Kind::withoutMeaning, 'M', {"--modprobe"}},
    {Kind::withoutMeaning, 0, {"--line-numbers", Values::none}},
});

using ByLetter = std::array<const BaseOption*, 128>;

constexpr ByLetter sortByLetter()
{
    ByLetter table{};
    for (const BaseOption& option : options)
        if (option.letter != 0)
            table[static_cast<std::size_t>(option.letter)] = &option;
    return table;
}

constexpr ByLetter byLetter = sortByLetter();

}  // namespace

std::span<const BaseOption> baseOptions() { return options; }

const BaseOption* baseOptionNamed(std::string_view word)
{
    if (word.size() == 2 && word[0] == '-') {
        const auto letter = static_cast<unsigned char>(word[1]);
        return letter < byLetter.size() ? byLetter[letter] : nullptr;
    }
    const auto* found =
        std::ranges::find_if(options, [&](const BaseOption& option) { return option.spec.isNamed(word); });
    return found == options.end() ? nullptr : found;
}

bool isCommand(const BaseOption& option) { return option.kind <= Kind::otherCommand; }

}  // namespace natwalk
