// Each column in turn is put where its links to the neighbours would run level, as near as order, distance and height
// allow: an isotonic regression, which pooling adjacent violators solves exactly. A few rounds settle the whole.
#include "graph/compact.h"

#include <algorithm>

namespace natwalk {

namespace {

constexpr int rounds = 16;
/// What a stack without links weighs: it stays where it is unless it is in the way.
constexpr double unlinked = 1e-6;
constexpr double unbounded = 1e12;

class Compacting
{
public:
    Compacting(const DrawingInput& input, const Stacks& stacks, const Layers& layers, std::vector<double>& tops)
        : m_input(input)
        , m_stacks(stacks)
        , m_tops(tops)
        , m_columns(layers.columnCount)
        , m_pulls(tops.size())
    {
        for (std::uint32_t stack = 0; stack < tops.size(); ++stack)
            m_columns[layers.column[stack]].push_back(stack);
        for (auto& column : m_columns)
            std::ranges::stable_sort(column, {}, [&](std::uint32_t stack) { return tops[stack]; });
        for (const Link& link : input.links)
            addPulls(link);
        for (const auto& column : m_columns)
            if (!column.empty() && !stacks.last[column.front()])
                m_height = std::max(m_height, heightOf(column));
    }

    void run()
    {
        for (int round = 0; round < rounds; ++round) {
            for (const auto& column : m_columns)
                settle(column);
            for (std::size_t column = m_columns.size(); column-- > 0;)
                settle(m_columns[column]);
        }
    }

private:
    /// A link wants a stack to stand `offset` below another one.
    struct Pull
    {
        std::uint32_t to;
        double offset;
        double weight;
    };
    /// Neighbours that move as one.
    struct Pool
    {
        double sum;
        double weight;
        std::size_t count;

        double mean() const { return sum / weight; }
    };

    void addPulls(const Link& link)
    {
        const std::uint32_t from = m_stacks.of[link.from];
        const std::uint32_t to = m_stacks.of[link.to];
        if (from == to)
            return;
        const double offset = m_stacks.offsets[link.from] + link.fromY - m_stacks.offsets[link.to] - link.toY;
        m_pulls[to].push_back({from, offset, link.weight});
        m_pulls[from].push_back({to, -offset, link.weight});
    }

    double heightOf(const std::vector<std::uint32_t>& column) const
    {
        double height = column.empty() ? 0 : -m_input.rowGap;
        for (const std::uint32_t stack : column)
            height += m_stacks.sizes[stack].height + m_input.rowGap;
        return height;
    }

    void settle(const std::vector<std::uint32_t>& column)
    {
        std::vector<Pool> pools;
        double above = 0;
        for (const std::uint32_t stack : column) {
            pools.push_back(wishOf(stack, above));
            while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean())
                mergeLast(pools);
            above += m_stacks.sizes[stack].height + m_input.rowGap;
        }
        place(column, pools);
    }

    Pool wishOf(std::uint32_t stack, double above) const
    {
        Pool pool{(m_tops[stack] - above) * unlinked, unlinked, 1};
        for (const Pull& pull : m_pulls[stack]) {
            pool.sum += (m_tops[pull.to] + pull.offset - above) * pull.weight;
            pool.weight += pull.weight;
        }
        return pool;
    }

    static void mergeLast(std::vector<Pool>& pools)
    {
        const Pool last = pools.back();
        pools.pop_back();
        pools.back().sum += last.sum;
        pools.back().weight += last.weight;
        pools.back().count += last.count;
    }

    void place(const std::vector<std::uint32_t>& column, const std::vector<Pool>& pools)
    {
        if (column.empty())
            return;
        // Endpoints may stand out: what leads to them shall run level.
        const double room = m_stacks.last[column.front()] ? unbounded : m_height - heightOf(column);
        const double least = m_stacks.last[column.front()] ? -unbounded : 0;
        double above = 0;
        auto stack = column.begin();
        for (const Pool& pool : pools)
            for (std::size_t i = 0; i < pool.count; ++i, ++stack) {
                m_tops[*stack] = above + std::clamp(pool.mean(), least, room);
                above += m_stacks.sizes[*stack].height + m_input.rowGap;
            }
    }

    const DrawingInput& m_input;
    const Stacks& m_stacks;
    std::vector<double>& m_tops;
    std::vector<std::vector<std::uint32_t>> m_columns;
    std::vector<std::vector<Pull>> m_pulls;
    double m_height = 0;
};

}  // namespace

void compactTops(const DrawingInput& input, const Stacks& stacks, const Layers& layers, std::vector<double>& tops)
{
    Compacting(input, stacks, layers, tops).run();
}

}  // namespace natwalk
