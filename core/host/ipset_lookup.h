// How a packet is looked up in sets, and how rules change them.
//
// Source: Linux net/netfilter/xt_set.c, net/netfilter/ipset/ip_set_core.c, ip_set_hash_gen.h, ip_set_hash_*.c,
// ip_set_bitmap_*.c, ip_set_list_set.c; settled by experiment (tests/kernel/cases_extensions.py).
#pragma once

#include "host/ipset_memory.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace natwalk {

/// "--packets-gt 10": compared with what an entry counted, this packet included.
struct CounterTest
{
    enum class Is : std::uint8_t { equal, unequal, below, above } is = Is::equal;
    std::uint64_t value = 0;

    bool holdsFor(std::uint64_t counted) const;
};

/// What -m set asks of a set.
struct IpSetTest
{
    IpSetSides sides;
    bool returnsExcluded = false;     ///< --return-nomatch
    bool countsNot = false;           ///< ! --update-counters
    bool countsNotInMembers = false;  ///< ! --update-subcounters
    std::optional<CounterTest> packets = {};
    std::optional<CounterTest> bytes = {};
};

/// Entries that a packet was counted in. They belong to a host or to its memory, which must not change meanwhile.
struct IpSetCounted
{
    struct In
    {
        const IpSet* set = nullptr;
        const IpSetEntry* entry = nullptr;
    };
    std::array<In, 2> in{};
    std::uint32_t bytes = 0;

    bool any() const { return in.front().entry != nullptr; }
};

struct IpSetAnswer
{
    std::optional<bool> holds;  ///< nothing: the set is not known, or only the link layer could tell
    IpSetCounted counted{};
    std::optional<IpSetMark> mark = {};  ///< of the entry that decided
};

IpSetAnswer lookUp(const IpSets& sets, const IpSetMemory& memory, std::string_view set, const Packet& packet,
                   const IpSetTest& test, double now);
void countIn(IpSetMemory& memory, const IpSetCounted& counted);

/// What -j SET does with a packet.
struct IpSetOrder
{
    struct Of
    {
        std::string_view set;
        IpSetSides sides;
    };
    std::optional<Of> add;
    std::optional<Of> remove;
    std::optional<Of> map;
    bool refreshes = false;                       ///< --exist
    std::optional<std::uint32_t> timeoutSeconds;  ///< of what is added
    bool mapsMark = false;
};

enum class IpSetOutcome : std::uint8_t { added, refreshed, alreadyThere, full, removed, notThere, unfit, unknown };

/// What became of a set.
struct IpSetChange
{
    std::string set;
    std::string entry;  ///< empty: the packet has none that fits
    IpSetOutcome outcome = IpSetOutcome::unknown;
    double secondsLeft = 0;  ///< of what was added or refreshed; 0: it stays
};

struct IpSetChanges
{
    std::vector<IpSetChange> all;
    std::optional<IpSetMark> mark;  ///< what the packet's mark becomes by it
};

/// Does what a SET rule says.
IpSetChanges changeSets(const IpSetOrder& order, const IpSets& sets, IpSetMemory& memory, const Packet& packet,
                        double now);

}  // namespace natwalk
