// -m pkttype: to one, to all, or to a group; the link layer says so, and natwalk supposes that it agrees with the
// destination.
// Source: Linux net/netfilter/xt_pkttype.c, iptables extensions/libxt_pkttype.c.
#include "extensions/all.h"
#include "extensions/saved_options.h"
#include "extensions/words.h"

#include <array>

namespace natwalk {

namespace {

enum class PacketType : std::uint8_t { unicast, broadcast, multicast, otherhost };

constexpr auto typeNames = std::to_array<std::string_view>({"unicast", "broadcast", "multicast", "otherhost"});

struct OtherName
{
    std::string_view name;
    PacketType type;
};

constexpr auto otherNames = std::to_array<OtherName>({
    {"host", PacketType::unicast},
    {"bcast", PacketType::broadcast},
    {"mcast", PacketType::multicast},
});

std::string_view nameOf(PacketType type) { return typeNames[static_cast<std::size_t>(type)]; }

/// What this host sends has no type yet. @see Linux net/netfilter/xt_pkttype.c, pkttype_mt()
PacketType typeOf(const Packet& packet, const Host& host)
{
    if (packet.in.empty())
        return PacketType::unicast;
    if (packet.dst.isMulticast())
        return PacketType::multicast;
    return host.typeOf(packet.dst) == AddressType::broadcast ? PacketType::broadcast : PacketType::unicast;
}

class Pkttype final : public Match
{
public:
    Pkttype(PacketType wanted, bool inverted) : m_wanted(wanted), m_inverted(inverted) {}

    std::string_view name() const override { return "pkttype"; }

    Answer ask(const MatchContext& context) const override
    {
        return Answer::of((typeOf(context.packet, context.host) == m_wanted) != m_inverted);
    }

    std::string save() const override
    {
        return std::move(SavedOptions().value("--pkt-type", nameOf(m_wanted), m_inverted)).text();
    }

    Message describe() const override
    {
        return message(m_inverted ? MessageId::PacketTypeIsNot : MessageId::PacketTypeIs, nameOf(m_wanted));
    }

    Message whyNot(const MatchContext& context) const override
    {
        return message(m_inverted ? MessageId::PacketTypeExcluded : MessageId::PacketTypeDiffers,
                       nameOf(typeOf(context.packet, context.host)), nameOf(m_wanted));
    }

private:
    PacketType m_wanted;
    bool m_inverted;
};

constexpr auto options = std::to_array<OptionSpec>({{"--pkt-type"}});

PacketType typeNamed(const Option& option)
{
    const std::string_view word = option.value().text;
    for (std::size_t i = 0; i < typeNames.size(); ++i)
        if (equalIgnoringCase(typeNames[i], word))
            return static_cast<PacketType>(i);
    for (const OtherName& other : otherNames)
        if (equalIgnoringCase(other.name, word))
            return other.type;
    option.rejectValue();
}

const Match* parse(Options& words)
{
    const Option option = words.only("--pkt-type");
    return words.arena().make<Pkttype>(typeNamed(option), option.inverted());
}

}  // namespace

extern const MatchExtension pkttypeMatch = {"pkttype", options, parse};

}  // namespace natwalk
