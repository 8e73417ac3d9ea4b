#include "host/ipset_now.h"

#include <algorithm>

namespace natwalk {

namespace {

int prefixOf(const IpSetEntry& entry, std::size_t part)
{
    return entry.parts[part].addresses.prefixLength().value_or(0);
}

}  // namespace

bool fits(const IpSet& set, const Packet& packet, const IpSetSides& sides)
{
    return sides.count >= std::max<std::size_t>(set.kinds.size(), 1)
           && (!set.family || *set.family == packet.src.family);
}

SetNow::SetNow(const IpSet& set, const IpSetMemory& memory, double now)
    : m_set(set)
    , m_memory(memory)
    , m_changed(memory.find(set.name))
    , m_now(now)
{}

Lives SetNow::holding(std::span<const IpSetPart> key) const
{
    Lives found;
    for (const IpSetEntry* entry : m_set.holding(key))
        addSaved(*entry, key, found);
    if (m_changed != nullptr)
        for (const ChangedEntry& each : m_changed->entries)
            if (!each.gone && holds(m_set, each.entry, key))
                found.push_back({&each.entry, each.expires});
    found.erase(std::remove_if(found.begin(), found.end(), [this](const Live& each) { return !each.isAliveAt(m_now); }),
                found.end());
    if (m_changed != nullptr)
        std::ranges::stable_sort(found, [](const Live& a, const Live& b) { return isNarrower(*a.entry, *b.entry); });
    return found;
}

std::optional<Live> SetNow::find(std::span<const IpSetPart> parts) const
{
    std::optional<Live> found;
    if (const ChangedEntry* changed = m_memory.find(m_set.name, parts))
        found = changed->gone ? std::nullopt : std::optional(Live{&changed->entry, changed->expires});
    else if (const IpSetEntry* saved = m_set.find(parts))
        found = Live{saved, expiryOf(saved->secondsLeft, m_memory.savedAt())};
    return found && found->isAliveAt(m_now) ? found : std::nullopt;
}

int SetNow::longestPrefix(std::size_t part, int otherwise) const
{
    std::optional<int> longest = somethingIsGone() ? longestOfKept(part) : m_set.longestPrefix(part);
    if (m_changed != nullptr)
        for (const ChangedEntry& each : m_changed->entries)
            if (!each.gone)
                longest = std::max(longest.value_or(0), prefixOf(each.entry, part));
    return longest.value_or(otherwise);
}

bool SetNow::isFull() const
{
    const std::size_t changed = m_changed == nullptr ? 0 : m_changed->entries.size();
    return !m_set.isBitmap && m_set.entries.size() + changed >= m_set.most && count() >= m_set.most;
}

void SetNow::addSaved(const IpSetEntry& entry, std::span<const IpSetPart> key, Lives& found) const
{
    const bool changed = m_changed != nullptr
                         && (m_memory.find(m_set.name, entry.parts) != nullptr
                             || (!m_set.hasNets() && m_memory.find(m_set.name, key) != nullptr));
    if (!changed)
        found.push_back({&entry, expiryOf(entry.secondsLeft, m_memory.savedAt())});
}

bool SetNow::somethingIsGone() const
{
    return m_changed != nullptr && std::ranges::any_of(m_changed->entries, &ChangedEntry::gone);
}

bool SetNow::isKept(const IpSetEntry& saved) const
{
    return m_memory.find(m_set.name, saved.parts) == nullptr
           && Live{&saved, expiryOf(saved.secondsLeft, m_memory.savedAt())}.isAliveAt(m_now);
}

std::optional<int> SetNow::longestOfKept(std::size_t part) const
{
    std::optional<int> longest;
    for (const IpSetEntry& saved : m_set.entries)
        if (isKept(saved))
            longest = std::max(longest.value_or(0), prefixOf(saved, part));
    return longest;
}

std::size_t SetNow::count() const
{
    auto all = std::ranges::count_if(m_set.entries, [this](const IpSetEntry& saved) { return isKept(saved); });
    if (m_changed != nullptr)
        all += std::ranges::count_if(m_changed->entries, [this](const ChangedEntry& each) {
            return !each.gone && Live{&each.entry, each.expires}.isAliveAt(m_now);
        });
    return static_cast<std::size_t>(all);
}

}  // namespace natwalk
