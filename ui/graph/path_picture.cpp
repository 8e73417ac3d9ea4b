#include "ui/graph/path_picture.h"

#include "probability/fate.h"
#include "ui/graph/main_phase.h"
#include "ui/graph/picture_rows.h"

#include <algorithm>

namespace natwalk {

namespace {

/// Nobody follows more boxes with his eyes; rules that nobody wrote by hand lead through 100,000.
constexpr std::size_t mostBlocks = 1000;

/// Builds a picture phase by phase.
class PictureMaker
{
public:
    PictureMaker(const TracePtr& trace, const CourseFlow& flow, const Unfolded& unfolded)
        : m_trace(*trace)
        , m_ruleset(*trace->ruleset)
        , m_flow(flow)
        , m_unfolded(unfolded)
        , m_facts(factsOf(*trace))
    {
        m_picture.trace = trace;
    }

    PathPicture all()
    {
        if (m_flow.phases.empty())
            return std::move(m_picture);
        m_picture.main = mainPhaseOf(m_trace, m_flow, m_facts);
        addChain({m_picture.main, rootOf(m_picture.main)}, 0);
        addGroups();
        m_picture.mainBlocks = m_picture.blocks.size();
        addEnds();
        addGates();
        m_picture.chainsShown = countChains();
        return std::move(m_picture);
    }

private:
    ChainId rootOf(const Phase& phase) const { return m_ruleset.entry(phase.table, phase.hook, phase.backEnd); }

    // Chains: a block each, and whatever their rows lead to.

    std::uint32_t addChain(const ChainVisit& visit, std::uint32_t depth)
    {
        const auto facts = m_facts.find(visit);
        const ChainFacts* known = facts == m_facts.end() ? nullptr : &facts->second;
        const auto index = static_cast<std::uint32_t>(m_picture.blocks.size());
        PictureBlock block;
        block.visit = visit;
        block.depth = depth;
        block.onCourse = known != nullptr;
        block.step = known != nullptr ? known->entered : noStep;
        if (const ChainFlow* flow = m_flow.find(visit)) {
            block.flow = flow->entered;
            block.draws = m_flow.courses[flow->firstCourse].draws;
        }
        block.rows = rowsOf(m_trace, m_flow, visit, known, m_unfolded);
        m_picture.blocks.push_back(std::move(block));
        for (std::uint32_t rowIndex = 0; rowIndex < m_picture.blocks[index].rows.size(); ++rowIndex)
            follow(index, rowIndex);
        return index;
    }

    void follow(std::uint32_t from, std::uint32_t rowIndex)
    {
        const PictureRow row = m_picture.blocks[from].rows[rowIndex];
        if (row.kind != RowKind::rule || row.flow + row.visits <= 0)
            return;
        const ChainId destination = m_ruleset.rule(row.rule).destination;
        if (destination == noChain)
            return;
        const ChainVisit visit{m_picture.blocks[from].visit.phase, destination};
        const std::uint32_t known = m_picture.blockOf(visit);
        if (known == nowhere && m_picture.blocks.size() >= mostBlocks)
            return;
        const std::size_t jump = m_picture.jumps.size();
        m_picture.jumps.push_back({from, rowIndex, nowhere, row.flow, row.mark == RowMark::matched, row.step});
        const std::uint32_t to = known != nowhere ? known : addChain(visit, m_picture.blocks[from].depth + 1);
        m_picture.jumps[jump].to = to;
    }

    /// One block for all the chains that a chain's `others` rows lead to.
    void addGroups()
    {
        const auto chains = static_cast<std::uint32_t>(m_picture.blocks.size());
        for (std::uint32_t from = 0; from < chains; ++from)
            if (std::ranges::any_of(m_picture.blocks[from].rows, isOthers))
                addGroup(from);
    }

    static bool isOthers(const PictureRow& row) { return row.kind == RowKind::others; }

    void addGroup(std::uint32_t from)
    {
        const auto to = static_cast<std::uint32_t>(m_picture.blocks.size());
        PictureBlock group;
        group.visit = m_picture.blocks[from].visit;
        group.depth = m_picture.blocks[from].depth + 1;
        const std::vector<PictureRow>& rows = m_picture.blocks[from].rows;
        for (std::uint32_t row = 0; row < rows.size(); ++row) {
            if (!isOthers(rows[row]))
                continue;
            group.group += rows[row].last - rows[row].first + 1;
            group.flow += rows[row].flow;
            m_picture.jumps.push_back({from, row, to, rows[row].flow, false, noStep});
            m_groups.push_back({from, row, to});
        }
        m_picture.blocks.push_back(std::move(group));
    }

    // Endpoints, and the rows that lead to them.

    void addEnds()
    {
        FateTable fates;
        const Fate shown = fateOf(m_trace.verdict, m_trace.packetOut);
        for (const CourseSummary& course : m_flow.courses) {
            const Fate fate = fateOf(course.verdict, course.out);
            const Place place = placeOf(course);
            const bool folded = place.group != nowhere;
            const std::uint32_t end = endOf(folded ? m_groupEnds[place.group] : m_ends[fates.add(fate)], course);
            PictureEndpoint& endpoint = m_picture.endpoints[end];
            endpoint.share += course.probability;
            endpoint.group += folded ? 1 : 0;
            endpoint.onCourse |= !folded && fate == shown;
            if (place.block != nowhere)
                addExit({place.block, place.row, end, course.probability, course.draws == m_trace.draws});
        }
    }

    std::uint32_t endOf(std::optional<std::uint32_t>& known, const CourseSummary& course)
    {
        if (!known) {
            known = static_cast<std::uint32_t>(m_picture.endpoints.size());
            m_picture.endpoints.push_back({0, 0, false, course.verdict, course.out, course.draws});
        }
        return *known;
    }

    void addExit(const PictureExit& exit)
    {
        const auto same = std::ranges::find_if(m_picture.exits, [&](const PictureExit& known) {
            return known.from == exit.from && known.row == exit.row && known.to == exit.to;
        });
        if (same == m_picture.exits.end()) {
            m_picture.exits.push_back(exit);
            return;
        }
        same->flow += exit.flow;
        same->onCourse |= exit.onCourse;
    }

    /// Where a course leaves the main phase, as far as it is shown.
    struct Place
    {
        std::uint32_t block = nowhere;
        std::uint32_t row = nowhere;
        std::uint32_t group = nowhere;  ///< the block of a group, when it leads there
    };

    Place placeOf(const CourseSummary& course) const
    {
        const PhaseExit* exit = course.exitOf(m_picture.main);
        if (exit == nullptr)
            return {};
        if (exit->rules.empty())
            return rowOf(exit->visit, noRule);
        for (const RuleId rule : exit->rules)
            if (const Place place = rowOf({m_picture.main, m_ruleset.rule(rule).chain}, rule); place.group != nowhere)
                return {place.group, nowhere, place.group};
        return rowOf(exit->visit, exit->rules.back());
    }

    Place rowOf(const ChainVisit& visit, RuleId rule) const
    {
        const std::uint32_t block = m_picture.blockOf(visit);
        if (block == nowhere)
            return {};
        const std::vector<PictureRow>& rows = m_picture.blocks[block].rows;
        const auto found = std::ranges::find_if(rows, [rule](const PictureRow& row) {
            return rule == noRule ? row.kind == RowKind::policy : row.tellsOf(rule);
        });
        const auto index = static_cast<std::uint32_t>(found - rows.begin());
        return {block, found == rows.end() ? nowhere : index, groupOf(block, index)};
    }

    std::uint32_t groupOf(std::uint32_t block, std::uint32_t row) const
    {
        for (const GroupRow& group : m_groups)
            if (group.from == block && group.row == row)
                return group.to;
        return nowhere;
    }

    // The phases beside the main one.

    void addGates()
    {
        bool isAfter = false;
        for (const Phase& phase : m_flow.phases) {
            if (phase == m_picture.main)
                isAfter = true;
            else if (!isHidden(phase))
                (isAfter ? m_picture.after : m_picture.before).push_back(gateOf(phase));
        }
    }

    /// An empty table is told by another one of its hook; a hook always has one.
    bool isHidden(const Phase& phase) const
    {
        const auto tells = [&](const Phase& other) {
            const bool isFirst = &other < &phase;
            return other.hook == phase.hook && other != phase
                   && (other == m_picture.main || !isEmpty(other) || isFirst);
        };
        return isEmpty(phase) && std::ranges::any_of(m_flow.phases, tells);
    }

    bool isEmpty(const Phase& phase) const
    {
        const Chain& chain = m_ruleset.chain(rootOf(phase));
        return chain.ruleCount == 0 && chain.policy == Policy::accept;
    }

    PictureGate gateOf(const Phase& phase)
    {
        PictureGate gate;
        gate.phase = phase;
        gate.chain = rootOf(phase);
        if (const ChainFlow* flow = m_flow.find({phase, gate.chain}))
            gate.flow = flow->entered;
        findSteps(gate);
        gate.open = isOpen(gate);
        if (gate.open) {
            const auto first = static_cast<std::uint32_t>(m_picture.blocks.size());
            addChain({phase, gate.chain}, 0);
            for (std::uint32_t block = first; block < m_picture.blocks.size(); ++block)
                gate.blocks.push_back(block);
        }
        return gate;
    }

    /// Steps in empty tables of the same hook belong to the gate beside them.
    void findSteps(PictureGate& gate) const
    {
        bool inside = false;
        for (std::size_t step = 0; step < m_trace.steps.size(); ++step) {
            if (const auto* hook = std::get_if<HookEntered>(&m_trace.steps[step].event)) {
                const Phase phase{hook->hook, hook->table, hook->backEnd};
                inside = phase == gate.phase || (phase.hook == gate.phase.hook && isHidden(phase));
            }
            if (!inside)
                continue;
            gate.first = std::min(gate.first, step);
            gate.last = step;
            inside = !std::holds_alternative<TableLeft>(m_trace.steps[step].event);
        }
        gate.onCourse = gate.first != noStep;
    }

    /// A gate opens by itself where a rule does something to the packet shown.
    bool isOpen(const PictureGate& gate) const
    {
        if (m_ruleset.chain(gate.chain).ruleCount == 0 || m_unfolded.closed.contains(gate.phase))
            return false;
        return m_unfolded.opened.contains(gate.phase) || doesSomething(gate.phase);
    }

    bool doesSomething(const Phase& phase) const
    {
        return std::ranges::any_of(m_facts, [&](const auto& entry) {
            const auto acts = [&](const RuleFact& fact) {
                const RuleAction action = m_ruleset.rule(m_ruleset.ruleAt(entry.first.chain, fact.first)).action;
                return fact.mark == RowMark::matched
                       && (action == RuleAction::accept || action == RuleAction::drop || action == RuleAction::target);
            };
            return entry.first.phase == phase && std::ranges::any_of(entry.second.rules, acts);
        });
    }

    std::size_t countChains() const
    {
        std::set<ChainId> chains;
        for (const PictureBlock& block : m_picture.blocks)
            if (block.group == 0)
                chains.insert(block.visit.chain);
        for (const auto* gates : {&m_picture.before, &m_picture.after})
            for (const PictureGate& gate : *gates)
                chains.insert(gate.chain);
        return chains.size();
    }

    struct GroupRow
    {
        std::uint32_t from;
        std::uint32_t row;
        std::uint32_t to;
    };

    const Trace& m_trace;
    const Ruleset& m_ruleset;
    const CourseFlow& m_flow;
    const Unfolded& m_unfolded;
    TraceFacts m_facts;
    PathPicture m_picture;
    std::vector<GroupRow> m_groups;
    std::map<std::size_t, std::optional<std::uint32_t>> m_ends;
    std::map<std::uint32_t, std::optional<std::uint32_t>> m_groupEnds;
};

}  // namespace

std::uint32_t PathPicture::blockOf(const ChainVisit& visit) const
{
    for (std::uint32_t i = 0; i < blocks.size(); ++i)
        if (blocks[i].group == 0 && blocks[i].visit == visit)
            return i;
    return nowhere;
}

PathPicture pathPictureOf(const TracePtr& trace, const CourseFlow& flow, const Unfolded& unfolded)
{
    return PictureMaker(trace, flow, unfolded).all();
}

}  // namespace natwalk
