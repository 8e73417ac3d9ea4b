// Matches that natwalk reads and prints back, but cannot decide: they ask for what neither packet nor host tells here.
// Source: Linux net/netfilter/xt_*.c and iptables extensions/libxt_*.c of the same names, libipt_realm.c.
#include "extensions/all.h"
#include "extensions/kept.h"
#include "extensions/numbers.h"
#include "extensions/ports.h"
#include "extensions/words.h"
#include "text/quoting.h"

#include <algorithm>
#include <array>

namespace natwalk {

namespace {

/// In the order in which they are printed.
constexpr auto bpfOptions = std::to_array<OptionSpec>({{"--bytecode"}, {"--object-pinned"}});
constexpr auto cgroupOptions = std::to_array<OptionSpec>({{"--path"}, {"--cgroup"}});
constexpr auto cpuOptions = std::to_array<OptionSpec>({{"--cpu"}});
constexpr auto osfOptions = std::to_array<OptionSpec>({{"--genre"}, {"--ttl"}, {"--log"}});
constexpr auto realmOptions = std::to_array<OptionSpec>({{"--realm"}});
constexpr auto tcpmssOptions = std::to_array<OptionSpec>({{"--mss"}});
constexpr auto ipvsOptions = std::to_array<OptionSpec>({
    {"--ipvs", Values::none},
    {"--vproto"},
    {"--vaddr"},
    {"--vport"},
    {"--vdir"},
    {"--vmethod"},
    {"--vportctl"},
});

std::string number32(const Option& option) { return toText(option.number(0, 0xffffffffU)); }

void needTcp(const Options& words)
{
    if (!words.rule().protocolIs(protocol::tcp))
        words.reject(message(MessageId::NeedsProtocolNamed, words.extension().text, "tcp"));
}

/// "4,48 0 0 9,21 0 1 6,...": as many instructions as the first number says.
std::string bytecodeOf(const Option& option)
{
    constexpr std::size_t mostInstructions = 64;
    std::string text;
    std::size_t instructions = 0;
    const auto [countWord, rest] = splitAt(option.value().text, ',');
    const auto count = wholeNumber(countWord);
    if (!count || *count == 0 || *count > mostInstructions || !rest)
        option.rejectValue();
    std::string_view program = *rest;
    while (!program.empty()) {
        program.remove_prefix(std::min(program.find_first_not_of(' '), program.size()));
        const std::size_t end = std::min(program.find(','), program.size());
        const std::string_view instruction = program.substr(0, end);
        if (std::ranges::count(instruction, ' ') != 3
            || instruction.find_first_not_of("0123456789 ") != std::string_view::npos)
            option.rejectValue();
        text.append(",").append(instruction);
        program.remove_prefix(std::min(end + 1, program.size()));
        ++instructions;
    }
    if (instructions != *count)
        option.rejectValue();
    return '"' + toText(*count) + text + '"';
}

const Match* parseBpf(Options& words)
{
    const Option option = words.only("--bytecode");
    option.rejectInverted();
    KeptOptions kept(bpfOptions);
    kept.put(option, option.is("--bytecode") ? bytecodeOf(option) : bareOrQuoted(option.value().text));
    return doubtedMatch(words, kept.text(), MessageId::ProgramDecides);
}

Message noProcess(const MatchContext& /*context*/) { return message(MessageId::NoSender); }

Message noSyn(const MatchContext& context)
{
    if (context.packet.isLaterFragment())
        return message(MessageId::LaterFragmentHasNoPorts);
    const std::string_view carried = (context.packet.tcpFlags & tcpflag::syn) == 0 ? "NONE" : "SYN";
    return message(MessageId::TcpFlagsDiffer, "SYN", carried, "SYN");
}

/// What was not made here belongs to no process on its way out.
std::optional<bool> ofNoProcess(const MatchContext& context, bool /*inverted*/)
{
    if (context.hook == Hook::postrouting && !context.packet.in.empty())
        return false;
    return {};
}

const Match* parseCgroup(Options& words)
{
    const Option option = words.only("--cgroup");
    KeptOptions kept(cgroupOptions);
    kept.put(option, option.is("--cgroup") ? number32(option) : inQuotes(option.value().text));
    return doubtedMatch(words, kept.text(), MessageId::ProcessGroupIs, option.inverted(), ofNoProcess, noProcess);
}

const Match* parseCpu(Options& words)
{
    const Option option = words.only("--cpu");
    KeptOptions kept(cpuOptions);
    kept.put(option, number32(option));
    return doubtedMatch(words, kept.text(), MessageId::CpuIs);
}

/// A system is known by its first segment.
std::optional<bool> onlyOfSyn(const MatchContext& context, bool /*inverted*/)
{
    if ((context.packet.tcpFlags & tcpflag::syn) == 0 || context.packet.isLaterFragment())
        return false;
    return {};
}

const Match* parseOsf(Options& words)
{
    needTcp(words);
    KeptOptions kept(osfOptions);
    while (const auto option = words.next()) {
        if (!option->is("--genre"))
            option->rejectInverted();
        kept.put(*option, option->is("--genre") ? bareOrQuoted(option->value().text) : toText(option->number(0, 2)));
    }
    kept.demand(words, {"--genre"});
    return doubtedMatch(words, kept.text(), MessageId::SystemIs, false, onlyOfSyn, noSyn);
}

/// By number, or by a name of /etc/iproute2/rt_realms.
std::string realmText(const Option& option)
{
    if (!wholeNumber(splitAt(option.value().text, '/').first))
        return bareOrQuoted(option.value().text);
    return toText(maskedNumberOf(option));
}

const Match* parseRealm(Options& words)
{
    const Option option = words.only("--realm");
    KeptOptions kept(realmOptions);
    kept.put(option, realmText(option));
    return doubtedMatch(words, kept.text(), MessageId::RealmIs);
}

/// Only a SYN says how large segments may be.
std::optional<bool> saidBySyn(const MatchContext& context, bool inverted)
{
    if (context.packet.isLaterFragment())
        return false;
    if ((context.packet.tcpFlags & tcpflag::syn) == 0)
        return inverted;
    return {};
}

const Match* parseTcpmss(Options& words)
{
    needTcp(words);
    const Option option = words.only("--mss");
    const NumberRange range = numberRangeOf(option, 65535);
    rejectReversed(option, range);
    KeptOptions kept(tcpmssOptions);
    kept.put(option, toText(range));
    return doubtedMatch(words, kept.text(), option.inverted() ? MessageId::SegmentSizeIsNot : MessageId::SegmentSizeIs,
                        option.inverted(), saidBySyn, noSyn);
}

std::string protocolNumber(const Option& option)
{
    std::string lower(option.value().text);
    std::ranges::transform(lower, lower.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    const auto number = protocolNamed(lower);
    if (!number)
        option.rejectValue();
    return toText(*number);
}

/// As written, but for a mask of all bits, and for one that is written out.
std::string balancedAddress(const Option& option, bool ipv6)
{
    const auto [addressWord, maskWord] = splitAt(option.value().text, '/');
    const auto address = Address::from(addressWord);
    const auto net = Network::from(option.value().text);
    if (!address || !net || (address->family == Family::ipv6) != ipv6)
        option.rejectValue();
    const auto length = net->prefixLength();
    if (!length || net->isSingle())
        return toText(*address);
    return toText(*address) + '/' + toText(*length);
}

std::string portNumber(const Option& option)
{
    const auto port = portFrom(option.value().text);
    if (!port)
        option.rejectValue();
    return toText(*port);
}

std::string ipvsValue(const Option& option, bool ipv6)
{
    if (option.is("--vproto"))
        return protocolNumber(option);
    if (option.is("--vaddr"))
        return balancedAddress(option, ipv6);
    if (option.is("--vport") || option.is("--vportctl"))
        return portNumber(option);
    if (option.is("--vdir"))
        return std::string(option.oneOf<std::string_view>({{"ORIGINAL", "ORIGINAL"}, {"REPLY", "REPLY"}}));
    if (option.is("--vmethod"))
        return std::string(option.oneOf<std::string_view>({{"GATE", "GATE"}, {"IPIP", "IPIP"}, {"MASQ", "MASQ"}}));
    return {};
}

const Match* parseIpvs(Options& words)
{
    KeptOptions kept(ipvsOptions);
    while (const auto option = words.next())
        kept.put(*option, ipvsValue(*option, words.rule().ipv6));
    if (kept.isEmpty())
        words.rejectMissing("--ipvs");
    return doubtedMatch(words, kept.text(), MessageId::BalancedByIpvs);
}

}  // namespace

extern const MatchExtension bpfMatch = {"bpf", bpfOptions, parseBpf, Standing::doubted};
extern const MatchExtension cgroupMatch = {"cgroup", cgroupOptions, parseCgroup, Standing::doubted};
extern const MatchExtension cpuMatch = {"cpu", cpuOptions, parseCpu, Standing::doubted};
extern const MatchExtension ipvsMatch = {"ipvs", ipvsOptions, parseIpvs, Standing::doubted};
extern const MatchExtension osfMatch = {"osf", osfOptions, parseOsf, Standing::doubted};
extern const MatchExtension realmMatch = {"realm", realmOptions, parseRealm, Standing::doubted};
extern const MatchExtension tcpmssMatch = {"tcpmss", tcpmssOptions, parseTcpmss, Standing::doubted};

}  // namespace natwalk
