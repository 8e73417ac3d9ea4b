// -m nfacct: counts packets under a name. It matches every packet, unless its counter has a quota, which no dump shows.
// Source: Linux net/netfilter/xt_nfacct.c, nfnetlink_acct.c (nfnl_acct_overquota).
#include "extensions/all.h"
#include "text/quoting.h"

#include <array>

namespace natwalk {

namespace {

class Nfacct final : public Match
{
public:
    explicit Nfacct(std::string_view counter) : m_counter(counter) {}

    std::string_view name() const override { return "nfacct"; }
    Answer ask(const MatchContext& /*context*/) const override { return Answer::of(true); }
    /// With two blanks, as iptables-save has it.
    std::string save() const override { return "--nfacct-name  " + bareOrQuoted(m_counter); }
    Message describe() const override { return message(MessageId::CountedAs, m_counter); }
    Message whyNot(const MatchContext& /*context*/) const override { return {}; }

private:
    std::string_view m_counter;
};

constexpr auto options = std::to_array<OptionSpec>({{"--nfacct-name"}});

const Match* parse(Options& words)
{
    const Option counter = words.only("--nfacct-name");
    counter.rejectInverted();
    return words.arena().make<Nfacct>(counter.value().text);
}

}  // namespace

extern const MatchExtension nfacctMatch = {"nfacct", options, parse};

}  // namespace natwalk
