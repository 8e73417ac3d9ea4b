// Targets that natwalk reads and prints back without doing anything: those that leave the packet's path alone, and
// those whose effect nothing in a ruleset tells. Source: iptables extensions/libxt_*.c and libip6t_*.c of the same
// names.
#include "extensions/all.h"
#include "extensions/kept.h"
#include "extensions/words.h"
#include "text/quoting.h"

#include <algorithm>
#include <array>
#include <bitset>

namespace natwalk {

namespace {

constexpr Places inMangle = onlyInTable<TableName::mangle>;
constexpr Places inRaw = onlyInTable<TableName::raw>;

bool whereSecurityIs(TableName table, Hook /*hook*/)
{
    return table == TableName::mangle || table == TableName::security;
}

bool wherePrefixesComeIn(TableName table, Hook hook) { return table == TableName::mangle && hook == Hook::prerouting; }

bool wherePrefixesGoOut(TableName table, Hook hook)
{
    return table == TableName::mangle && (hook == Hook::input || hook == Hook::postrouting);
}

/// In the order in which they are printed.
constexpr auto auditOptions = std::to_array<OptionSpec>({{"--type"}});
constexpr auto checksumOptions = std::to_array<OptionSpec>({{"--checksum-fill", Values::none}});
constexpr auto connsecmarkOptions = std::to_array<OptionSpec>({{"--save", Values::none}, {"--restore", Values::none}});
constexpr auto idletimerOptions = std::to_array<OptionSpec>({{"--timeout"}, {"--label"}, {"--alarm", Values::none}});
constexpr auto ledOptions =
    std::to_array<OptionSpec>({{"--led-trigger-id"}, {"--led-delay"}, {"--led-always-blink", Values::none}});
constexpr auto prefixOptions = std::to_array<OptionSpec>({{"--src-pfx"}, {"--dst-pfx"}});
constexpr auto secmarkOptions = std::to_array<OptionSpec>({{"--selctx"}});
constexpr auto tcpoptstripOptions = std::to_array<OptionSpec>({{"--strip-options"}});
constexpr auto teeOptions = std::to_array<OptionSpec>({{"--gateway"}, {"--oif"}});
constexpr auto ulogOptions =
    std::to_array<OptionSpec>({{"--ulog-nlgroup"}, {"--ulog-cprange"}, {"--ulog-qthreshold"}, {"--ulog-prefix"}});
std::string wordOf(const Option& option) { return bareOrQuoted(option.value().text); }

void needTcp(const Options& words)
{
    if (!words.rule().protocolIs(protocol::tcp))
        words.reject(message(MessageId::NeedsProtocolNamed, words.extension().text, "tcp"));
}

/// Takes the only option there may be, with the value that is printed.
template <const auto& options>
std::string onlyOne(Options& words, std::string (*value)(const Option&))
{
    const Option option = words.only(options.front().name);
    option.rejectInverted();
    KeptOptions kept(options);
    kept.put(option, option.hasValue() ? value(option) : std::string());
    return kept.text();
}

/// Takes all options, and demands some.
template <const auto& options>
std::string severalOf(Options& words, auto value, std::initializer_list<std::string_view> needed)
{
    KeptOptions kept(options);
    while (const auto option = words.next()) {
        option->rejectInverted();
        kept.put(*option, option->hasValue() ? value(*option) : std::string());
    }
    kept.demand(words, needed);
    return kept.text();
}

std::string auditType(const Option& option)
{
    for (const std::string_view name : {"accept", "drop", "reject"})
        if (equalIgnoringCase(name, option.value().text))
            return std::string(name);
    option.rejectValue();
}

const Target* parseAudit(Options& words)
{
    return idleTarget(words, onlyOne<auditOptions>(words, auditType), MessageId::AuditNotes, everywhere);
}

const Target* parseChecksum(Options& words)
{
    return idleTarget(words, onlyOne<checksumOptions>(words, wordOf), MessageId::ChecksumFilled, inMangle);
}

const Target* parseConnsecmark(Options& words)
{
    return idleTarget(words, onlyOne<connsecmarkOptions>(words, wordOf), MessageId::SecurityLabel, whereSecurityIs);
}

const Target* parseSecmark(Options& words)
{
    return idleTarget(words, onlyOne<secmarkOptions>(words, wordOf), MessageId::SecurityLabel, whereSecurityIs);
}

std::string timerValue(const Option& option)
{
    return option.is("--timeout") ? toText(option.number(1, 0xffffffffU)) : wordOf(option);
}

const Target* parseIdletimer(Options& words)
{
    return idleTarget(words, severalOf<idletimerOptions>(words, timerValue, {"--timeout", "--label"}),
                      MessageId::TimerStarts, everywhere);
}

std::string ledValue(const Option& option)
{
    if (option.is("--led-trigger-id"))
        return inQuotes(option.value().text);
    return option.value().text == "inf" ? "inf" : toText(option.number(0, 0xffffffffU));
}

const Target* parseLed(Options& words)
{
    return idleTarget(words, severalOf<ledOptions>(words, ledValue, {"--led-trigger-id"}), MessageId::LedLights,
                      everywhere);
}

struct TcpOptionName
{
    std::string_view name;
    std::uint8_t number;
};

constexpr auto tcpOptionNames = std::to_array<TcpOptionName>(
    {{"mss", 2}, {"wscale", 3}, {"sack-permitted", 4}, {"sack", 5}, {"timestamp", 8}, {"md5", 19}});

std::uint8_t tcpOptionNamed(std::string_view word, const Option& option)
{
    const auto found = std::ranges::find(tcpOptionNames, word, &TcpOptionName::name);
    if (found != tcpOptionNames.end())
        return found->number;
    const auto number = wholeNumber(word);
    if (!number || *number < 2 || *number > 255)  // 0 and 1 only fill up
        option.rejectValue();
    return static_cast<std::uint8_t>(*number);
}

std::string tcpOptionNumbers(const Option& option)
{
    std::bitset<256> numbers;
    forEachPart(option.value().text, [&](std::string_view part) { numbers.set(tcpOptionNamed(part, option)); });
    std::string text;
    for (std::size_t number = 0; number < numbers.size(); ++number)
        if (numbers.test(number))
            text.append(text.empty() ? "" : ",").append(toText(number));
    return text;
}

const Target* parseTcpoptstrip(Options& words)
{
    needTcp(words);
    return idleTarget(words, severalOf<tcpoptstripOptions>(words, tcpOptionNumbers, {}), MessageId::TcpOptionsTaken,
                      inMangle);
}

const Target* parseTee(Options& words)
{
    const bool ipv6 = words.rule().ipv6;
    const auto value = [ipv6](const Option& option) {
        if (option.is("--oif"))
            return wordOf(option);
        const auto gateway = Address::from(option.value().text);
        if (!gateway || (gateway->family == Family::ipv6) != ipv6)
            option.rejectValue();
        return toText(*gateway);
    };
    return idleTarget(words, severalOf<teeOptions>(words, value, {"--gateway"}), MessageId::CopyGoesTo, everywhere);
}

const Target* parseTrace(Options& words) { return idleTarget(words, {}, MessageId::IsTraced, inRaw); }

const Target* parseUlog(Options& words)
{
    return idleTarget(words, severalOf<ulogOptions>(words, wordOf, {}), MessageId::NoEffectOnPath, everywhere);
}

/// A net of IPv6, its host bits all 0.
std::string prefixText(const Option& option)
{
    const auto [addressWord, lengthWord] = splitAt(option.value().text, '/');
    const auto address = Address::from(addressWord);
    const auto net = Network::from(option.value().text);
    const auto length = net ? net->prefixLength() : std::nullopt;
    if (!lengthWord || !address || address->family != Family::ipv6 || !length || *length > 64
        || !(net->base == *address))
        option.rejectValue();
    return toText(*net);
}

template <Places places>
const Target* parsePrefixes(Options& words)
{
    const std::string text = severalOf<prefixOptions>(words, prefixText, {"--src-pfx", "--dst-pfx"});
    return doubtedTarget(words, text, places);
}

}  // namespace

extern const TargetExtension auditTarget = {"AUDIT", auditOptions, parseAudit, Standing::noEffect};
extern const TargetExtension checksumTarget = {"CHECKSUM", checksumOptions, parseChecksum, Standing::noEffect};
extern const TargetExtension connsecmarkTarget = {"CONNSECMARK", connsecmarkOptions, parseConnsecmark,
                                                  Standing::noEffect};
extern const TargetExtension idletimerTarget = {"IDLETIMER", idletimerOptions, parseIdletimer, Standing::noEffect};
extern const TargetExtension ledTarget = {"LED", ledOptions, parseLed, Standing::noEffect};
extern const TargetExtension secmarkTarget = {"SECMARK", secmarkOptions, parseSecmark, Standing::noEffect};
extern const TargetExtension tcpoptstripTarget = {"TCPOPTSTRIP", tcpoptstripOptions, parseTcpoptstrip,
                                                  Standing::noEffect};
extern const TargetExtension teeTarget = {"TEE", teeOptions, parseTee, Standing::noEffect};
extern const TargetExtension traceTarget = {"TRACE", {}, parseTrace, Standing::noEffect};
extern const TargetExtension ulogTarget = {"ULOG", ulogOptions, parseUlog, Standing::noEffect};

extern const TargetExtension dnptTarget = {"DNPT", prefixOptions, parsePrefixes<wherePrefixesComeIn>,
                                           Standing::doubted};
extern const TargetExtension snptTarget = {"SNPT", prefixOptions, parsePrefixes<wherePrefixesGoOut>, Standing::doubted};

}  // namespace natwalk
