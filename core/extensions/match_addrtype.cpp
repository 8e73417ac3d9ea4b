// -m addrtype: what kind of address the routing tables think it is.
// Source: Linux net/netfilter/xt_addrtype.c, iptables extensions/libxt_addrtype.c.
#include "extensions/all.h"
#include "extensions/saved_options.h"
#include "extensions/words.h"

#include <array>

namespace natwalk {

namespace {

// By AddressType.
constexpr auto typeNames =
    std::to_array<std::string_view>({"UNSPEC", "UNICAST", "LOCAL", "BROADCAST", "ANYCAST", "MULTICAST", "BLACKHOLE",
                                     "UNREACHABLE", "PROHIBIT", "THROW", "NAT", "XRESOLVE"});

constexpr std::uint32_t bit(AddressType type) { return 1U << static_cast<unsigned>(type); }

/// The types that an address has, as bits: one in IPv4, maybe several in IPv6, where an own address is UNICAST, too.
std::uint32_t typesOf(const Address& address, const InterfaceName& dev, const Host& host)
{
    const AddressType type = host.typeOf(address, dev);
    if (address.family == Family::ipv4)
        return bit(type);
    if (address.isAny())
        return bit(AddressType::unspec);
    if (address.isMulticast())
        return bit(AddressType::multicast);
    if (type == AddressType::local)
        return bit(AddressType::unicast) | bit(AddressType::local);
    if (type == AddressType::anycast)
        return bit(AddressType::unicast) | bit(AddressType::anycast);
    const RouteAnswer route = host.route(address, Address::any(Family::ipv6), 0);
    const bool reachable = route.found && route.type == RouteType::unicast;
    return bit(AddressType::unicast) | (reachable ? 0 : bit(AddressType::unreachable));
}

/// IPv4 asks for one of the types. IPv6 asks for all of the first three, then for one of the others.
/// @see Linux net/netfilter/xt_addrtype.c, match_type6()
bool fits(std::uint32_t wanted, std::uint32_t found, Family family)
{
    if (family == Family::ipv4)
        return (wanted & found) != 0;
    constexpr std::uint32_t all = bit(AddressType::unspec) | bit(AddressType::unicast) | bit(AddressType::multicast);
    const std::uint32_t oneOf = wanted & ~all;
    return (wanted & all & ~found) == 0 && (oneOf == 0 || (oneOf & found) != 0);
}

/// Several types as bits; by default none is demanded.
struct TypeCondition
{
    std::uint32_t types = 0;
    bool inverted = false;

    bool isAny() const { return types == 0; }
};

std::string toText(const TypeCondition& condition) { return namesOfBits(condition.types, typeNames); }

enum class Limit : std::uint8_t { none, in, out };

struct AddrtypeConditions
{
    TypeCondition source;
    TypeCondition destination;
    Limit limit = Limit::none;
};

class Addrtype final : public Match
{
public:
    explicit Addrtype(const AddrtypeConditions& wanted) : m_wanted(wanted) {}

    std::string_view name() const override { return "addrtype"; }

    Answer ask(const MatchContext& context) const override
    {
        return Answer::of(holds(m_wanted.source, context.packet.src, context)
                          && holds(m_wanted.destination, context.packet.dst, context));
    }

    std::string save() const override
    {
        SavedOptions saved;
        if (!m_wanted.source.isAny())
            saved.value("--src-type", toText(m_wanted.source), m_wanted.source.inverted);
        if (!m_wanted.destination.isAny())
            saved.value("--dst-type", toText(m_wanted.destination), m_wanted.destination.inverted);
        if (m_wanted.limit != Limit::none)
            saved.flag(m_wanted.limit == Limit::in ? "--limit-iface-in" : "--limit-iface-out");
        return std::move(saved).text();
    }

    Message describe() const override
    {
        if (!m_wanted.source.isAny() && !m_wanted.destination.isAny())
            return message(MessageId::AddressTypesBoth, toText(m_wanted.source), toText(m_wanted.destination));
        if (m_wanted.destination.isAny())
            return message(m_wanted.source.inverted ? MessageId::SourceTypeIsNot : MessageId::SourceTypeIs,
                           toText(m_wanted.source));
        return message(m_wanted.destination.inverted ? MessageId::DestinationTypeIsNot : MessageId::DestinationTypeIs,
                       toText(m_wanted.destination));
    }

    Message whyNot(const MatchContext& context) const override
    {
        const bool source = !holds(m_wanted.source, context.packet.src, context);
        const TypeCondition& failed = source ? m_wanted.source : m_wanted.destination;
        const Address& address = source ? context.packet.src : context.packet.dst;
        const std::uint32_t found = typesOf(address, deviceOf(context), context.host);
        return message(failed.inverted ? MessageId::AddressTypeExcluded : MessageId::AddressTypeDiffers, address,
                       namesOfBits(found, typeNames), toText(failed));
    }

    /// @see Linux net/netfilter/xt_addrtype.c, addrtype_mt_checkentry_v1()
    bool allowedIn(TableName /*table*/, Hook hook) const override
    {
        switch (m_wanted.limit) {
        case Limit::in: return hook != Hook::output && hook != Hook::postrouting;
        case Limit::out: return hook != Hook::prerouting && hook != Hook::input;
        case Limit::none: break;
        }
        return true;
    }

private:
    bool holds(const TypeCondition& condition, const Address& address, const MatchContext& context) const
    {
        if (condition.isAny())
            return true;
        const std::uint32_t found = typesOf(address, deviceOf(context), context.host);
        return fits(condition.types, found, address.family) != condition.inverted;
    }

    InterfaceName deviceOf(const MatchContext& context) const
    {
        switch (m_wanted.limit) {
        case Limit::in: return context.packet.in;
        case Limit::out: return context.packet.out;
        case Limit::none: break;
        }
        return {};
    }

    AddrtypeConditions m_wanted;
};

constexpr auto options = std::to_array<OptionSpec>({
    {"--src-type"},
    {"--dst-type"},
    {"--limit-iface-in", Values::none},
    {"--limit-iface-out", Values::none},
});

/// What the kernel has no answer for in IPv6: BROADCAST, BLACKHOLE, PROHIBIT and all after it.
constexpr std::uint32_t notInIpv6 =
    bit(AddressType::broadcast) | bit(AddressType::blackhole) | ~(bit(AddressType::prohibit) - 1);

TypeCondition conditionOf(const Option& option, const RuleHead& rule)
{
    const std::uint32_t types = bitsNamed(option, typeNames);
    if (rule.ipv6 && (types & notInIpv6) != 0)
        option.rejectValue();
    return {types, option.inverted()};
}

void readLimit(const Option& option, AddrtypeConditions& wanted)
{
    option.rejectInverted();
    const Limit limit = option.is("--limit-iface-in") ? Limit::in : Limit::out;
    if (wanted.limit != Limit::none && wanted.limit != limit)
        option.reject(message(MessageId::OptionsExclude, "--limit-iface-in", "--limit-iface-out"));
    wanted.limit = limit;
}

const Match* parse(Options& words)
{
    AddrtypeConditions wanted;
    while (const auto option = words.next()) {
        if (option->is("--src-type"))
            wanted.source = conditionOf(*option, words.rule());
        else if (option->is("--dst-type"))
            wanted.destination = conditionOf(*option, words.rule());
        else
            readLimit(*option, wanted);
    }
    if (wanted.source.isAny() && wanted.destination.isAny())
        words.rejectMissing("--dst-type");
    return words.arena().make<Addrtype>(wanted);
}

}  // namespace

extern const MatchExtension addrtypeMatch = {"addrtype", options, parse};

}  // namespace natwalk
