#include "ruleset/chain_names.h"

#include "ruleset/ruleset.h"

#include <functional>

namespace natwalk {

namespace {

std::uint32_t hashOf(TableName table, std::string_view name)
{
    const std::size_t hash =
        std::hash<std::string_view>{}(name) + static_cast<std::size_t>(table) * 0x9e3779b97f4a7c15U;
    return static_cast<std::uint32_t>(hash ^ hash >> 32);
}

}  // namespace

std::uint32_t ChainNames::find(TableName table, std::string_view name, std::span<const Chain> chains) const
{
    if (m_slots.empty())
        return none;
    const std::size_t mask = m_slots.size() - 1;
    const std::uint32_t hash = hashOf(table, name);
    for (std::size_t i = hash & mask; m_slots[i].chain != none; i = (i + 1) & mask) {
        const Slot& slot = m_slots[i];
        if (slot.hash == hash && chains[slot.chain].table == table && chains[slot.chain].name == name)
            return slot.chain;
    }
    return none;
}

void ChainNames::addLast(std::span<const Chain> chains)
{
    if (2 * (m_count + 1) > m_slots.size())
        grow();
    const Chain& chain = chains.back();
    put({hashOf(chain.table, chain.name), static_cast<std::uint32_t>(chains.size() - 1)});
    ++m_count;
}

void ChainNames::put(Slot entry)
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t i = entry.hash & mask;
    while (m_slots[i].chain != none)
        i = (i + 1) & mask;
    m_slots[i] = entry;
}

void ChainNames::grow()
{
    std::vector<Slot> old(m_slots.empty() ? 64 : 2 * m_slots.size());
    old.swap(m_slots);
    for (const Slot& slot : old)
        if (slot.chain != none)
            put(slot);
}

}  // namespace natwalk
