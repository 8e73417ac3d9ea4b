#include "probability/distribution.h"

#include "emulator/emulate.h"
#include "probability/doubt.h"
#include "probability/fate.h"

#include <algorithm>

namespace natwalk {

namespace {

/// The draws on the way to one course after another: what neighbours share is not read again, so that a list of
/// thousands of courses, each thousands of draws deep, costs what it holds.
class DrawsTo
{
public:
    explicit DrawsTo(const Branches& branches) : m_branches(branches) {}

    /// As Branches::outcomesOf().
    const std::vector<bool>& operator()(const CourseEnd& course)
    {
        m_nodes.resize(course.depth, -1);
        m_drawsBefore.resize(course.depth + 1);
        std::size_t shared = course.depth;
        for (std::int32_t i = course.lastDraw; shared > 0 && m_nodes[shared - 1] != i; i = nodeOf(i).parent)
            m_nodes[--shared] = i;
        m_outcomes.resize(m_drawsBefore[shared]);
        for (std::size_t depth = shared; depth < course.depth; ++depth) {
            if (!nodeOf(m_nodes[depth]).fork.doubtful)
                m_outcomes.push_back(nodeOf(m_nodes[depth]).outcome);
            m_drawsBefore[depth + 1] = static_cast<std::uint32_t>(m_outcomes.size());
        }
        return m_outcomes;
    }

private:
    const DrawNode& nodeOf(std::int32_t index) const { return m_branches.draws[static_cast<std::size_t>(index)]; }

    const Branches& m_branches;
    std::vector<std::int32_t> m_nodes;         ///< from the first fork on
    std::vector<std::uint32_t> m_drawsBefore;  ///< how many of the first n nodes are random draws
    std::vector<bool> m_outcomes;
};

/// Gathers courses into outcomes and sums up their shares.
class Gathering
{
public:
    explicit Gathering(const Branches& branches) : m_branches(branches), m_drawsTo(branches) {}

    Distribution all()
    {
        for (std::uint32_t course = 0; course < m_branches.courses.size(); ++course)
            gather(course);
        if (m_branches.doubtful)
            weighDoubts();
        for (std::size_t i = 0; i < m_groups.size(); ++i)
            complete(m_distribution.outcomes[i], m_groups[i]);
        m_distribution.uncovered = m_branches.uncovered;
        m_distribution.remembers = m_branches.remembers;
        m_distribution.stopped = m_branches.stopped;
        m_distribution.merged = m_branches.merged;
        return std::move(m_distribution);
    }

private:
    struct Group
    {
        std::vector<std::uint32_t> courses;
        std::uint32_t likeliest = 0;
        ShareRange range;
        FineShare assumed = FineShare::none();
    };

    void gather(std::uint32_t index)
    {
        const CourseEnd& course = m_branches.courses[index];
        const std::size_t number = m_fates.add(fateOf(course.end.verdict, course.packet));
        if (number == m_groups.size()) {
            m_groups.push_back({{}, index, {}, FineShare::none()});
            m_distribution.outcomes.push_back(outcomeWithoutShare(course.end.verdict, course.packet));
        }
        Group& group = m_groups[number];
        group.courses.push_back(index);
        if (isLikelier(course, m_branches.courses[group.likeliest]))
            group.likeliest = index;
        if (!course.supposed)
            group.assumed += course.share;
        group.range = {group.assumed, group.assumed};
        m_distribution.outcomes[number].doubted |= course.end.doubted;
        m_distribution.outcomes[number].courses += course.ways;
    }

    /// A course that supposes nothing goes before all that do.
    static bool isLikelier(const CourseEnd& course, const CourseEnd& other)
    {
        return course.supposed == other.supposed ? course.single > other.single : other.supposed;
    }

    void weighDoubts()
    {
        DoubtfulShares shares(m_branches);
        for (Group& group : m_groups) {
            group.range = shares.of(group.courses);
            m_distribution.depends |= group.range.least != group.range.most;
        }
    }

    void complete(OutcomeShare& outcome, const Group& group)
    {
        const CourseEnd& likeliest = m_branches.courses[group.likeliest];
        outcome.probability = group.range.most.value();
        outcome.least = group.range.least.value();
        outcome.assumed = group.assumed.value();
        outcome.course = m_drawsTo(likeliest);
        if (likeliest.supposed)
            outcome.supposed = m_branches.suppositionsOf(likeliest);
        if (group.range.least == group.range.most)
            outcome.exact = exactShareOf(group);
    }

    std::optional<ExactShare> exactShareOf(const Group& group) const
    {
        ExactShare sum;
        for (const std::uint32_t index : group.courses) {
            if (m_branches.courses[index].supposed)
                continue;
            const auto share = m_branches.exactShareAt(m_branches.courses[index].lastDraw);
            if (!share)
                return {};
            sum += *share;
        }
        sum.reduce();
        return sum;
    }

    const Branches& m_branches;
    DrawsTo m_drawsTo;
    FateTable m_fates;
    std::vector<Group> m_groups;
    Distribution m_distribution;
};

}  // namespace

std::optional<std::size_t> Distribution::outcomeOf(const Verdict& verdict, const Packet& out) const
{
    const Fate wanted = fateOf(verdict, out);
    const auto found = std::find_if(outcomes.begin(), outcomes.end(), [&](const OutcomeShare& outcome) {
        return fateOf(outcome.verdict, outcome.result) == wanted;
    });
    return found == outcomes.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - outcomes.begin()));
}

std::size_t Distribution::likeliest() const
{
    const auto less = [](const OutcomeShare& a, const OutcomeShare& b) { return a.probability < b.probability; };
    return static_cast<std::size_t>(std::max_element(outcomes.begin(), outcomes.end(), less) - outcomes.begin());
}

Distribution distributionOf(const Question& question, const Checkpoint& goOn)
{
    return distributionOf(mergedBranchesOf(question, goOn));
}

Distribution distributionOf(const Branches& branches) { return Gathering(branches).all(); }

OutcomeShare outcomeWithoutShare(const Verdict& verdict, const Packet& out)
{
    OutcomeShare outcome;
    outcome.verdict = verdict;
    outcome.result = out;
    outcome.endpoint = endpointOf(verdict, out);
    outcome.masqueraded = verdict.sourceNat;
    return outcome;
}

}  // namespace natwalk
