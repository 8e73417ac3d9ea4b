// How often somebody who watches is shown what was done.
#pragma once

#include <chrono>

namespace natwalk {

/// Fifty times a second: a window draws at least thirty, even where a glance comes late.
class Glances
{
public:
    /// Whether it is time for one; the first at once.
    bool isDue()
    {
        const auto now = std::chrono::steady_clock::now();
        if (now < m_next)
            return false;
        m_next = now + apart;
        return true;
    }

    static constexpr std::chrono::milliseconds apart{20};

private:
    std::chrono::steady_clock::time_point m_next;
};

}  // namespace natwalk
