// Network address translation: choosing addresses and ports, and rewriting packets.
//
// Source: Linux net/netfilter/nf_nat_core.c, nf_nat_proto.c, nf_nat_masquerade.c, nf_nat_redirect.c.
#pragma once

#include "emulator/chance.h"
#include "emulator/tracking.h"
#include "host/host.h"
#include "ruleset/target.h"

namespace natwalk {

/// Which half of a tuple nat rewrites at a hook: the destination at PREROUTING and OUTPUT, the source at INPUT and
/// POSTROUTING.
constexpr ManipType manipAt(Hook hook)
{
    return hook == Hook::prerouting || hook == Hook::output ? ManipType::destination : ManipType::source;
}

/// Whether the connection was already bound for this half (nf_nat_initialized).
bool isBound(const Connection& connection, ManipType manip);

/// Binds a connection that is not confirmed yet to addresses and ports of a range; an empty range keeps what it has,
/// except for a port that another connection holds.
void bind(Connection& connection, ManipType manip, const NatRange& range, const State& state, Chance& chance);

/// Binds it to the addresses that it has, as where no rule matched (nf_nat_alloc_null_binding).
void bindAsItIs(Connection& connection, ManipType manip, const State& state, Chance& chance);

/// MASQUERADE's range: the address of the outgoing device; nothing when it has none.
std::optional<NatRange> masqueradeRange(const Masquerade& masquerade, const Host& host, const Packet& packet,
                                        const Address& nextHop);

/// REDIRECT's range: 127.0.0.1 for packets made here, else the incoming device's first address; nothing when it has
/// none.
std::optional<NatRange> redirectRange(const Redirect& redirect, const Host& host, const Packet& packet, Hook hook);

/// Whether packets of this flow are rewritten at this hook.
bool translates(const Flow& flow, const State& state, Hook hook);

/// Rewrites a packet as its connection asks at this hook; ICMP errors together with the packet they quote.
void translate(Packet& packet, const Flow& flow, const State& state, Hook hook);

}  // namespace natwalk
