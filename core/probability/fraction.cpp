#include "probability/fraction.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace natwalk {

namespace {

constexpr std::uint32_t largestBelow = 10'000;
constexpr std::uint32_t largestBelowOfFiveDigits = 100;
constexpr std::uint32_t largestUnitOfFiveDigits = 400;
constexpr double alike = 1e-3;

double writtenWith(double share, double places) { return std::round(share * places) / places; }

bool becomes(const Fraction& fraction, Probability probability)
{
    const double share = fraction.share();
    if (Probability::nearest(share) == probability || Probability::nearest(writtenWith(share, 1e10)) == probability)
        return true;
    const bool isPlain = fraction.below <= largestBelowOfFiveDigits
                         || (fraction.above == 1 && fraction.below <= largestUnitOfFiveDigits);
    return isPlain && Probability::nearest(writtenWith(share, 1e5)) == probability;
}

std::string endOf(const OutcomeShare& outcome)
{
    const Packet& result = outcome.result;
    return outcome.endpoint.value_or(endpointText(result.dst, result.dport, result.protocol));
}

}  // namespace

std::string toText(const Fraction& fraction)
{
    const std::string above = std::to_string(fraction.above);
    return fraction.below == 1 ? above : above + '/' + std::to_string(fraction.below);
}

std::optional<Fraction> meantBy(Probability probability)
{
    for (std::uint32_t below = 1; below <= largestBelow; ++below) {
        const Fraction fraction{static_cast<std::uint32_t>(std::lround(probability.share() * below)), below};
        if (becomes(fraction, probability))
            return fraction;
    }
    return {};
}

Message Unevenness::sentence(const Distribution& distribution) const
{
    std::array<char, 32> more{};
    std::snprintf(more.data(), more.size(), "%.1e", difference);
    return message(MessageId::MeantAlike, "1/" + std::to_string(among), endOf(distribution.outcomes[most]),
                   std::string(more.data()), endOf(distribution.outcomes[least]));
}

std::optional<Unevenness> unevennessOf(const Distribution& distribution)
{
    const auto& outcomes = distribution.outcomes;
    if (outcomes.size() < 2 || distribution.depends || distribution.uncovered > 0)
        return {};
    const auto [least, most] = std::ranges::minmax_element(outcomes, {}, &OutcomeShare::probability);
    const double difference = most->probability - least->probability;
    if (difference <= 0 || difference > alike * least->probability)
        return {};
    const auto index = [&](auto outcome) { return static_cast<std::size_t>(outcome - outcomes.begin()); };
    return Unevenness{outcomes.size(), index(most), index(least), difference};
}

}  // namespace natwalk
