// -m cpu: the processor that handles the packet.
// Source: Linux net/netfilter/xt_cpu.c, iptables extensions/libxt_cpu.c.
#include "extensions/all.h"
#include "extensions/kept.h"

#include <array>

namespace natwalk {

namespace {

constexpr auto options = std::to_array<OptionSpec>({{"--cpu"}});

const Match* parse(Options& words)
{
    const Option option = words.only("--cpu");
    KeptOptions kept(options);
    kept.put(option, toText(option.number(0, 0xffffffffU)));
    return doubtedMatch(words, kept.text(), MessageId::CpuIs);
}

}  // namespace

extern const MatchExtension cpuMatch = {"cpu", options, parse, Standing::doubted};

}  // namespace natwalk
