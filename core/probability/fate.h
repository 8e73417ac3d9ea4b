// What makes two ends of a packet's way the same, and finding one among thousands in constant time.
#pragma once

#include "packet/packet.h"
#include "trace/verdict.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace natwalk {

/// How a packet ended, without the rules that led there.
struct Fate
{
    Outcome outcome = Outcome::dropped;
    Because because = Because::nothing;
    RejectWith reject{};  ///< of a rejected packet only
    bool masqueraded = false;
    bool reachesEndpoint = false;  ///< it arrived, and NAT had changed its destination
    Address endpoint{};            ///< where it arrived, then
    std::uint16_t port = 0;

    bool operator==(const Fate&) const = default;
};

Fate fateOf(const Verdict& verdict, const Packet& out);

/// Fates numbered as they are met.
class FateTable
{
public:
    /// The number of a fate; a new one gets the next number.
    std::size_t add(const Fate& fate);
    std::optional<std::size_t> find(const Fate& fate) const;
    std::size_t size() const { return m_fates.size(); }

private:
    std::size_t placeOf(const Fate& fate) const;
    void grow();

    std::vector<Fate> m_fates;
    std::vector<std::uint32_t> m_slots =
        std::vector<std::uint32_t>(8);  ///< number + 1; 0: empty; a power of two, half full
};

}  // namespace natwalk
