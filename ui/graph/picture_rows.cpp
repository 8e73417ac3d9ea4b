#include "ui/graph/picture_rows.h"

#include <algorithm>

namespace natwalk {

namespace {

/// Ways of other courses that a chain shows each for itself; where there are more, the first few and "others".
constexpr std::size_t mostWays = 6;
constexpr std::size_t firstWays = 2;
/// Rules that no course needs are told in a run from this length on.
constexpr std::uint32_t shortestUnreached = 3;
/// More runs than this in a row are told in fewer words.
constexpr std::size_t mostRuns = 8;
/// So many rules are unfolded at once.
constexpr std::uint32_t mostUnfolded = 40;

class RowMaker
{
public:
    RowMaker(const Trace& trace, const CourseFlow& flow, const ChainVisit& visit, const Unfolded& unfolded)
        : m_trace(trace)
        , m_ruleset(*trace.ruleset)
        , m_flow(flow)
        , m_visit(visit)
        , m_unfolded(unfolded)
    {}

    std::vector<PictureRow> all(const ChainFacts* facts)
    {
        std::uint32_t next = 1;
        if (facts != nullptr)
            for (const RuleFact& fact : facts->rules) {
                addUnreached(next, fact.first - 1);
                addFact(fact);
                next = fact.last + 1;
            }
        addUnreached(next, m_ruleset.chain(m_visit.chain).ruleCount);
        foldOthers();
        addPolicy(facts);
        return std::move(m_rows);
    }

private:
    RuleId idOf(std::uint32_t number) const { return m_ruleset.ruleAt(m_visit.chain, number); }

    PictureRow run(RowKind kind, std::uint32_t first, std::uint32_t last) const
    {
        PictureRow row;
        row.kind = first == last && kind != RowKind::others ? RowKind::rule : kind;
        row.rule = idOf(first);
        row.first = first;
        row.last = last;
        return row;
    }

    PictureRow single(std::uint32_t number) const
    {
        PictureRow row = run(RowKind::rule, number, number);
        const RuleFlow flow = m_flow.of(m_visit.phase, row.rule);
        row.goesOn = std::max(0.0, flow.read - flow.matched);
        row.flow = flow.ended;
        row.visits = m_ruleset.rule(row.rule).destination == noChain ? 0 : flow.matched - flow.ended;
        return row;
    }

    /// Rules that the packet shown does not read: those by which others leave each for itself, the rest in runs.
    void addUnreached(std::uint32_t first, std::uint32_t last)
    {
        if (first > last)
            return;
        for (const std::uint32_t number : waysIn(first, last)) {
            addRun(RowKind::unreached, first, number - 1, {});
            m_rows.push_back(single(number));
            first = number + 1;
        }
        addRun(RowKind::unreached, first, last, {});
    }

    /// The numbers of rules that other courses matched.
    std::vector<std::uint32_t> waysIn(std::uint32_t first, std::uint32_t last) const
    {
        std::vector<std::uint32_t> numbers;
        const auto end = m_flow.rules.upper_bound({m_visit.phase, idOf(last)});
        for (auto it = m_flow.rules.lower_bound({m_visit.phase, idOf(first)}); it != end; ++it)
            if (it->second.matched > 0)
                numbers.push_back(m_ruleset.numberOf(it->first.second));
        return numbers;
    }

    void addRun(RowKind kind, std::uint32_t first, std::uint32_t last, const RuleFact& fact)
    {
        if (first > last)
            return;
        const bool isShort = kind == RowKind::unreached && last - first + 1 < shortestUnreached;
        std::uint32_t shown = isShort ? last - first + 1 : 0;
        if (m_unfolded.runs.contains({m_visit, idOf(first)}))
            shown = std::min(last - first + 1, mostUnfolded);
        for (std::uint32_t number = first; number < first + shown; ++number)
            addTold(run(kind, number, number), fact);
        if (first + shown <= last)
            addTold(run(kind, first + shown, last), fact);
    }

    void addTold(PictureRow row, const RuleFact& fact)
    {
        row.step = fact.step;
        row.lastStep = fact.lastStep;
        if (fact.step != noStep)
            row.mark = RowMark::failed;
        m_rows.push_back(std::move(row));
    }

    void addFact(const RuleFact& fact)
    {
        if (fact.mark == RowMark::failed && !fact.drawn) {
            addPassed(fact);
            return;
        }
        PictureRow row = single(fact.first);
        row.mark = fact.mark;
        row.drawn = fact.drawn;
        row.step = fact.step;
        row.lastStep = fact.lastStep;
        m_rows.push_back(std::move(row));
    }

    /// A run of neighbours that failed for one reason.
    struct Run
    {
        std::uint32_t first;
        std::uint32_t last;
        Refusal refusal;
    };

    void addPassed(const RuleFact& fact)
    {
        for (const Run& run : runsOf(fact)) {
            const std::size_t from = m_rows.size();
            addRun(RowKind::passed, run.first, run.last, fact);
            for (std::size_t i = from; i < m_rows.size(); ++i)
                m_rows[i].refusal = run.refusal;
        }
        giveSinglesTheirReason(fact);
    }

    std::vector<Run> runsOf(const RuleFact& fact) const
    {
        const std::vector<Refusal> refusals =
            refusalsOf(m_trace, fact.step, idOf(fact.first), fact.last - fact.first + 1);
        const auto sameReason = [](const Refusal& a, const Refusal& b) { return a.reason.id == b.reason.id; };
        const auto samePart = [](const Refusal& a, const Refusal& b) {
            return (a.match == Refusal::conditions) == (b.match == Refusal::conditions);
        };
        std::vector<Run> runs = gathered(fact, refusals, sameReason);
        if (runs.size() > mostRuns)
            runs = gathered(fact, refusals, samePart);
        if (runs.size() > mostRuns)
            runs = gathered(fact, refusals, [](const Refusal&, const Refusal&) { return true; });
        return runs;
    }

    template <typename Alike>
    static std::vector<Run> gathered(const RuleFact& fact, const std::vector<Refusal>& refusals, Alike alike)
    {
        std::vector<Run> runs;
        for (std::uint32_t i = 0; i < refusals.size(); ++i) {
            const std::uint32_t number = fact.first + i;
            if (runs.empty() || !alike(refusals[i - 1], refusals[i]))
                runs.push_back({number, number, refusals[i]});
            runs.back().last = number;
            if (runs.back().refusal.reason.id != refusals[i].reason.id)
                runs.back().refusal = {};
        }
        return runs;
    }

    /// Unfolded rules of one run failed for the same reason with values of their own.
    void giveSinglesTheirReason(const RuleFact& fact)
    {
        for (PictureRow& row : m_rows)
            if (row.kind == RowKind::rule && row.step == fact.step && row.first >= fact.first && row.first <= fact.last)
                row.refusal = refusalsOf(m_trace, fact.step, row.rule, 1).front();
    }

    bool leadsElsewhere(const PictureRow& row) const
    {
        return row.kind == RowKind::rule && row.flow > 0 && row.mark != RowMark::matched;
    }

    void foldOthers()
    {
        const auto ways = std::ranges::count_if(m_rows, [this](const PictureRow& row) { return leadsElsewhere(row); });
        if (static_cast<std::size_t>(ways) <= mostWays)
            return;
        std::vector<PictureRow> rows;
        std::size_t shown = 0;
        for (PictureRow& row : m_rows) {
            const bool hide = leadsElsewhere(row) && shown++ >= firstWays;
            if (!hide)
                rows.push_back(std::move(row));
            else if (rows.back().kind == RowKind::others && rows.back().mark == row.mark)
                extend(rows.back(), row);
            else
                rows.push_back(othersFrom(row));
        }
        for (PictureRow& row : rows)
            if (row.kind == RowKind::others && row.first == row.last)
                row.kind = RowKind::rule;
        m_rows = std::move(rows);
    }

    PictureRow othersFrom(const PictureRow& row) const
    {
        PictureRow others = row;
        others.kind = RowKind::others;
        return others;
    }

    static void extend(PictureRow& others, const PictureRow& row)
    {
        others.last = row.last;
        others.flow += row.flow;
        others.drawn.reset();
        others.lastStep = row.lastStep;
    }

    void addPolicy(const ChainFacts* facts)
    {
        const ChainFlow* flow = m_flow.find(m_visit);
        if (flow == nullptr || flow->byPolicy <= 0)
            return;
        PictureRow row;
        row.kind = RowKind::policy;
        row.flow = flow->byPolicy;
        if (facts != nullptr && facts->policy != noStep) {
            row.mark = RowMark::matched;
            row.step = row.lastStep = facts->policy;
        }
        m_rows.push_back(row);
    }

    const Trace& m_trace;
    const Ruleset& m_ruleset;
    const CourseFlow& m_flow;
    const ChainVisit& m_visit;
    const Unfolded& m_unfolded;
    std::vector<PictureRow> m_rows;
};

}  // namespace

std::vector<PictureRow> rowsOf(const Trace& trace, const CourseFlow& flow, const ChainVisit& visit,
                               const ChainFacts* facts, const Unfolded& unfolded)
{
    return RowMaker(trace, flow, visit, unfolded).all(facts);
}

}  // namespace natwalk
