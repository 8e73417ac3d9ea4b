// Numbers found by the hash of what they stand for. A slot keeps the hash beside the number, so that most others are
// passed without a look at what they stand for, which lies far away in a large table.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace natwalk {

/// Open addressing, at most two thirds full. The same number may stand there with several hashes.
class SlotTable
{
public:
    /// Makes room for so many numbers, and forgets all.
    void reset(std::size_t numbers)
    {
        m_slots.assign(std::bit_ceil(2 * numbers + 1), {});
        m_used = 0;
    }
    void clear() { m_slots.clear(); }
    /// Before its first reset it holds nothing and has no room.
    bool isMade() const { return !m_slots.empty(); }
    bool hasRoomFor(std::size_t more) const { return 3 * (m_used + more) <= 2 * m_slots.size(); }

    /// Has memory bring what a search for this hash begins with, while other things are done.
    void fetch(std::uint32_t hash) const { __builtin_prefetch(&m_slots[hash & mask()]); }

    /// The first number with this hash that is the one.
    template <typename Is>
    std::optional<std::uint32_t> find(std::uint32_t hash, const Is& isIt) const
    {
        for (std::size_t place = hash & mask(); !m_slots[place].isFree(); place = (place + 1) & mask())
            if (m_slots[place].hash == hash && isIt(m_slots[place].number()))
                return m_slots[place].number();
        return {};
    }

    void insert(std::uint32_t hash, std::uint32_t number)
    {
        std::size_t place = hash & mask();
        while (!m_slots[place].isFree())
            place = (place + 1) & mask();
        m_slots[place] = {number + 1, hash};
        ++m_used;
    }

    void rename(std::uint32_t hash, std::uint32_t number, std::uint32_t newNumber)
    {
        m_slots[placeOf(hash, number)] = {newNumber + 1, hash};
    }

    /// Those behind move up where they may, so that no search ends before its time (Knuth, 6.4, algorithm R).
    void erase(std::uint32_t hash, std::uint32_t number)
    {
        std::size_t place = placeOf(hash, number);
        m_slots[place] = {};
        --m_used;
        for (std::size_t next = (place + 1) & mask(); !m_slots[next].isFree(); next = (next + 1) & mask()) {
            const std::size_t home = m_slots[next].hash & mask();
            if (((next - home) & mask()) < ((next - place) & mask()))
                continue;
            m_slots[place] = m_slots[next];
            m_slots[next] = {};
            place = next;
        }
    }

private:
    struct Slot
    {
        std::uint32_t numberAndOne = 0;
        std::uint32_t hash = 0;

        bool isFree() const { return numberAndOne == 0; }
        std::uint32_t number() const { return numberAndOne - 1; }
    };

    std::size_t mask() const { return m_slots.size() - 1; }

    std::size_t placeOf(std::uint32_t hash, std::uint32_t number) const
    {
        std::size_t place = hash & mask();
        while (m_slots[place].numberAndOne != number + 1 || m_slots[place].hash != hash)
            place = (place + 1) & mask();
        return place;
    }

    std::vector<Slot> m_slots;
    std::size_t m_used = 0;
};

}  // namespace natwalk
