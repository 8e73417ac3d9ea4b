// What conntrack makes of a packet: its connection, its direction, its state.
// Source: Linux net/netfilter/nf_conntrack_core.c, nf_conntrack_proto_{udp,icmp,generic}.c.
#pragma once

#include "host/state.h"
#include "text/message.h"

#include <optional>

namespace natwalk {

/// A packet's connection while it is on its way.
struct Flow
{
    static constexpr std::size_t noEntry = static_cast<std::size_t>(-1);

    TrackState state = TrackState::invalid;
    Direction direction = Direction::original;
    bool tracked = false;  ///< false: no connection belongs to the packet (invalid, untracked, not looked up yet)
    std::size_t entry = noEntry;           ///< in the table; noEntry: `own` is it
    Connection own{};                      ///< being made by this packet, or no longer in the table
    MessageId doubt = MessageId::Nothing;  ///< why this may be otherwise
    bool isTemplate = false;               ///< conntrack is still to look, and makes a connection like `own`

    /// The packet's connection; null where it has none.
    Connection* connection(State& now)
    {
        return !tracked ? nullptr : entry == noEntry ? &own : &now.connections[entry];
    }
    const Connection* connection(const State& now) const
    {
        return !tracked ? nullptr : entry == noEntry ? &own : &now.connections[entry];
    }
    bool isNew() const { return tracked && state == TrackState::newConnection; }
};

/// Looks a packet up and brings its connection up to date.
/// @param flow  as it begins, without a connection; it gets the packet's
void track(const Packet& packet, std::uint16_t zone, State& state, Flow& flow);

/// How long an entry lives after its latest packet, in seconds.
double timeoutSeconds(const Connection& connection, double now);

/// Makes the entry of a first packet visible to others.
/// @return false when another connection took one of its tuples meanwhile: the packet is dropped
bool confirm(Flow& flow, State& state);

/// Takes a connection out of the table; the packet that it ends with still belongs to it.
void takeOut(Flow& flow, State& state);

/// The flow of an answer that this host makes to a packet of `flow`: it belongs to the same connection.
Flow answering(const Flow& flow, const State& state);

}  // namespace natwalk
