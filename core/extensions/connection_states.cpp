#include "extensions/connection_states.h"

namespace natwalk {

namespace {

std::uint32_t plainState(TrackState state)
{
    switch (state) {
    case TrackState::invalid: return 1U << 0;
    case TrackState::newConnection: return 1U << 1;
    case TrackState::related: return 1U << 2;
    case TrackState::established: return 1U << 3;
    case TrackState::untracked: return 1U << 4;
    }
    return 0;
}

}  // namespace

std::uint32_t connectionStates(const MatchContext& context)
{
    std::uint32_t states = plainState(context.tracking);
    if (context.connection == nullptr)
        return states;
    if (context.connection->has(status::sourceNat))
        states |= 1U << 5;
    if (context.connection->has(status::destinationNat))
        states |= 1U << 6;
    return states;
}

}  // namespace natwalk
