// How far a reader may look ahead of the line at hand: all together no more than some times the text, so that a text
// made to be looked at again and again is read in bounded time, too.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace natwalk {

class LookAhead
{
public:
    explicit LookAhead(std::size_t textSize) : m_left(times * textSize + least) {}

    /// As much of what lies ahead as may be looked at.
    std::string_view within(std::string_view ahead) const { return ahead.substr(0, m_left > 0 ? farthest : nearest); }
    /// So many bytes were looked at.
    void spend(std::size_t bytes) { m_left -= std::min(bytes, m_left); }

private:
    static constexpr std::size_t times = 8;
    static constexpr std::size_t least = std::size_t{1} << 20U;
    static constexpr std::size_t farthest = std::string_view::npos;
    static constexpr std::size_t nearest = 256;

    std::size_t m_left;
};

}  // namespace natwalk
