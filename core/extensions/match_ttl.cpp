// -m ttl, -m hl: how many hops the packet may still go.
// Source: Linux net/netfilter/xt_hl.c, iptables extensions/libipt_ttl.c and libip6t_hl.c.
#include "extensions/all.h"
#include "extensions/saved_options.h"

#include <array>

namespace natwalk {

namespace {

enum class Comparison : std::uint8_t { equal, different, less, greater };

class Ttl final : public Match
{
public:
    Ttl(std::string_view optionName, Comparison comparison, std::uint8_t value)
        : m_option(optionName)
        , m_comparison(comparison)
        , m_value(value)
    {}

    std::string_view name() const override { return m_option.substr(2, m_option.rfind('-') - 2); }

    Answer ask(const MatchContext& context) const override
    {
        const std::uint8_t ttl = context.packet.ttl;
        switch (m_comparison) {
        case Comparison::equal: return Answer::of(ttl == m_value);
        case Comparison::different: return Answer::of(ttl != m_value);
        case Comparison::less: return Answer::of(ttl < m_value);
        case Comparison::greater: break;
        }
        return Answer::of(ttl > m_value);
    }

    std::string save() const override
    {
        return std::move(SavedOptions().value(m_option, toText(m_value), m_comparison == Comparison::different)).text();
    }

    Message describe() const override
    {
        constexpr std::array sentences = {MessageId::TtlIs, MessageId::TtlIsNot, MessageId::TtlBelow,
                                          MessageId::TtlAbove};
        return message(sentences[static_cast<std::size_t>(m_comparison)], m_value);
    }

    Message whyNot(const MatchContext& context) const override
    {
        constexpr std::array sentences = {MessageId::TtlDiffers, MessageId::TtlExcluded, MessageId::TtlNotBelow,
                                          MessageId::TtlNotAbove};
        return message(sentences[static_cast<std::size_t>(m_comparison)], context.packet.ttl, m_value);
    }

private:
    std::string_view m_option;
    Comparison m_comparison;
    std::uint8_t m_value;
};

constexpr auto options4 = std::to_array<OptionSpec>({{"--ttl-eq", Values::one, "--ttl"}, {"--ttl-lt"}, {"--ttl-gt"}});
constexpr auto options6 = std::to_array<OptionSpec>({{"--hl-eq", Values::one, "--hl"}, {"--hl-lt"}, {"--hl-gt"}});

Comparison comparisonOf(const Option& option)
{
    if (option.name().ends_with("-eq"))
        return option.inverted() ? Comparison::different : Comparison::equal;
    option.rejectInverted();
    return option.name().ends_with("-lt") ? Comparison::less : Comparison::greater;
}

const Match* parseFor(Options& words, std::span<const OptionSpec> specs)
{
    const Option option = words.only(specs.front().name);
    const auto value = static_cast<std::uint8_t>(option.number(0, 255));
    return words.arena().make<Ttl>(option.name(), comparisonOf(option), value);
}

const Match* parse4(Options& words) { return parseFor(words, options4); }

const Match* parse6(Options& words) { return parseFor(words, options6); }

}  // namespace

extern const MatchExtension ttlMatch = {"ttl", options4, parse4};
extern const MatchExtension hlMatch = {"hl", options6, parse6};

}  // namespace natwalk
