// -m length: how long the packet is, its IP header included.
// Source: Linux net/netfilter/xt_length.c, iptables extensions/libxt_length.c.
#include "extensions/all.h"
#include "extensions/saved_options.h"
#include "extensions/words.h"

#include <array>

namespace natwalk {

namespace {

class Length final : public Match
{
public:
    Length(std::uint16_t shortest, std::uint16_t longest, bool inverted)
        : m_shortest(shortest)
        , m_longest(longest)
        , m_inverted(inverted)
    {}

    std::string_view name() const override { return "length"; }

    Answer ask(const MatchContext& context) const override
    {
        const std::uint32_t length = context.packet.length();
        return Answer::of((m_shortest <= length && length <= m_longest) != m_inverted);
    }

    std::string save() const override
    {
        return std::move(SavedOptions().value("--length", rangeText(), m_inverted)).text();
    }

    Message describe() const override
    {
        return message(m_inverted ? MessageId::LengthIsNot : MessageId::LengthIs, rangeText());
    }

    Message whyNot(const MatchContext& context) const override
    {
        return message(m_inverted ? MessageId::LengthExcluded : MessageId::LengthDiffers, context.packet.length(),
                       rangeText());
    }

private:
    std::string rangeText() const { return toText(PortRange{m_shortest, m_longest}); }

    std::uint16_t m_shortest;
    std::uint16_t m_longest;
    bool m_inverted;
};

constexpr auto options = std::to_array<OptionSpec>({{"--length"}});

std::uint16_t boundOf(std::string_view word, std::uint16_t open, const Option& option)
{
    if (word.empty())
        return open;
    const auto number = wholeNumber(word);
    if (!number || *number > 65535)
        option.rejectValue();
    return static_cast<std::uint16_t>(*number);
}

const Match* parse(Options& words)
{
    const Option option = words.only("--length");
    const auto [firstWord, lastWord] = splitAt(option.value().text, ':');
    if (!lastWord && firstWord.empty())
        option.rejectValue();
    const std::uint16_t shortest = boundOf(firstWord, 0, option);
    const std::uint16_t longest = lastWord ? boundOf(*lastWord, 65535, option) : shortest;
    return words.arena().make<Length>(shortest, longest, option.inverted());
}

}  // namespace

extern const MatchExtension lengthMatch = {"length", options, parse};

}  // namespace natwalk
