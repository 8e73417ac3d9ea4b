// Which end each client came to: under session affinity always the same, else all by turns.
#pragma once

#include "packet/address.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace natwalk {

/// One client's connections.
struct ClientResult
{
    static constexpr std::size_t mostOutcomes = 16;

    Address address;
    std::uint64_t connections = 0;
    std::uint64_t moves = 0;  ///< how often a connection ended elsewhere than the client's one before
    /// Outcome and count, in the order in which the client met them; connections to further outcomes are not counted.
    std::vector<std::pair<std::uint32_t, std::uint64_t>> outcomes;
    std::uint32_t latest = 0;  ///< the outcome of its latest connection

    /// Adds a connection that ended in this outcome.
    void add(std::uint32_t outcome);

    bool operator==(const ClientResult&) const = default;
};

}  // namespace natwalk
