// What became of a host's sets since they were saved: entries that -j SET added or took out, and what they counted.
#pragma once

#include "host/ipsets.h"

#include <string>
#include <string_view>
#include <vector>

namespace natwalk {

/// An entry as it is now. It stands in place of one that was saved with the same parts.
struct ChangedEntry
{
    IpSetEntry entry;
    bool gone = false;
    double expires = 0;  ///< on the scenario's clock; 0: it stays
};

class IpSetMemory
{
public:
    struct ChangedSet
    {
        std::string name;
        std::vector<ChangedEntry> entries;
    };

    const std::vector<ChangedSet>& sets() const { return m_sets; }
    const ChangedSet* find(std::string_view set) const;
    /// The entry with these parts as it is now; nullptr where it is as it was saved.
    const ChangedEntry* find(std::string_view set, std::span<const IpSetPart> parts) const;
    /// Puts an entry in place of the one with the same parts.
    void put(std::string_view set, ChangedEntry entry);

    /// When the sets were saved, on the scenario's clock.
    double savedAt() const { return m_savedAt; }
    void setSavedAt(double now) { m_savedAt = now; }

private:
    std::vector<ChangedSet> m_sets;
    double m_savedAt = 0;
};

}  // namespace natwalk
