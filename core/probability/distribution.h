// Where connections end up, exactly.
#pragma once

#include "emulator/question.h"
#include "probability/branches.h"
#include "text/checkpoint.h"

#include <boost/multiprecision/cpp_int.hpp>

#include <optional>
#include <string>
#include <vector>

namespace natwalk {

/// A probability as a fraction: numerator / 2^log2Denominator.
struct ExactShare
{
    boost::multiprecision::cpp_int numerator = 0;
    std::uint32_t log2Denominator = 0;
};

/// Courses that end alike: same verdict, same endpoint, same masquerading.
struct OutcomeShare
{
    double probability = 0;
    std::optional<ExactShare> exact; ///< nothing above 4,096 bits
    Verdict verdict;
    std::optional<std::string> endpoint; ///< "192.168.166.157:80" where the destination was rewritten
    bool masqueraded = false;
    Packet result;                   ///< of its first course
    std::size_t courses = 0;
    std::vector<bool> course;        ///< the draws of its likeliest course, for Forced{}
    bool doubted = false;
};

/// Outcomes in the order of their first course (the order of the rules); shares sum to 1 - uncovered.
struct Distribution
{
    std::vector<OutcomeShare> outcomes;
    double uncovered = 0;
    bool depends = false;   ///< some outcomes hang on a doubt: their probabilities do not sum to 1
    bool stopped = false;

    /// The index of the outcome that a walk ended in; nothing when it is not listed.
    std::optional<std::size_t> outcomeOf(const Verdict& verdict, const Packet& out) const;
    std::size_t likeliest() const;
};

Distribution distributionOf(const Question& question, const Checkpoint& goOn = keepGoing);

} // namespace natwalk
