#include "host/ipset_memory.h"

#include <algorithm>

namespace natwalk {

const IpSetMemory::ChangedSet* IpSetMemory::find(std::string_view set) const
{
    const auto found = std::ranges::find(m_sets, set, &ChangedSet::name);
    return found == m_sets.end() ? nullptr : &*found;
}

const ChangedEntry* IpSetMemory::find(std::string_view set, std::span<const IpSetPart> parts) const
{
    const ChangedSet* changed = find(set);
    if (changed == nullptr)
        return nullptr;
    const auto found = std::ranges::find_if(
        changed->entries, [parts](const ChangedEntry& each) { return std::ranges::equal(each.entry.parts, parts); });
    return found == changed->entries.end() ? nullptr : &*found;
}

void IpSetMemory::put(std::string_view set, ChangedEntry entry)
{
    auto changed = std::ranges::find(m_sets, set, &ChangedSet::name);
    if (changed == m_sets.end())
        changed = m_sets.insert(m_sets.end(), {std::string(set), {}});
    const auto place = std::ranges::find_if(
        changed->entries, [&](const ChangedEntry& each) { return each.entry.parts == entry.entry.parts; });
    if (place != changed->entries.end())
        *place = std::move(entry);
    else
        changed->entries.push_back(std::move(entry));
}

}  // namespace natwalk
