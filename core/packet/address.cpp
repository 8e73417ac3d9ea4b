// Addresses as text, both ways. No name is looked up, and nothing depends on the system's headers.
//
// Source: iptables libxtables/xtables.c (numbers in bases 8, 10 and 16, "10.1/16"), RFC 4291 and RFC 5952, inet_ntop(3)
// (an IPv4 tail where iptables-save shows one); settled by experiment with iptables 1.8.9.
#include "packet/address.h"

#include "text/number.h"

#include <array>
#include <bit>
#include <charconv>

namespace natwalk {

namespace {

using Words = std::array<std::uint16_t, 8>;  // of an IPv6 address, as it is written

/// Reads up to four numbers with dots between them into the upper bytes; nothing when fewer than `fewest` stand there.
std::optional<std::uint32_t> dottedNumbers(std::string_view text, int fewest)
{
    std::uint32_t value = 0;
    int count = 0;
    for (bool more = true; more; ++count) {
        const std::size_t dot = text.find('.');
        more = dot != std::string_view::npos;
        const auto byte = wholeNumber(text.substr(0, dot), 255);
        if (!byte || count == 4)
            return {};
        value |= static_cast<std::uint32_t>(*byte) << (24 - 8 * count);
        text.remove_prefix(more ? dot + 1 : text.size());
    }
    return count >= fewest ? std::optional(value) : std::nullopt;
}

std::optional<std::uint16_t> hexWord(std::string_view text)
{
    std::uint16_t value = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value, 16);
    if (text.size() > 4 || error != std::errc() || stop != end)
        return {};
    return value;
}

/// The words on one side of "::", or of a whole address without it.
struct WordList
{
    Words words{};
    std::size_t count = 0;

    bool add(std::uint16_t word)
    {
        if (count == words.size())
            return false;
        words[count++] = word;
        return true;
    }
    bool addTail(std::string_view dotted)
    {
        const auto value = dottedNumbers(dotted, 4);
        return value && add(static_cast<std::uint16_t>(*value >> 16)) && add(static_cast<std::uint16_t>(*value));
    }
};

std::optional<WordList> readWords(std::string_view text, bool last)
{
    WordList list;
    for (bool more = !text.empty(); more;) {
        const std::size_t colon = text.find(':');
        more = colon != std::string_view::npos;
        const std::string_view piece = text.substr(0, colon);
        if (last && !more && piece.find('.') != std::string_view::npos)
            return list.addTail(piece) ? std::optional(list) : std::nullopt;
        const auto word = hexWord(piece);
        if (!word || !list.add(*word))
            return {};
        text.remove_prefix(more ? colon + 1 : text.size());
    }
    return list;
}

Address fromWords(const Words& words)
{
    Address address{0, 0, Family::ipv6};
    for (std::size_t i = 0; i < 4; ++i) {
        address.high = address.high << 16 | words[i];
        address.low = address.low << 16 | words[i + 4];
    }
    return address;
}

Words wordsOf(const Address& address)
{
    Words words{};
    for (std::size_t i = 0; i < 4; ++i) {
        words[i] = static_cast<std::uint16_t>(address.high >> (48 - 16 * i));
        words[i + 4] = static_cast<std::uint16_t>(address.low >> (48 - 16 * i));
    }
    return words;
}

std::optional<Address> ipv6From(std::string_view text)
{
    const std::size_t gap = text.find("::");
    if (gap == std::string_view::npos) {
        const auto list = readWords(text, true);
        return list && list->count == 8 ? std::optional(fromWords(list->words)) : std::nullopt;
    }
    const auto left = readWords(text.substr(0, gap), false);
    const auto right = readWords(text.substr(gap + 2), true);
    if (!left || !right || left->count + right->count > 7)
        return {};
    Words words = left->words;
    for (std::size_t i = 0; i < right->count; ++i)
        words[8 - right->count + i] = right->words[i];
    return fromWords(words);
}

/// The longest run of zero words (the first of equals), where "::" is written; length 0 when none has two.
struct Gap
{
    std::size_t first = 0;
    std::size_t length = 0;
};

Gap longestGap(const Words& words)
{
    Gap best;
    for (std::size_t first = 0; first < words.size(); ++first) {
        std::size_t end = first;
        while (end < words.size() && words[end] == 0)
            ++end;
        if (end - first > best.length && end - first > 1)
            best = {first, end - first};
    }
    return best;
}

std::string dottedText(std::uint32_t value)
{
    std::string text;
    for (int shift = 24; shift >= 0; shift -= 8) {
        text += std::to_string(value >> shift & 0xffU);
        if (shift > 0)
            text += '.';
    }
    return text;
}

std::string hexText(std::uint16_t word)
{
    std::array<char, 4> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), word, 16).ptr;
    return {digits.data(), end};
}

std::string ipv6Text(const Address& address)
{
    const Words words = wordsOf(address);
    const Gap gap = longestGap(words);
    // inet_ntop writes the tail of ::a.b.c.d and ::ffff:a.b.c.d with dots.
    const bool dotted = gap.first == 0 && (gap.length == 6 || (gap.length == 5 && words[5] == 0xffff));
    const std::size_t end = dotted ? 6 : words.size();
    std::string text;
    for (std::size_t i = 0; i < end;) {
        if (gap.length > 0 && i == gap.first) {
            text += "::";
            i += gap.length;
            continue;
        }
        if (!text.empty() && text.back() != ':')
            text += ':';
        text += hexText(words[i++]);
    }
    if (!dotted)
        return text;
    if (text.back() != ':')
        text += ':';
    return text + dottedText(address.v4());
}

constexpr std::uint64_t leadingOnes(int count)
{
    return count <= 0 ? 0 : count >= 64 ? ~std::uint64_t{0} : ~std::uint64_t{0} << (64 - count);
}

constexpr int widthOf(Family family) { return family == Family::ipv4 ? 32 : 128; }

/// Clears the host bits, so that equal networks compare equal.
Network masked(Address base, std::uint64_t maskHigh, std::uint64_t maskLow)
{
    base.high &= maskHigh;
    base.low &= maskLow;
    return {base, maskHigh, maskLow};
}

std::optional<Network> withMask(const Address& base, std::string_view mask)
{
    if (const auto length = wholeNumber(mask, static_cast<std::uint64_t>(widthOf(base.family))))
        return Network::of(base, static_cast<int>(*length));
    const auto bits = Address::from(mask);
    if (!bits || bits->family != base.family)
        return {};
    return masked(base, bits->high, bits->low);
}

}  // namespace

std::optional<Address> Address::from(std::string_view text)
{
    if (text.find(':') != std::string_view::npos)
        return ipv6From(text);
    const auto value = dottedNumbers(text, 4);
    return value ? std::optional(v4(*value)) : std::nullopt;
}

Address Address::plus(std::uint64_t offset) const
{
    if (family == Family::ipv4)
        return v4(static_cast<std::uint32_t>(low + offset));
    const std::uint64_t sum = low + offset;
    return {high + (sum < low ? 1U : 0U), sum, family};
}

std::string toText(const Address& address)
{
    return address.family == Family::ipv4 ? dottedText(address.v4()) : ipv6Text(address);
}

std::optional<Network> Network::from(std::string_view text)
{
    const std::size_t slash = text.find('/');
    const std::string_view host = text.substr(0, slash);
    std::optional<Address> base = Address::from(host);
    if (!base)  // iptables completes "10.1" with zeros
        if (const auto value = dottedNumbers(host, 1))
            base = Address::v4(*value);
    if (!base)
        return {};
    return slash == std::string_view::npos ? of(*base, widthOf(base->family)) : withMask(*base, text.substr(slash + 1));
}

Network Network::of(Address base, int prefixLength)
{
    if (base.family == Family::ipv4)
        return masked(base, 0, leadingOnes(prefixLength) >> 32);
    return masked(base, leadingOnes(prefixLength), leadingOnes(prefixLength - 64));
}

bool Network::isSingle() const { return *this == of(base, widthOf(base.family)); }

std::optional<int> Network::prefixLength() const
{
    const int length = std::popcount(maskHigh) + std::popcount(maskLow);
    return *this == of(base, length) ? std::optional(length) : std::nullopt;
}

Address Network::broadcast() const
{
    const Network all = of(base, widthOf(base.family));
    return {base.high | (all.maskHigh & ~maskHigh), base.low | (all.maskLow & ~maskLow), base.family};
}

std::string toText(const Network& network)
{
    const auto length = network.prefixLength();
    const Address mask{network.maskHigh, network.maskLow, network.base.family};
    return toText(network.base) + '/' + (length ? std::to_string(*length) : toText(mask));
}

std::string toText(const PortRange& range)
{
    const std::string first = std::to_string(range.first);
    return range.isSingle() ? first : first + ':' + std::to_string(range.last);
}

}  // namespace natwalk
