#include "probability/doubt.h"

#include <algorithm>
#include <functional>

namespace natwalk {

namespace {

/// Where a draw's position is: that of none (-1) is the first.
std::size_t behind(std::int32_t draw) { return static_cast<std::size_t>(std::int64_t{draw} + 1); }

}  // namespace

DoubtfulShares::DoubtfulShares(const Branches& branches) : m_branches(branches), m_positions(branches.draws.size() + 1)
{}

ShareRange DoubtfulShares::of(const std::vector<std::uint32_t>& courses)
{
    ++m_visit;
    m_visited.clear();
    for (const std::uint32_t course : courses)
        begin(course);
    // A node stands behind its parent, so from the last to the first each is complete when its turn comes.
    std::sort(m_visited.begin(), m_visited.end(), std::greater<>());
    for (const std::size_t position : m_visited)
        tellParent(position);
    return m_positions[0].range;
}

/// Marks the way to a course, and its end as certainly reached.
void DoubtfulShares::begin(std::uint32_t course)
{
    auto position = behind(m_branches.courses[course].lastDraw);
    visit(position);
    m_positions[position].range = {FineShare::whole(), FineShare::whole()};
    while (position > 0) {
        position = behind(m_branches.draws[position - 1].parent);
        if (m_positions[position].visit == m_visit)
            break;
        visit(position);
    }
}

void DoubtfulShares::visit(std::size_t position)
{
    m_positions[position] = {{}, m_visit, 0};
    m_visited.push_back(position);
}

void DoubtfulShares::tellParent(std::size_t position)
{
    ShareRange& range = m_positions[position].range;
    if (m_positions[position].doubtfulSides == 1)
        range.least = FineShare::none();
    if (position == 0)
        return;
    const DrawNode& node = m_branches.draws[position - 1];
    if (node.join >= 0) {
        // Several ways came here, and no doubtful fork lies behind: what they hold together counts from the beginning.
        const FineShare share = m_branches.joins[static_cast<std::size_t>(node.join)].share;
        m_positions[0].range.least += range.least.times(share);
        m_positions[0].range.most += range.most.times(share);
        return;
    }
    Position& parent = m_positions[behind(node.parent)];
    if (node.fork.doubtful) {
        parent.range.least = parent.doubtfulSides == 0 ? range.least : std::min(parent.range.least, range.least);
        parent.range.most = std::max(parent.range.most, range.most);
        ++parent.doubtfulSides;
    } else {
        const Probability chance = node.outcome ? node.fork.probability : node.fork.probability.opposite();
        parent.range.least += range.least.times(chance);
        parent.range.most += range.most.times(chance);
    }
}

}  // namespace natwalk
