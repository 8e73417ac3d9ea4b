// What follows -m NAME or -j NAME, read left to right.
//
// The reader has already given each option to the extension that knows it, so an extension sees its own options only.
#pragma once

#include "text/arena.h"
#include "text/diagnostic.h"
#include "text/token.h"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace natwalk {

/// A whole number as strtoul reads it with base 0 (0x hexadecimal, leading 0 octal); nothing unless all of the word is
/// one.
std::optional<std::uint64_t> wholeNumber(std::string_view word);

/// How many words follow an option's name. An optional value is taken when the next word is no option.
enum class Values : std::uint8_t { none, one, two, optional };

/// One option that an extension knows: "--dport"; alias "--destination-port".
struct OptionSpec
{
    std::string_view name;
    Values values = Values::one;
    std::string_view alias = {};
    bool repeats = false;  ///< may be given more than once

    bool isNamed(std::string_view word) const { return word == name || (!alias.empty() && word == alias); }
    /// Whether the word may be short for it.
    bool mayBe(std::string_view word) const { return name.starts_with(word) || alias.starts_with(word); }
};

/// An option as it stands in a rule: its name as written, whether "!" stood before (or, old style, after) it, its
/// values.
struct OptionWords
{
    const OptionSpec* spec = nullptr;
    Token name;
    bool inverted = false;
    std::span<const Token> values;  ///< words of the line, side by side
};

/// One option while an extension reads it. Everything that cannot be accepted throws ParseError at the word in
/// question.
class Option
{
public:
    Option(const OptionWords& words, std::string_view extension) : m_words(words), m_extension(extension) {}

    bool is(std::string_view name) const { return m_words.spec->name == name; }
    std::string_view name() const { return m_words.spec->name; }
    bool inverted() const { return m_words.inverted; }
    void rejectInverted() const;

    bool hasValue() const { return !m_words.values.empty(); }
    std::size_t valueCount() const { return m_words.values.size(); }
    const Token& value(std::size_t index = 0) const;
    /// A whole number, decimal, 0x hexadecimal or octal as strtoul reads it.
    std::uint64_t number(std::uint64_t low, std::uint64_t high, std::size_t index = 0) const;
    /// A number with a fraction, decimal.
    double real(double low, double high) const;

    template <typename T>
    T oneOf(std::initializer_list<std::pair<std::string_view, T>> names) const
    {
        for (const auto& [name, meaning] : names)
            if (value().text == name)
                return meaning;
        rejectValue();
    }

    [[noreturn]] void rejectValue(std::size_t index = 0) const;
    [[noreturn]] void rejectUnknown() const;
    [[noreturn]] void reject(Message message, std::size_t index = 0) const;

private:
    const OptionWords& m_words;
    std::string_view m_extension;
};

/// Which rule the options stand in: what some extensions must know to accept them.
struct RuleHead
{
    bool ipv6 = false;
    std::string_view table;
    std::string_view chain;
    std::uint8_t protocol = 0;  ///< 0: any
    bool protocolInverted = false;
    bool protocolIs(std::uint8_t number) const { return protocol == number && !protocolInverted; }
    bool protocolHasPorts() const;  ///< tcp, udp, udplite, sctp or dccp, not inverted
};

/// The options of one -m NAME or -j NAME.
class Options
{
public:
    Options(std::span<const OptionWords> words, const RuleHead& rule, Token extension, Arena& arena)
        : m_words(words)
        , m_rule(rule)
        , m_extension(extension)
        , m_arena(arena)
    {}

    /// The next option, or nothing at the end. Throws OptionRepeated where one comes again.
    std::optional<Option> next();

    /// The only option there may be. Throws OptionMissing where there is none, OptionsExclude where there are more.
    Option only(std::string_view name);

    const RuleHead& rule() const { return m_rule; }
    Arena& arena() const { return m_arena; }
    /// The word after -m or -j.
    const Token& extension() const { return m_extension; }
    /// Throws at the extension's own name (for what is missing, not wrong).
    [[noreturn]] void reject(Message message) const;
    /// Throws OptionMissing.
    [[noreturn]] void rejectMissing(std::string_view option) const;

private:
    std::span<const OptionWords> m_words;
    const RuleHead& m_rule;
    Token m_extension;
    Arena& m_arena;
    std::size_t m_next = 0;
};

}  // namespace natwalk
