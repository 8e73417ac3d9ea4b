#include "emulator/walk_comparison.h"
#include "probability/course_tree.h"

#include <algorithm>
#include <unordered_map>

namespace natwalk {

namespace {

/// Walks that wait at one time, at most: the least likely are given up.
constexpr std::size_t mostWaiting = 20'000;
/// Forks that are followed in all.
constexpr std::size_t mostForks = 200'000;

std::uint64_t saturated(std::uint64_t one, std::uint64_t other)
{
    constexpr std::uint64_t most = std::uint64_t{1} << 63U;
    return one >= most || other >= most - one ? most : one + other;
}

/// A walk that waits at a fork.
struct Node
{
    Fork fork;
    std::size_t hash;
    Waiting waiting;

    /// Whether others may come to the same place and go on alike: memory did not tell them apart, nor a doubt.
    bool meets() const { return !waiting.state && !waiting.way.doubtful; }
};

/// Orders a heap of nodes: the least far is its first.
struct Farther
{
    const std::vector<Node>& nodes;

    bool operator()(std::uint32_t one, std::uint32_t other) const
    {
        return WalkComparison::progress(nodes[one].waiting.walk, nodes[other].waiting.walk) > 0;
    }
};

class Merging
{
public:
    Merging(CourseTree& tree, std::size_t maximum) : m_tree(tree), m_maximum(maximum) {}

    void follow(std::vector<Waiting> waiting)
    {
        m_tree.branches().merged = true;
        for (Waiting& each : waiting)
            runOn(std::move(each));
        for (std::size_t forks = 0; !m_heap.empty() && forks < mostForks && m_tree.courses() < m_maximum; ++forks) {
            if (!m_tree.mayGoOn(forks))
                break;
            followFirst();
            if (m_heap.size() > mostWaiting)
                giveUpHalf();
        }
        for (const std::uint32_t left : m_heap)
            m_tree.cutOff(m_nodes[left].waiting.way);
    }

private:
    /// Takes the walk that is least far: whoever may yet come to its place is there.
    void followFirst()
    {
        std::ranges::pop_heap(m_heap, Farther{m_nodes});
        Node first = take(m_heap.back());
        m_heap.pop_back();
        Waiting& yes = first.waiting;
        const Fork fork = first.fork;
        Waiting no{yes.walk, yes.state ? std::make_unique<State>(*yes.state) : nullptr,
                   m_tree.side(yes.way, fork, false)};
        yes.way = m_tree.side(yes.way, fork, true);
        yes.walk.answer(true);
        no.walk.answer(false);
        runOn(std::move(yes));
        runOn(std::move(no));
    }

    /// To the next fork, or to the end.
    void runOn(Waiting walking)
    {
        State& state = m_tree.stateOf(walking);
        walking.walk.useState(state);
        const Fork* fork = m_tree.run(walking.walk);
        if (fork == nullptr)
            return m_tree.end(walking.walk, state, walking.way);
        if (!walking.state && !m_tree.isAsBefore(state, walking.walk)) {
            walking.state = std::make_unique<State>(state);
            m_tree.replica().restore(walking.walk.end());
        }
        arrive({*fork, 0, std::move(walking)});
    }

    void arrive(Node node)
    {
        if (node.meets()) {
            node.hash = WalkComparison::hash(node.waiting.walk);
            const auto [first, last] = m_places.equal_range(node.hash);
            for (auto place = first; place != last; ++place)
                if (WalkComparison::alike(m_nodes[place->second].waiting.walk, node.waiting.walk))
                    return join(m_nodes[place->second].waiting, node.waiting);
        }
        m_heap.push_back(put(std::move(node)));
        std::ranges::push_heap(m_heap, Farther{m_nodes});
    }

    std::uint32_t put(Node node)
    {
        const auto number = m_free.empty() ? static_cast<std::uint32_t>(m_nodes.size()) : m_free.back();
        if (node.meets())
            m_places.emplace(node.hash, number);
        if (m_free.empty()) {
            m_nodes.push_back(std::move(node));
        } else {
            m_free.pop_back();
            m_nodes[number] = std::move(node);
        }
        return number;
    }

    Node take(std::uint32_t number)
    {
        const auto [first, last] = m_places.equal_range(m_nodes[number].hash);
        const auto place = std::find_if(first, last, [&](const auto& each) { return each.second == number; });
        if (place != last)
            m_places.erase(place);
        m_free.push_back(number);
        return std::move(m_nodes[number]);
    }

    /// Where ways do not meet, the likelier half goes on.
    void giveUpHalf()
    {
        const auto likelier = [this](std::uint32_t one, std::uint32_t other) {
            return m_nodes[one].waiting.way.share > m_nodes[other].waiting.way.share;
        };
        const auto middle = m_heap.begin() + mostWaiting / 2;
        std::ranges::nth_element(m_heap, middle, likelier);
        for (auto each = middle; each != m_heap.end(); ++each)
            m_tree.cutOff(take(*each).waiting.way);
        m_heap.erase(middle, m_heap.end());
        std::ranges::make_heap(m_heap, Farther{m_nodes});
    }

    void join(Waiting& waiting, const Waiting& more)
    {
        Branches& branches = m_tree.branches();
        DrawNode& last = branches.draws[static_cast<std::size_t>(waiting.way.lastDraw)];
        const auto exactMore = branches.exactShareAt(more.way.lastDraw);
        if (last.join < 0) {
            const auto exact = branches.exactShareAt(waiting.way.lastDraw);
            last.join = static_cast<std::int32_t>(branches.joins.size());
            branches.joins.push_back({waiting.way.share, exact});
        }
        Join& sum = branches.joins[static_cast<std::size_t>(last.join)];
        sum.share += more.way.share;
        if (sum.exact && exactMore)
            *sum.exact += *exactMore;
        else
            sum.exact.reset();
        if (more.way.single > waiting.way.single) {
            std::swap(last.join, branches.draws[static_cast<std::size_t>(more.way.lastDraw)].join);
            waiting.way.single = more.way.single;
            waiting.way.lastDraw = more.way.lastDraw;
            waiting.way.depth = more.way.depth;
        }
        waiting.way.share += more.way.share;
        waiting.way.ways = saturated(waiting.way.ways, more.way.ways);
        WalkComparison::join(waiting.walk, more.walk);
    }

    CourseTree& m_tree;
    std::size_t m_maximum;
    std::vector<Node> m_nodes;
    std::vector<std::uint32_t> m_free;
    std::vector<std::uint32_t> m_heap;
    std::unordered_multimap<std::size_t, std::uint32_t> m_places;
};

}  // namespace

void followMerging(CourseTree& tree, std::vector<Waiting> waiting, std::size_t maximum)
{
    Merging(tree, maximum).follow(std::move(waiting));
}

}  // namespace natwalk
