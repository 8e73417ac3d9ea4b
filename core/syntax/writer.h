// Writes rules as iptables-save prints them.
#pragma once

#include "ruleset/ruleset.h"
#include "text/quoting.h"

#include <string>

namespace natwalk {

/// The ruleset in canonical form; counters where the text had them. parse(write(r)) has the same rules as r.
std::string write(const Ruleset& ruleset);

/// One rule: "-A KUBE-SERVICES -d 10.0.0.1/32 -p tcp -m tcp --dport 80 -j KUBE-SVC-X".
std::string write(const Ruleset& ruleset, RuleId rule);

/// The same without "-A CHAIN".
std::string writeBody(const Ruleset& ruleset, RuleId rule);

}  // namespace natwalk
