// A trace in the kernel's words: "nat:KUBE-SERVICES:rule:3", as the TRACE target logs it.
//
// Source: Linux net/ipv4/netfilter/ip_tables.c, trace_packet(); with the oracle's corrections: a rule is always "rule".
#pragma once

#include "trace/trace.h"

#include <string>
#include <vector>

namespace natwalk {

/// One line of the kernel's trace: a matched rule, the end of a user chain, or a built-in chain's policy.
struct KernelEvent
{
    enum class Type : std::uint8_t { rule, endOfChain, policy };

    Hook hook;
    TableName table;
    std::string_view chain;
    Type type;
    std::uint32_t number;  ///< rule number from 1; for return and policy one more than the chain has rules
    std::uint32_t mark;    ///< before the target acts
    std::size_t step;      ///< index of the step that it comes from
    ChainId id = noChain;  ///< of the chain: two back ends may each have one of its name
};

std::vector<KernelEvent> kernelLog(const Trace& trace);

/// "nat:KUBE-SERVICES:rule:3"
std::string toText(const KernelEvent& event);
std::string_view nameOf(KernelEvent::Type type);  ///< "rule", "return", "policy"

}  // namespace natwalk
