// The first half of a drawing: boxes gathered into stacks, circles broken, a column and a parent for each stack.
#pragma once

#include "graph/drawing.h"

#include <span>

namespace natwalk {

inline constexpr std::uint32_t noStack = 0xffffffffU;

/// Boxes that stand on each other move as one. A box alone is a stack of its own.
struct Stacks
{
    std::vector<std::uint32_t> of;  ///< stack of each box
    std::vector<double> offsets;    ///< of each box, from the top of its stack
    std::vector<Size> sizes;        ///< of each stack
    std::vector<bool> last;         ///< whether a stack stands in the last column
};

Stacks stacksOf(const DrawingInput& input);

/// For each key, the values that belong to it, in their order, side by side in one list.
class Grouped
{
public:
    /// @param keys  the key of each value; values are 0 to keys.size() - 1; a key not below `count` belongs to nobody
    Grouped(std::size_t count, std::span<const std::uint32_t> keys);

    std::span<const std::uint32_t> of(std::uint32_t key) const
    {
        return std::span(m_values).subspan(m_first[key], m_first[key + 1] - m_first[key]);
    }

private:
    std::vector<std::uint32_t> m_first;
    std::vector<std::uint32_t> m_values;
};

/// Where each stack stands from left to right, and to whom it belongs.
struct Layers
{
    std::vector<std::uint32_t> column;      ///< longest path from a root
    std::vector<std::uint32_t> parent;      ///< the stack it stands beside; noStack for the first column
    std::vector<std::uint32_t> parentLink;  ///< by which link
    std::vector<std::uint32_t> order;       ///< all stacks as a depth-first walk in link order meets them
    std::uint32_t columnCount = 0;
};

Layers layersOf(const DrawingInput& input, const Stacks& stacks);

}  // namespace natwalk
