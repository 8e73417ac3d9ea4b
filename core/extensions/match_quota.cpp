// -m quota: so many bytes, and then no more.
// Source: Linux net/netfilter/xt_quota.c, iptables extensions/libxt_quota.c.
#include "extensions/all.h"
#include "extensions/saved_options.h"

#include <array>

namespace natwalk {

namespace {

class Quota final : public Match
{
public:
    Quota(std::uint64_t quota, bool inverted) : m_quota(quota), m_inverted(inverted) {}

    std::string_view name() const override { return "quota"; }

    /// A packet that does not fit uses up what is left.
    Answer ask(const MatchContext& context) const override
    {
        const std::uint64_t left = m_quota - context.timesAsked();
        const std::uint64_t length = context.packet.length();
        const bool fits = left >= length;
        return {fits != m_inverted ? certain : never, CountMore{fits ? length : left}};
    }

    std::string save() const override
    {
        return std::move(SavedOptions().value("--quota", toText(m_quota), m_inverted)).text();
    }

    Message describe() const override
    {
        return message(m_inverted ? MessageId::QuotaIsGone : MessageId::QuotaHolds, m_quota);
    }

    Message whyNot(const MatchContext& /*context*/) const override
    {
        return message(m_inverted ? MessageId::QuotaNotUsedUp : MessageId::QuotaUsedUp, m_quota);
    }

    bool remembers() const override { return true; }

private:
    std::uint64_t m_quota;
    bool m_inverted;
};

constexpr auto options = std::to_array<OptionSpec>({{"--quota"}});

const Match* parse(Options& words)
{
    const Option option = words.only("--quota");
    return words.arena().make<Quota>(option.number(0, ~std::uint64_t{0}), option.inverted());
}

}  // namespace

extern const MatchExtension quotaMatch = {"quota", options, parse};

}  // namespace natwalk
