// -m string: a text anywhere in the packet. natwalk knows the headers, not the payload: it is sure where the text
// cannot be, or is for certain. Source: Linux net/netfilter/xt_string.c, net/core/skbuff.c (skb_find_text), iptables
// extensions/libxt_string.c.
#include "extensions/all.h"
#include "extensions/packet_bytes.h"
#include "extensions/saved_options.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace natwalk {

namespace {

/// XT_STRING_MAX_PATTERN_SIZE
constexpr std::size_t longestPattern = 128;
constexpr std::uint16_t lastPlace = 65535;

struct Search
{
    std::string_view text;
    std::string_view algorithm;
    std::uint16_t from = 0;
    std::uint16_t to = lastPlace;
    bool ignoresCase = false;
    bool inverted = false;
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Letters and what else can be read stands as it is; where anything else is in it, all is in hexadecimal.
bool isPlain(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

std::string escaped(std::string_view text)
{
    std::string quotedText = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            quotedText += '\\';
        quotedText += c;
    }
    return quotedText + '"';
}

std::string inHexadecimal(std::string_view text)
{
    std::string digits;
    for (const char c : text) {
        std::array<char, 4> pair{};
        std::snprintf(pair.data(), pair.size(), "%02x", static_cast<unsigned>(static_cast<unsigned char>(c)));
        digits += pair.data();
    }
    return R"("|)" + digits + R"(|")";
}

class String final : public Match
{
public:
    explicit String(const Search& search) : m_search(search) {}

    std::string_view name() const override { return "string"; }

    Answer ask(const MatchContext& context) const override
    {
        switch (find(context.packet)) {
        case Found::no: return Answer::of(m_search.inverted);
        case Found::yes: return Answer::of(!m_search.inverted);
        case Found::maybe: break;
        }
        return Answer::doubt();
    }

    std::string save() const override
    {
        SavedOptions saved;
        if (isPlain(m_search.text))
            saved.value("--string", escaped(m_search.text), m_search.inverted);
        else
            saved.value("--hex-string", inHexadecimal(m_search.text), m_search.inverted);
        saved.value("--algo", m_search.algorithm);
        if (m_search.from != 0)
            saved.value("--from", toText(m_search.from));
        if (m_search.to != lastPlace)
            saved.value("--to", toText(m_search.to));
        if (m_search.ignoresCase)
            saved.flag("--icase");
        return std::move(saved).text();
    }

    Message describe() const override { return message(MessageId::TextIs, save()); }

    Message whyNot(const MatchContext& context) const override
    {
        switch (find(context.packet)) {
        case Found::no: return message(MessageId::TooShortFor, context.packet.length());
        case Found::yes: return message(MessageId::BytesDiffer, save());
        case Found::maybe: break;
        }
        return message(MessageId::BytesUnknown, save());
    }

private:
    enum class Found : std::uint8_t { no, maybe, yes };

    Found find(const Packet& packet) const
    {
        const std::uint32_t end = std::min<std::uint32_t>(packet.length(), m_search.to);
        Found best = Found::no;
        for (std::uint32_t place = m_search.from; place + m_search.text.size() <= end && best != Found::yes; ++place)
            best = std::max(best, standsAt(packet, place));
        return best;
    }

    Found standsAt(const Packet& packet, std::uint32_t place) const
    {
        Found found = Found::yes;
        for (const char wanted : m_search.text) {
            const PacketByte byte = packetByte(packet, place++);
            if (byte.known && !isSame(static_cast<char>(byte.value), wanted))
                return Found::no;
            if (!byte.known)
                found = Found::maybe;
        }
        return found;
    }

    bool isSame(char one, char other) const { return m_search.ignoresCase ? lower(one) == lower(other) : one == other; }

    Search m_search;
};

constexpr auto options = std::to_array<OptionSpec>({
    {"--string"},
    {"--hex-string"},
    {"--algo"},
    {"--from"},
    {"--to"},
    {"--icase", Values::none},
});

std::optional<char> hexadecimalPair(std::string_view pair)
{
    const auto number = wholeNumber("0x" + std::string(pair));
    if (pair.size() != 2 || !number)
        return {};
    return static_cast<char>(*number);
}

/// "GET|0d 0a|x": between bars stand pairs of digits.
std::string unpacked(const Option& option)
{
    std::string text;
    bool inBars = false;
    const std::string_view word = option.value().text;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (word[i] == '|') {
            inBars = !inBars;
        } else if (!inBars) {
            text += word[i];
        } else if (word[i] != ' ') {
            const auto value = hexadecimalPair(word.substr(i, 2));
            if (!value)
                option.rejectValue();
            text += *value;
            ++i;
        }
    }
    if (inBars)
        option.rejectValue();
    return text;
}

void readText(const Option& option, Options& words, Search& search)
{
    if (!search.text.empty())
        words.reject(message(MessageId::OptionsExclude, "--string", "--hex-string"));
    search.inverted = option.inverted();
    search.text = words.arena().keep(option.is("--string") ? std::string(option.value().text) : unpacked(option));
    if (search.text.empty() || search.text.size() > longestPattern)
        option.rejectValue();
}

void readModifier(const Option& option, Search& search)
{
    option.rejectInverted();
    if (option.is("--algo"))
        search.algorithm = option.oneOf<std::string_view>({{"bm", "bm"}, {"kmp", "kmp"}});
    else if (option.is("--from"))
        search.from = static_cast<std::uint16_t>(option.number(0, lastPlace));
    else if (option.is("--to"))
        search.to = static_cast<std::uint16_t>(option.number(0, lastPlace));
    else
        search.ignoresCase = true;
}

const Match* parse(Options& words)
{
    Search search;
    while (const auto option = words.next()) {
        if (option->is("--string") || option->is("--hex-string"))
            readText(*option, words, search);
        else
            readModifier(*option, search);
    }
    if (search.text.empty() || search.algorithm.empty())
        words.rejectMissing(search.text.empty() ? "--string" : "--algo");
    if (search.from > search.to)
        words.reject(message(MessageId::RangeReversed, search.from, search.to));
    return words.arena().make<String>(search);
}

}  // namespace

extern const MatchExtension stringMatch = {"string", options, parse};

}  // namespace natwalk
