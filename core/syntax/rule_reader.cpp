#include "syntax/rule_reader.h"

#include "syntax/rule_words.h"
#include "syntax/salvage.h"
#include "text/prefix.h"
#include "text/quoting.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace natwalk {

namespace {

void rejectRepeated(bool given, const Token& word)
{
    if (given)
        throw ParseError(word.span, message(MessageId::OptionRepeated, word.text));
}

/// What closes the quote of a word where that is open: read to the end of its line, it must not swallow the next one
/// when it is printed.
std::string_view closingOf(std::string_view word)
{
    bool isOpen = false;
    bool isEscaped = false;
    for (const char c : word) {
        if (c == '"' && !isEscaped)
            isOpen = !isOpen;
        isEscaped = isOpen && c == '\\' && !isEscaped;
    }
    return !isOpen ? "" : isEscaped ? R"(\")" : R"(")";
}

}  // namespace

RuleLine& RuleReader::read(std::span<const Token> words, std::string_view line, Arena& arena)
{
    m_line.clear();
    m_words = words;
    m_text = line;
    m_arena = &arena;
    m_next = 0;
    m_negation = nullptr;
    m_keeping = nullptr;
    while (m_next < m_words.size())
        readNext();
    if (m_negation != nullptr)
        throw ParseError(m_negation->span, message(MessageId::NegationStray));
    return m_line;
}

void RuleReader::readNext()
{
    const Token& word = m_words[m_next++];
    if (m_keeping != nullptr && !endsKeptWords(word)) {
        if (m_keeping->otherWords.empty() && !word.quoted && beginsRemark(word.text))
            throw ParseError(word.span, message(MessageId::WordUnexpected, word.text));
        return keepWord(word);
    }
    m_keeping = nullptr;
    if (isNegation(word) && m_negation == nullptr)
        m_negation = &word;
    else if (beginsWith(word.text, "--"))
        readLong(word);
    else if (word.text.starts_with('-') && word.text.size() > 1)
        readShort(word);
    else if (word.text.starts_with('[') && m_next == 1)
        m_line.counters = countersOf(word);
    else if (word.text == "[unsupported" && m_line.extensions.newest() != nullptr)
        keepMisprint(word);
    else
        throw ParseError(word.span, message(MessageId::WordUnexpected, word.text));
}

void RuleReader::readShort(const Token& word)
{
    const BaseOption* base = baseOptionNamed(word.text.substr(0, 2));
    if (base == nullptr)
        rejectOption(word, word.text);
    readOption({base, nullptr, &base->spec}, word, attachedValue(word, 2));
}

void RuleReader::readLong(const Token& word)
{
    const std::size_t equals = word.text.find('=');
    const std::string_view name = word.text.substr(0, equals);
    if (const OptionMeaning meaning = m_line.extensions.meaningOf(name, word.span))
        readOption(meaning, word, attachedValue(word, equals == std::string_view::npos ? equals : equals + 1));
    else if (loadProtocolMatch(name))
        --m_next;  // the same word again, with more that may know it
    else if (!keepForUnknown(word))
        rejectOption(word, name);
}

/// The value of "--dport=80" or "-p6"; nothing where the word ends with the option's name.
std::span<const Token> RuleReader::attachedValue(const Token& word, std::size_t begin)
{
    if (begin >= word.text.size())
        return {};
    const Token value{word.text.substr(begin), word.span, word.quoted};
    return m_arena->keep(std::span(&value, 1));
}

void RuleReader::readOption(const OptionMeaning& meaning, const Token& word, std::span<const Token> attached)
{
    if (!attached.empty() && meaning.spec->values == Values::none)
        throw ParseError(word.span, message(MessageId::OptionDoesNotTake, meaning.spec->name, attached.front().text));
    const bool inverted = takeNegation(meaning, word);
    if (isMisprintedEnd(meaning)) {
        meaning.owner->options.push_back({meaning.spec, word, inverted, {}});
        return;
    }
    const std::span<const Token> values = attached.empty() ? takeValues(*meaning.spec, word) : attached;
    if (meaning.base != nullptr)
        readBase(*meaning.base, word, inverted, values);
    else
        meaning.owner->options.push_back({meaning.spec, word, inverted, values});
}

/// The same option of a target again, at the end of the line, with nothing behind it: an old iptables-save prints so
/// what it does not understand.
bool RuleReader::isMisprintedEnd(const OptionMeaning& meaning)
{
    if (m_next < m_words.size() || meaning.owner == nullptr || meaning.owner != m_line.extensions.newest())
        return false;
    return std::ranges::any_of(meaning.owner->options,
                               [&](const OptionWords& before) { return before.spec == meaning.spec; });
}

bool RuleReader::takeNegation(const OptionMeaning& meaning, const Token& word)
{
    const Token* before = std::exchange(m_negation, nullptr);
    if (before == nullptr)
        return takeOldNegation(meaning, word);
    if (meaning.base != nullptr && !meaning.base->negatable)
        throw ParseError(before->span, message(MessageId::OptionNotNegatable, word.text));
    return true;
}

/// "-s ! 10.0.0.1", as iptables wrote it until 1.4.2.
bool RuleReader::takeOldNegation(const OptionMeaning& meaning, const Token& word)
{
    const bool possible = meaning.spec->values != Values::none && (meaning.base == nullptr || meaning.base->negatable);
    if (!possible || m_next + 1 >= m_words.size() || !isNegation(m_words[m_next]))
        return false;
    if (meaning.spec->values == Values::optional && m_words[m_next + 1].text.starts_with('-'))
        return false;  // the "!" belongs to what comes after
    m_remarks.repaired(m_words[m_next].span, message(MessageId::NegationOld, word.text));
    ++m_next;
    return true;
}

std::span<const Token> RuleReader::takeValues(const OptionSpec& spec, const Token& word)
{
    const std::span<const Token> rest = m_words.subspan(m_next);
    std::size_t count = spec.values == Values::two ? 2 : spec.values == Values::one ? 1 : 0;
    if (spec.values == Values::optional && !rest.empty())
        count = rest.front().quoted || !(rest.front().text.starts_with('-') || rest.front().text == "!") ? 1 : 0;
    if (spec.name == "--set-counters" && !rest.empty() && rest.front().text.find(',') != std::string_view::npos)
        count = 1;  // "-c 2,3" holds both
    if (rest.size() < count)
        throw ParseError(word.span, message(MessageId::OptionNeedsValue, word.text));
    if (count > 0 && !rest.front().quoted && beginsWithCurlyQuote(rest.front().text))
        throw ParseError(rest.front().span, message(MessageId::WordUnexpected, rest.front().text));
    m_next += count;
    return rest.first(count);
}

void RuleReader::readBase(const BaseOption& option, const Token& word, bool inverted, std::span<const Token> values)
{
    using Kind = BaseOption::Kind;
    Conditions& conditions = m_line.conditions;
    const auto readAddress = [&](AddressWord& address) {
        rejectRepeated(address.given, word);
        address = {values.front(), inverted, true};
    };
    switch (option.kind) {
    case Kind::source: return readAddress(m_line.source);
    case Kind::destination: return readAddress(m_line.destination);
    case Kind::protocol: return readProtocol(word, inverted, values.front());
    case Kind::inInterface:
        conditions.in = readInterface(conditions.in, word, inverted, values.front());
        conditions.inInverted = inverted;
        return;
    case Kind::outInterface:
        conditions.out = readInterface(conditions.out, word, inverted, values.front());
        conditions.outInverted = inverted;
        return;
    case Kind::fragment:
        conditions.fragment = true;
        conditions.fragmentInverted = inverted;
        return;
    case Kind::match: return loadMatch(values.front());
    case Kind::jump:
        rejectRepeated(m_line.extensions.target() != nullptr || !m_line.go.text.empty(), word);
        m_line.extensions.setTarget(values.front());
        return;
    case Kind::go:
        rejectRepeated(m_line.extensions.target() != nullptr || !m_line.go.text.empty(), word);
        m_line.go = values.front();
        return;
    case Kind::table: m_line.table = values.front(); return;
    case Kind::counters:
        m_line.counters = values.size() == 1
                              ? countersPairOf(values.front())
                              : Counters{countOf(values.front().text, word), countOf(values.back().text, word)};
        return;
    case Kind::onlyIpv4: m_line.onlyFor = Family::ipv4; return;
    case Kind::onlyIpv6: m_line.onlyFor = Family::ipv6; return;
    case Kind::withoutMeaning: return;
    case Kind::append:
    case Kind::insert:
    case Kind::newChain:
    case Kind::policy:
    case Kind::otherCommand: return readCommand(option, word, values);
    }
}

void RuleReader::readCommand(const BaseOption& option, const Token& word, std::span<const Token> values)
{
    rejectRepeated(m_line.command != nullptr, word);
    m_line.command = &option;
    m_line.commandWord = word;
    if (!values.empty())
        m_line.chain = values.front();
    if (option.kind == BaseOption::Kind::policy)
        m_line.policy = values.back();
    if (option.kind == BaseOption::Kind::insert)
        readRuleNumber();
    if (option.kind == BaseOption::Kind::otherCommand)
        m_next = m_words.size();  // the line is left out as a whole
}

/// -I CHAIN 3: the number may be missing.
void RuleReader::readRuleNumber()
{
    if (m_next == m_words.size() || m_words[m_next].text.find_first_not_of("0123456789") != std::string_view::npos)
        return;
    const Token& word = m_words[m_next++];
    const auto [stop, problem] = std::from_chars(word.text.data(), word.text.data() + word.text.size(), m_line.number);
    if (problem != std::errc() || m_line.number == 0)
        throw ParseError(word.span, message(MessageId::RuleNumberMalformed, word.text));
}

void RuleReader::readProtocol(const Token& word, bool inverted, const Token& value)
{
    rejectRepeated(!m_line.protocol.text.empty(), word);
    const auto number = protocolNamed(value.text);
    if (!number)
        throw ParseError(value.span, message(MessageId::ProtocolUnknown, value.text));
    if (*number == protocol::any && inverted)
        throw ParseError(value.span, message(MessageId::ProtocolNever));
    m_line.protocol = value;
    m_line.conditions.protocol = *number;
    m_line.conditions.protocolInverted = inverted;
}

InterfacePattern RuleReader::readInterface(const InterfacePattern& before, const Token& word, bool inverted,
                                           const Token& value)
{
    rejectRepeated(!before.isAny(), word);
    if (value.text.empty() || value.text.size() > InterfaceName::longest)
        throw ParseError(value.span, message(MessageId::InterfaceMalformed, value.text, InterfaceName::longest));
    if (value.text == "+" && !inverted)
        return {};  // any device
    const bool prefix = value.text.ends_with('+');
    return {value.text.substr(0, value.text.size() - (prefix ? 1 : 0)), prefix};
}

void RuleReader::loadMatch(const Token& name)
{
    if (name.text.empty() || name.text.front() == '-' || name.text.front() == '!')
        throw ParseError(name.span, message(MessageId::WordUnexpected, name.text));
    LoadedExtension& loaded = m_line.extensions.addMatch(name);
    if (!loaded.isKnown())
        m_keeping = &loaded;
}

/// "-p tcp --dport 80" means "-p tcp -m tcp --dport 80". False where that does not help.
bool RuleReader::loadProtocolMatch(std::string_view option)
{
    if (m_line.conditions.protocol == protocol::any)
        return false;
    const MatchExtension* match = matchNamed(protocolName(m_line.conditions.protocol));
    const auto mayMean = [&](const OptionSpec& spec) { return spec.mayBe(option); };
    if (match == nullptr || m_line.extensions.hasMatch(*match) || std::ranges::none_of(match->options, mayMean))
        return false;
    m_line.extensions.addMatch({match->name, m_line.protocol.span, false});
    return true;
}

/// An option that nobody knows belongs to a target or match that nobody knows. False when there is none.
bool RuleReader::keepForUnknown(const Token& word)
{
    m_keeping = m_line.extensions.newestUnknown();
    if (m_keeping == nullptr)
        return false;
    if (const Token* negation = std::exchange(m_negation, nullptr))
        keepWord(*negation);
    keepWord(word);
    return true;
}

/// "-j DNAT [unsupported revision]": what stood there, an old iptables-save could not tell.
void RuleReader::keepMisprint(const Token& word)
{
    LoadedExtension& misprinted = *m_line.extensions.newest();
    misprinted.match = nullptr;
    misprinted.target = nullptr;
    misprinted.isMisprinted = true;
    m_keeping = &misprinted;
    keepWord(word);
}

void RuleReader::keepWord(const Token& word)
{
    std::string& kept = m_keeping->otherWords;
    if (!kept.empty())
        kept += ' ';
    const std::string_view written = m_text.substr(word.span.column - 1, word.span.length);
    const bool looksLikeLineEnd = !word.quoted && written.find('\r') != std::string_view::npos;
    kept += looksLikeLineEnd ? inQuotes(written) : std::string(written);
    kept += closingOf(written);
}

/// One of iptables' own options ends them, and so does a "!" that belongs to it or to nothing.
bool RuleReader::endsKeptWords(const Token& word) const
{
    if (!isNegation(word))
        return isBaseOption(word);
    return m_next == m_words.size() || isNegation(m_words[m_next]) || isBaseOption(m_words[m_next]);
}

}  // namespace natwalk
