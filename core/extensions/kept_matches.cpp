// -m connlabel: a bit that somebody gave the connection.
// Source: Linux net/netfilter/xt_connlabel.c, iptables extensions/libxt_connlabel.c.
#include "extensions/all.h"
#include "extensions/kept.h"

#include <array>

namespace natwalk {

namespace {

constexpr auto connlabelOptions = std::to_array<OptionSpec>({{"--label"}, {"--set", Values::none}});

Message noConnection(const MatchContext& /*context*/) { return message(MessageId::NoConnection); }

/// Without a connection there is no label.
std::optional<bool> withoutConnection(const MatchContext& context, bool inverted)
{
    if (context.connection == nullptr)
        return inverted;
    return {};
}

/// A name would need a file of the host, /etc/xtables/connlabel.conf.
const Match* parseConnlabel(Options& words)
{
    constexpr std::uint64_t lastLabel = 127;
    KeptOptions kept(connlabelOptions);
    bool inverted = false;
    while (const auto option = words.next()) {
        if (option->is("--label"))
            inverted = option->inverted();
        else
            option->rejectInverted();
        kept.put(*option, option->hasValue() ? '"' + toText(option->number(0, lastLabel)) + '"' : std::string());
    }
    kept.demand(words, {"--label"});
    return doubtedMatch(words, kept.text(), MessageId::ConnectionLabelIs, inverted, withoutConnection, noConnection);
}

}  // namespace

extern const MatchExtension connlabelMatch = {"connlabel", connlabelOptions, parseConnlabel, Standing::doubted};

}  // namespace natwalk
