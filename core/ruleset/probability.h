// The kernel draws 31 random bits and compares: every chance is k / 2^31, exactly.
#pragma once

#include <cmath>
#include <cstdint>

namespace natwalk {

/// A chance of k / 2^31, from never (0) to certain (2^31).
/// @see Linux net/netfilter/xt_statistic.c
struct Probability
{
    static constexpr std::uint32_t whole = 1U << 31;
    std::uint32_t k = whole;

    /// The nearest chance the kernel can store.
    static Probability nearest(double share) { return {static_cast<std::uint32_t>(std::lround(share * whole))}; }
    constexpr double share() const { return static_cast<double>(k) / whole; }
    constexpr bool isCertain() const { return k == whole; }
    constexpr bool isNever() const { return k == 0; }
    constexpr Probability opposite() const { return {whole - k}; }
    constexpr bool operator==(const Probability&) const = default;
};

inline constexpr Probability certain{Probability::whole};
inline constexpr Probability never{0};

}  // namespace natwalk
