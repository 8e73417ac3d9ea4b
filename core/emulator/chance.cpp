#include "emulator/chance.h"

#include <Random123/philox.h>

namespace natwalk {

namespace {

constexpr std::uint32_t low(std::uint64_t value) { return static_cast<std::uint32_t>(value); }

constexpr std::uint32_t high(std::uint64_t value) { return static_cast<std::uint32_t>(value >> 32); }

}  // namespace

std::uint32_t Dice::bits(Stream stream, std::uint32_t draw) const
{
    const r123::Philox4x32::key_type key = {{low(m_seed), high(m_seed)}};
    const r123::Philox4x32::ctr_type counter = {
        {draw, static_cast<std::uint32_t>(stream), low(m_trial), high(m_trial)}};
    return r123::Philox4x32()(counter, key)[0];
}

bool Dice::decide(const Fork& fork)
{
    if (fork.doubtful)
        return false;
    // Linux net/netfilter/xt_statistic.c: (get_random_u32() & 0x7FFFFFFF) < probability
    return (bits(Stream::decisions, m_decisions++) & 0x7fffffffU) < fork.probability.k;
}

std::uint32_t Dice::number(std::uint32_t below)
{
    return high(std::uint64_t{bits(Stream::numbers, m_numbers++)} * below);
}

bool Forced::decide(const Fork& fork)
{
    if (fork.doubtful)
        return false;
    if (m_next < m_outcomes.size())
        return m_outcomes[m_next++];
    return fork.probability.k >= Probability::whole / 2;
}

std::uint32_t Forced::number(std::uint32_t /*below*/) { return 0; }

}  // namespace natwalk
