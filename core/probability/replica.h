// A copy of the state before, for walks without number: each is undone, so that a table of many connections is copied
// once.
#pragma once

#include "emulator/walk.h"
#include "host/state.h"

namespace natwalk {

class Replica
{
public:
    /// @param before  must outlive the replica
    explicit Replica(const State& before) : m_before(before), m_state(before) {}

    State& state() { return m_state; }

    /// Whether a walk on this state has changed nothing of it so far.
    bool isUntouched(const Walk& walk) const;

    /// Makes the state what it was before a walk that ended so.
    void restore(const WalkEnd& end);

private:
    const State& m_before;
    State m_state;
};

}  // namespace natwalk
