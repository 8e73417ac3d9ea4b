#include "probability/find_trial.h"

#include "probability/histories.h"
#include "probability/snapshots.h"

#include <algorithm>

namespace natwalk {

namespace {

/// Trials from one to another, looked through for one that ends in an outcome.
class Search
{
public:
    Search(const Question& question, const Trials& trials, std::size_t outcome, const Checkpoint& goOn)
        : m_question(question)
        , m_trials(trials)
        , m_outcome(outcome)
        , m_goOn(goOn)
    {}

    std::optional<std::uint64_t> lookAtEach(std::uint64_t from, std::uint64_t until) const
    {
        for (std::uint64_t trial = from; trial < until && mayGoOn(trial); ++trial) {
            const TracePtr trace = replayTrial(m_question, m_trials, trial);
            if (trace && isWanted(trace->verdict, trace->packetOut))
                return trial;
        }
        return {};
    }

    std::optional<std::uint64_t> goThroughHistories(std::uint64_t from, std::uint64_t until) const
    {
        while (from < until) {
            const std::uint64_t end = std::min(until, firstTrialOf(m_trials.plan, replicaOf(m_trials.plan, from) + 1));
            auto history = historyBefore(m_question, m_trials.plan, m_trials.snapshots.get(), from, m_goOn);
            if (!history)
                return {};
            for (; from < end; ++from) {
                if (!mayGoOn(from))
                    return {};
                const History::Connected connected = history->next();
                if (isWanted(connected.opening.verdict, connected.opening.packet))
                    return from;
            }
        }
        return {};
    }

private:
    bool isWanted(const Verdict& verdict, const Packet& out) const
    {
        return m_trials.expected.outcomeOf(verdict, out) == m_outcome;
    }

    bool mayGoOn(std::uint64_t trial) const
    {
        constexpr std::uint64_t betweenQuestions = 256;
        return trial % betweenQuestions != 0 || m_goOn(0);
    }

    const Question& m_question;
    const Trials& m_trials;
    std::size_t m_outcome;
    const Checkpoint& m_goOn;
};

}  // namespace

std::optional<std::uint64_t> findTrial(const Question& question, const Trials& trials, std::size_t outcome,
                                       std::uint64_t from, std::uint64_t most, const Checkpoint& goOn)
{
    const std::uint64_t until = std::min(trials.done, from + most);
    const Search search(question, trials, outcome, goOn);
    return trials.history ? search.goThroughHistories(from, until) : search.lookAtEach(from, until);
}

}  // namespace natwalk
