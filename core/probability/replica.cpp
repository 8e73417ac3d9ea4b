#include "probability/replica.h"

namespace natwalk {

bool Replica::isUntouched(const Walk& walk) const
{
    return walk.flow().entry == Flow::noEntry && m_state.connections.size() == m_before.connections.size()
           && m_state.memory.changes() == m_before.memory.changes();
}

void Replica::restore(const WalkEnd& end)
{
    if (m_state.memory.changes() != m_before.memory.changes())
        m_state.memory = m_before.memory;

    const std::size_t count = m_before.connections.size();
    const bool sameCount = m_state.connections.size() == count;
    if (!end.connection && sameCount)
        return;
    const bool oneMore = end.connection == count && m_state.connections.size() == count + 1;
    if (oneMore)
        m_state.connections.erase(count);
    else
        m_state.connections = m_before.connections;
}

}  // namespace natwalk
