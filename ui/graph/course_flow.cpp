#include "ui/graph/course_flow.h"

#include "emulator/emulate.h"
#include "probability/branches.h"

#include <algorithm>

namespace natwalk {

namespace {

/// Reads one trace into a flow.
class CourseReader
{
public:
    CourseReader(CourseFlow& flow, const Trace& trace, double probability)
        : m_flow(flow)
        , m_trace(trace)
        , m_probability(probability)
    {}

    void readAll()
    {
        CourseSummary course{m_probability, m_trace.draws, {}, m_trace.verdict, m_trace.packetOut};
        m_course = &course;
        for (const Step& step : m_trace.steps)
            std::visit([this](const auto& event) { read(event); }, step.event);
        leavePhase(false);
        m_course = nullptr;
        m_flow.courses.push_back(std::move(course));
    }

private:
    /// A chain that is being read, and the rule that led there.
    struct Open
    {
        ChainId chain = noChain;
        RuleId by = noRule;
        bool byGoto = false;
    };

    void read(const HookEntered& entered)
    {
        leavePhase(false);
        m_phase = {entered.hook, entered.table, entered.backEnd};
        m_inPhase = true;
        placePhase();
    }

    void read(const ChainEntered& entered)
    {
        if (m_open.empty())
            m_base = entered.chain;
        const RuleId by = m_open.empty() ? noRule : m_matched;
        m_open.push_back({entered.chain, by, by != noRule && ruleset().rule(by).action == RuleAction::go});
        flowOf(entered.chain).entered += m_probability;
    }

    void read(const RuleMatched& matched)
    {
        readRule(matched.rule);
        m_flow.rules[{m_phase, matched.rule}].matched += m_probability;
        m_matched = matched.rule;
    }

    void read(const Drawn& drawn) { readRule(drawn.rule); }
    void read(const Doubted& doubted)
    {
        if (doubted.rule != noRule)
            readRule(doubted.rule);
    }

    void read(const ChainLeft& left)
    {
        while (!m_open.empty()) {
            const Open open = m_open.back();
            m_open.pop_back();
            if (open.chain == left.chain && !(open.byGoto && m_open.size() > 1))
                return;
        }
    }

    void read(const TableLeft& left) { leavePhase(left.byPolicy); }

    template <typename Other>
    void read(const Other& /*event*/)
    {}

    /// A rule that draws and then matches is read once.
    void readRule(RuleId rule)
    {
        if (std::exchange(m_read, rule) != rule)
            m_flow.rules[{m_phase, rule}].read += m_probability;
    }

    void leavePhase(bool byPolicy)
    {
        if (!std::exchange(m_inPhase, false) || m_base == noChain)
            return;
        if (byPolicy) {
            flowOf(m_base).byPolicy += m_probability;
            m_course->exits.push_back({{m_phase, m_base}, {}});
        } else if (!m_open.empty() && m_matched != noRule) {
            m_course->exits.push_back({{m_phase, m_open.back().chain}, wayOut()});
            for (const RuleId rule : m_course->exits.back().rules)
                m_flow.rules[{m_phase, rule}].ended += m_probability;
        }
        m_open.clear();
        m_base = noChain;
        m_read = noRule;
        m_matched = noRule;
    }

    std::vector<RuleId> wayOut() const
    {
        std::vector<RuleId> rules;
        for (const Open& open : m_open)
            if (open.by != noRule)
                rules.push_back(open.by);
        rules.push_back(m_matched);
        return rules;
    }

    /// Keeps the phases in their order: a new one stands behind the one before it.
    void placePhase()
    {
        auto& phases = m_flow.phases;
        const auto found = std::ranges::find(phases, m_phase);
        if (found == phases.end())
            phases.insert(phases.begin() + m_nextPhase, m_phase);
        else
            m_nextPhase = found - phases.begin();
        ++m_nextPhase;
    }

    ChainFlow& flowOf(ChainId chain)
    {
        const auto [place, isNew] = m_flow.chains.try_emplace({m_phase, chain});
        if (isNew)
            place->second.firstCourse = m_flow.courses.size();
        return place->second;
    }

    const Ruleset& ruleset() const { return *m_trace.ruleset; }

    CourseFlow& m_flow;
    const Trace& m_trace;
    double m_probability;
    CourseSummary* m_course = nullptr;
    Phase m_phase;
    bool m_inPhase = false;
    std::ptrdiff_t m_nextPhase = 0;
    ChainId m_base = noChain;
    std::vector<Open> m_open;
    RuleId m_matched = noRule;
    RuleId m_read = noRule;
};

/// Whether a course takes every doubtful fork as not matching, which is natwalk's default.
bool takesDefaults(const Branches& branches, const CourseEnd& course)
{
    for (std::int32_t i = course.lastDraw; i >= 0;) {
        const DrawNode& node = branches.draws[static_cast<std::size_t>(i)];
        if (node.fork.doubtful && node.outcome)
            return false;
        i = node.parent;
    }
    return true;
}

}  // namespace

const PhaseExit* CourseSummary::exitOf(const Phase& phase) const
{
    const auto found = std::ranges::find_if(exits, [&](const PhaseExit& exit) { return exit.visit.phase == phase; });
    return found == exits.end() ? nullptr : &*found;
}

const ChainFlow* CourseFlow::find(const ChainVisit& visit) const
{
    const auto found = chains.find(visit);
    return found == chains.end() ? nullptr : &found->second;
}

RuleFlow CourseFlow::of(const Phase& phase, RuleId rule) const
{
    const auto found = rules.find({phase, rule});
    return found == rules.end() ? RuleFlow{} : found->second;
}

TracePtr traceOfCourse(const Question& question, const std::vector<bool>& draws)
{
    Forced forced(draws);
    return emulate(question, forced);
}

void addCourse(CourseFlow& flow, const Trace& trace, double probability)
{
    CourseReader(flow, trace, probability).readAll();
}

CourseFlow courseFlowOf(const Question& question, std::size_t maximum, const Checkpoint& goOn)
{
    const Branches branches = branchesOf(question, goOn, maximum);
    CourseFlow flow;
    flow.uncovered = branches.uncovered;
    flow.stopped = branches.stopped;
    std::size_t done = 0;
    for (const CourseEnd& course : branches.courses) {
        if (flow.stopped || !goOn(static_cast<double>(done++) / static_cast<double>(branches.courses.size()))) {
            flow.stopped = true;
            break;
        }
        if (takesDefaults(branches, course))
            addCourse(flow, *traceOfCourse(question, branches.outcomesOf(course)), course.probability());
    }
    return flow;
}

}  // namespace natwalk
