// All courses of a packet laid over each other: how much of it comes to each chain, leaves by each rule, ends where.
#pragma once

#include "emulator/chance.h"
#include "emulator/question.h"
#include "text/checkpoint.h"
#include "trace/trace.h"

#include <compare>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace natwalk {

/// One table at one hook: a phase of a packet's way.
struct Phase
{
    Hook hook = Hook::prerouting;
    TableName table = TableName::nat;
    BackEnd backEnd = BackEnd::unknown;  ///< whose, where the ruleset is of both

    auto operator<=>(const Phase&) const = default;
};

/// A chain as it is read in one phase. The same chain may be read again at another hook.
struct ChainVisit
{
    Phase phase;
    ChainId chain = noChain;

    auto operator<=>(const ChainVisit&) const = default;
};

/// Shares of all packets, 0 to 1.
struct ChainFlow
{
    double entered = 0;
    double byPolicy = 0;          ///< fell to the policy (built-in chains)
    std::size_t firstCourse = 0;  ///< the first course that came here
};

struct RuleFlow
{
    double read = 0;  ///< matched, drawn or doubted here
    double matched = 0;
    double ended = 0;  ///< of those that matched: how many did not come back (by jump), or ended here
};

/// Where a course left a phase.
struct PhaseExit
{
    ChainVisit visit;
    std::vector<RuleId> rules;  ///< the jumps that led there, outermost first, and the last rule; empty: by the policy
};

struct CourseSummary
{
    double probability = 0;
    std::vector<bool> draws;       ///< for Forced{}
    std::vector<PhaseExit> exits;  ///< one for each phase, in order
    Verdict verdict;
    Packet out;

    const PhaseExit* exitOf(const Phase& phase) const;  ///< null where it does not come there, or is dropped between
};

struct CourseFlow
{
    std::vector<Phase> phases;  ///< of all courses, in the order in which packets pass them
    std::map<ChainVisit, ChainFlow> chains;
    std::map<std::pair<Phase, RuleId>, RuleFlow> rules;
    std::vector<CourseSummary> courses;
    double uncovered = 0;  ///< the share of courses that were not followed
    bool stopped = false;

    const ChainFlow* find(const ChainVisit& visit) const;
    RuleFlow of(const Phase& phase, RuleId rule) const;
};

using CourseFlowPtr = std::shared_ptr<const CourseFlow>;

/// Follows every course of a question, up to `maximum`.
CourseFlow courseFlowOf(const Question& question, std::size_t maximum, const Checkpoint& goOn = keepGoing);

/// The trace of a course, given the outcomes of its draws.
TracePtr traceOfCourse(const Question& question, const std::vector<bool>& draws);

/// Adds one course to a flow.
void addCourse(CourseFlow& flow, const Trace& trace, double probability);

}  // namespace natwalk
