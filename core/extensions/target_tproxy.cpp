// -j TPROXY: hands the packet to a socket of this host, which is supposed to be transparent.
// Source: Linux net/netfilter/xt_TPROXY.c, iptables extensions/libxt_TPROXY.c.
#include "extensions/all.h"
#include "extensions/numbers.h"
#include "extensions/ports.h"
#include "extensions/saved_options.h"

#include <algorithm>
#include <array>

namespace natwalk {

namespace {

class Tproxy final : public Target
{
public:
    Tproxy(std::uint16_t port, const Address& address, MaskedNumber mark)
        : m_address(address)
        , m_mark(mark)
        , m_port(port)
    {}

    std::string_view name() const override { return "TPROXY"; }
    Action act(const MatchContext& context) const override
    {
        return mayHaveSocket(context) ? Action(HandToSocket{{m_mark.value, m_mark.mask}}) : Action(DropPacket{});
    }
    Message describe() const override { return message(MessageId::HandedToSocket, m_port); }

    std::string save() const override
    {
        SavedOptions saved;
        saved.value("--on-port", toText(m_port))
            .value("--on-ip", toText(m_address))
            .value("--tproxy-mark", withMask(m_mark));
        return std::move(saved).text();
    }

    bool allowedIn(TableName table, Hook hook) const override
    {
        return table == TableName::mangle && hook == Hook::prerouting;
    }

private:
    /// Where no listener of the host is known, the one that the rule wants is supposed. Without --on-ip it may be at
    /// any address of the device; without --on-port at the packet's own port.
    bool mayHaveSocket(const MatchContext& context) const
    {
        const Packet& packet = context.packet;
        const std::uint16_t port = m_port == 0 ? packet.dport : m_port;
        return context.host.listeners.empty() || std::ranges::any_of(context.host.listeners, [&](const Listener& each) {
                   return each.protocol == packet.protocol && each.port == port
                          && (!each.address || m_address.isAny() || *each.address == m_address);
               });
    }

    Address m_address;
    MaskedNumber m_mark;
    std::uint16_t m_port;
};

constexpr auto options = std::to_array<OptionSpec>({{"--on-port"}, {"--on-ip"}, {"--tproxy-mark"}});

std::uint16_t portOf(const Option& option)
{
    const auto port = portFrom(option.value().text);
    if (!port)
        option.rejectValue();
    return *port;
}

Address addressOf(const Option& option, bool ipv6)
{
    const auto address = Address::from(option.value().text);
    if (!address || (address->family == Family::ipv6) != ipv6)
        option.rejectValue();
    return *address;
}

const Target* parse(Options& words)
{
    const RuleHead& rule = words.rule();
    if (!rule.protocolIs(protocol::tcp) && !rule.protocolIs(protocol::udp))
        words.reject(message(MessageId::NeedsProtocolNamed, "TPROXY", "tcp|udp"));
    std::optional<std::uint16_t> port;
    Address address = Address::any(rule.ipv6 ? Family::ipv6 : Family::ipv4);
    MaskedNumber mark{0, 0};
    while (const auto option = words.next()) {
        option->rejectInverted();
        if (option->is("--on-port"))
            port = portOf(*option);
        else if (option->is("--on-ip"))
            address = addressOf(*option, rule.ipv6);
        else
            mark = maskedNumberOf(*option);
    }
    if (!port)
        words.rejectMissing("--on-port");
    return words.arena().make<Tproxy>(*port, address, mark);
}

}  // namespace

extern const TargetExtension tproxyTarget = {"TPROXY", options, parse};

}  // namespace natwalk
