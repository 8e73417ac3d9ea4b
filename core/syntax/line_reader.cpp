#include "syntax/line_reader.h"

#include "syntax/lines.h"
#include "syntax/rule_words.h"
#include "syntax/snapshot.h"

#include <algorithm>

namespace natwalk {

namespace {

bool isCommandWord(const Token& word)
{
    const BaseOption* option = word.quoted ? nullptr : baseOptionNamed(word.text);
    return option != nullptr && isCommand(*option);
}

}  // namespace

LineReader::LineReader(std::shared_ptr<const std::string> text)
    : m_text(std::move(text))
    , m_lines(*m_text)
    , m_dumps(m_text)
    , m_ahead(m_text->size())
    , m_reader(m_remarks)
    , m_maker(m_remarks)
{}

bool LineReader::readAll(const Checkpoint& goOn)
{
    constexpr std::uint32_t linesBetweenCheckpoints = 4096;
    constexpr std::size_t bytesBetweenCheckpoints = std::size_t{1} << 21;
    std::uint32_t nextCheckpoint = linesBetweenCheckpoints;
    std::size_t nextBytes = bytesBetweenCheckpoints;
    while (const auto line = m_lines.next()) {
        ++m_number;
        m_begin = static_cast<std::size_t>(line->data() - m_text->data());
        const LineClass lineClass = m_isHostSection ? passOverHostLine(*line) : readOrSalvage(*line);
        ++(m_counts.*lineClass);
        if (lineClass == &LineCounts::ignored)
            m_ignoredBytes += line->size();
        if (m_remarks.takeRepaired())
            ++m_counts.repaired;
        if (m_number < nextCheckpoint && m_begin < nextBytes)
            continue;
        nextCheckpoint = m_number + linesBetweenCheckpoints;
        nextBytes = m_begin + bytesBetweenCheckpoints;
        if (!goOn(1.0 - static_cast<double>(m_lines.rest().size()) / static_cast<double>(m_text->size())))
            return false;
        if (isHopeless())
            passOverTheRest();
    }
    m_counts.total = m_number;
    closeTable();
    return true;
}

/// The one place where a wrong word is caught first.
LineReader::LineClass LineReader::readOrSalvage(std::string_view line)
{
    if (line.size() > longestLine)
        return readLongLine(line);
    const Remarks::Mark mark = m_remarks.mark();
    try {
        return read(line);
    } catch (const ParseError& problem) {
        m_remarks.takeBack(mark);
        return salvage(line, problem);
    }
}

/// A text of nothing but other things is not read to its end.
void LineReader::passOverTheRest()
{
    m_remarks.diagnostics().clear();
    m_remarks.warn({m_number, 1, 1}, message(MessageId::GivenUp));
    while (m_lines.next()) {
        ++m_number;
        ++m_counts.ignored;
    }
}

LineReader::LineClass LineReader::read(std::string_view line)
{
    m_line = withoutReturns(line);
    if (m_line.size() != line.size())
        m_remarks.repairedLikeOthers(spanOf(line.substr(m_line.size())), message(MessageId::LineEndsWithReturn));
    const std::string_view content = trimmed(m_line);
    if (content.empty())
        return &LineCounts::blank;
    if (content.front() == '#')
        return readComment(content);
    if (content == "COMMIT")
        return readCommit(content);
    if (m_tableIsUnknown && content.front() != '*')
        return &LineCounts::ignored;
    switch (content.front()) {
    case '*': return readHeader(content);
    case ':': return readChain(content);
    case '-':
    case '[': return readCommand(content);
    default: throw ParseError(spanOf(content), message(MessageId::LineNotUnderstood));
    }
}

LineReader::LineClass LineReader::readComment(std::string_view content)
{
    m_dumps.hearComment(content);
    if (const auto name = sectionNamed(content))
        beginSection(*name);
    else if (const auto command = typedCommand(content))
        hearCommand(*command);
    if (content.starts_with("# Warning:") && content.find("tables present") != std::string_view::npos)
        m_remarks.note(spanOf(content), message(MessageId::OtherBackEndHasTables));
    return &LineCounts::comments;
}

LineReader::LineClass LineReader::readHeader(std::string_view content)
{
    const std::span<const Token> words = splitMarked(content);
    if (words.size() != 1)  // a list's bullet, a word in bold
        throw ParseError(spanOf(content), message(MessageId::LineNotUnderstood));
    closeTable();
    m_assumed.reset();
    const auto table = tableNamed(words.front().text);
    m_tableIsUnknown = !table;
    if (!table) {
        m_remarks.error(spanOf(content), message(MessageId::TableUnknown, content.substr(1)));
        return &LineCounts::ignored;
    }
    noteBlankBefore(content);
    openTable(*table, content);
    m_header = m_remarks.placeOf(words.front().span);
    return &LineCounts::headers;
}

LineReader::LineClass LineReader::readCommit(std::string_view content)
{
    noteBlankBefore(content);
    if (!m_line.ends_with('T'))
        m_remarks.repairedLikeOthers(spanOf(content), message(MessageId::BlankAfterCommit));
    if (!m_place && !m_tableIsUnknown)
        m_remarks.warn(spanOf(content), message(MessageId::CommitStray));
    m_place.reset();
    m_assumed.reset();
    m_typed = {};
    m_header = {};
    m_tableIsUnknown = false;
    return &LineCounts::headers;
}

LineReader::LineClass LineReader::readChain(std::string_view content)
{
    const std::span<const Token> words = splitMarked(content);
    if (words.empty())
        throw ParseError(spanOf(content), message(MessageId::ChainNameMissing));
    if (words.size() > 3)
        throw ParseError(words[3].span, message(MessageId::WordUnexpected, words[3].text));
    const auto counters = words.size() > 2 ? std::optional(countersOf(words[2])) : std::nullopt;
    noteBlankBefore(content);
    if (m_assumed && m_begin >= m_assumed->end)
        endAssumption();
    if (!m_place)
        assumeTable(content);
    LinePlace place = *m_place;
    if (m_assumed)
        place.table = assumedTable(words[0].text, {}, content);
    m_maker.declareChain(place, words[0], words.size() > 1 ? words[1] : Token(), counters);
    return &LineCounts::chains;
}

LineReader::LineClass LineReader::readCommand(std::string_view content)
{
    if (m_assumed && m_begin >= m_assumed->end)
        endAssumption();
    if (!m_place) {
        if (std::ranges::none_of(split(m_scratch), isCommandWord))
            throw ParseError(spanOf(content), message(MessageId::LineNotUnderstood));
        assumeTable(content);
    }
    Arena& arena = m_place->builder->arena();
    if (m_isMended) {
        m_line = arena.keep(m_line);  // what was put right must live as long as its rule
        content = trimmed(m_line);
    }
    RuleLine& command = m_reader.read(split(arena), m_line, arena);
    if (command.command == nullptr)
        throw ParseError(spanOf(content), message(MessageId::CommandMissing));
    return obey(command, placeFor(command, content));
}

LinePlace LineReader::placeFor(RuleLine& command, std::string_view content)
{
    LinePlace place = *m_place;
    if (!command.table.text.empty()) {
        const auto table = tableNamed(command.table.text);
        if (!table)
            throw ParseError(command.table.span, message(MessageId::TableUnknown, command.table.text));
        place.table = *table;
        m_dumps.noteTable(place.builder, *table);
    } else if (m_assumed) {
        const LoadedExtension* target = command.extensions.target();
        place.table =
            assumedTable(command.chain.text, target != nullptr ? target->name.text : command.go.text, content);
    }
    return place;
}

LineReader::LineClass LineReader::obey(RuleLine& command, const LinePlace& place)
{
    using Kind = BaseOption::Kind;
    if (command.onlyFor.value_or(place.family) != place.family) {
        m_remarks.note(spanOf(trimmed(m_line)), message(MessageId::RuleOfOtherFamily, nameOf(*command.onlyFor)));
        return &LineCounts::ignored;
    }
    switch (command.command->kind) {
    case Kind::append:
    case Kind::insert: m_maker.addRules(command, place); return &LineCounts::rules;
    case Kind::newChain:
    case Kind::policy:
        m_maker.declareChain(place, command.chain, command.policy, command.counters);
        return &LineCounts::chains;
    default:
        m_remarks.warn(command.commandWord.span, message(MessageId::CommandLeftOut, command.commandWord.text));
        return &LineCounts::ignored;
    }
}

std::span<const Token> LineReader::split(Arena& arena)
{
    const std::span<const Token> words = m_lexer.split(m_line, m_number, arena);
    if (const SourceSpan* quote = m_lexer.openQuote()) {
        if (!m_quoteMayStayOpen)
            throw ParseError(*quote, message(MessageId::QuoteOpen));
        m_remarks.warn(*quote, message(MessageId::QuoteOpen));
    }
    return words;
}

/// The words of ":NAME POLICY" or "* NAME", without the mark; quotes have no meaning here.
std::span<const Token> LineReader::splitMarked(std::string_view content)
{
    m_marked.clear();
    for (Words words(content.substr(1)); const auto word = words.next();)
        m_marked.push_back({*word, spanOf(*word), false});
    return m_marked;
}

/// iptables-restore wants headers, chains and COMMIT at the very beginning of their lines.
void LineReader::noteBlankBefore(std::string_view content)
{
    if (content.data() != m_line.data())
        m_remarks.repairedLikeOthers(spanOf(content), message(MessageId::BlankBefore));
}

void LineReader::openTable(TableName table, std::string_view content)
{
    const auto [dump, again] = m_dumps.open(table, rest());
    m_place = LinePlace{dump.builder.get(), dump.kind.family, table};
    m_header = {};
    if (again)
        m_remarks.note(spanOf(content), message(MessageId::RulesetBegins, nameOf(table)));
}

void LineReader::closeTable()
{
    if (m_place && m_header.line != 0)
        m_remarks.warn(m_header, message(MessageId::CommitMissing, nameOf(m_place->table)));
    m_place.reset();
}

/// The text from the line at hand on.
std::string_view LineReader::rest() const { return std::string_view(*m_text).substr(m_begin); }

SourceSpan LineReader::spanOf(std::string_view part) const
{
    return {m_number, static_cast<std::uint32_t>(part.data() - m_line.data() + 1),
            static_cast<std::uint32_t>(part.size())};
}

}  // namespace natwalk
