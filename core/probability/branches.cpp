#include "probability/branches.h"

#include "probability/course_tree.h"

#include <algorithm>
#include <memory>

namespace natwalk {

namespace {

class Forking
{
public:
    explicit Forking(CourseTree& tree) : m_tree(tree) {}

    /// Follows courses, depth first, until there are so many.
    /// @return what is left
    std::vector<Waiting> follow(std::size_t maximum)
    {
        Walk walk(*m_tree.question().ruleset(), m_tree.question().host(), m_tree.replica().state(),
                  m_tree.question().packet);
        follow(walk, m_tree.replica().state(), {});
        while (!m_waiting.empty() && m_tree.mayGoOn(m_tree.courses()) && m_tree.courses() < maximum)
            followNext();
        return std::move(m_waiting);
    }

private:
    void followNext()
    {
        Waiting next = std::move(m_waiting.back());
        m_waiting.pop_back();
        State& state = m_tree.stateOf(next);
        next.walk.useState(state);
        follow(next.walk, state, next.way);
    }

    /// Walks to an end, "yes" at every fork; each "no" is put by.
    void follow(Walk& walk, State& state, Way way)
    {
        while (const Fork* fork = m_tree.run(walk)) {
            putBy(walk, state, way, *fork);
            way = m_tree.side(way, *fork, true);
            walk.answer(true);
        }
        m_tree.end(walk, state, way);
    }

    void putBy(const Walk& walk, const State& state, const Way& way, const Fork& fork)
    {
        const bool asBefore = m_tree.isAsBefore(state, walk);
        m_waiting.push_back({walk, asBefore ? nullptr : std::make_unique<State>(state), m_tree.side(way, fork, false)});
        m_waiting.back().walk.answer(false);
    }

    CourseTree& m_tree;
    std::vector<Waiting> m_waiting;
};

template <typename Use>
void forEachFork(const Branches& branches, const CourseEnd& course, const Use& use)
{
    for (std::int32_t i = course.lastDraw; i >= 0; i = branches.draws[static_cast<std::size_t>(i)].parent)
        use(branches.draws[static_cast<std::size_t>(i)]);
}

}  // namespace

std::vector<bool> Branches::outcomesOf(const CourseEnd& course) const
{
    std::vector<bool> outcomes;
    forEachFork(*this, course, [&](const DrawNode& node) {
        if (!node.fork.doubtful)
            outcomes.push_back(node.outcome);
    });
    std::reverse(outcomes.begin(), outcomes.end());
    return outcomes;
}

std::vector<Fork> Branches::suppositionsOf(const CourseEnd& course) const
{
    std::vector<Fork> supposed;
    forEachFork(*this, course, [&](const DrawNode& node) {
        if (node.fork.doubtful && node.outcome)
            supposed.push_back(node.fork);
    });
    std::reverse(supposed.begin(), supposed.end());
    return supposed;
}

std::optional<std::uint32_t> Branches::exactBitsAt(std::int32_t draw) const
{
    std::uint32_t bits = 0;
    for (; draw >= 0 && bits <= ExactShare::mostBits; draw = draws[static_cast<std::size_t>(draw)].parent) {
        const DrawNode& node = draws[static_cast<std::size_t>(draw)];
        if (node.join >= 0) {
            const std::optional<ExactShare>& all = joins[static_cast<std::size_t>(node.join)].exact;
            if (!all)
                return {};
            bits += all->log2Denominator;
            break;
        }
        bits += node.fork.doubtful ? 0 : 31;
    }
    return bits > ExactShare::mostBits ? std::nullopt : std::optional(bits);
}

std::optional<ExactShare> Branches::exactShareAt(std::int32_t draw) const
{
    // Most of thousands of courses are too long: they are not multiplied in vain.
    const auto bits = exactBitsAt(draw);
    if (!bits)
        return {};
    ExactShare exact{1, *bits};
    std::uint64_t pending = 1;
    for (; draw >= 0; draw = draws[static_cast<std::size_t>(draw)].parent) {
        const DrawNode& node = draws[static_cast<std::size_t>(draw)];
        if (node.join >= 0) {
            exact.numerator *= joins[static_cast<std::size_t>(node.join)].exact->numerator;
            break;
        }
        if (node.fork.doubtful)
            continue;
        pending *= node.outcome ? node.fork.probability.k : node.fork.probability.opposite().k;
        if (pending > Probability::whole) {
            exact.numerator *= pending;
            pending = 1;
        }
    }
    exact.numerator *= pending;
    return exact;
}

Branches branchesOf(const Question& question, const Checkpoint& goOn, std::size_t maximum)
{
    CourseTree tree(question, goOn);
    for (const Waiting& cutOff : Forking(tree).follow(maximum))
        tree.cutOff(cutOff.way);
    return tree.finish();
}

Branches mergedBranchesOf(const Question& question, const Checkpoint& goOn, std::size_t many, std::size_t maximum)
{
    CourseTree tree(question, goOn);
    std::vector<Waiting> left = Forking(tree).follow(many);
    if (!left.empty() && !tree.branches().stopped)
        followMerging(tree, std::move(left), maximum);
    else
        for (const Waiting& cutOff : left)
            tree.cutOff(cutOff.way);
    return tree.finish();
}

}  // namespace natwalk
