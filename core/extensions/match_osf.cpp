// -m osf: the sender's operating system, as its first segment gives it away.
// Source: Linux net/netfilter/xt_osf.c, iptables extensions/libxt_osf.c.
#include "extensions/all.h"
#include "extensions/kept.h"
#include "text/quoting.h"

#include <array>

namespace natwalk {

namespace {

/// In the order in which they are printed.
constexpr auto options = std::to_array<OptionSpec>({{"--genre"}, {"--ttl"}, {"--log"}});

/// A system is known by its first segment.
std::optional<bool> onlyOfSyn(const MatchContext& context, bool /*inverted*/)
{
    if ((context.packet.tcpFlags & tcpflag::syn) == 0 || context.packet.isLaterFragment())
        return false;
    return {};
}

const Match* parse(Options& words)
{
    needTcp(words);
    KeptOptions kept(options);
    while (const auto option = words.next()) {
        if (!option->is("--genre"))
            option->rejectInverted();
        kept.put(*option, option->is("--genre") ? bareOrQuoted(option->value().text) : toText(option->number(0, 2)));
    }
    kept.demand(words, {"--genre"});
    return doubtedMatch(words, kept.text(), MessageId::SystemIs, false, onlyOfSyn, noSyn);
}

}  // namespace

extern const MatchExtension osfMatch = {"osf", options, parse, Standing::doubted};

}  // namespace natwalk
