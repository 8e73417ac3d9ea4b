// A set as it is now: as it was saved, with what became of it since.
#pragma once

#include "host/ipset_memory.h"

#include <optional>
#include <span>

namespace natwalk {

/// An entry as it is now.
struct Live
{
    const IpSetEntry* entry;
    double expires;  ///< 0: it stays

    bool isAliveAt(double now) const { return expires == 0 || expires > now; }
};

using Lives = boost::container::small_vector<Live, 4>;

/// Whether packets of this family, with so many sides told, can be in the set at all.
bool fits(const IpSet& set, const Packet& packet, const IpSetSides& sides);

/// 0 seconds: it stays.
inline double expiryOf(double secondsLeft, double since) { return secondsLeft == 0 ? 0 : since + secondsLeft; }

class SetNow
{
public:
    SetNow(const IpSet& set, const IpSetMemory& memory, double now);

    /// The entries that hold a key, as the kernel finds them; those that timed out are left out.
    Lives holding(std::span<const IpSetPart> key) const;
    /// The entry with just these parts.
    std::optional<Live> find(std::span<const IpSetPart> parts) const;
    /// Adding takes the longest prefix that the set has.
    int longestPrefix(std::size_t part, int otherwise) const;
    bool isFull() const;

private:
    void addSaved(const IpSetEntry& entry, std::span<const IpSetPart> key, Lives& found) const;
    bool somethingIsGone() const;
    bool isKept(const IpSetEntry& saved) const;
    std::optional<int> longestOfKept(std::size_t part) const;
    std::size_t count() const;

    const IpSet& m_set;
    const IpSetMemory& m_memory;
    const IpSetMemory::ChangedSet* m_changed;
    double m_now;
};

}  // namespace natwalk
