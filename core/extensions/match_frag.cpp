// -m frag: fragments of IPv6 packets.
// Source: Linux net/ipv6/netfilter/ip6t_frag.c, iptables extensions/libip6t_frag.c.
#include "extensions/all.h"
#include "extensions/ipv6_headers.h"
#include "extensions/numbers.h"
#include "extensions/saved_options.h"

#include <array>

namespace natwalk {

namespace {

struct FragmentConditions
{
    NumberRange id;
    std::optional<std::uint32_t> length;  ///< which the kernel never looks at
    bool lengthInverted = false;
    bool reserved = false;  ///< reserved bits are 0
    bool first = false, more = false, last = false;
};

class Frag final : public Match
{
public:
    explicit Frag(const FragmentConditions& wanted) : m_wanted(wanted) {}

    std::string_view name() const override { return "frag"; }

    Answer ask(const MatchContext& context) const override
    {
        const Packet& packet = context.packet;
        const bool fits = shows(packet, header::fragment) && !(m_wanted.first && packet.isLaterFragment())
                          && !(m_wanted.more && !packet.moreFragments) && !(m_wanted.last && packet.moreFragments);
        const bool any = m_wanted.id.isAny() && !m_wanted.id.inverted;
        return fits && !any ? Answer::doubt() : Answer::of(fits);
    }

    std::string save() const override
    {
        SavedOptions saved;
        if (!m_wanted.id.isAny())
            saved.value("--fragid", toText(m_wanted.id), m_wanted.id.inverted);
        if (m_wanted.length)
            saved.value("--fraglen", toText(*m_wanted.length), m_wanted.lengthInverted);
        if (m_wanted.reserved)
            saved.flag("--fragres");
        if (m_wanted.first)
            saved.flag("--fragfirst");
        if (m_wanted.more)
            saved.flag("--fragmore");
        if (m_wanted.last)
            saved.flag("--fraglast");
        return std::move(saved).text();
    }

    Message describe() const override { return message(MessageId::Ipv6HeaderIs, "frag " + save()); }

    Message whyNot(const MatchContext& context) const override
    {
        return shows(context.packet, header::fragment) ? message(MessageId::Ipv6HeaderDiffers, save())
                                                       : message(MessageId::NoIpv6Header);
    }

private:
    FragmentConditions m_wanted;
};

constexpr auto options = std::to_array<OptionSpec>({
    {"--fragid"},
    {"--fraglen"},
    {"--fragres", Values::none},
    {"--fragfirst", Values::none},
    {"--fragmore", Values::none},
    {"--fraglast", Values::none},
});

const Match* parse(Options& words)
{
    FragmentConditions wanted;
    while (const auto option = words.next()) {
        if (option->is("--fragid")) {
            wanted.id = numberRangeOf(*option);
            continue;
        }
        if (option->is("--fraglen")) {
            wanted.length = static_cast<std::uint32_t>(option->number(0, 0xffffffffU));
            wanted.lengthInverted = option->inverted();
            continue;
        }
        option->rejectInverted();
        wanted.reserved |= option->is("--fragres");
        wanted.first |= option->is("--fragfirst");
        wanted.more |= option->is("--fragmore");
        wanted.last |= option->is("--fraglast");
    }
    if (wanted.more && wanted.last)
        words.reject(message(MessageId::OptionsExclude, "--fragmore", "--fraglast"));
    return words.arena().make<Frag>(wanted);
}

}  // namespace

extern const MatchExtension fragMatch = {"frag", options, parse};

}  // namespace natwalk
