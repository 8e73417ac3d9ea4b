// -j ECN: takes the marks of congestion out of a TCP header.
// Source: Linux net/ipv4/netfilter/ipt_ECN.c, iptables extensions/libipt_ECN.c.
#include "extensions/all.h"

#include <array>

namespace natwalk {

namespace {

class Ecn final : public Target
{
public:
    std::string_view name() const override { return "ECN"; }
    Action act(const MatchContext& /*context*/) const override { return ClearCongestionMarks{}; }
    std::string save() const override { return "--ecn-tcp-remove"; }
    Message describe() const override { return message(MessageId::CongestionMarksCleared); }
    bool allowedIn(TableName table, Hook /*hook*/) const override { return table == TableName::mangle; }
};

constexpr auto options = std::to_array<OptionSpec>({{"--ecn-tcp-remove", Values::none}});

const Target* parse(Options& words)
{
    words.only("--ecn-tcp-remove").rejectInverted();
    if (!words.rule().protocolIs(protocol::tcp))
        words.reject(message(MessageId::NeedsProtocolNamed, "ECN", "tcp"));
    return words.arena().make<Ecn>();
}

}  // namespace

extern const TargetExtension ecnTarget = {"ECN", options, parse};

}  // namespace natwalk
