#include "graph/layers.h"

#include <algorithm>

namespace natwalk {

namespace {

/// Puts a box at the bottom of the stack that its upper neighbour belongs to, or on the ground of a new one.
void putDown(std::uint32_t box, const DrawingInput& input, Stacks& stacks)
{
    const Box& what = input.boxes[box];
    if (!what.below) {
        stacks.of[box] = static_cast<std::uint32_t>(stacks.sizes.size());
        stacks.sizes.push_back(what.size);
        stacks.last.push_back(what.last);
        return;
    }
    stacks.of[box] = stacks.of[*what.below];
    Size& size = stacks.sizes[stacks.of[box]];
    stacks.offsets[box] = size.height + input.rowGap;
    size.height = stacks.offsets[box] + what.size.height;
    size.width = std::max(size.width, what.size.width);
}

/// One depth-first walk over all stacks: the order in which they are met and left, and the links that close a circle.
class DepthFirst
{
public:
    DepthFirst(const DrawingInput& input, const Stacks& stacks, const Grouped& links)
        : closes(input.links.size())
        , m_input(input)
        , m_stacks(stacks)
        , m_links(links)
        , m_state(stacks.sizes.size())
    {
        for (const std::uint32_t root : input.roots)
            from(stacks.of[root]);
        for (const std::uint32_t uncalled : stacksWithoutCallers())
            from(uncalled);
        for (std::uint32_t stack = 0; stack < m_state.size(); ++stack)
            from(stack);
    }

    std::vector<std::uint32_t> met;
    std::vector<std::uint32_t> left;
    std::vector<bool> closes;  ///< by link

private:
    enum class State : std::uint8_t { unmet, open, done };
    struct Visit
    {
        std::uint32_t stack;
        std::size_t next;
    };

    void from(std::uint32_t start)
    {
        if (m_state[start] != State::unmet)
            return;
        enter(start);
        while (!m_open.empty()) {
            Visit& visit = m_open.back();
            const auto links = m_links.of(visit.stack);
            if (visit.next == links.size())
                leave();
            else
                follow(links[visit.next++]);
        }
    }

    void follow(std::uint32_t link)
    {
        const std::uint32_t to = m_stacks.of[m_input.links[link].to];
        if (m_state[to] == State::unmet)
            enter(to);
        else
            closes[link] = m_state[to] == State::open;
    }

    void enter(std::uint32_t stack)
    {
        m_state[stack] = State::open;
        met.push_back(stack);
        m_open.push_back({stack, 0});
    }

    void leave()
    {
        m_state[m_open.back().stack] = State::done;
        left.push_back(m_open.back().stack);
        m_open.pop_back();
    }

    std::vector<std::uint32_t> stacksWithoutCallers() const
    {
        std::vector<bool> called(m_state.size());
        for (const Link& link : m_input.links)
            if (m_stacks.of[link.from] != m_stacks.of[link.to])
                called[m_stacks.of[link.to]] = true;
        std::vector<std::uint32_t> uncalled;
        for (std::uint32_t stack = 0; stack < called.size(); ++stack)
            if (!called[stack])
                uncalled.push_back(stack);
        return uncalled;
    }

    const DrawingInput& m_input;
    const Stacks& m_stacks;
    const Grouped& m_links;
    std::vector<State> m_state;
    std::vector<Visit> m_open;
};

/// Gives the last ones a column of their own.
void moveLast(const Stacks& stacks, Layers& layers)
{
    std::uint32_t columns = 0;
    for (std::size_t stack = 0; stack < layers.column.size(); ++stack)
        if (!stacks.last[stack])
            columns = std::max(columns, layers.column[stack] + 1);
    const bool any = std::find(stacks.last.begin(), stacks.last.end(), true) != stacks.last.end();
    for (std::size_t stack = 0; stack < layers.column.size(); ++stack)
        if (stacks.last[stack])
            layers.column[stack] = columns;
    layers.columnCount = any ? columns + 1 : layers.columnCount;
}

/// Calls `use(from, to, link)` for the links out of these stacks in turn, but for those that close a circle.
template <typename Order, typename Use>
void forEachLink(const Order& order, const DrawingInput& input, const Stacks& stacks, const Grouped& links,
                 const std::vector<bool>& closes, const Use& use)
{
    for (const std::uint32_t from : order)
        for (const std::uint32_t link : links.of(from))
            if (!closes[link])
                use(from, stacks.of[input.links[link].to], link);
}

}  // namespace

Stacks stacksOf(const DrawingInput& input)
{
    const std::size_t count = input.boxes.size();
    Stacks stacks{std::vector(count, noStack), std::vector<double>(count), {}, {}};
    std::vector<std::uint32_t> upwards;
    for (std::uint32_t box = 0; box < count; ++box) {
        for (std::uint32_t next = box; stacks.of[next] == noStack; next = *input.boxes[next].below) {
            upwards.push_back(next);
            if (!input.boxes[next].below)
                break;
        }
        for (; !upwards.empty(); upwards.pop_back())
            putDown(upwards.back(), input, stacks);
    }
    return stacks;
}

Grouped::Grouped(std::size_t count, std::span<const std::uint32_t> keys) : m_first(count + 1)
{
    for (const std::uint32_t key : keys)
        if (key < count)
            ++m_first[key + 1];
    for (std::size_t key = 0; key < count; ++key)
        m_first[key + 1] += m_first[key];

    m_values.resize(m_first[count]);
    std::vector<std::uint32_t> next = m_first;
    for (std::uint32_t value = 0; value < keys.size(); ++value)
        if (keys[value] < count)
            m_values[next[keys[value]]++] = value;
}

Layers layersOf(const DrawingInput& input, const Stacks& stacks)
{
    const std::size_t count = stacks.sizes.size();
    std::vector<std::uint32_t> froms;
    froms.reserve(input.links.size());
    for (const Link& link : input.links)
        froms.push_back(stacks.of[link.from]);
    const Grouped links(count, froms);
    DepthFirst walk(input, stacks, links);

    Layers layers;
    layers.column.resize(count);
    std::vector<std::uint32_t>& column = layers.column;
    std::reverse(walk.left.begin(), walk.left.end());
    forEachLink(walk.left, input, stacks, links, walk.closes, [&](std::uint32_t from, std::uint32_t to, std::uint32_t) {
        column[to] = std::max(column[to], column[from] + 1);
    });
    layers.columnCount = count == 0 ? 0 : *std::max_element(column.begin(), column.end()) + 1;

    layers.parent.assign(count, noStack);
    layers.parentLink.resize(count);
    forEachLink(walk.met, input, stacks, links, walk.closes,
                [&](std::uint32_t from, std::uint32_t to, std::uint32_t link) {
                    const std::uint32_t known = layers.parent[to];
                    if (stacks.last[from] || (known != noStack && column[known] >= column[from]))
                        return;
                    layers.parent[to] = from;
                    layers.parentLink[to] = link;
                });

    moveLast(stacks, layers);
    layers.order = std::move(walk.met);
    return layers;
}

}  // namespace natwalk
