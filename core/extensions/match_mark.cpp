// -m mark: the packet's mark.
// Source: Linux net/netfilter/xt_mark.c, iptables extensions/libxt_mark.c.
#include "extensions/all.h"
#include "extensions/numbers.h"
#include "extensions/saved_options.h"

#include <array>

namespace natwalk {

namespace {

class Mark final : public Match
{
public:
    Mark(MaskedNumber wanted, bool inverted) : m_wanted(wanted), m_inverted(inverted) {}

    std::string_view name() const override { return "mark"; }

    Answer ask(const MatchContext& context) const override
    {
        return Answer::of(((context.packet.mark & m_wanted.mask) == m_wanted.value) != m_inverted);
    }

    std::string save() const override
    {
        return std::move(SavedOptions().value("--mark", toText(m_wanted), m_inverted)).text();
    }

    Message describe() const override
    {
        return message(m_inverted ? MessageId::MarkIsNot : MessageId::MarkIs, m_wanted);
    }

    Message whyNot(const MatchContext& context) const override
    {
        return message(m_inverted ? MessageId::MarkExcluded : MessageId::MarkDiffers, hexadecimal(context.packet.mark),
                       m_wanted);
    }

private:
    MaskedNumber m_wanted;
    bool m_inverted;
};

constexpr auto options = std::to_array<OptionSpec>({{"--mark"}});

const Match* parse(Options& words)
{
    const Option option = words.only("--mark");
    return words.arena().make<Mark>(maskedNumberOf(option), option.inverted());
}

}  // namespace

extern const MatchExtension markMatch = {"mark", options, parse};

}  // namespace natwalk
