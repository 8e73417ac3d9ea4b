// Any bytes are a text: reading them ends, counts each line once, points into the text, and what is printed reads back
// the same. The same bytes as what commands print of a host: reading them ends.
#include "files/reading.h"
#include "syntax/host_reader.h"
#include "syntax/parser.h"
#include "syntax/writer.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <random>
#include <string>
#include <string_view>
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

/// The words of a text with the blanks and line ends between them, which are words here.
std::vector<std::string> piecesOf(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    std::vector<std::string> pieces;
    while (!text.empty()) {
        const bool isBlank = blanks.find(text.front()) != std::string_view::npos;
        const std::size_t end = isBlank ? text.find_first_not_of(blanks) : text.find_first_of(blanks);
        pieces.emplace_back(text.substr(0, end));
        text.remove_prefix(pieces.back().size());
    }
    return pieces;
}

/// Signs that the reader looks for.
constexpr auto signs =
    std::to_array<std::string_view>({"\"", "\\", "!", "\n", "\r", "\\n", "[unsupported revision]", "-A K ", "-j ",
                                     "*nat\n", ":K - [0:0]\n", "COMMIT\n", "\xe2\x80\x9c", "&quot;", "# ", "="});

/// A word put elsewhere, said twice, left out, or with one of the signs in it.
void shuffle(std::vector<std::string>& pieces, std::minstd_rand& random)
{
    const auto any = [&] { return random() % pieces.size(); };
    const std::size_t at = any();
    const auto place = pieces.begin() + static_cast<std::ptrdiff_t>(at);
    switch (random() % 4) {
    case 0: std::swap(pieces[at], pieces[any()]); return;
    case 1: pieces.insert(place, std::string(pieces[any()])); return;
    case 2: pieces[at].clear(); return;
    default: pieces[at].insert(random() % (pieces[at].size() + 1), signs[random() % signs.size()]); return;
    }
}

}  // namespace

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* bytes, std::size_t size, std::size_t most);

/// Every other time by words: bytes that change one by one hardly come to what people's editors and fingers make.
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* bytes, std::size_t size, std::size_t most, unsigned seed)
{
    std::minstd_rand random(seed);
    if (size == 0 || random() % 2 == 0)
        return LLVMFuzzerMutate(bytes, size, most);
    std::vector<std::string> pieces = piecesOf({reinterpret_cast<const char*>(bytes), size});
    for (auto count = 1 + random() % 4; count > 0; --count)
        shuffle(pieces, random);
    std::string text;
    for (const std::string& piece : pieces)
        text += piece;
    text.resize(std::min(text.size(), most));
    std::copy(text.begin(), text.end(), bytes);
    return text.size();
}

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
