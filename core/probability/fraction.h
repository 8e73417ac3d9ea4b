// The fraction that somebody meant by a probability: kube-proxy's 0.33333333349 is 715827883 / 2^31 and means 1/3.
#pragma once

#include "probability/distribution.h"
#include "ruleset/probability.h"

#include <cstdint>
#include <optional>
#include <string>

namespace natwalk {

struct Fraction
{
    std::uint32_t above = 0;
    std::uint32_t below = 1;

    double share() const { return static_cast<double>(above) / below; }
    bool operator==(const Fraction&) const = default;
};

/// "1/3", "0", "1"
std::string toText(const Fraction& fraction);

/// The fraction with the smallest denominator that becomes this probability when it is written with ten digits (as
/// kube-proxy writes), with five (as it did before 1.19), or in full, and stored by the kernel. Denominators up to
/// 10,000; with five digits, where many fractions look alike, only 1/n up to 400 and denominators up to 100.
std::optional<Fraction> meantBy(Probability probability);

/// How far shares that were meant alike lie apart.
struct Unevenness
{
    std::size_t among = 0;  ///< how many outcomes
    std::size_t most = 0;   ///< indexes of outcomes
    std::size_t least = 0;
    double difference = 0;  ///< of their shares

    /// "Meant are 1/3 each...", naming the two outcomes.
    Message sentence(const Distribution& distribution) const;
};

/// Where all outcomes have nearly the same share (to a thousandth of it) but not the same: the largest difference.
std::optional<Unevenness> unevennessOf(const Distribution& distribution);

}  // namespace natwalk
