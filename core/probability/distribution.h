// Where connections end up, exactly.
#pragma once

#include "emulator/question.h"
#include "probability/branches.h"
#include "probability/exact_share.h"
#include "text/checkpoint.h"

#include <optional>
#include <string>
#include <vector>

namespace natwalk {

/// Courses that end alike: same verdict, same endpoint, same masquerading.
struct OutcomeShare
{
    double probability = 0;               ///< exact to 1e-15; where it hangs on a doubt, the largest it can be
    double least = 0;                     ///< the smallest it can be: `probability`, but for doubts
    double assumed = 0;                   ///< if every doubtful match says no, as trials take it
    std::optional<ExactShare> exact;      ///< nothing above 4,096 bits, or where it hangs on a doubt
    Verdict verdict;                      ///< of its first course
    std::optional<std::string> endpoint;  ///< "192.168.166.157:80" where it arrives with another destination
    bool masqueraded = false;
    Packet result;               ///< of its first course
    std::uint64_t courses = 0;   ///< 2^63 at most
    std::vector<bool> course;    ///< the draws of its likeliest course, for Forced{}
    std::vector<Fork> supposed;  ///< doubtful forks which that course takes as yes, for Supposing{}
    bool doubted = false;        ///< something on the way was only approximated
};

/// Outcomes in the order of their first course (the order of the rules); shares sum to 1 - uncovered.
struct Distribution
{
    std::vector<OutcomeShare> outcomes;
    double uncovered = 0;
    bool depends = false;    ///< some outcomes hang on a doubt: their probabilities do not sum to 1
    bool remembers = false;  ///< rules remember this packet: the next one may fare otherwise
    bool stopped = false;
    bool merged = false;  ///< courses were too many to follow each: those that went on alike were followed as one

    /// The index of the outcome that a walk ended in; nothing when it is not listed.
    std::optional<std::size_t> outcomeOf(const Verdict& verdict, const Packet& out) const;
    /// The index of the likeliest outcome, the first of equals; 0 when there is none.
    std::size_t likeliest() const;
};

Distribution distributionOf(const Question& question, const Checkpoint& goOn = keepGoing);

/// The same from courses that are already known.
Distribution distributionOf(const Branches& branches);

/// What a walk ended in, as an outcome of which no share is known (0).
OutcomeShare outcomeWithoutShare(const Verdict& verdict, const Packet& out);

}  // namespace natwalk
