// What the two ends of a connection send after its first packet.
#pragma once

#include "packet/packet.h"
#include "trace/verdict.h"

namespace natwalk {

/// Whether a packet came to somebody who may answer it.
bool hasArrived(Outcome outcome);

/// A packet from where another one arrived back to where it seemed to come from; nothing else is set.
/// @param sent  as it left, or was delivered
Packet fromTheOtherEnd(const Packet& sent, Outcome outcome);

/// The first answer: a SYN/ACK, an echo reply, or the same protocol with its ports turned round.
Packet replyTo(const Packet& sent, Outcome outcome);

/// What the sender of a first packet sends once it was answered.
/// @param first  as it entered
Packet followUpOf(const Packet& first);

}  // namespace natwalk
