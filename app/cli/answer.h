// A trace as JSON: the keys that the oracle of the real kernel prints, so that the two can be compared, and some more.
#pragma once

#include "emulator/scenario.h"
#include "trace/trace.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace natwalk::cli {

using Json = nlohmann::ordered_json;

/// One document on standard output. Bytes that are no UTF-8 (a rule's comment may hold any) become U+FFFD.
void printJson(const Json& json);
/// The same in one line, for streams.
void printJsonLine(const Json& json);

/// src, dst, proto, ttl, tos, len, and what the protocol has: sport and dport, flags, icmp_type, icmp_code and icmp_id.
Json packetJson(const Packet& packet);
/// The stable code of how a walk ended: "NAT.DNAT", "DEPENDS".
std::string_view codeOf(const Trace& trace);
/// {table, chain, num, line}, and back_end where the ruleset is of both; null where no rule decided.
Json ruleJson(const Ruleset& ruleset, RuleId rule);
/// What was supposed about the host, a sentence each.
Json assumptionsJson(const Host& host);
/// "ipv4", "ipv6"
std::string_view familyName(Family family);
/// "-m NAME" or "-j NAME": what natwalk could not decide.
std::string doubtedName(const Ruleset& ruleset, const Doubted& doubt);
/// One object of `replay`.
/// @param id  of the packet in its scenario
Json answerJson(const Trace& trace, std::string_view id);
/// What could not be made of a packet of a replay: {id, error}.
Json problemJson(const Replayed& replayed);
/// The steps of a trace, one object each: {step, depth, event, ...}.
Json stepsJson(const Trace& trace);

}  // namespace natwalk::cli
