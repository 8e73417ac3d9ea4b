// The loop over the lines of a text: each is recognised, read, counted, and complained about where it must be.
#pragma once

#include "syntax/dumps.h"
#include "syntax/lexer.h"
#include "syntax/lines.h"
#include "syntax/parser.h"
#include "syntax/remarks.h"
#include "syntax/rule_maker.h"
#include "syntax/rule_reader.h"
#include "syntax/salvage.h"
#include "syntax/table_guess.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace natwalk {

class LineReader
{
public:
    explicit LineReader(std::shared_ptr<const std::string> text);

    /// Reads all lines. False when the checkpoint said stop.
    bool readAll(const Checkpoint& goOn);

    const LineCounts& counts() const { return m_counts; }
    Dumps& dumps() { return m_dumps; }
    std::vector<Diagnostic>& diagnostics() { return m_remarks.diagnostics(); }

private:
    /// Longer lines are not read. iptables-restore takes 10,240 bytes.
    static constexpr std::size_t longestLine = std::size_t{1} << 20;
    /// Longer ones are not even looked at for lines within.
    static constexpr std::size_t longestOfLines = std::size_t{1} << 25;

    /// Which class of LineCounts a line belongs to.
    using LineClass = std::uint32_t LineCounts::*;

    LineClass readOrSalvage(std::string_view line);
    LineClass readLongLine(std::string_view line);
    LineClass read(std::string_view line);
    LineClass readComment(std::string_view content);
    LineClass readHeader(std::string_view content);
    LineClass readCommit(std::string_view content);
    LineClass readChain(std::string_view content);
    LineClass readCommand(std::string_view content);
    LineClass obey(RuleLine& command, const LinePlace& place);
    LinePlace placeFor(RuleLine& command, std::string_view content);
    std::span<const Token> split(Arena& arena);
    std::span<const Token> splitMarked(std::string_view content);
    void noteBlankBefore(std::string_view content);
    void openTable(TableName table, std::string_view content);
    void closeTable();
    void passOverTheRest();
    SourceSpan spanOf(std::string_view part) const;
    std::string_view rest() const;

    // Lines without a "*table" above them (line_reader_tables.cpp).
    void assumeTable(std::string_view content);
    TableName assumedTable(std::string_view chain, std::string_view target, std::string_view content);
    void endAssumption();
    void turnTo(Family family);
    void hearCommand(const TypedCommand& command);
    void beginSection(std::string_view name);
    LineClass passOverHostLine(std::string_view line);

    // Lines that do not read as they stand (line_reader_salvage.cpp).
    LineClass salvage(std::string_view line, const ParseError& problem);
    std::optional<LineClass> leaveOut(std::string_view line);
    std::optional<LineClass> readParts(const MendedLine& whole);
    std::optional<LineClass> readOn(const MendedLine& whole, std::string_view between, std::uint32_t most,
                                    const Message& told);
    std::optional<LineClass> readMended(const MendedLine& whole);
    std::optional<LineClass> attempt(const MendedLine& line, const std::vector<Repair>& repairs);
    LineClass readLoosely(std::string_view line, const ParseError& problem);
    LineClass refuse(std::string_view line, const ParseError& problem);
    bool isLastLine() const;
    bool isHopeless() const;

    std::shared_ptr<const std::string> m_text;
    Lines m_lines;
    Remarks m_remarks;
    Dumps m_dumps;
    LookAhead m_ahead;
    Lexer m_lexer;
    RuleReader m_reader;
    RuleMaker m_maker;
    LineCounts m_counts;
    std::size_t m_ignoredBytes = 0;  // of the lines that were ignored
    Arena m_scratch;                 // copies of words that no ruleset needs
    std::vector<Token> m_marked;
    std::string_view m_line;              // the line at hand; not always in the text: it may be one that was put right
    std::size_t m_begin = 0;              // where it begins in the text
    std::uint32_t m_number = 0;           // its number, from 1
    std::optional<LinePlace> m_place;     // where lines go; nothing before a table and after COMMIT
    SourceSpan m_header;                  // of the open table; line 0 where it has none
    bool m_tableIsUnknown = false;        // lines are left out until the next table
    bool m_isHostSection = false;         // of a node snapshot: lines tell of the host
    bool m_isMended = false;              // the line at hand does not lie in the text
    bool m_quoteMayStayOpen = false;      // the line at hand is read although a quote is not closed
    std::optional<ParseError> m_problem;  // of the last attempt, its place in the line that was put right

    /// What is known of lines without a header.
    struct Assumption
    {
        TableGuess guess;
        std::optional<TableName> table;  ///< of all of them
        MessageId because;
        std::size_t end;    ///< in the text: up to where it holds
        std::uint8_t told;  ///< bit n: it was said that lines are taken for TableName n
    };
    std::optional<Assumption> m_assumed;
    TypedCommand m_typed;  // the command above
};

}  // namespace natwalk
