// -m eui64: whether the source address is made of the sender's link address, which natwalk does not know.
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
        return mayBeMadeOfOne(context.packet.src) ? Answer::doubt() : Answer::of(false);
    }
    std::string save() const override { return {}; }
    Message describe() const override { return message(MessageId::LinkAddressMakesSource); }
    Message whyNot(const MatchContext& context) const override
    {
        return message(mayBeMadeOfOne(context.packet.src) ? MessageId::LinkAddressUnknown : MessageId::NoLinkAddress);
    }
    bool allowedIn(TableName /*table*/, Hook hook) const override
    {
        return hook == Hook::prerouting || hook == Hook::input || hook == Hook::forward;
    }

private:
    /// ff:fe stands in the middle of such a one.
    static bool mayBeMadeOfOne(const Address& address) { return (address.low >> 24U & 0xffffU) == 0xfffeU; }
};

const Match* parse(Options& words) { return words.arena().make<Eui64>(); }

}  // namespace

extern const MatchExtension eui64Match = {"eui64", {}, parse};

}  // namespace natwalk
