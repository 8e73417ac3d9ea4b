// The options that iptables itself knows, whatever is loaded: commands, conditions on the packet's head, -m, -j, -g.
//
// Source: iptables iptables/iptables.c, original_opts.
#pragma once

#include "text/options.h"

#include <span>
#include <string_view>

namespace natwalk {

/// One option of iptables itself.
struct BaseOption
{
    enum class Kind : std::uint8_t {
        append,
        insert,
        newChain,
        policy,
        otherCommand,  ///< changes or lists a running ruleset: has no meaning in a saved one
        table,
        source,
        destination,
        protocol,
        inInterface,
        outInterface,
        fragment,
        match,
        jump,
        go,
        counters,
        onlyIpv4,
        onlyIpv6,
        withoutMeaning  ///< how to print, how long to wait
    };

    Kind kind;
    char letter;  ///< of its short form; 0: none
    OptionSpec spec;
    bool negatable = false;
};

std::span<const BaseOption> baseOptions();

/// The option with exactly this name, long or short ("-s", "--source", "--src"); nullptr when there is none.
const BaseOption* baseOptionNamed(std::string_view word);

/// Whether the option is a command: what to do with which chain.
bool isCommand(const BaseOption& option);

}  // namespace natwalk
