#include "probability/course_tree.h"

namespace natwalk {

Way CourseTree::side(const Way& way, const Fork& fork, bool outcome)
{
    Way next = way;
    if (fork.doubtful) {
        m_branches.doubtful = true;
        next.doubtful = true;
        next.supposed |= outcome;
    } else {
        const Probability chance = outcome ? fork.probability : fork.probability.opposite();
        next.share = way.share.times(chance);
        next.single = way.single.times(chance);
    }
    m_branches.draws.push_back({way.lastDraw, fork, outcome});
    next.lastDraw = static_cast<std::int32_t>(m_branches.draws.size() - 1);
    ++next.depth;
    return next;
}

void CourseTree::end(const Walk& walk, const State& state, const Way& way)
{
    const WalkEnd end = walk.end();
    m_branches.remembers |= state.memory.changes() != m_question.before->memory.changes();
    m_branches.courses.push_back(
        {way.share, way.single, way.ways, way.supposed, way.lastDraw, way.depth, end, walk.packet()});
    m_covered += way.share;
    if (&state == &m_replica.state())
        m_replica.restore(end);
}

}  // namespace natwalk
