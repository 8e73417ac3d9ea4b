// Draws from any number of shares in constant time.
//
// Source: A. J. Walker, An efficient method for generating discrete random variables (1977), as M. D. Vose builds it
// (1991).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace natwalk {

class AliasTable
{
public:
    /// @param shares  at least one; they need not sum to exactly 1
    explicit AliasTable(std::span<const double> shares);

    /// The index drawn by two random words.
    std::uint32_t draw(std::uint32_t which, std::uint32_t coin) const
    {
        const Column& column = m_columns[std::uint64_t{which} * m_columns.size() >> 32];
        return column.index[coin >= column.keep];  // an index, for a branch would be guessed wrong as often as not
    }

private:
    /// A column belongs to the first index up to `keep` of 2^32, and above to the second.
    struct Column
    {
        std::uint32_t keep = 0xffffffffU;
        std::array<std::uint32_t, 2> index{};
    };

    std::vector<Column> m_columns;
};

}  // namespace natwalk
