// One line that commands something of a chain, read but not yet put into a ruleset.
#pragma once

#include "packet/address.h"
#include "ruleset/rule.h"
#include "syntax/loaded_extensions.h"

#include <cstdint>
#include <optional>

namespace natwalk {

/// -s or -d: which addresses, as written (several with "," between).
struct AddressWord
{
    Token word;
    bool inverted = false;
    bool given = false;
};

/// "-A CHAIN ..." and its likes.
struct RuleLine
{
    const BaseOption* command = nullptr;  ///< what is to be done; the line has no meaning without
    Token commandWord;
    Token chain;
    Token policy;                      ///< for -P
    std::uint32_t number = 1;          ///< for -I
    Token table;                       ///< of -t; empty when it is not there
    std::optional<Family> onlyFor;     ///< -4, -6
    std::optional<Counters> counters;  ///< "[1:60]" or -c 1 60
    AddressWord source;
    AddressWord destination;
    Conditions conditions;        ///< but for the addresses
    Token protocol;               ///< as written
    LoadedExtensions extensions;  ///< of -m and -j
    Token go;                     ///< of -g; empty when it is not there

    /// Empties it, but keeps its memory.
    void clear();
};

}  // namespace natwalk
