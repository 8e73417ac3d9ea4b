// Any bytes are a text: reading them ends, counts each line once, points into the text, and what is printed reads back
// the same. The same bytes as what commands print of a host: reading them ends.
#include "files/reading.h"
#include "syntax/host_reader.h"
#include "syntax/parser.h"
#include "syntax/writer.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

using namespace natwalk;

namespace {

std::string writeAll(const ParseResult& result)
{
    std::string text;
    for (const RulesetPtr& ruleset : result.rulesets)
        text += write(*ruleset);
    return text;
}

/// The tables, each by itself. Which ruleset one belongs to that no comment above names is a guess, made of what stands
/// around it; of a text that is in order, the next guess may be another one.
std::vector<std::string> tablesOf(const std::string& printed)
{
    std::vector<std::string> tables(1);
    for (std::size_t begin = 0; begin < printed.size();) {
        const std::size_t end = std::min(printed.find('\n', begin), printed.size() - 1) + 1;
        const std::string line = printed.substr(begin, end - begin);
        begin = end;
        if (line.front() == '*')
            tables.emplace_back();
        if (line.front() != '#')
            tables.back() += line;
    }
    std::sort(tables.begin(), tables.end());
    return tables;
}

void require(bool promise)
{
    if (!promise)
        std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const FileText file = plainText(std::string(bytes, bytes + size), "input");
    if (!file.text)
        return 0;
    const ParseResult result = parse(file.text);
    const LineCounts& lines = result.lines;
    require(lines.rules + lines.chains + lines.headers + lines.comments + lines.blank + lines.ignored == lines.total);
    require(lines.repaired <= lines.total && lines.host <= lines.comments);
    require(result.rulesets.empty() == writeAll(result).empty());
    for (const Diagnostic& diagnostic : result.diagnostics)
        require(diagnostic.where.line <= lines.total);

    const std::string printed = writeAll(result);
    require(tablesOf(writeAll(parse(printed))) == tablesOf(printed));
    readHostText(*file.text);
    return 0;
}
