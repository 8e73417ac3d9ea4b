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

/// Several types as bits; by default none is demanded.
struct TypeCondition
{
    std::uint32_t types = 0;
    bool inverted = false;

    bool isAny() const { return types == 0; }
    bool holdsFor(AddressType type) const
    {
        return isAny() || ((types >> static_cast<unsigned>(type) & 1U) != 0) != inverted;
    }
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
        return Answer::of(m_wanted.source.holdsFor(sourceType(context))
                          && m_wanted.destination.holdsFor(destinationType(context)));
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
        const bool source = !m_wanted.source.holdsFor(sourceType(context));
        const TypeCondition& failed = source ? m_wanted.source : m_wanted.destination;
        const Address& address = source ? context.packet.src : context.packet.dst;
        const AddressType type = source ? sourceType(context) : destinationType(context);
        return message(failed.inverted ? MessageId::AddressTypeExcluded : MessageId::AddressTypeDiffers, address,
                       typeNames[static_cast<std::size_t>(type)], toText(failed));
    }

private:
    AddressType sourceType(const MatchContext& context) const
    {
        return typeOf(context.packet.src, m_wanted.source, context);
    }
    AddressType destinationType(const MatchContext& context) const
    {
        return typeOf(context.packet.dst, m_wanted.destination, context);
    }

    AddressType typeOf(const Address& address, const TypeCondition& condition, const MatchContext& context) const
    {
        if (condition.isAny())
            return AddressType::unspec;
        const InterfaceName dev = m_wanted.limit == Limit::in    ? context.packet.in
                                  : m_wanted.limit == Limit::out ? context.packet.out
                                                                 : InterfaceName();
        return context.host.typeOf(address, dev);
    }

    AddrtypeConditions m_wanted;
};

constexpr auto options = std::to_array<OptionSpec>({
    {"--src-type"},
    {"--dst-type"},
    {"--limit-iface-in", Values::none},
    {"--limit-iface-out", Values::none},
});

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
            wanted.source = {bitsNamed(*option, typeNames), option->inverted()};
        else if (option->is("--dst-type"))
            wanted.destination = {bitsNamed(*option, typeNames), option->inverted()};
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
