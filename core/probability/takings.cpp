#include "probability/takings.h"

#include "emulator/emulate.h"
#include "probability/branches.h"

#include <algorithm>
#include <map>

namespace natwalk {

namespace {

class Takings
{
public:
    Takings(const Question& question, std::size_t most, const Checkpoint& goOn)
        : m_question(question)
        , m_most(most)
        , m_branches(mergedBranchesOf(question, goOn))
    {}

    std::vector<Taking> list()
    {
        addDraws();
        for (const CourseEnd& course : m_branches.courses)
            if (m_found.size() < m_most)
                addTheRest(course);
        std::vector<Taking> list;
        for (const auto& [rule, taking] : m_found)
            list.push_back(taking);
        return list;
    }

private:
    void addDraws()
    {
        // The share of all packets that comes to a draw is the product of the draws before, where no ways were joined;
        // parents stand before.
        std::vector<double> reached(m_branches.draws.size(), 1.0);
        for (std::size_t i = 0; i < reached.size(); ++i) {
            const DrawNode& node = m_branches.draws[i];
            if (node.parent >= 0)
                reached[i] = shareBehind(static_cast<std::size_t>(node.parent), reached);
            if (node.outcome && !node.fork.doubtful)
                add({node.fork.rule, node.fork.probability, reached[i]});
        }
    }

    double shareBehind(std::size_t draw, const std::vector<double>& reached) const
    {
        const DrawNode& node = m_branches.draws[draw];
        return node.join >= 0 ? m_branches.joins[static_cast<std::size_t>(node.join)].share.value()
                              : reached[draw] * shareOf(node);
    }

    static double shareOf(const DrawNode& node)
    {
        if (node.fork.doubtful)
            return 1;
        return (node.outcome ? node.fork.probability : node.fork.probability.opposite()).share();
    }

    void add(const Taking& taking)
    {
        const auto [known, isNew] = m_found.emplace(taking.rule, taking);
        if (!isNew)
            known->second.reached += taking.reached;
    }

    /// Where the last draw said no: the rule that then matched in the same chain takes all.
    void addTheRest(const CourseEnd& course)
    {
        if (course.lastDraw < 0 || m_branches.draws[static_cast<std::size_t>(course.lastDraw)].outcome)
            return;
        Forced dice(m_branches.outcomesOf(course));
        const TracePtr trace = emulate(m_question, dice);
        const RuleId last = m_branches.draws[static_cast<std::size_t>(course.lastDraw)].fork.rule;
        bool behind = false;
        for (std::size_t i = 0; i < trace->steps.size(); ++i) {
            const RuleId rule = trace->ruleAt(i);
            behind |= rule == last;
            const bool matched = std::holds_alternative<RuleMatched>(trace->steps[i].event);
            if (behind && matched && trace->ruleset->rule(rule).chain == trace->ruleset->rule(last).chain)
                return add({rule, certain, course.probability()});
        }
    }

    const Question& m_question;
    std::size_t m_most;
    Branches m_branches;
    std::map<RuleId, Taking> m_found;
};

}  // namespace

std::vector<Taking> takingsOf(const Question& question, std::size_t most, const Checkpoint& goOn)
{
    return Takings(question, most, goOn).list();
}

}  // namespace natwalk
