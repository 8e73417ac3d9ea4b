// -j DNAT: the destination becomes another.
// Source: Linux net/netfilter/xt_nat.c, iptables extensions/libxt_NAT.c.
#include "extensions/all.h"
#include "extensions/nat_range.h"

#include <array>

namespace natwalk {

namespace {

class Dnat final : public Target
{
public:
    explicit Dnat(const NatRange& range) : m_range(range) {}

    std::string_view name() const override { return "DNAT"; }
    Action act(const MatchContext& /*context*/) const override { return Translate{ManipType::destination, &m_range}; }
    Message describe() const override { return message(MessageId::DestinationBecomes, addressesAndPorts(m_range)); }

    std::string save() const override
    {
        SavedOptions saved;
        saved.value("--to-destination", addressesAndPorts(m_range));
        saveNatFlags(saved, m_range);
        return std::move(saved).text();
    }

    bool allowedIn(TableName table, Hook hook) const override
    {
        return table == TableName::nat && (hook == Hook::prerouting || hook == Hook::output);
    }

private:
    NatRange m_range;
};

constexpr auto options = std::to_array<OptionSpec>({
    {"--to-destination"},
    {"--random", Values::none},
    {"--persistent", Values::none},
});

const Target* parse(Options& words)
{
    return words.arena().make<Dnat>(natRangeFrom(words, "--to-destination", Shifts::allowed));
}

}  // namespace

extern const TargetExtension dnatTarget = {"DNAT", options, parse};

}  // namespace natwalk
