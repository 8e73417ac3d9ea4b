// Any bytes are a text: reading them ends, counts each line once, and what is printed reads back the same.
#include "syntax/parser.h"
#include "syntax/writer.h"

#include <cstdint>
#include <cstdlib>
#include <string>

using namespace natwalk;

namespace {

std::string writeAll(const ParseResult& result)
{
    std::string text;
    for (const RulesetPtr& ruleset : result.rulesets)
        text += write(*ruleset);
    return text;
}

void require(bool promise)
{
    if (!promise)
        std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const ParseResult result = parse(std::string(bytes, bytes + size));
    const LineCounts& lines = result.lines;
    require(lines.rules + lines.chains + lines.headers + lines.comments + lines.blank + lines.ignored == lines.total);
    require(result.rulesets.empty() == writeAll(result).empty());

    const std::string printed = writeAll(result);
    require(writeAll(parse(printed)) == printed);
    return 0;
}
