// What the commands write on: colours only where a person looks on, tables with straight edges, bars.
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace natwalk::cli {

/// What a piece of text means; the colour follows from it.
enum class Ink { plain, heading, name, quiet, change, good, bad, warning };

/// A stream and what can be shown on it.
class Paper
{
public:
    Paper(std::ostream& out, bool colours, bool blocks) : m_out(out), m_colours(colours), m_blocks(blocks) {}

    /// The text in its colour, where there are colours.
    std::string inked(Ink ink, std::string_view text) const;
    /// A bar of `share` (0 to 1) of `width` characters; block elements where the terminal speaks UTF-8.
    std::string bar(double share, std::size_t width) const;
    void line(std::string_view text = {}) { m_out << text << '\n'; }
    std::ostream& out() { return m_out; }

private:
    std::ostream& m_out;
    bool m_colours;
    bool m_blocks;
};

/// Standard output and standard error: coloured on a terminal, unless NO_COLOR is set or TERM is "dumb".
Paper& paper();
Paper& errorPaper();
/// Whether a person watches standard error (and so, progress).
bool errorsAreWatched();

/// Rows of cells; each column is as wide as its widest cell.
class Table
{
public:
    enum class Align { left, right };

    explicit Table(std::vector<Align> columns) : m_columns(std::move(columns)) {}
    void add(std::vector<std::string> cells, Ink ink = Ink::plain) { m_rows.push_back({std::move(cells), ink}); }
    /// @param indent  blanks before each row
    void print(Paper& paper, std::size_t indent = 2) const;

private:
    struct Row
    {
        std::vector<std::string> cells;
        Ink ink;
    };

    std::string lineOf(const Row& row, const std::vector<std::size_t>& widths) const;

    std::vector<Align> m_columns;
    std::vector<Row> m_rows;
};

/// The text without bytes that move a terminal's cursor: rules may hold anything in their comments.
std::string printable(std::string text);
/// "1,000,000"
std::string grouped(std::uint64_t number);
/// "1 rule", "2 rules"; a plural that is not made with "s" can be given.
std::string counted(std::uint64_t number, std::string_view one, std::string_view many = {});
/// "33.33 %"
std::string percent(double share, int digits = 2);
/// The same without needless zeros: "33.333333 %", "50 %".
std::string shortPercent(double share, int digits);
/// A number with so many digits behind the point.
std::string fixed(double number, int digits);

}  // namespace natwalk::cli
