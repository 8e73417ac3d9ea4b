// The loop over the lines of a text: each is recognised, read, counted, and complained about where it must be.
#pragma once

#include "syntax/dumps.h"
#include "syntax/lexer.h"
#include "syntax/parser.h"
#include "syntax/remarks.h"
#include "syntax/rule_maker.h"
#include "syntax/rule_reader.h"

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
    /// Which class of LineCounts a line belongs to.
    using LineClass = std::uint32_t LineCounts::*;

    LineClass readOrRefuse(std::string_view line);
    LineClass read(std::string_view line);
    LineClass readComment(std::string_view content);
    LineClass readHeader(std::string_view content);
    LineClass readCommit(std::string_view content);
    LineClass readChain(std::string_view content);
    LineClass readCommand(std::string_view content);
    LineClass obey(RuleLine& command, const LinePlace& place);
    std::span<const Token> split(Arena& arena);
    std::span<const Token> splitMarked(std::string_view content);
    void noteBlankBefore(std::string_view content);
    void openTable(TableName table, std::string_view content);
    void assumeTable(std::string_view content);
    void closeTable();
    SourceSpan spanOf(std::string_view part) const;

    std::shared_ptr<const std::string> m_text;
    Remarks m_remarks;
    Dumps m_dumps;
    Lexer m_lexer;
    RuleReader m_reader;
    RuleMaker m_maker;
    LineCounts m_counts;
    Arena m_scratch;  // copies of words that no ruleset needs
    std::vector<Token> m_marked;
    std::string_view m_line;           // the line at hand
    std::uint32_t m_number = 0;        // its number, from 1
    std::optional<LinePlace> m_place;  // where lines go; nothing before a table and after COMMIT
    SourceSpan m_header;               // of the open table; line 0 where it has none
    bool m_tableIsUnknown = false;     // lines are left out until the next table
};

}  // namespace natwalk
