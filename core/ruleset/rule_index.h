// Long chains by exact destination: the same answer as reading every rule, in constant time.
//
// A rule that demands one destination address can only match packets to it; one that demands one destination port
// (KUBE-NODEPORTS) only packets to that. All others are candidates for every packet. A walk merges the three in order.
#pragma once

#include "ruleset/rule.h"

#include <cstdint>
#include <span>
#include <vector>

namespace natwalk {

class RuleIndex
{
public:
    explicit RuleIndex(std::span<const Rule> rules);

    /// The first rule at or after `from` (index within the chain, from 0) that may match; rules.size() when none may.
    ///
    /// @param from  at most rules.size()
    std::uint32_t nextCandidate(std::uint32_t from, const Packet& packet) const;

private:
    using Places = std::vector<std::uint32_t>;
    struct Bucket
    {
        std::uint64_t key = 0;
        std::uint32_t first = 0;
        std::uint32_t count = 0;
    };

    std::size_t slotOf(std::uint64_t key) const;
    std::uint32_t firstIn(std::uint64_t key, std::uint32_t from) const;

    Places m_rest;                ///< by rule, and one more: the first candidate for every packet at or after it
    std::vector<Bucket> m_slots;  ///< by destination or port; open addressing, at most half full
    Places m_places;              ///< of all buckets, side by side
    std::uint32_t m_size = 0;
};

}  // namespace natwalk
