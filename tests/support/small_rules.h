// Rulesets from a few words of iptables-save's language, with extensions made for tests: what ruleset/ promises does
// not hang on the parser.
//
// Known: *TABLE, :CHAIN, -A CHAIN, -I CHAIN [NUMBER], -s, -d, -i, -o, -p (each with "!" before), --dport PORT,
// -m NAME, -j NAME, -g CHAIN. A match named "recent" remembers; "owner" may stand at OUTPUT and POSTROUTING only.
// DNAT is a target of the nat table (PREROUTING, OUTPUT), REJECT one of the filter table, MARK one of every table.
#pragma once

#include "ruleset/ruleset.h"

#include <string>

namespace natwalk::test {

RulesetPtr smallRules(const std::string& text, BackEnd backEnd = BackEnd::legacy, Family family = Family::ipv4,
                      std::size_t indexFrom = defaultIndexFrom);

/// A match that demands one destination port, as -m tcp --dport does.
const Match* portMatch(Arena& arena, std::uint8_t protocol, std::uint16_t port);
/// A match that accepts every packet; `remembers` as its name says.
const Match* plainMatch(Arena& arena, std::string_view name, bool remembers = false);

/// All rules of a table, chain by chain in its order: "FORWARD: A DROP / A: ACCEPT".
std::string targetsOf(const Ruleset& ruleset, TableName table);

}  // namespace natwalk::test
