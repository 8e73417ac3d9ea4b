// What a ruleset owns lies in one arena: half the memory of single allocations, and given back at once.
#pragma once

#include <algorithm>
#include <cstring>
#include <memory_resource>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace natwalk {

/// Memory that is only ever added to, and given back when the arena goes.
class Arena
{
public:
    Arena() = default;
    Arena(const Arena&) = delete;
    Arena& operator=(const Arena&) = delete;
    ~Arena()
    {
        std::for_each(m_destructors.rbegin(), m_destructors.rend(),
                      [](const Destructor& last) { last.destroy(last.object); });
    }

    /// Makes an object that lives as long as the arena.
    template <typename T, typename... Arguments>
    const T* make(Arguments&&... arguments)
    {
        void* place = m_memory.allocate(sizeof(T), alignof(T));
        const T* object = new (place) T(std::forward<Arguments>(arguments)...);
        if constexpr (!std::is_trivially_destructible_v<T>)
            m_destructors.push_back({object, [](const void* what) { static_cast<const T*>(what)->~T(); }});
        return object;
    }

    /// Copies a text into the arena.
    std::string_view keep(std::string_view text)
    {
        if (text.empty())
            return {};
        char* place = static_cast<char*>(m_memory.allocate(text.size(), 1));
        std::memcpy(place, text.data(), text.size());
        return {place, text.size()};
    }

    /// Copies a list of plain values into the arena.
    template <typename T>
    std::span<const T> keep(std::span<const T> values)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        if (values.empty())
            return {};
        T* place = static_cast<T*>(m_memory.allocate(values.size_bytes(), alignof(T)));
        std::memcpy(static_cast<void*>(place), values.data(), values.size_bytes());
        return {place, values.size()};
    }

private:
    struct Destructor
    {
        const void* object;
        void (*destroy)(const void*);
    };

    static constexpr std::size_t firstBytes = 65536;

    std::pmr::monotonic_buffer_resource m_memory{firstBytes};
    std::vector<Destructor> m_destructors;
};

}  // namespace natwalk
