// What the picture of a packet's way shows, before anything has a size: chains with the rows that matter, the flow of
// probability from row to chain, gates, endpoints.
#pragma once

#include "ui/graph/course_flow.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace natwalk {

inline constexpr std::size_t noStep = std::numeric_limits<std::size_t>::max();
inline constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();

enum class RowKind : std::uint8_t {
    rule,
    passed,     ///< a run that did not match, for one reason
    unreached,  ///< a run that no course needs
    others,     ///< a run by which other courses leave, too many to show
    policy      ///< the end of a built-in chain
};

enum class RowMark : std::uint8_t { none, matched, failed };

/// One row of a chain: a rule, or a run of them.
struct PictureRow
{
    RowKind kind = RowKind::rule;
    RuleId rule = noRule;     ///< the first one; noRule for a policy
    std::uint32_t first = 0;  ///< its number, from 1
    std::uint32_t last = 0;
    RowMark mark = RowMark::none;  ///< how the packet shown fared
    Refusal refusal{};             ///< why it did not match; Nothing where reasons differ
    std::optional<Drawn> drawn{};  ///< the draw of the packet shown
    double goesOn = 0;             ///< share of all packets that drew here and did not match
    double flow = 0;               ///< share that leaves the phase by this row, or by a chain that it leads to
    double visits = 0;             ///< share that goes into the chain it leads to and comes back
    std::size_t step = noStep;     ///< of the trace shown; noStep: it does not read this row
    std::size_t lastStep = noStep;

    bool isRun() const { return kind != RowKind::rule && kind != RowKind::policy; }
    bool tellsOf(RuleId id) const
    {
        return rule != noRule && id >= rule
               && static_cast<std::uint32_t>(id) - static_cast<std::uint32_t>(rule) <= last - first;
    }
};

/// A chain in one phase, or the chains that `others` rows lead to.
struct PictureBlock
{
    ChainVisit visit;         ///< of a group: the chain whose rows are folded
    std::size_t group = 0;    ///< how many chains stand behind this block; 0: it is a chain
    double flow = 0;          ///< share of all packets that come here
    bool onCourse = false;    ///< the packet shown does
    std::uint32_t depth = 0;  ///< jumps from the built-in chain
    std::vector<PictureRow> rows;
    std::vector<bool> draws{};  ///< a course that comes here
    std::size_t step = noStep;  ///< of entering it
};

/// From a row to the header of another block.
struct PictureJump
{
    std::uint32_t from = 0;
    std::uint32_t row = 0;
    std::uint32_t to = 0;
    double flow = 0;  ///< share that does not come back
    bool onCourse = false;
    std::size_t step = noStep;
};

/// Where packets leave the main phase for their endpoint.
struct PictureExit
{
    std::uint32_t from = 0;
    std::uint32_t row = nowhere;  ///< nowhere: a block without rows (a group)
    std::uint32_t to = 0;         ///< endpoint
    double flow = 0;
    bool onCourse = false;
};

/// An end that packets come to.
struct PictureEndpoint
{
    std::size_t group = 0;  ///< how many ends are told in one; 0: it is one
    double share = 0;
    bool onCourse = false;
    Verdict verdict{};
    Packet out{};
    std::vector<bool> draws{};  ///< a course that ends here
};

/// A phase beside the main one: a narrow gate while it is closed, its chains below each other when open.
struct PictureGate
{
    Phase phase;
    ChainId chain = noChain;  ///< the built-in chain
    double flow = 0;
    bool onCourse = false;
    bool open = false;
    std::vector<std::uint32_t> blocks{};  ///< when open: in the order in which they are met
    std::size_t first = noStep;           ///< steps of the trace shown
    std::size_t last = noStep;
};

/// What somebody unfolded: runs by chain and first rule, phases by themselves.
struct Unfolded
{
    std::set<std::pair<ChainVisit, RuleId>> runs;
    std::set<Phase> opened;
    std::set<Phase> closed;
};

/// A service of a large ruleset, and the chains that stand for it.
struct PictureCell
{
    std::string name;
    std::vector<ChainId> chains;  ///< the service's first
    std::uint32_t parts = 0;      ///< how many of them are endpoints
    bool onCourse = false;
};

/// Services of one namespace, or chains that stand for none.
struct PictureGroup
{
    std::string title;
    bool isOther = false;
    std::vector<PictureCell> cells;
};

/// Either blocks with their flows, or (a large ruleset, all of it) groups of services.
struct PathPicture
{
    TracePtr trace;
    Phase main;
    std::vector<PictureBlock> blocks;  ///< of the main phase first; the first block is its built-in chain
    std::size_t mainBlocks = 0;
    std::vector<PictureJump> jumps;  ///< in rule order
    std::vector<PictureExit> exits;
    std::vector<PictureEndpoint> endpoints;
    std::vector<PictureGate> before;  ///< phases before the main one
    std::vector<PictureGate> after;
    std::vector<PictureGroup> groups;
    std::string groupsFrom;  ///< of groups: the chain that leads to most of them
    std::size_t chainsShown = 0;

    std::uint32_t blockOf(const ChainVisit& visit) const;  ///< nowhere when it is not shown
    /// Gates are numbered from the main phase on, then from the entry to it.
    const PictureGate& gateAt(std::size_t index) const
    {
        return index < after.size() ? after[index] : before[index - after.size()];
    }
    std::size_t gateCount() const { return after.size() + before.size(); }
};

/// The picture of one trace among the courses of its question.
PathPicture pathPictureOf(const TracePtr& trace, const CourseFlow& flow, const Unfolded& unfolded = {});

}  // namespace natwalk
