#include "emulator/chance.h"

#include <Random123/philox.h>

namespace natwalk {

namespace {

constexpr std::uint32_t low(std::uint64_t value) { return static_cast<std::uint32_t>(value); }

constexpr std::uint32_t high(std::uint64_t value) { return static_cast<std::uint32_t>(value >> 32); }

}  // namespace

std::uint32_t Dice::draw(Stream& stream) const
{
    const std::size_t place = stream.drawn % stream.block.size();
    if (place == 0) {
        const r123::Philox4x32::key_type key = {{low(m_seed), high(m_seed)}};
        const r123::Philox4x32::ctr_type counter = {{stream.drawn, stream.id, low(m_trial), high(m_trial)}};
        const auto made = r123::Philox4x32()(counter, key);
        stream.block = {made[0], made[1], made[2], made[3]};
    }
    ++stream.drawn;
    return stream.block[place];
}

bool Dice::decide(const Fork& fork)
{
    if (fork.doubtful)
        return false;
    // Linux net/netfilter/xt_statistic.c: (get_random_u32() & 0x7FFFFFFF) < probability
    return (draw(m_decisions) & 0x7fffffffU) < fork.probability.k;
}

std::uint32_t Dice::number(std::uint32_t below) { return high(std::uint64_t{draw(m_numbers)} * below); }

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
