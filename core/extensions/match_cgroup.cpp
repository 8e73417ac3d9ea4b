// -m cgroup: the control group of the process that sends or receives.
// Source: Linux net/netfilter/xt_cgroup.c, iptables extensions/libxt_cgroup.c.
#include "extensions/all.h"
#include "extensions/kept.h"
#include "text/quoting.h"

#include <array>

namespace natwalk {

namespace {

/// In the order in which they are printed.
constexpr auto options = std::to_array<OptionSpec>({{"--path"}, {"--cgroup"}});

Message noProcess(const MatchContext& /*context*/) { return message(MessageId::NoSender); }

/// What was not made here belongs to no process on its way out.
std::optional<bool> ofNoProcess(const MatchContext& context, bool /*inverted*/)
{
    if (context.hook == Hook::postrouting && !context.packet.in.empty())
        return false;
    return {};
}

const Match* parse(Options& words)
{
    const Option option = words.only("--cgroup");
    KeptOptions kept(options);
    kept.put(option, option.is("--cgroup") ? toText(option.number(0, 0xffffffffU)) : inQuotes(option.value().text));
    return doubtedMatch(words, kept.text(), MessageId::ProcessGroupIs, option.inverted(), ofNoProcess, noProcess);
}

}  // namespace

extern const MatchExtension cgroupMatch = {"cgroup", options, parse, Standing::doubted};

}  // namespace natwalk
