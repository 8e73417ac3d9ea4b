// Lines without a "*table" above them: for which table they are taken, and what says so.
#include "syntax/line_reader.h"
#include "syntax/snapshot.h"

#include <algorithm>

namespace natwalk {

void LineReader::assumeTable(std::string_view content)
{
    TableGuess guess(m_ahead.within(rest()));
    m_ahead.spend(std::max(guess.size(), m_line.size()));
    const std::size_t end = m_begin + guess.size();
    const auto table = m_typed.table ? m_typed.table : guess.whole();
    const MessageId because = m_typed.table   ? MessageId::TableToldByCommand
                              : guess.whole() ? MessageId::TableToldByPolicies
                                              : MessageId::TableAssumed;
    const TableName first = table.value_or(guess.first());
    m_assumed.emplace(Assumption{std::move(guess), table, because, end, 0});

    const bool listsAnew = table.has_value() && (content.starts_with("-P") || content.starts_with(':'));
    const auto [dump, again] = m_dumps.openAssumed(first, rest(), listsAnew, m_typed.family);
    m_place = LinePlace{dump.builder.get(), dump.kind.family, first};
    m_header = {};
    if (again)
        m_remarks.note(spanOf(content), message(MessageId::RulesetBegins, nameOf(first)));
}

/// The table of a line under an assumption; says it where it is the first of that table.
TableName LineReader::assumedTable(std::string_view chain, std::string_view target, std::string_view content)
{
    const TableName table = m_assumed->table ? *m_assumed->table : m_assumed->guess.tableOf(chain, target);
    const auto bit = static_cast<std::uint8_t>(1U << static_cast<unsigned>(table));
    if ((m_assumed->told & bit) == 0) {
        m_assumed->told |= bit;
        m_remarks.warn(spanOf(content), message(m_assumed->because, nameOf(table)));
    }
    m_dumps.noteTable(m_place->builder, table);
    return table;
}

void LineReader::endAssumption()
{
    if (!m_assumed)
        return;
    m_assumed.reset();
    m_place.reset();
}

/// A script calls iptables and ip6tables in turns.
void LineReader::turnTo(Family family)
{
    if (m_header.line != 0)
        return;
    m_typed.family = family;
    if (!m_place || !m_assumed || m_place->family == family)
        return;
    Dump& dump = m_dumps.openAssumed(m_place->table, rest(), false, family).dump;
    m_place = LinePlace{dump.builder.get(), dump.kind.family, m_place->table};
}

/// "# iptables -t nat -S", "[root@node ~]# ip6tables-save": says what follows.
void LineReader::hearCommand(const TypedCommand& command)
{
    if (m_header.line != 0)
        return;  // within a table that says itself which it is
    endAssumption();
    m_typed = command;
}

/// A section of a node snapshot begins.
void LineReader::beginSection(std::string_view name)
{
    closeTable();
    endAssumption();
    m_tableIsUnknown = false;
    m_typed = {};
    const auto kind = rulesSection(name);
    m_isHostSection = !kind.has_value();
    m_dumps.setGenerator(kind);
}

LineReader::LineClass LineReader::passOverHostLine(std::string_view line)
{
    if (const auto name = sectionNamed(line)) {
        beginSection(*name);
        return &LineCounts::comments;
    }
    if (trimmed(line).empty())
        return &LineCounts::blank;
    ++m_counts.host;
    return &LineCounts::comments;
}

}  // namespace natwalk
