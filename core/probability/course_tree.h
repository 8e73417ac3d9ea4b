// The tree of forks while it grows, and the courses that ended: what following each course and merging them share.
#pragma once

#include "probability/branches.h"
#include "probability/replica.h"

#include <algorithm>
#include <cstdint>
#include <memory>

namespace natwalk {

/// What a course has of its own while it is under way.
struct Way
{
    FineShare share = FineShare::whole();
    FineShare single = FineShare::whole();
    std::uint64_t ways = 1;
    bool supposed = false;
    bool doubtful = false;  ///< a doubtful fork lies behind it
    std::int32_t lastDraw = -1;
    std::uint32_t depth = 0;
};

/// A walk at a fork.
struct Waiting
{
    Walk walk;
    std::unique_ptr<State> state;  ///< null: the state before
    Way way;
};

/// Asked for numbers only (random ports): their choice does not change where a packet ends.
class FirstNumber final : public Chance
{
public:
    bool decide(const Fork& /*fork*/) override { return false; }
    std::uint32_t number(std::uint32_t /*below*/) override { return 0; }
};

class CourseTree
{
public:
    CourseTree(const Question& question, const Checkpoint& goOn)
        : m_question(question)
        , m_goOn(goOn)
        , m_replica(*question.before)
    {}

    const Question& question() const { return m_question; }
    Replica& replica() { return m_replica; }
    State& stateOf(const Waiting& waiting) { return waiting.state ? *waiting.state : m_replica.state(); }
    /// Whether a walk on this state may go on from the state before.
    bool isAsBefore(const State& state, const Walk& walk)
    {
        return &state == &m_replica.state() && m_replica.isUntouched(walk);
    }
    const Fork* run(Walk& walk) { return walk.run(m_numbers, m_nobody); }

    /// One side of a fork.
    Way side(const Way& way, const Fork& fork, bool outcome);
    void end(const Walk& walk, const State& state, const Way& way);
    void cutOff(const Way& way) { m_uncovered += way.share; }

    std::size_t courses() const { return m_branches.courses.size(); }
    /// Asks the checkpoint now and then.
    bool mayGoOn(std::size_t done)
    {
        constexpr std::size_t betweenQuestions = 256;
        if (done % betweenQuestions == 0)
            m_branches.stopped = m_branches.stopped || !m_goOn(std::min(1.0, m_covered.value()));
        return !m_branches.stopped;
    }
    Branches& branches() { return m_branches; }
    Branches finish()
    {
        m_branches.uncovered = std::min(1.0, m_uncovered.value());
        return std::move(m_branches);
    }

private:
    const Question& m_question;
    const Checkpoint& m_goOn;
    Replica m_replica;
    FirstNumber m_numbers;
    Recorder m_nobody;
    Branches m_branches;
    FineShare m_covered = FineShare::none();
    FineShare m_uncovered = FineShare::none();
};

/// Follows what is waiting, ways that will go on alike as one, until all ended or `maximum` courses did.
void followMerging(CourseTree& tree, std::vector<Waiting> waiting, std::size_t maximum);

}  // namespace natwalk
