// -m eui64: whether the source address is made of the sender's link address, where the scenario tells that.
// Source: Linux net/ipv6/netfilter/ip6t_eui64.c, iptables extensions/libip6t_eui64.c.
#include "extensions/all.h"

namespace natwalk {

namespace {

class Eui64 final : public Match
{
public:
    std::string_view name() const override { return "eui64"; }
    Answer ask(const MatchContext& context) const override
    {
        const Packet& packet = context.packet;
        if (!mayBeMadeOfOne(packet.src))
            return Answer::of(false);
        return packet.knowsLinkSource ? Answer::of(packet.src.low == identifierOf(packet.linkSource)) : Answer::doubt();
    }
    std::string save() const override { return {}; }
    Message describe() const override { return message(MessageId::LinkAddressMakesSource); }
    Message whyNot(const MatchContext& context) const override
    {
        const Packet& packet = context.packet;
        if (mayBeMadeOfOne(packet.src) && !packet.knowsLinkSource)
            return message(MessageId::LinkAddressUnknown);
        return message(MessageId::FieldDiffers, "EUI-64", toText(packet.src),
                       packet.knowsLinkSource ? linkAddressText(packet.linkSource) : std::string("...:..ff:fe..:..."));
    }
    bool allowedIn(TableName /*table*/, Hook hook) const override
    {
        return hook == Hook::prerouting || hook == Hook::input || hook == Hook::forward;
    }

private:
    /// RFC 4291, appendix A: ff:fe between the halves, and the second lowest bit of the first byte turned round.
    static std::uint64_t identifierOf(const std::array<std::uint8_t, 6>& link)
    {
        const std::array<std::uint8_t, 8> bytes = {
            static_cast<std::uint8_t>(link[0] ^ 2U), link[1], link[2], 0xff, 0xfe, link[3], link[4], link[5]};
        std::uint64_t identifier = 0;
        for (const std::uint8_t byte : bytes)
            identifier = identifier << 8U | byte;
        return identifier;
    }

    /// ff:fe stands in the middle of such a one.
    static bool mayBeMadeOfOne(const Address& address) { return (address.low >> 24U & 0xffffU) == 0xfffeU; }
};

const Match* parse(Options& words) { return words.arena().make<Eui64>(); }

}  // namespace

extern const MatchExtension eui64Match = {"eui64", {}, parse};

}  // namespace natwalk
