// -m realm: the realm of the route that the packet takes.
// Source: Linux net/netfilter/xt_realm.c, iptables extensions/libipt_realm.c.
#include "extensions/all.h"
#include "extensions/kept.h"
#include "extensions/numbers.h"
#include "extensions/words.h"
#include "text/quoting.h"

#include <array>

namespace natwalk {

namespace {

constexpr auto options = std::to_array<OptionSpec>({{"--realm"}});

/// By number, or by a name of /etc/iproute2/rt_realms.
std::string realmText(const Option& option)
{
    if (!wholeNumber(splitAt(option.value().text, '/').first))
        return bareOrQuoted(option.value().text);
    return toText(maskedNumberOf(option));
}

const Match* parse(Options& words)
{
    const Option option = words.only("--realm");
    KeptOptions kept(options);
    kept.put(option, realmText(option));
    return doubtedMatch(words, kept.text(), MessageId::RealmIs);
}

}  // namespace

extern const MatchExtension realmMatch = {"realm", options, parse, Standing::doubted};

}  // namespace natwalk
