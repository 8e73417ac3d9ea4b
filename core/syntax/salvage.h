// What people paste -> what the reader knows: prompts, quote marks, journal and mail prefixes, JSON escapes, curly
// quotes, remarks, lines that a terminal broke.
//
// Asked only about lines that do not read as they stand, so that a clean dump costs nothing.
#pragma once

#include "packet/address.h"
#include "ruleset/hook.h"
#include "syntax/mended_line.h"
#include "text/message.h"

#include <optional>
#include <string_view>
#include <vector>

namespace natwalk {

/// What was done to a line, and where.
struct Repair
{
    SourceSpan where;
    Message message;
};

struct SalvagedLine
{
    MendedLine line;
    std::vector<Repair> repairs;
    std::optional<Family> family = {};  ///< of the program that the line calls, in a script
};

/// The line without what does not belong to it; nothing when that leaves it as it was, or when nothing in it looks
/// like a command of a ruleset.
std::optional<SalvagedLine> salvaged(const MendedLine& line);

/// The lines in a line that joins them by "\n" (JSON, a log); empty when it does not.
std::vector<MendedLine> unescapedLines(const MendedLine& line);

/// Whether a command of a ruleset stands somewhere in a line.
bool holdsCommand(std::string_view line);

/// Whether nothing stands in a line that may be another spelling of something else.
bool isPlain(std::string_view line);

/// Whether a word begins a remark that somebody put behind a rule: "// here", "# why", "<-- this".
bool beginsRemark(std::string_view word);

/// Whether a value stands in typographic quotes.
inline bool beginsWithCurlyQuote(std::string_view word)
{
    return word.starts_with('\xe2')
           && (word.starts_with("\u201c") || word.starts_with("\u201d") || word.starts_with("\u201e"));
}

/// Whether this may be a line of a ruleset: its first character is one that those begin with.
bool looksLikeRulesetLine(std::string_view line);

/// What stands above a listing: "[root@node ~]# iptables -t nat -S".
struct TypedCommand
{
    std::optional<TableName> table;  ///< the only one whose rules it prints
    std::optional<Family> family;    ///< ip6tables
};

/// Reads a command that prints rules; nothing for other lines, and for commands that are themselves rules.
std::optional<TypedCommand> typedCommand(std::string_view line);

/// Why a line that is no line of a ruleset is left out without a warning: a prompt, a code fence, "...". Nothing for
/// other lines.
std::optional<Message> harmless(std::string_view line);

}  // namespace natwalk
