#include "cli/chances.h"

#include "emulator/emulate.h"
#include "probability/branches.h"

#include <algorithm>

namespace natwalk::cli {

namespace {

constexpr std::size_t shownDraws = 40;

/// A rule that takes a share of the packets that reach it.
struct Taking
{
    RuleId rule = noRule;
    double reached = 1;  ///< share of all packets
    double chance = 1;   ///< of those, the share that it takes
};

class Chances
{
public:
    explicit Chances(const Question& question) : m_question(question), m_branches(branchesOf(question)) {}

    std::vector<Taking> list()
    {
        for (const DrawNode& node : m_branches.draws)
            if (node.outcome && !node.fork.doubtful)
                add({node.fork.rule, reaching(node), node.fork.probability.share()});
        for (const CourseEnd& course : m_branches.courses)
            if (m_found.size() < shownDraws)
                addTheRest(course);
        std::ranges::stable_sort(m_found, {}, &Taking::rule);
        return std::move(m_found);
    }

private:
    /// The share of all packets that comes to a draw: the product of the draws before.
    double reaching(const DrawNode& node) const
    {
        double share = 1;
        for (std::int32_t at = node.parent; at >= 0; at = m_branches.draws[static_cast<std::size_t>(at)].parent)
            share *= shareOf(m_branches.draws[static_cast<std::size_t>(at)]);
        return share;
    }

    static double shareOf(const DrawNode& node)
    {
        if (node.fork.doubtful)
            return 1;
        return (node.outcome ? node.fork.probability : node.fork.probability.opposite()).share();
    }

    /// A rule that is reached on several ways takes its chance of them all.
    void add(const Taking& taking)
    {
        const auto known = std::ranges::find(m_found, taking.rule, &Taking::rule);
        if (known == m_found.end())
            m_found.push_back(taking);
        else
            known->reached += taking.reached;
    }

    /// Where the last draw said no: the rule that then matched in the same chain takes all.
    void addTheRest(const CourseEnd& course)
    {
        if (course.lastDraw < 0 || m_branches.draws[static_cast<std::size_t>(course.lastDraw)].outcome)
            return;
        Forced dice(m_branches.outcomesOf(course));
        const TracePtr trace = emulate(m_question, dice);
        const Rule& last = trace->ruleset->rule(m_branches.draws[static_cast<std::size_t>(course.lastDraw)].fork.rule);
        bool behind = false;
        for (std::size_t i = 0; i < trace->steps.size(); ++i) {
            const RuleId rule = trace->ruleAt(i);
            behind |= rule != noRule && &trace->ruleset->rule(rule) == &last;
            const bool matched = std::holds_alternative<RuleMatched>(trace->steps[i].event);
            if (behind && matched && trace->ruleset->rule(rule).chain == last.chain)
                return add({rule, course.probability(), 1});
        }
    }

    const Question& m_question;
    Branches m_branches;
    std::vector<Taking> m_found;
};

std::string takes(const Taking& taking, const Ruleset& ruleset)
{
    const std::string_view target = ruleset.targetName(ruleset.rule(taking.rule));
    return target.empty() ? std::string() : "-> " + std::string(target);
}

}  // namespace

void tellChances(Paper& paper, const Question& question)
{
    const std::vector<Taking> takings = Chances(question).list();
    if (takings.empty())
        return;
    const Ruleset& ruleset = *question.ruleset();
    paper.line();
    paper.line(paper.inked(Ink::heading, "How the shares come about")
               + "  (a rule's chance is a share of the packets that reach it)");
    using enum Table::Align;
    Table table({left, right, right, left, right, left});
    for (const Taking& taking : std::span(takings).first(std::min(takings.size(), shownDraws)))
        table.add({ruleset.kernelName(taking.rule), shortPercent(taking.chance, 6),
                   "of the " + shortPercent(taking.reached, 6),
                   "that reach it =", shortPercent(taking.chance * taking.reached, 6), takes(taking, ruleset)});
    table.print(paper);
    if (takings.size() > shownDraws)
        paper.line("  ... and " + counted(takings.size() - shownDraws, "more rule"));
}

}  // namespace natwalk::cli
