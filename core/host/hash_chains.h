// Numbers from 0 on, chained by a hash that many of them may share: taking one out costs the same however many do.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace natwalk {

class HashChains
{
public:
    /// Forgets all, and makes as many chains as so many numbers need.
    void reset(std::size_t numbers)
    {
        m_heads.assign(std::bit_ceil(numbers + 1), 0);
        m_links.clear();
    }
    /// Before its first reset it has no chains.
    bool isMade() const { return !m_heads.empty(); }
    void clear() { m_heads.clear(); }

    /// Has memory bring what append() changes, while other things are done.
    void fetch(std::uint32_t hash) const { __builtin_prefetch(&m_heads[chainOf(hash)]); }

    /// The next number: as many as there are.
    void append(std::uint32_t hash)
    {
        std::uint32_t& head = m_heads[chainOf(hash)];
        m_links.push_back({head, 0});
        const auto number = static_cast<std::uint32_t>(m_links.size());
        if (head != 0)
            linkOf(head).before = number;
        head = number;
    }

    /// Takes a number out; the last one becomes it.
    /// @param lastHash  of the last number
    void erase(std::uint32_t hash, std::uint32_t number, std::uint32_t lastHash)
    {
        const std::uint32_t name = number + 1;
        const Link gone = linkOf(name);
        join(hash, gone.before, gone.behind);
        const auto last = static_cast<std::uint32_t>(m_links.size());
        if (name != last) {
            const Link moved = linkOf(last);
            linkOf(name) = moved;
            if (moved.behind != 0)
                linkOf(moved.behind).before = name;
            (moved.before == 0 ? m_heads[chainOf(lastHash)] : linkOf(moved.before).behind) = name;
        }
        m_links.pop_back();
    }

    /// All numbers with this hash, and some others.
    template <typename Use>
    void forEach(std::uint32_t hash, const Use& use) const
    {
        for (std::uint32_t name = m_heads[chainOf(hash)]; name != 0; name = m_links[name - 1].behind)
            use(name - 1);
    }

private:
    /// Neighbours in a chain, each a number and 1; 0: none.
    struct Link
    {
        std::uint32_t behind;
        std::uint32_t before;
    };

    std::size_t chainOf(std::uint32_t hash) const { return hash & (m_heads.size() - 1); }
    Link& linkOf(std::uint32_t name) { return m_links[name - 1]; }

    void join(std::uint32_t hash, std::uint32_t before, std::uint32_t behind)
    {
        if (behind != 0)
            linkOf(behind).before = before;
        (before == 0 ? m_heads[chainOf(hash)] : linkOf(before).behind) = behind;
    }

    std::vector<std::uint32_t> m_heads;
    std::vector<Link> m_links;
};

}  // namespace natwalk
