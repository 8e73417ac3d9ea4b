#include "text/json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

namespace natwalk {

namespace {

/// Walks over the text and remembers how far it came: what it has read last is what the parser speaks of.
class CountingIterator
{
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* place, std::size_t* read) : m_place(place), m_read(read) {}
    reference operator*() const { return *m_place; }
    CountingIterator& operator++()
    {
        ++m_place;
        ++*m_read;
        return *this;
    }
    bool operator==(const CountingIterator& other) const { return m_place == other.m_place; }
    bool operator!=(const CountingIterator& other) const { return m_place != other.m_place; }

private:
    const char* m_place;
    std::size_t* m_read;
};

/// Where the lines of a text begin.
class Lines
{
public:
    explicit Lines(std::string_view text)
    {
        for (std::size_t i = 0; i < text.size(); ++i)
            if (text[i] == '\n')
                m_starts.push_back(i + 1);
    }

    SourceSpan span(std::size_t begin, std::size_t end) const
    {
        const auto next = std::upper_bound(m_starts.begin(), m_starts.end(), begin);
        const std::size_t start = next == m_starts.begin() ? 0 : *std::prev(next);
        return {static_cast<std::uint32_t>(next - m_starts.begin() + 1), static_cast<std::uint32_t>(begin - start + 1),
                static_cast<std::uint32_t>(end - begin)};
    }

private:
    std::vector<std::size_t> m_starts;  // of the second line and those below
};

/// Lists and objects within each other: more is no scenario, but an attack on the stack.
constexpr std::size_t deepest = 64;

constexpr std::string_view numberBytes = "+-.0123456789eE";

/// Builds the tree while nlohmann's parser reads.
class TreeBuilder
{
public:
    TreeBuilder(std::string_view text, const std::size_t& read) : m_text(text), m_lines(text), m_read(read) {}

    // what nlohmann::json::sax_parse calls
    bool null() { return add(Json::Kind::null, wordSpan()); }
    bool boolean(bool value)
    {
        add(Json::Kind::boolean, wordSpan());
        m_last->boolean = value;
        return true;
    }
    bool number_integer(std::int64_t value) { return addNumber(static_cast<double>(value)); }
    bool number_unsigned(std::uint64_t value) { return addNumber(static_cast<double>(value)); }
    bool number_float(double value, const std::string& /*text*/) { return addNumber(value); }
    bool string(std::string& value)
    {
        add(Json::Kind::text, textSpan());
        m_last->text = std::move(value);
        return true;
    }
    bool binary(std::vector<std::uint8_t>& /*value*/) { return false; }
    bool start_object(std::size_t /*size*/) { return open(Json::Kind::object); }
    bool start_array(std::size_t /*size*/) { return open(Json::Kind::list); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool key(std::string& name)
    {
        m_open.back()->members.push_back({std::move(name), textSpan(), {}});
        return true;
    }
    template <typename Exception>
    bool parse_error(std::size_t byte, const std::string& /*token*/, const Exception& /*error*/)
    {
        const std::size_t place = std::min(byte > 0 ? byte - 1 : 0, m_text.size());
        m_problem = {
            Severity::error, {MessageId::JsonBroken, {}}, m_lines.span(place, std::min(place + 1, m_text.size()))};
        return false;
    }

    std::variant<Json, Diagnostic> result() &&
    {
        if (m_problem.message.id != MessageId::Nothing)
            return std::move(m_problem);
        return std::move(m_root);
    }

private:
    SourceSpan textSpan() const
    {
        std::size_t begin = m_read - 2;  // before the closing quote
        while (m_text[begin] != '"' || isEscaped(begin))
            --begin;
        return m_lines.span(begin, m_read);
    }

    bool isEscaped(std::size_t place) const
    {
        std::size_t backslashes = 0;
        while (place > backslashes && m_text[place - 1 - backslashes] == '\\')
            ++backslashes;
        return backslashes % 2 == 1;
    }

    /// A number's lexer looks one byte further, except at the end of the text.
    SourceSpan numberSpan() const
    {
        std::size_t end = m_read;
        while (end > 0 && numberBytes.find(m_text[end - 1]) == std::string_view::npos)
            --end;
        std::size_t begin = end;
        while (begin > 0 && numberBytes.find(m_text[begin - 1]) != std::string_view::npos)
            --begin;
        return m_lines.span(begin, end);
    }

    /// true, false or null
    SourceSpan wordSpan() const
    {
        std::size_t begin = m_read;
        while (begin > 0 && m_text[begin - 1] >= 'a' && m_text[begin - 1] <= 'z')
            --begin;
        return m_lines.span(begin, m_read);
    }

    bool addNumber(double value)
    {
        add(Json::Kind::number, numberSpan());
        m_last->number = value;
        return true;
    }

    bool add(Json::Kind kind, SourceSpan where)
    {
        m_last = &place();
        m_last->kind = kind;
        m_last->where = where;
        return true;
    }

    Json& place()
    {
        if (m_open.empty())
            return m_root;
        Json& parent = *m_open.back();
        if (parent.kind == Json::Kind::object)
            return parent.members.back().value;
        return parent.items.emplace_back();
    }

    bool open(Json::Kind kind)
    {
        add(kind, m_lines.span(m_read - 1, m_read));
        m_open.push_back(m_last);
        if (m_open.size() > deepest)
            m_problem = {Severity::error, {MessageId::JsonTooDeep, {}}, m_last->where};
        return m_open.size() <= deepest;
    }

    bool close()
    {
        m_open.pop_back();
        return true;
    }

    std::string_view m_text;
    Lines m_lines;
    const std::size_t& m_read;
    Json m_root;
    std::vector<Json*> m_open;  // a parent stays where it is while its last child is being read
    Json* m_last = nullptr;
    Diagnostic m_problem;
};

std::string_view nameOf(Json::Kind kind)
{
    switch (kind) {
    case Json::Kind::null: return "null";
    case Json::Kind::boolean: return "true or false";
    case Json::Kind::number: return "a number";
    case Json::Kind::text: return "a text";
    case Json::Kind::list: return "a list";
    case Json::Kind::object: return "an object";
    }
    return "";
}

void expect(const Json& value, Json::Kind kind)
{
    if (value.kind != kind)
        throw ParseError(value.where, message(MessageId::JsonWrongKind, nameOf(kind), nameOf(value.kind)));
}

std::string shortNumber(double value)
{
    return value == std::floor(value) && std::abs(value) < 1e15 ? std::to_string(static_cast<std::int64_t>(value))
                                                                : std::to_string(value);
}

/// Letters put in, left out, changed, or two neighbours in the wrong order (optimal string alignment).
std::size_t distance(std::string_view from, std::string_view to)
{
    std::vector<std::vector<std::size_t>> rows(from.size() + 1, std::vector<std::size_t>(to.size() + 1));
    std::iota(rows[0].begin(), rows[0].end(), std::size_t{0});
    for (std::size_t i = 1; i <= from.size(); ++i) {
        rows[i][0] = i;
        for (std::size_t j = 1; j <= to.size(); ++j) {
            const std::size_t changed = rows[i - 1][j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
            rows[i][j] = std::min({changed, rows[i - 1][j] + 1, rows[i][j - 1] + 1});
            if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                rows[i][j] = std::min(rows[i][j], rows[i - 2][j - 2] + 1);
        }
    }
    return rows.back().back();
}

}  // namespace

bool Json::asBoolean() const
{
    expect(*this, Kind::boolean);
    return boolean;
}

double Json::asNumber(double low, double high) const
{
    expect(*this, Kind::number);
    if (!(number >= low && number <= high))
        throw ParseError(where,
                         message(MessageId::JsonOutOfRange, shortNumber(low), shortNumber(high), shortNumber(number)));
    return number;
}

std::int64_t Json::asInteger(std::int64_t low, std::int64_t high) const
{
    const double value = asNumber(static_cast<double>(low), static_cast<double>(high));
    if (value != std::floor(value))
        throw ParseError(where, message(MessageId::JsonNotWhole, shortNumber(value)));
    return static_cast<std::int64_t>(value);
}

const std::string& Json::asText() const
{
    expect(*this, Kind::text);
    return text;
}

const std::vector<Json>& Json::asList() const
{
    expect(*this, Kind::list);
    return items;
}

const std::vector<Json::Member>& Json::asObject() const
{
    expect(*this, Kind::object);
    return members;
}

std::vector<Token> Json::words() const
{
    const std::string_view all = asText();
    // Escapes make the text in the file longer than what it says: then every word points at the whole.
    const bool plain = where.length == all.size() + 2;
    std::vector<Token> words;
    constexpr std::string_view blanks = " \t\r\n";
    for (std::size_t begin = all.find_first_not_of(blanks); begin != std::string_view::npos;) {
        const std::size_t end = std::min(all.find_first_of(blanks, begin), all.size());
        const auto length = static_cast<std::uint32_t>(end - begin);
        const SourceSpan place{where.line, where.column + 1 + static_cast<std::uint32_t>(begin), length};
        words.push_back({all.substr(begin, length), plain ? place : where, false});
        begin = all.find_first_not_of(blanks, end);
    }
    return words;
}

std::variant<Json, Diagnostic> readJson(std::string_view text)
{
    std::size_t read = 0;
    TreeBuilder builder(text, read);
    nlohmann::json::sax_parse(CountingIterator(text.data(), &read), CountingIterator(text.data() + text.size(), &read),
                              &builder);
    return std::move(builder).result();
}

std::string_view nearestWord(std::string_view word, const std::vector<std::string_view>& known)
{
    std::string_view nearest;
    std::size_t least = std::max<std::size_t>(2, word.size() / 3) + 1;
    for (const std::string_view each : known) {
        const std::size_t apart = distance(word, each);
        if (apart < least) {
            least = apart;
            nearest = each;
        }
    }
    return nearest;
}

}  // namespace natwalk
