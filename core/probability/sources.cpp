#include "probability/sources.h"

#include "probability/fate.h"

#include <cmath>
#include <numeric>

namespace natwalk {

namespace {

/// Two sources are alike whose shares differ by less.
constexpr double alike = 1e-12;

/// A sum that keeps what small terms add to a large one (Neumaier).
class Sum
{
public:
    void add(double term)
    {
        const double sum = m_sum + term;
        m_lost += std::abs(m_sum) >= std::abs(term) ? (m_sum - sum) + term : (term - sum) + m_sum;
        m_sum = sum;
    }
    double value() const { return m_sum + m_lost; }

private:
    double m_sum = 0;
    double m_lost = 0;
};

class Mixing
{
public:
    explicit Mixing(double totalWeight) : m_total(totalWeight) {}

    void add(const Distribution& distribution, double weight)
    {
        SourceShares source;
        source.weight = weight / m_total;
        source.uncovered = distribution.uncovered;
        for (const OutcomeShare& outcome : distribution.outcomes)
            source.shares.emplace_back(add(outcome, source.weight), outcome.probability);
        m_uncovered.add(distribution.uncovered * source.weight);
        m_mixed.all.depends |= distribution.depends;
        m_mixed.all.remembers |= distribution.remembers;
        m_mixed.sources.push_back(std::move(source));
    }

    SourcesDistribution all()
    {
        for (std::size_t i = 0; i < m_sums.size(); ++i) {
            OutcomeShare& outcome = m_mixed.all.outcomes[i];
            outcome.probability = m_sums[i].probability.value();
            outcome.least = m_sums[i].least.value();
            outcome.assumed = m_sums[i].assumed.value();
        }
        m_mixed.all.uncovered = m_uncovered.value();
        return std::move(m_mixed);
    }

private:
    struct Sums
    {
        Sum probability, least, assumed;
    };

    std::uint32_t add(const OutcomeShare& outcome, double weight)
    {
        const std::size_t index = m_fates.add(fateOf(outcome.verdict, outcome.result));
        if (index == m_sums.size()) {
            m_sums.emplace_back();
            m_mixed.all.outcomes.push_back(outcome);
            m_mixed.all.outcomes.back().exact.reset();
            m_mixed.all.outcomes.back().courses = 0;
        }
        m_sums[index].probability.add(outcome.probability * weight);
        m_sums[index].least.add(outcome.least * weight);
        m_sums[index].assumed.add(outcome.assumed * weight);
        m_mixed.all.outcomes[index].courses += outcome.courses;
        m_mixed.all.outcomes[index].doubted |= outcome.doubted;
        return static_cast<std::uint32_t>(index);
    }

    double m_total;
    FateTable m_fates;
    std::vector<Sums> m_sums;
    Sum m_uncovered;
    SourcesDistribution m_mixed;
};

}  // namespace

bool SourcesDistribution::areAlike() const
{
    for (const SourceShares& source : sources) {
        if (source.shares.size() != all.outcomes.size())
            return false;
        for (const auto& [outcome, share] : source.shares)
            if (std::abs(share - all.outcomes[outcome].probability) > alike)
                return false;
    }
    return true;
}

SourcesDistribution distributionOver(const DocumentPtr& document, const std::shared_ptr<const State>& before,
                                     std::span<const WeightedPacket> sources, const Checkpoint& goOn)
{
    const double total = std::accumulate(sources.begin(), sources.end(), 0.0,
                                         [](double sum, const WeightedPacket& each) { return sum + each.weight; });
    Mixing mixing(total);
    for (std::size_t i = 0; i < sources.size(); ++i) {
        const auto part = [&](double done) {
            return goOn((static_cast<double>(i) + done) / static_cast<double>(sources.size()));
        };
        const Distribution one = distributionOf({document, before, sources[i].packet}, part);
        if (one.stopped || !part(1)) {
            SourcesDistribution stopped = mixing.all();
            stopped.all.stopped = true;
            return stopped;
        }
        mixing.add(one, sources[i].weight);
    }
    return mixing.all();
}

}  // namespace natwalk
