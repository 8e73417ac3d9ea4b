#include "syntax/recognise.h"

#include "syntax/lines.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <vector>

namespace natwalk {

namespace {

/// A line that begins so belongs to such a text.
struct Sign
{
    std::string_view beginning;
    MessageId meaning;
};

constexpr auto signs = std::to_array<Sign>({
    {"Chain ", MessageId::LooksLikeListing},
    {"num ", MessageId::LooksLikeListing},
    {"table ip ", MessageId::LooksLikeNft},
    {"table ip6 ", MessageId::LooksLikeNft},
    {"table inet ", MessageId::LooksLikeNft},
    {"table bridge ", MessageId::LooksLikeNft},
    {"table arp ", MessageId::LooksLikeNft},
    {"table netdev ", MessageId::LooksLikeNft},
    {"{\"nftables\"", MessageId::LooksLikeNft},
    {"Name: ", MessageId::LooksLikeIpset},
    {"create ", MessageId::LooksLikeIpset},
    {"<zone", MessageId::LooksLikeFirewalld},
    {"<direct", MessageId::LooksLikeFirewalld},
    {"<policy target", MessageId::LooksLikeFirewalld},
    {"<service ", MessageId::LooksLikeFirewalld},
    {"<service>", MessageId::LooksLikeFirewalld},
    {"DefaultZone=", MessageId::LooksLikeFirewalld},
    {"FirewallBackend=", MessageId::LooksLikeFirewalld},
    {"target: ", MessageId::LooksLikeFirewalld},
    {"icmp-block-inversion:", MessageId::LooksLikeFirewalld},
    {"Status: active", MessageId::LooksLikeUfw},
    {"Status: inactive", MessageId::LooksLikeUfw},
    {"### tuple ###", MessageId::LooksLikeUfw},
    {"### RULES ###", MessageId::LooksLikeUfw},
    {"DEFAULT_INPUT_POLICY=", MessageId::LooksLikeUfw},
    {"DEFAULT_FORWARD_POLICY=", MessageId::LooksLikeUfw},
    {"IPT_MODULES=", MessageId::LooksLikeUfw},
    {"IP Virtual Server version", MessageId::LooksLikeIpvs},
    {"TCP  ", MessageId::LooksLikeIpvs},
    {"NAMESPACE ", MessageId::LooksLikeKubectl},
    {"NAME  ", MessageId::LooksLikeKubectl},
    {"Name:  ", MessageId::LooksLikeKubectl},
    {"\"apiVersion\":", MessageId::LooksLikeKubectl},
    {"apiVersion:", MessageId::LooksLikeKubectl},
    {"kind:", MessageId::LooksLikeKubectl},
    {"1: lo: <", MessageId::LooksLikeHost},
    {"0:\tfrom all", MessageId::LooksLikeHost},
    {"default via ", MessageId::LooksLikeHost},
    {"default dev ", MessageId::LooksLikeHost},
    {"net.ipv", MessageId::LooksLikeHost},
    {R"([{"ifindex")", MessageId::LooksLikeHost},
    {R"([{"type":"unicast")", MessageId::LooksLikeHost},
    {R"([{"dst")", MessageId::LooksLikeHost},
    {R"([{"priority")", MessageId::LooksLikeHost},

});

/// What many texts begin with: only where nothing tells more.
constexpr auto weakSigns = std::to_array<Sign>({
    {"---", MessageId::LooksLikeYaml},
    {"- ", MessageId::LooksLikeYaml},
    {"{", MessageId::LooksLikeJson},
    {"[{", MessageId::LooksLikeJson},
    {"<?xml", MessageId::LooksLikeXml},
    {"<", MessageId::LooksLikeXml},
});

struct Packing
{
    std::string_view mark;
    std::string_view unpack;
};

constexpr auto packings = std::to_array<Packing>({
    {"BZh", "bunzip2"},
    {"\xfd"
     "7zXZ",
     "unxz"},
    {"\x28\xb5\x2f\xfd", "unzstd"},
    {"PK\x03\x04", "unzip"},
    {"\x04\x22\x4d\x18", "unlz4"},
});

/// pcap in both byte orders, and pcapng.
bool isCapture(std::string_view text)
{
    return text.starts_with("\xd4\xc3\xb2\xa1") || text.starts_with("\xa1\xb2\xc3\xd4")
           || text.starts_with("\x0a\x0d\x0d\x0a");
}

bool isConnection(std::string_view line)
{
    return line.find(" src=") != std::string_view::npos && line.find(" dst=") != std::string_view::npos;
}

bool isRefusal(std::string_view line)
{
    return line.find("ermission denied") != std::string_view::npos
           || line.find("must be root") != std::string_view::npos || line.find("not found") != std::string_view::npos;
}

std::vector<std::string_view> firstLines(std::string_view text)
{
    constexpr std::size_t linesLookedAt = 50;
    std::vector<std::string_view> first;
    Lines lines(text);
    for (auto line = lines.next(); line && first.size() < linesLookedAt; line = lines.next())
        first.push_back(trimmed(*line));
    return first;
}

/// The first of the signs that one of the lines shows.
std::optional<MessageId> meaningOf(std::span<const std::string_view> lines, std::span<const Sign> wanted)
{
    const auto shows = [&](const Sign& sign) {
        return std::ranges::any_of(lines, [&](std::string_view line) { return line.starts_with(sign.beginning); });
    };
    const auto found = std::ranges::find_if(wanted, shows);
    return found == wanted.end() ? std::nullopt : std::optional(found->meaning);
}

}  // namespace

bool isBinary(std::string_view text)
{
    const std::string_view beginning = text.substr(0, 4096);
    const auto control = std::ranges::count_if(beginning, [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\x1b';
    });
    return static_cast<std::size_t>(control) * 20 > beginning.size();
}

Message whatItLooksLike(std::string_view text)
{
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return message(MessageId::TextEmpty);
    if (text.starts_with("\x1f\x8b"))
        return message(MessageId::LooksCompressed);
    for (const Packing& packing : packings)
        if (text.starts_with(packing.mark))
            return message(MessageId::LooksPacked, packing.unpack);
    if (isCapture(text))
        return message(MessageId::LooksLikeCapture);
    if (isBinary(text) || text.substr(0, 4096).find('\0') != std::string_view::npos)
        return message(MessageId::LooksBinary);
    const std::vector<std::string_view> lines = firstLines(text);
    if (const auto meaning = meaningOf(lines, signs))
        return message(*meaning);
    if (std::ranges::any_of(lines, isConnection))
        return message(MessageId::LooksLikeHost);
    if (std::ranges::any_of(lines, isRefusal))
        return message(MessageId::LooksLikeRefusal);
    if (const auto meaning = meaningOf(lines, weakSigns))
        return message(*meaning);
    return message(MessageId::NoRuleset);
}

}  // namespace natwalk
