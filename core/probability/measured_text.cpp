// What people paste of counts: lines of any kind, or JSON.
#include "packet/address.h"
#include "probability/measured.h"
#include "text/json.h"
#include "text/number.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

namespace natwalk {

namespace {

constexpr std::string_view apart = " \t\r,;\"'";

std::vector<std::string_view> wordsOf(std::string_view line)
{
    std::vector<std::string_view> words;
    for (std::size_t at = line.find_first_not_of(apart); at != line.npos; at = line.find_first_not_of(apart, at)) {
        const std::size_t end = std::min(line.find_first_of(apart, at), line.size());
        words.push_back(line.substr(at, end - at));
        at = end;
    }
    return words;
}

/// The address of "10.0.0.1", "10.0.0.1:80", "2001:db8::1" and "[2001:db8::1]:80".
std::optional<Address> addressIn(std::string_view endpoint)
{
    if (endpoint.starts_with('['))
        return Address::from(endpoint.substr(1, endpoint.find(']') - 1));
    if (const auto bare = Address::from(endpoint))
        return bare;
    const std::size_t colon = endpoint.rfind(':');
    const bool hasPort = colon != endpoint.npos && wholeNumber(endpoint.substr(colon + 1), 65535);
    return hasPort ? Address::from(endpoint.substr(0, colon)) : std::nullopt;
}

/// A count is decimal, whatever zeros stand before it.
std::optional<std::uint64_t> countFrom(std::string_view word)
{
    const std::size_t digits = std::min(word.find_first_not_of('0'), word.size() - 1);
    const bool plain = word.find_first_not_of("0123456789") == word.npos;
    return plain ? wholeNumber(word.substr(digits)) : std::nullopt;
}

/// The endpoint and the count of a line; nothing where it holds not exactly one of each.
std::optional<MeasuredCount> countOf(const std::vector<std::string_view>& words)
{
    std::optional<std::string> endpoint;
    std::optional<std::uint64_t> count;
    for (const std::string_view word : words) {
        const bool isEndpoint = addressIn(word).has_value();
        if (const auto number = countFrom(word); number && !isEndpoint && !count)
            count = number;
        else if (isEndpoint && !endpoint)
            endpoint = word;
        else
            return {};
    }
    return endpoint && count ? std::optional(MeasuredCount{*endpoint, *count, 0}) : std::nullopt;
}

bool isHeading(std::string_view line) { return line.find_first_of("0123456789") == line.npos; }

/// Text that begins like JSON. "[2001:db8::1]:80 334" begins like a list, too.
bool looksLikeJson(std::string_view text)
{
    constexpr std::string_view blank = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blank);
    if (first == text.npos || (text[first] != '{' && text[first] != '['))
        return false;
    const std::size_t second = text.find_first_not_of(blank, first + 1);
    return text[first] == '{' || (second != text.npos && std::string_view("[{\"]").find(text[second]) != text.npos);
}

std::string_view lineOf(std::string_view text, std::uint32_t number)
{
    for (std::size_t end = 0; number > 1 && (end = text.find('\n')) != text.npos; --number)
        text.remove_prefix(end + 1);
    const std::string_view line = text.substr(0, text.find('\n'));
    return line.substr(0, line.find_last_not_of(" \t\r") + 1);
}

/// Counts anywhere in a JSON text: {"10.0.0.1:80": 334}, ["10.0.0.1:80", 334], {"endpoint": "10.0.0.1:80", "count":
/// 334, "node": "a"}. Of several numbers beside an endpoint the one called "count" is meant.
class JsonCounts
{
public:
    explicit JsonCounts(std::string_view text) : m_text(text) {}

    MeasuredText read(std::uint32_t linesBefore = 0)
    {
        m_linesBefore = linesBefore;
        const auto json = readJson(m_text);
        if (const auto* broken = std::get_if<Diagnostic>(&json))
            complain(MessageId::CountsBreakJson, broken->where.line);
        else
            walk(std::get<Json>(json));
        return std::move(m_found);
    }

private:
    static std::optional<std::uint64_t> countFrom(const Json& value)
    {
        constexpr double most = 9007199254740992;  // 2^53: whole numbers up to there
        if (value.kind == Json::Kind::text)
            return natwalk::countFrom(value.text);
        const bool whole = value.kind == Json::Kind::number && value.number >= 0 && value.number <= most
                           && value.number == std::floor(value.number);
        return whole ? std::optional(static_cast<std::uint64_t>(value.number)) : std::nullopt;
    }

    static bool isEndpoint(const Json& value)
    {
        return value.kind == Json::Kind::text && addressIn(value.text).has_value();
    }

    void add(std::string endpoint, std::uint64_t count, std::uint32_t line)
    {
        m_found.counts.push_back({std::move(endpoint), count, m_linesBefore + line});
    }

    void complain(MessageId id, std::uint32_t line)
    {
        m_found.complaints.push_back(message(id, m_linesBefore + line, lineOf(m_text, line)));
        m_found.wrongLines.push_back(m_linesBefore + line);
    }

    void walk(const Json& value)
    {
        if (value.kind == Json::Kind::list)
            walkList(value);
        else if (value.kind == Json::Kind::object)
            walkObject(value);
        else
            complain(MessageId::CountNotRead, value.where.line);
    }

    void walkList(const Json& list)
    {
        const bool isPair = list.items.size() == 2 && isEndpoint(list.items[0]) && countFrom(list.items[1]);
        if (isPair)
            return add(list.items[0].text, *countFrom(list.items[1]), list.where.line);
        for (const Json& item : list.items)
            walk(item);
    }

    void walkObject(const Json& object)
    {
        const auto endpoint = std::ranges::find_if(object.members, isEndpoint, &Json::Member::value);
        if (endpoint != object.members.end()) {
            if (const auto count = countBeside(object))
                add(endpoint->value.text, *count, object.where.line);
            else
                complain(MessageId::CountNotRead, object.where.line);
            return;
        }
        for (const Json::Member& member : object.members)
            walkMember(member);
    }

    void walkMember(const Json::Member& member)
    {
        const bool isNested = member.value.kind == Json::Kind::list || member.value.kind == Json::Kind::object;
        if (isNested)
            walk(member.value);
        else if (const auto count = countFrom(member.value); count && addressIn(member.key))
            add(member.key, *count, member.where.line);
        else if (addressIn(member.key))
            complain(MessageId::CountNotRead, member.where.line);
    }

    /// The member called "count", or the only number.
    static std::optional<std::uint64_t> countBeside(const Json& object)
    {
        std::optional<std::uint64_t> only;
        std::size_t numbers = 0;
        for (const Json::Member& member : object.members) {
            const auto count = countFrom(member.value);
            if (count && member.key == "count")
                return count;
            numbers += count ? 1 : 0;
            only = count ? count : only;
        }
        return numbers == 1 ? only : std::nullopt;
    }

    std::string_view m_text;
    std::uint32_t m_linesBefore = 0;
    MeasuredText m_found;
};

void append(MeasuredText& all, MeasuredText more)
{
    std::ranges::move(more.counts, std::back_inserter(all.counts));
    std::ranges::move(more.complaints, std::back_inserter(all.complaints));
    std::ranges::move(more.wrongLines, std::back_inserter(all.wrongLines));
}

/// Lines of plain words, or with one JSON object each.
MeasuredText readLines(std::string_view text)
{
    MeasuredText read;
    std::uint32_t number = 0;
    bool first = true;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        ++number;
        const auto words = wordsOf(line);
        if (words.empty() || words.front().starts_with('#'))
            continue;
        if (words.front().starts_with('{')) {
            append(read, JsonCounts(line).read(number - 1));
        } else if (auto count = countOf(words)) {
            count->line = number;
            read.counts.push_back(*std::move(count));
        } else if (!first || !isHeading(line)) {
            read.complaints.push_back(message(MessageId::CountNotRead, number, line));
            read.wrongLines.push_back(number);
        }
        first = false;
    }
    return read;
}

}  // namespace

MeasuredText readCounts(std::string_view text)
{
    if (!looksLikeJson(text))
        return readLines(text);
    MeasuredText whole = JsonCounts(text).read();
    const bool isBroken = !whole.complaints.empty() && whole.complaints.front().id == MessageId::CountsBreakJson;
    if (!isBroken)
        return whole;
    MeasuredText lines = readLines(text);
    return lines.counts.empty() ? whole : lines;
}

}  // namespace natwalk
