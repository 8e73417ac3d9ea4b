#include "probability/branches.h"

#include "probability/replica.h"

#include <algorithm>
#include <memory>

namespace natwalk {

namespace {

/// Asked for numbers only (random ports): their choice does not change where a packet ends.
class FirstNumber final : public Chance
{
public:
    bool decide(const Fork& /*fork*/) override { return false; }
    std::uint32_t number(std::uint32_t /*below*/) override { return 0; }
};

/// How much a course has of its own while it is under way.
struct Way
{
    FineShare share = FineShare::whole();
    bool supposed = false;
    std::int32_t lastDraw = -1;
    std::uint32_t depth = 0;
    std::uint32_t draws = 0;
};

/// The other side of a fork, waiting until the first is through.
struct Waiting
{
    Walk walk;
    std::unique_ptr<State> state;  ///< null: the state before
    Way way;
};

class Forking
{
public:
    Forking(const Question& question, const Checkpoint& goOn, std::size_t maximum)
        : m_question(question)
        , m_goOn(goOn)
        , m_maximum(maximum)
        , m_replica(*question.before)
    {}

    Branches all()
    {
        Walk walk(*m_question.ruleset(), m_question.host(), m_replica.state(), m_question.packet);
        follow(walk, m_replica.state(), {});
        while (!m_waiting.empty() && mayGoOn())
            followNext();
        for (const Waiting& cutOff : m_waiting)
            m_uncovered += cutOff.way.share;
        m_branches.uncovered = std::min(1.0, m_uncovered.value());
        return std::move(m_branches);
    }

private:
    bool mayGoOn()
    {
        constexpr std::size_t coursesBetweenQuestions = 256;
        const std::size_t count = m_branches.courses.size();
        if (count % coursesBetweenQuestions == 0)
            m_branches.stopped = !m_goOn(std::min(1.0, m_covered.value()));
        return !m_branches.stopped && count < m_maximum;
    }

    void followNext()
    {
        Waiting next = std::move(m_waiting.back());
        m_waiting.pop_back();
        State& state = next.state ? *next.state : m_replica.state();
        next.walk.useState(state);
        follow(next.walk, state, next.way);
    }

    /// Walks to an end, "yes" at every fork; each "no" is put by.
    void follow(Walk& walk, State& state, Way way)
    {
        while (const Fork* fork = walk.run(m_numbers, m_nobody)) {
            putBy(walk, state, way, *fork);
            way = side(way, *fork, true);
            walk.answer(true);
        }
        const WalkEnd end = walk.end();
        m_branches.remembers |= state.memory.changes() != m_question.before->memory.changes();
        m_branches.courses.push_back({way.share, way.supposed, way.lastDraw, way.depth, way.draws, end, walk.packet()});
        m_covered += way.share;
        if (&state == &m_replica.state())
            m_replica.restore(end);
    }

    void putBy(const Walk& walk, const State& state, const Way& way, const Fork& fork)
    {
        m_branches.doubtful |= fork.doubtful;
        const bool asBefore = &state == &m_replica.state() && m_replica.isUntouched(walk);
        m_waiting.push_back({walk, asBefore ? nullptr : std::make_unique<State>(state), side(way, fork, false)});
        m_waiting.back().walk.answer(false);
    }

    Way side(const Way& way, const Fork& fork, bool outcome)
    {
        Way next = way;
        if (fork.doubtful) {
            next.supposed |= outcome;
        } else {
            next.share = way.share.times(outcome ? fork.probability : fork.probability.opposite());
            ++next.draws;
        }
        m_branches.draws.push_back({way.lastDraw, fork, outcome});
        next.lastDraw = static_cast<std::int32_t>(m_branches.draws.size() - 1);
        ++next.depth;
        return next;
    }

    const Question& m_question;
    const Checkpoint& m_goOn;
    std::size_t m_maximum;
    Replica m_replica;
    FirstNumber m_numbers;
    Recorder m_nobody;
    Branches m_branches;
    std::vector<Waiting> m_waiting;
    FineShare m_covered = FineShare::none();
    FineShare m_uncovered = FineShare::none();
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

Branches branchesOf(const Question& question, const Checkpoint& goOn, std::size_t maximum)
{
    return Forking(question, goOn, maximum).all();
}

}  // namespace natwalk
