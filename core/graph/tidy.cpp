// Every stack is placed after its children, where their links would run level on average; where that place is taken, it
// stands lower and its whole subtree moves down with it. Moves are written down and carried out at the end, so that
// deep trees cost no more than wide ones.
#include "graph/tidy.h"

#include <algorithm>
#include <utility>

namespace natwalk {

namespace {

/// How far down each column is filled. Many columns move down at once in logarithmic time (a Fenwick tree).
class ColumnBottoms
{
public:
    explicit ColumnBottoms(std::size_t columns) : m_own(columns), m_moves(columns + 2) {}

    double of(std::size_t column) const
    {
        double bottom = m_own[column];
        for (std::size_t i = column + 1; i > 0; i -= i & (~i + 1))
            bottom += m_moves[i];
        return bottom;
    }

    void fill(std::size_t column, double bottom) { m_own[column] += bottom - of(column); }

    void moveDown(std::size_t first, std::size_t last, double by)
    {
        moveFrom(first, by);
        moveFrom(last + 1, -by);
    }

private:
    void moveFrom(std::size_t column, double by)
    {
        for (std::size_t i = column + 1; i < m_moves.size(); i += i & (~i + 1))
            m_moves[i] += by;
    }

    std::vector<double> m_own;
    std::vector<double> m_moves;
};

class Tidy
{
public:
    Tidy(const DrawingInput& input, const Stacks& stacks, const Layers& layers)
        : m_input(input)
        , m_stacks(stacks)
        , m_layers(layers)
        , m_tops(stacks.sizes.size())
        , m_moves(stacks.sizes.size())
        , m_deepest(layers.column)
        , m_wish(stacks.sizes.size())
        , m_bottoms(layers.columnCount)
    {}

    std::vector<double> tops()
    {
        placeAll();
        for (const std::uint32_t stack : m_layers.order)  // a parent need not be met before its child
            settle(stack);
        return std::move(m_tops);
    }

private:
    /// Where a parent would like its top to be: the mean over its children.
    struct Wish
    {
        double sum = 0;
        std::uint32_t children = 0;
    };
    struct Visit
    {
        std::uint32_t stack;
        std::size_t next;
    };

    void placeAll()
    {
        const Grouped children(m_tops.size(), parentByLink());
        for (const std::uint32_t root : m_layers.order)
            if (m_layers.parent[root] == noStack)
                placeTree(root, children);
    }

    /// For each link, the parent that it gives a child to: what groups children while it keeps them in rule order.
    std::vector<std::uint32_t> parentByLink() const
    {
        std::vector<std::uint32_t> parents(m_input.links.size(), noStack);
        for (const std::uint32_t stack : m_layers.order)
            if (m_layers.parent[stack] != noStack)
                parents[m_layers.parentLink[stack]] = m_layers.parent[stack];
        return parents;
    }

    void placeTree(std::uint32_t root, const Grouped& children)
    {
        std::vector<Visit> open{{root, 0}};
        while (!open.empty()) {
            Visit& visit = open.back();
            const auto mine = children.of(visit.stack);
            if (visit.next < mine.size()) {
                open.push_back({m_stacks.of[m_input.links[mine[visit.next++]].to], 0});
                continue;
            }
            place(visit.stack);
            open.pop_back();
        }
    }

    void place(std::uint32_t stack)
    {
        const std::uint32_t column = m_layers.column[stack];
        const double free = m_bottoms.of(column);
        const Wish& wish = m_wish[stack];
        const double wished = wish.children == 0 ? free : wish.sum / wish.children;
        m_tops[stack] = std::max(free, wished);
        if (m_tops[stack] > wished) {
            m_moves[stack] = m_tops[stack] - wished;
            m_bottoms.moveDown(column + 1, m_deepest[stack], m_moves[stack]);
        }
        m_bottoms.fill(column, m_tops[stack] + m_stacks.sizes[stack].height + m_input.rowGap);
        tellParent(stack);
    }

    void tellParent(std::uint32_t stack)
    {
        const std::uint32_t parent = m_layers.parent[stack];
        if (parent == noStack)
            return;
        const Link& link = m_input.links[m_layers.parentLink[stack]];
        const double header = m_tops[stack] + m_stacks.offsets[link.to] + link.toY;
        m_wish[parent].sum += header - m_stacks.offsets[link.from] - link.fromY;
        ++m_wish[parent].children;
        m_deepest[parent] = std::max(m_deepest[parent], m_deepest[stack]);
    }

    /// Carries out the moves of all that stand above in the tree; each is settled once.
    void settle(std::uint32_t stack)
    {
        m_path.clear();
        for (std::uint32_t next = stack; next != noStack && !m_settled[next]; next = m_layers.parent[next])
            m_path.push_back(next);
        for (; !m_path.empty(); m_path.pop_back()) {
            const std::uint32_t lowest = m_path.back();
            const std::uint32_t parent = m_layers.parent[lowest];
            const double by = parent == noStack ? 0 : m_moves[parent];
            m_tops[lowest] += by;
            m_moves[lowest] += by;
            m_settled[lowest] = true;
        }
    }

    const DrawingInput& m_input;
    const Stacks& m_stacks;
    const Layers& m_layers;
    std::vector<double> m_tops;
    std::vector<double> m_moves;  ///< by which everything below a stack in the tree still has to move
    std::vector<std::uint32_t> m_deepest;
    std::vector<Wish> m_wish;
    ColumnBottoms m_bottoms;
    std::vector<bool> m_settled = std::vector<bool>(m_tops.size());
    std::vector<std::uint32_t> m_path;
};

}  // namespace

std::vector<double> tidyTops(const DrawingInput& input, const Stacks& stacks, const Layers& layers)
{
    return Tidy(input, stacks, layers).tops();
}

}  // namespace natwalk
