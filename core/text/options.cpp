#include "text/options.h"

#include "text/prefix.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace natwalk {

namespace {

/// What from_chars says of a whole word: nothing left over.
template <typename Number, typename... Base>
std::errc readWhole(std::string_view word, Number& value, Base... base)
{
    const char* end = word.data() + word.size();
    const auto [stop, problem] = std::from_chars(word.data(), end, value, base...);
    return problem == std::errc() && stop != end ? std::errc::invalid_argument : problem;
}

/// Reads a number as strtoul does with base 0: 0x hexadecimal, a leading 0 octal, else decimal.
std::errc readNumber(std::string_view word, std::uint64_t& value)
{
    if (beginsWith(word, "0x") || beginsWith(word, "0X"))
        return readWhole(word.substr(2), value, 16);
    return readWhole(word, value, word.size() > 1 && word.front() == '0' ? 8 : 10);
}

}  // namespace

std::optional<std::uint64_t> wholeNumber(std::string_view word)
{
    std::uint64_t value = 0;
    if (readNumber(word, value) != std::errc())
        return {};
    return value;
}

void Option::rejectInverted() const
{
    if (inverted())
        throw ParseError(m_words.name.span, ::natwalk::message(MessageId::OptionNotNegatable, name()));
}

const Token& Option::value(std::size_t index) const
{
    if (index >= m_words.values.size())
        throw ParseError(m_words.name.span, ::natwalk::message(MessageId::OptionNeedsValue, name()));
    return m_words.values[index];
}

std::uint64_t Option::number(std::uint64_t low, std::uint64_t high, std::size_t index) const
{
    const std::string_view word = value(index).text;
    std::uint64_t number = 0;
    const std::errc problem = readNumber(word, number);
    if (problem == std::errc::invalid_argument)
        rejectValue(index);
    if (problem != std::errc() || number < low || number > high)
        reject(::natwalk::message(MessageId::OptionOutOfRange, name(), low, high, word), index);
    return number;
}

double Option::real(double low, double high) const
{
    double number = 0;
    if (readWhole(value().text, number) != std::errc() || !(number >= low && number <= high))
        rejectValue();
    return number;
}

void Option::rejectValue(std::size_t index) const
{
    reject(::natwalk::message(MessageId::OptionDoesNotTake, name(), value(index).text), index);
}

void Option::rejectUnknown() const
{
    throw ParseError(m_words.name.span, ::natwalk::message(MessageId::OptionUnknown, m_extension, m_words.name.text));
}

void Option::reject(Message message, std::size_t index) const
{
    const Token& word = index < m_words.values.size() ? m_words.values[index] : m_words.name;
    throw ParseError(word.span, std::move(message));
}

bool RuleHead::protocolHasPorts() const
{
    constexpr std::array<std::uint8_t, 5> withPorts = {6, 17, 33, 132, 136};  // tcp, udp, dccp, sctp, udplite
    return !protocolInverted && std::find(withPorts.begin(), withPorts.end(), protocol) != withPorts.end();
}

std::optional<Option> Options::next()
{
    if (m_next == m_words.size())
        return {};
    const OptionWords& words = m_words[m_next];
    for (const OptionWords& earlier : m_words.first(m_next))
        if (earlier.spec == words.spec && !words.spec->repeats)
            throw ParseError(words.name.span, message(MessageId::OptionRepeated, words.spec->name));
    ++m_next;
    return Option(words, m_extension.text);
}

Option Options::only(std::string_view name)
{
    const auto option = next();
    if (!option)
        rejectMissing(name);
    if (const auto another = next())
        reject(::natwalk::message(MessageId::OptionsExclude, option->name(), another->name()));
    return *option;
}

void Options::reject(Message message) const { throw ParseError(m_extension.span, std::move(message)); }

void Options::rejectMissing(std::string_view option) const
{
    reject(::natwalk::message(MessageId::OptionMissing, m_extension.text, option));
}

}  // namespace natwalk
