// -m iprange: addresses from one to another.
// Source: Linux net/netfilter/xt_iprange.c, iptables extensions/libxt_iprange.c.
#include "extensions/all.h"
#include "extensions/saved_options.h"
#include "extensions/words.h"

#include <array>

namespace natwalk {

namespace {

struct AddressRange
{
    bool given = false;
    bool inverted = false;
    Address first{};
    Address last{};

    bool holdsFor(const Address& address) const { return !given || (first <= address && address <= last) != inverted; }
};

std::string rangeText(const AddressRange& range) { return toText(range.first) + "-" + toText(range.last); }

class IpRange final : public Match
{
public:
    IpRange(const AddressRange& source, const AddressRange& destination) : m_source(source), m_destination(destination)
    {}

    std::string_view name() const override { return "iprange"; }

    Answer ask(const MatchContext& context) const override
    {
        return Answer::of(m_source.holdsFor(context.packet.src) && m_destination.holdsFor(context.packet.dst));
    }

    std::string save() const override
    {
        SavedOptions saved;
        if (m_source.given)
            saved.value("--src-range", rangeText(m_source), m_source.inverted);
        if (m_destination.given)
            saved.value("--dst-range", rangeText(m_destination), m_destination.inverted);
        return std::move(saved).text();
    }

    Message describe() const override { return message(MessageId::AddressesInRange, save()); }

    Message whyNot(const MatchContext& context) const override
    {
        const Packet& packet = context.packet;
        if (!m_source.holdsFor(packet.src))
            return message(m_source.inverted ? MessageId::SourceExcluded : MessageId::SourceDiffers, packet.src,
                           rangeText(m_source));
        return message(m_destination.inverted ? MessageId::DestinationExcluded : MessageId::DestinationDiffers,
                       packet.dst, rangeText(m_destination));
    }

private:
    AddressRange m_source;
    AddressRange m_destination;
};

constexpr auto options = std::to_array<OptionSpec>({{"--src-range"}, {"--dst-range"}});

AddressRange rangeOf(const Option& option, bool ipv6)
{
    const auto [firstWord, lastWord] = splitAt(option.value().text, '-');
    const auto first = Address::from(firstWord);
    const auto last = lastWord ? Address::from(*lastWord) : first;
    const Family family = ipv6 ? Family::ipv6 : Family::ipv4;
    if (!first || !last || first->family != family || last->family != family)
        option.rejectValue();
    return {true, option.inverted(), *first, *last};
}

const Match* parse(Options& words)
{
    AddressRange source;
    AddressRange destination;
    while (const auto option = words.next())
        (option->is("--src-range") ? source : destination) = rangeOf(*option, words.rule().ipv6);
    if (!source.given && !destination.given)
        words.rejectMissing("--src-range");
    return words.arena().make<IpRange>(source, destination);
}

}  // namespace

extern const MatchExtension iprangeMatch = {"iprange", options, parse};

}  // namespace natwalk
