// -j SNAT: the source becomes another.
// Source: Linux net/netfilter/xt_nat.c, iptables extensions/libxt_NAT.c.
#include "extensions/all.h"
#include "extensions/nat_range.h"

#include <array>

namespace natwalk {

namespace {

class Snat final : public Target
{
public:
    explicit Snat(const NatRange& range) : m_range(range) {}

    std::string_view name() const override { return "SNAT"; }
    Action act(const MatchContext& /*context*/) const override { return Translate{ManipType::source, &m_range}; }
    Message describe() const override { return message(MessageId::SourceBecomes, addressesAndPorts(m_range)); }

    std::string save() const override
    {
        SavedOptions saved;
        saved.value("--to-source", addressesAndPorts(m_range));
        saveNatFlags(saved, m_range);
        return std::move(saved).text();
    }

    bool allowedIn(TableName table, Hook hook) const override
    {
        return table == TableName::nat && (hook == Hook::postrouting || hook == Hook::input);
    }

private:
    NatRange m_range;
};

constexpr auto options = std::to_array<OptionSpec>({
    {"--to-source"},
    {"--random", Values::none},
    {"--random-fully", Values::none},
    {"--persistent", Values::none},
});

const Target* parse(Options& words)
{
    return words.arena().make<Snat>(natRangeFrom(words, "--to-source", Shifts::refused));
}

}  // namespace

extern const TargetExtension snatTarget = {"SNAT", options, parse};

}  // namespace natwalk
