// What tcp, udp and their like demand of ports.
#pragma once

#include "extensions/saved_options.h"
#include "packet/packet.h"
#include "text/options.h"

#include <optional>
#include <string_view>

namespace natwalk {

/// A port by number or by its well-known service name ("http"); nothing when it is neither.
std::optional<std::uint16_t> portFrom(std::string_view word);

/// A range that a port shall lie in, or shall not. By default any port will do.
struct PortCondition
{
    PortRange range{};
    bool inverted = false;

    constexpr bool isAny() const { return range == PortRange{}; }
    constexpr bool holdsFor(std::uint16_t port) const { return range.contains(port) != inverted; }
};

/// Reads "80", "http", "80:90", ":90" or "80:"; throws ParseError at the value otherwise. It may go backwards.
PortRange portRangeOf(const Option& option);

/// Throws where the range goes backwards: some extensions take that (and never match), some refuse it.
void rejectReversed(const Option& option, const PortRange& range);

PortCondition portConditionOf(const Option& option);

/// --sport and --dport of one match.
struct PortConditions
{
    PortCondition source;
    PortCondition destination;

    /// Takes --sport or --dport.
    /// @return false when the option is another
    bool read(const Option& option);
    /// A later fragment has no ports and never fits.
    bool holdFor(const Packet& packet) const;
    /// Only asked when they do not hold.
    Message whyNot(const Packet& packet) const;
    bool areAny() const { return source.isAny() && destination.isAny(); }
    void save(SavedOptions& saved) const;
    /// In words, for a match that looks at nothing else.
    Message describe(std::string_view match) const;
    /// The one destination port that they demand; 0 when there is none.
    std::uint16_t pinnedPort() const;
};

/// --sport and --dport of a match that prints all that it was given, a range of all ports too.
struct GivenPorts
{
    std::optional<PortCondition> source;
    std::optional<PortCondition> destination;

    /// Takes --sport or --dport.
    /// @return false when the option is another
    bool read(const Option& option);
    PortConditions conditions() const
    {
        return {source.value_or(PortCondition()), destination.value_or(PortCondition())};
    }
    void save(SavedOptions& saved) const;
};

}  // namespace natwalk
