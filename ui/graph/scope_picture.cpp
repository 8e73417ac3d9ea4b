#include "ui/graph/scope_picture.h"

#include "graph/chain_graph.h"
#include "ui/graph/picture_rows.h"
#include "ui/graph/service_grid.h"

#include <algorithm>

namespace natwalk {

namespace {

class Surroundings
{
public:
    Surroundings(PathPicture& picture, const CourseFlow& flow, const Unfolded& unfolded)
        : m_picture(picture)
        , m_ruleset(*picture.trace->ruleset)
        , m_flow(flow)
        , m_unfolded(unfolded)
        , m_shown(m_ruleset.chainCount())
        , m_callers(m_ruleset.chainCount())
    {
        for (const PictureBlock& block : picture.blocks)
            if (block.group == 0)
                m_shown[number(block.visit.chain)] = true;
        for (const Rule& rule : m_ruleset.rules())
            if (rule.destination != noChain)
                ++m_callers[number(rule.destination)];
    }

    void addNeighbours()
    {
        const std::vector<bool> near = m_shown;
        addVisibleCallees();
        for (std::uint32_t i = 0; i < m_ruleset.chainCount(); ++i)
            if (!m_shown[i] && jumpsToOneOf(ChainId{i}, near))
                add(ChainId{i});
    }

    void addAll()
    {
        for (std::uint32_t i = 0; i < m_ruleset.chainCount(); ++i)
            if (!m_shown[i] && m_ruleset.chain(ChainId{i}).ruleCount > 0)
                add(ChainId{i});
    }

    /// Gates become blocks: those that are open have theirs already.
    void spreadGates()
    {
        for (const auto* gates : {&m_picture.before, &m_picture.after})
            for (const PictureGate& gate : *gates)
                if (!gate.open)
                    m_empty.push_back(blockOf(gate));
        m_picture.before.clear();
        m_picture.after.clear();
    }

    void addEmptyChains()
    {
        for (std::uint32_t i = 0; i < m_ruleset.chainCount(); ++i) {
            const ChainId chain{i};
            const auto isKnown = [chain](const PictureBlock& block) { return block.visit.chain == chain; };
            if (!m_shown[i] && m_ruleset.chain(chain).ruleCount == 0 && std::ranges::none_of(m_empty, isKnown))
                m_empty.push_back(blockOf(chain));
        }
    }

    void finish()
    {
        m_picture.mainBlocks = m_picture.blocks.size();
        for (std::uint32_t i = 0; i < m_picture.mainBlocks; ++i)
            if (m_picture.blocks[i].group == 0)
                addLinks(i);
        m_picture.blocks.insert(m_picture.blocks.end(), m_empty.begin(), m_empty.end());
        std::set<ChainId> chains;
        for (const PictureBlock& block : m_picture.blocks)
            chains.insert(block.visit.chain);
        m_picture.chainsShown = chains.size();
    }

private:
    static std::size_t number(ChainId chain) { return static_cast<std::size_t>(chain); }

    bool isHub(ChainId chain) const { return m_callers[number(chain)] > mostCallers; }

    PictureBlock blockOf(ChainId id) const
    {
        const Chain& chain = m_ruleset.chain(id);
        PictureBlock block;
        block.visit = {{chain.hook.value_or(m_picture.main.hook), chain.table}, id};
        return block;
    }

    PictureBlock blockOf(const PictureGate& gate) const
    {
        PictureBlock block = blockOf(gate.chain);
        block.flow = gate.flow;
        block.onCourse = gate.onCourse;
        block.step = gate.first;
        return block;
    }

    void add(ChainId chain)
    {
        PictureBlock block = blockOf(chain);
        block.rows = rowsOf(*m_picture.trace, m_flow, block.visit, nullptr, m_unfolded);
        m_shown[number(chain)] = true;
        m_picture.blocks.push_back(std::move(block));
    }

    void addVisibleCallees()
    {
        const std::size_t count = m_picture.blocks.size();
        for (std::size_t i = 0; i < count; ++i) {
            const std::vector<PictureRow> rows = m_picture.blocks[i].rows;
            for (const PictureRow& row : rows) {
                const ChainId to = row.kind == RowKind::rule ? m_ruleset.rule(row.rule).destination : noChain;
                if (to != noChain && !m_shown[number(to)])
                    add(to);
            }
        }
    }

    bool jumpsToOneOf(ChainId chain, const std::vector<bool>& chains) const
    {
        return std::ranges::any_of(m_ruleset.rulesOf(chain), [&](const Rule& rule) {
            return rule.destination != noChain && chains[number(rule.destination)] && !isHub(rule.destination);
        });
    }

    /// Jumps that no course takes: a line from the row that tells of them.
    void addLinks(std::uint32_t from)
    {
        const PictureBlock& block = m_picture.blocks[from];
        const std::span<const Rule> rules = m_ruleset.rulesOf(block.visit.chain);
        std::set<std::pair<std::uint32_t, std::uint32_t>> known;
        for (const PictureJump& jump : m_picture.jumps)
            if (jump.from == from)
                known.insert({jump.row, jump.to});
        std::uint32_t row = 0;
        for (std::uint32_t i = 0; i < rules.size(); ++i) {
            const ChainId destination = rules[i].destination;
            while (row < block.rows.size() && block.rows[row].last < i + 1)
                ++row;
            if (destination == noChain || isHub(destination) || row == block.rows.size())
                continue;
            const std::uint32_t to = anyBlockOf(destination);
            if (to != nowhere && known.insert({row, to}).second)
                m_picture.jumps.push_back({from, row, to, 0, false, noStep});
        }
    }

    std::uint32_t anyBlockOf(ChainId chain) const
    {
        for (std::uint32_t i = 0; i < m_picture.mainBlocks; ++i)
            if (m_picture.blocks[i].group == 0 && m_picture.blocks[i].visit.chain == chain)
                return i;
        return nowhere;
    }

    PathPicture& m_picture;
    const Ruleset& m_ruleset;
    const CourseFlow& m_flow;
    const Unfolded& m_unfolded;
    std::vector<bool> m_shown;
    std::vector<std::size_t> m_callers;
    std::vector<PictureBlock> m_empty;
};

}  // namespace

PathPicture scopePictureOf(const TracePtr& trace, const CourseFlow& flow, PictureScope scope, const Unfolded& unfolded)
{
    if (scope == PictureScope::path)
        return pathPictureOf(trace, flow, unfolded);
    if (scope == PictureScope::all && trace->ruleset->chainCount() > mostChainsDrawn)
        return serviceGridOf(trace);
    Unfolded open = unfolded;
    open.closed.clear();
    open.opened.insert(flow.phases.begin(), flow.phases.end());
    PathPicture picture = pathPictureOf(trace, flow, open);
    Surroundings surroundings(picture, flow, unfolded);
    surroundings.spreadGates();
    if (scope == PictureScope::all) {
        surroundings.addAll();
        surroundings.addEmptyChains();
    } else {
        surroundings.addNeighbours();
    }
    surroundings.finish();
    return picture;
}

}  // namespace natwalk
