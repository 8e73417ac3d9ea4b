// -m tcpmss: how large the segments may be that the sender of a SYN takes.
// Source: Linux net/netfilter/xt_tcpmss.c, iptables extensions/libxt_tcpmss.c.
#include "extensions/all.h"
#include "extensions/kept.h"
#include "extensions/numbers.h"

#include <array>

namespace natwalk {

namespace {

constexpr auto options = std::to_array<OptionSpec>({{"--mss"}});

/// Only a SYN says how large segments may be.
std::optional<bool> saidBySyn(const MatchContext& context, bool inverted)
{
    if (context.packet.isLaterFragment())
        return false;
    if ((context.packet.tcpFlags & tcpflag::syn) == 0)
        return inverted;
    return {};
}

const Match* parse(Options& words)
{
    needTcp(words);
    const Option option = words.only("--mss");
    const NumberRange range = numberRangeOf(option, 65535);
    rejectReversed(option, range);
    KeptOptions kept(options);
    kept.put(option, toText(range));
    return doubtedMatch(words, kept.text(), option.inverted() ? MessageId::SegmentSizeIsNot : MessageId::SegmentSizeIs,
                        option.inverted(), saidBySyn, noSyn);
}

}  // namespace

extern const MatchExtension tcpmssMatch = {"tcpmss", options, parse, Standing::doubted};

}  // namespace natwalk
