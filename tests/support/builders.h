// Small hosts, rulesets and packets for tests.
#pragma once

#include "emulator/emulate.h"
#include "emulator/question.h"
#include "syntax/parser.h"
#include "trace/kernel_log.h"

#include <string>
#include <string_view>

namespace natwalk::test {

/// A node: eth0 192.168.1.10/24 with a default route, pods 10.244.0.0/24 behind cni0; forwards, no reverse path filter.
inline Host node()
{
    Host host;
    host.interfaces = {{"eth0", {{*Address::from("192.168.1.10"), 24}}},
                       {"cni0", {{*Address::from("10.244.0.1"), 24}}}};
    host.routes = {{*Network::from("0.0.0.0/0"), Address::from("192.168.1.1"), "eth0"}};
    host.sysctls = {{"net.ipv4.ip_forward", "1"}};
    return host;
}

inline RulesetPtr rulesetOf(std::string_view text)
{
    const ParseResult result = parse(text);
    return result.rulesets.empty() ? RulesetPtr() : result.rulesets.front();
}

inline DocumentPtr documentOf(std::string_view text, Host host = node())
{
    return std::make_shared<Document>(Document{{rulesetOf(text)}, std::make_shared<const Host>(std::move(host))});
}

/// A TCP SYN from "192.168.1.50:40000" to "10.0.0.1:80" by a device; no device: made by the node.
inline Packet tcp(std::string_view src, std::uint16_t sport, std::string_view dst, std::uint16_t dport,
                  std::string_view in = {})
{
    Packet packet;
    packet.src = *Address::from(src);
    packet.dst = *Address::from(dst);
    packet.sport = sport;
    packet.dport = dport;
    packet.in = in;
    return packet;
}

inline Question ask(const DocumentPtr& document, const Packet& packet, const State& before = {})
{
    return {document, std::make_shared<const State>(before), packet};
}

/// The trace in the kernel's words, one event a word: "nat:PREROUTING:rule:1 nat:SVC:return:2".
inline std::string kernelWords(const Trace& trace)
{
    std::string words;
    for (const KernelEvent& event : kernelLog(trace))
        words += (words.empty() ? "" : " ") + toText(event);
    return words;
}

}  // namespace natwalk::test
