// A share in fixed point, finer than a double: exact enough for any number of draws.
#pragma once

#include "ruleset/probability.h"

#include <cmath>
#include <compare>
#include <cstdint>

namespace natwalk {

/// A share in units of 2^-96. A product loses less than one unit, a sum nothing: after a million draws and a million
/// courses a double made of it is still the nearest but one.
class FineShare
{
public:
    static constexpr FineShare none() { return FineShare(0); }
    static constexpr FineShare whole() { return FineShare(Wide{1} << fineness); }

    /// The share of this share that falls to a chance.
    constexpr FineShare times(Probability chance) const
    {
        constexpr Wide remainder = (Wide{1} << 31) - 1;
        return FineShare((m_units >> 31) * chance.k + (((m_units & remainder) * chance.k) >> 31));
    }
    /// The share of this share that falls to another one, less than two units too small.
    constexpr FineShare times(FineShare other) const
    {
        constexpr int half = fineness / 2;
        constexpr Wide low = (Wide{1} << half) - 1;
        const Wide a = m_units >> half;
        const Wide b = other.m_units >> half;
        const Wide mixed = a * (other.m_units & low) + b * (m_units & low);
        return FineShare(a * b + (mixed >> half));
    }
    constexpr FineShare& operator+=(FineShare other)
    {
        m_units += other.m_units;
        return *this;
    }
    double value() const { return std::ldexp(static_cast<double>(m_units), -fineness); }

    constexpr auto operator<=>(const FineShare&) const = default;

private:
    __extension__ using Wide = unsigned __int128;
    static constexpr int fineness = 96;

    constexpr explicit FineShare(Wide units) : m_units(units) {}

    Wide m_units;
};

}  // namespace natwalk
