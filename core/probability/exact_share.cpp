#include "probability/exact_share.h"

#include <algorithm>

namespace natwalk {

ExactShare& ExactShare::operator+=(const ExactShare& more)
{
    const std::uint32_t common = std::max(log2Denominator, more.log2Denominator);
    numerator <<= common - log2Denominator;
    numerator += more.numerator << (common - more.log2Denominator);
    log2Denominator = common;
    return *this;
}

void ExactShare::reduce()
{
    if (numerator == 0) {
        log2Denominator = 0;
        return;
    }
    const std::uint32_t shift = std::min(static_cast<std::uint32_t>(lsb(numerator)), log2Denominator);
    numerator >>= shift;
    log2Denominator -= shift;
}

}  // namespace natwalk
