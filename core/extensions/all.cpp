#include "extensions/all.h"

#include <array>

namespace natwalk {

extern const MatchExtension addrtypeMatch;
extern const MatchExtension commentMatch;
extern const MatchExtension markMatch;
extern const MatchExtension statisticMatch;
extern const MatchExtension tcpMatch;
extern const MatchExtension udpMatch;

extern const TargetExtension dnatTarget;
extern const TargetExtension markTarget;
extern const TargetExtension masqueradeTarget;

namespace {

constexpr auto matches = std::to_array<const MatchExtension*>({
    &addrtypeMatch,
    &commentMatch,
    &markMatch,
    &statisticMatch,
    &tcpMatch,
    &udpMatch,
});

constexpr auto targets = std::to_array<const TargetExtension*>({
    &dnatTarget,
    &markTarget,
    &masqueradeTarget,
});

template <typename Extension>
struct Entry
{
    std::string_view name;
    const Extension* extension = nullptr;
};

/// Names to extensions: open addressing, filled once.
template <typename Extension, std::size_t slotCount>
class NameTable
{
    static_assert((slotCount & (slotCount - 1)) == 0);

public:
    template <std::size_t count, std::size_t otherCount = 1>
    explicit NameTable(const std::array<const Extension*, count>& extensions,
                       const std::array<Entry<Extension>, otherCount>& otherNames = {})
    {
        static_assert(2 * (count + otherCount) <= slotCount);
        for (const Extension* extension : extensions)
            m_slots[slotOf(extension->name)] = {extension->name, extension};
        for (const Entry<Extension>& other : otherNames)
            if (other.extension != nullptr)
                m_slots[slotOf(other.name)] = other;
    }

    const Extension* find(std::string_view name) const { return m_slots[slotOf(name)].extension; }

private:
    /// Where the name stands, or the free place where it would.
    std::size_t slotOf(std::string_view name) const
    {
        if (name.empty())
            return 0;
        const auto at = [&](std::size_t i) { return std::size_t{static_cast<unsigned char>(name[i])}; };
        std::size_t slot = name.size() * 7 + at(0) * 31 + at(name.size() / 2) * 5 + at(name.size() - 1);
        while (!m_slots[slot % slotCount].name.empty() && m_slots[slot % slotCount].name != name)
            ++slot;
        return slot % slotCount;
    }

    std::array<Entry<Extension>, slotCount> m_slots{};
};

}  // namespace

std::span<const MatchExtension* const> matchExtensions() { return matches; }

std::span<const TargetExtension* const> targetExtensions() { return targets; }

const MatchExtension* matchNamed(std::string_view name)
{
    static const NameTable<MatchExtension, 128> table(matches);
    return table.find(name);
}

const TargetExtension* targetNamed(std::string_view name)
{
    static const NameTable<TargetExtension, 128> table(targets);
    return table.find(name);
}

}  // namespace natwalk
