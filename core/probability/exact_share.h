// A share without any rounding.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>

#include <cstdint>

namespace natwalk {

/// A probability as a fraction in lowest terms: numerator / 2^log2Denominator.
struct ExactShare
{
    boost::multiprecision::cpp_int numerator = 0;
    std::uint32_t log2Denominator = 0;

    /// Denominators of more bits than this are not written out.
    static constexpr std::uint32_t mostBits = 4096;

    ExactShare& operator+=(const ExactShare& more);
    /// To lowest terms.
    void reduce();
};

}  // namespace natwalk
