#include "syntax/recognise.h"

#include "syntax/lines.h"

#include <algorithm>
#include <array>

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
    {"apiVersion:", MessageId::LooksLikeYaml},
    {"kind:", MessageId::LooksLikeYaml},
    {"---", MessageId::LooksLikeYaml},
    {"- ", MessageId::LooksLikeYaml},
    {"{", MessageId::LooksLikeJson},
    {"[{", MessageId::LooksLikeJson},
    {"<?xml", MessageId::LooksLikeXml},
    {"<", MessageId::LooksLikeXml},
});

bool isBinary(std::string_view text)
{
    const std::string_view beginning = text.substr(0, 4096);
    const auto control = std::ranges::count_if(beginning, [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\x1b';
    });
    return beginning.find('\0') != std::string_view::npos || static_cast<std::size_t>(control) * 20 > beginning.size();
}

bool isRefusal(std::string_view line)
{
    return line.find("ermission denied") != std::string_view::npos
           || line.find("must be root") != std::string_view::npos || line.find("not found") != std::string_view::npos;
}

MessageId meaningOf(std::string_view line)
{
    if (isRefusal(line))
        return MessageId::LooksLikeRefusal;
    const auto* sign =
        std::ranges::find_if(signs, [&](const Sign& known) { return line.starts_with(known.beginning); });
    return sign == signs.end() ? MessageId::NoRuleset : sign->meaning;
}

}  // namespace

Message whatItLooksLike(std::string_view text)
{
    constexpr int linesLookedAt = 50;
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return message(MessageId::TextEmpty);
    if (text.starts_with("\x1f\x8b"))
        return message(MessageId::LooksCompressed);
    if (isBinary(text))
        return message(MessageId::LooksBinary);
    Lines lines(text);
    for (int i = 0; i < linesLookedAt; ++i) {
        const auto line = lines.next();
        if (!line)
            break;
        if (const MessageId meaning = meaningOf(trimmed(*line)); meaning != MessageId::NoRuleset)
            return message(meaning);
    }
    return message(MessageId::NoRuleset);
}

}  // namespace natwalk
