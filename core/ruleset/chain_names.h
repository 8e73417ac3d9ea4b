// Names of chains to their ids: one flat table with stored hashes, used while a ruleset is built and afterwards.
#pragma once

#include "ruleset/hook.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace natwalk {

struct Chain;

class ChainNames
{
public:
    static constexpr std::uint32_t none = 0xffffffffU;

    /// The place of a chain in `chains` (the list that add() was told of), or none.
    std::uint32_t find(TableName table, std::string_view name, std::span<const Chain> chains) const;
    /// Remembers the last of `chains`; it must not be known yet.
    void addLast(std::span<const Chain> chains);

private:
    struct Slot
    {
        std::uint32_t hash = 0;
        std::uint32_t chain = none;
    };

    void put(Slot entry);
    void grow();

    std::vector<Slot> m_slots;  // a power of two, at most half full
    std::size_t m_count = 0;
};

}  // namespace natwalk
