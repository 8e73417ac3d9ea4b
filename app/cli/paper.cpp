#include "cli/paper.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <iostream>

#ifdef _WIN32
#include <io.h>
#else
#include <unistd.h>
#endif

namespace natwalk::cli {

namespace {

bool isTerminal(int descriptor)
{
#ifdef _WIN32
    return _isatty(descriptor) != 0;
#else
    return isatty(descriptor) != 0;
#endif
}

std::string_view environment(const char* name)
{
    const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nobody here sets variables
    return value != nullptr ? std::string_view(value) : std::string_view();
}

bool wantsColours(int descriptor)
{
    return isTerminal(descriptor) && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
}

bool speaksUtf8()
{
    for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        const std::string_view value = environment(name);
        if (!value.empty())
            return value.find("UTF-8") != value.npos || value.find("utf8") != value.npos;
    }
    return false;
}

constexpr std::string_view codeOf(Ink ink)
{
    switch (ink) {
    case Ink::plain: return "";
    case Ink::heading: return "\x1b[1m";
    case Ink::name: return "\x1b[36m";
    case Ink::quiet: return "\x1b[2m";
    case Ink::change: return "\x1b[35m";
    case Ink::good: return "\x1b[32m";
    case Ink::bad: return "\x1b[31m";
    case Ink::warning: return "\x1b[33m";
    }
    return "";
}

/// Characters, not bytes: continuation bytes of UTF-8 take no place of their own.
std::size_t widthOf(std::string_view text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U; }));
}

}  // namespace

std::string Paper::inked(Ink ink, std::string_view text) const
{
    if (!m_colours || ink == Ink::plain || text.empty())
        return std::string(text);
    return std::string(codeOf(ink)).append(text).append("\x1b[0m");
}

std::string Paper::bar(double share, std::size_t width) const
{
    static constexpr std::array<std::string_view, 8> eighths = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    const double clamped = std::clamp(share, 0.0, 1.0);
    if (!m_blocks)
        return std::string(static_cast<std::size_t>(std::lround(clamped * static_cast<double>(width))), '#');
    const auto parts = static_cast<std::size_t>(std::lround(clamped * static_cast<double>(width) * 8));
    std::string drawn;
    for (std::size_t i = 0; i < parts / 8; ++i)
        drawn += "█";
    return drawn.append(eighths[parts % 8]);
}

Paper& paper()
{
    static Paper standard(std::cout, wantsColours(1), speaksUtf8());
    return standard;
}

Paper& errorPaper()
{
    static Paper standard(std::cerr, wantsColours(2), speaksUtf8());
    return standard;
}

bool errorsAreWatched() { return isTerminal(2); }

void Table::print(Paper& paper, std::size_t indent) const
{
    std::vector<std::size_t> widths(m_columns.size(), 0);
    for (const Row& row : m_rows)
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            widths[i] = std::max(widths[i], widthOf(row.cells[i]));
    for (const Row& row : m_rows)
        paper.line(std::string(indent, ' ') + paper.inked(row.ink, lineOf(row, widths)));
}

std::string Table::lineOf(const Row& row, const std::vector<std::size_t>& widths) const
{
    std::string line;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const std::string blanks(widths[i] - widthOf(row.cells[i]), ' ');
        line += i > 0 ? "  " : "";
        line += m_columns[i] == Align::right ? blanks + row.cells[i] : row.cells[i] + blanks;
    }
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

std::string printable(std::string text)
{
    std::ranges::replace_if(
        text, [](char byte) { return static_cast<unsigned char>(byte) < 0x20U || byte == 0x7f; }, '.');
    return text;
}

std::string grouped(std::uint64_t number)
{
    std::string digits = std::to_string(number);
    for (std::size_t place = digits.size(); place > 3; place -= 3)
        digits.insert(place - 3, ",");
    return digits;
}

std::string counted(std::uint64_t number, std::string_view one, std::string_view many)
{
    std::string text = grouped(number) + ' ';
    if (number == 1)
        return text.append(one);
    return many.empty() ? text.append(one).append("s") : text.append(many);
}

std::string percent(double share, int digits) { return fixed(share * 100, digits) + " %"; }

std::string shortPercent(double share, int digits)
{
    std::string number = fixed(share * 100, digits);
    if (number.find('.') != number.npos) {
        number.erase(number.find_last_not_of('0') + 1);
        number.erase(number.find_last_not_of('.') + 1);
    }
    return number + " %";
}

std::string fixed(double number, int digits)
{
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.*f", digits, number);
    return text.data();
}

}  // namespace natwalk::cli
