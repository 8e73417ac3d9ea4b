#include "extensions/all.h"

#include <array>

namespace natwalk {

extern const MatchExtension addrtypeMatch;
extern const MatchExtension ahMatch;
extern const MatchExtension bpfMatch;
extern const MatchExtension cgroupMatch;
extern const MatchExtension clusterMatch;
extern const MatchExtension commentMatch;
extern const MatchExtension connbytesMatch;
extern const MatchExtension connlabelMatch;
extern const MatchExtension connlimitMatch;
extern const MatchExtension connmarkMatch;
extern const MatchExtension conntrackMatch;
extern const MatchExtension cpuMatch;
extern const MatchExtension dccpMatch;
extern const MatchExtension devgroupMatch;
extern const MatchExtension dscpMatch;
extern const MatchExtension dstMatch;
extern const MatchExtension ecnMatch;
extern const MatchExtension espMatch;
extern const MatchExtension eui64Match;
extern const MatchExtension fragMatch;
extern const MatchExtension hashlimitMatch;
extern const MatchExtension hbhMatch;
extern const MatchExtension helperMatch;
extern const MatchExtension hlMatch;
extern const MatchExtension icmp6Match;
extern const MatchExtension icmpMatch;
extern const MatchExtension ipcompMatch;
extern const MatchExtension iprangeMatch;
extern const MatchExtension ipv6headerMatch;
extern const MatchExtension ipvsMatch;
extern const MatchExtension lengthMatch;
extern const MatchExtension limitMatch;
extern const MatchExtension macMatch;
extern const MatchExtension markMatch;
extern const MatchExtension mhMatch;
extern const MatchExtension multiportMatch;
extern const MatchExtension nfacctMatch;
extern const MatchExtension osfMatch;
extern const MatchExtension ownerMatch;
extern const MatchExtension physdevMatch;
extern const MatchExtension pkttypeMatch;
extern const MatchExtension policyMatch;
extern const MatchExtension quotaMatch;
extern const MatchExtension rateestMatch;
extern const MatchExtension realmMatch;
extern const MatchExtension recentMatch;
extern const MatchExtension rpfilterMatch;
extern const MatchExtension rtMatch;
extern const MatchExtension sctpMatch;
extern const MatchExtension setMatch;
extern const MatchExtension socketMatch;
extern const MatchExtension srhMatch;
extern const MatchExtension stateMatch;
extern const MatchExtension statisticMatch;
extern const MatchExtension stringMatch;
extern const MatchExtension tcpMatch;
extern const MatchExtension tcpmssMatch;
extern const MatchExtension timeMatch;
extern const MatchExtension tosMatch;
extern const MatchExtension ttlMatch;
extern const MatchExtension u32Match;
extern const MatchExtension udpMatch;

extern const TargetExtension auditTarget;
extern const TargetExtension checksumTarget;
extern const TargetExtension classifyTarget;
extern const TargetExtension connmarkTarget;
extern const TargetExtension connsecmarkTarget;
extern const TargetExtension ctTarget;
extern const TargetExtension dnatTarget;
extern const TargetExtension dnptTarget;
extern const TargetExtension dscpTarget;
extern const TargetExtension ecnTarget;
extern const TargetExtension hlTarget;
extern const TargetExtension hmarkTarget;
extern const TargetExtension idletimerTarget;
extern const TargetExtension ledTarget;
extern const TargetExtension logTarget;
extern const TargetExtension markTarget;
extern const TargetExtension masqueradeTarget;
extern const TargetExtension netmapTarget;
extern const TargetExtension nflogTarget;
extern const TargetExtension nfqueueTarget;
extern const TargetExtension notrackTarget;
extern const TargetExtension rateestTarget;
extern const TargetExtension redirectTarget;
extern const TargetExtension rejectTarget;
extern const TargetExtension secmarkTarget;
extern const TargetExtension setTarget;
extern const TargetExtension snatTarget;
extern const TargetExtension snptTarget;
extern const TargetExtension synproxyTarget;
extern const TargetExtension tcpmssTarget;
extern const TargetExtension tcpoptstripTarget;
extern const TargetExtension teeTarget;
extern const TargetExtension tosTarget;
extern const TargetExtension tproxyTarget;
extern const TargetExtension traceTarget;
extern const TargetExtension ttlTarget;
extern const TargetExtension ulogTarget;

namespace {

constexpr auto matches = std::to_array<const MatchExtension*>({
    &addrtypeMatch,   &ahMatch,        &bpfMatch,      &cgroupMatch,    &clusterMatch,   &commentMatch, &connbytesMatch,
    &connlabelMatch,  &connlimitMatch, &connmarkMatch, &conntrackMatch, &cpuMatch,       &dccpMatch,    &devgroupMatch,
    &dscpMatch,       &dstMatch,       &ecnMatch,      &espMatch,       &eui64Match,     &fragMatch,    &hashlimitMatch,
    &hbhMatch,        &helperMatch,    &hlMatch,       &icmp6Match,     &icmpMatch,      &ipcompMatch,  &iprangeMatch,
    &ipv6headerMatch, &ipvsMatch,      &lengthMatch,   &limitMatch,     &macMatch,       &markMatch,    &mhMatch,
    &multiportMatch,  &nfacctMatch,    &osfMatch,      &ownerMatch,     &physdevMatch,   &pkttypeMatch, &policyMatch,
    &quotaMatch,      &rateestMatch,   &realmMatch,    &recentMatch,    &rpfilterMatch,  &rtMatch,      &sctpMatch,
    &setMatch,        &socketMatch,    &srhMatch,      &stateMatch,     &statisticMatch, &stringMatch,  &tcpMatch,
    &tcpmssMatch,     &timeMatch,      &tosMatch,      &ttlMatch,       &u32Match,       &udpMatch,
});

constexpr auto targets = std::to_array<const TargetExtension*>({
    &auditTarget,       &checksumTarget, &classifyTarget, &connmarkTarget, &connsecmarkTarget, &ctTarget,
    &dnatTarget,        &dnptTarget,     &dscpTarget,     &ecnTarget,      &hlTarget,          &hmarkTarget,
    &idletimerTarget,   &ledTarget,      &logTarget,      &markTarget,     &masqueradeTarget,  &netmapTarget,
    &nflogTarget,       &nfqueueTarget,  &notrackTarget,  &rateestTarget,  &redirectTarget,    &rejectTarget,
    &secmarkTarget,     &setTarget,      &snatTarget,     &snptTarget,     &synproxyTarget,    &tcpmssTarget,
    &tcpoptstripTarget, &teeTarget,      &tosTarget,      &tproxyTarget,   &traceTarget,       &ttlTarget,
    &ulogTarget,
});

template <typename Extension>
struct Entry
{
    std::string_view name;
    const Extension* extension = nullptr;
};

constexpr auto otherMatchNames =
    std::to_array<Entry<MatchExtension>>({{"icmpv6", &icmp6Match}, {"ipv6-icmp", &icmp6Match}});

/// Names to extensions: open addressing, filled once.
template <typename Extension, std::size_t slotCount>
class NameTable
{
    static_assert((slotCount & (slotCount - 1)) == 0);

public:
    template <std::size_t count>
    explicit NameTable(const std::array<const Extension*, count>& extensions,
                       std::span<const Entry<Extension>> otherNames = {})
    {
        static_assert(2 * count < slotCount);
        for (const Extension* extension : extensions)
            m_slots[slotOf(extension->name)] = {extension->name, extension};
        for (const Entry<Extension>& other : otherNames)
            m_slots[slotOf(other.name)] = other;
    }

    const Extension* find(std::string_view name) const
    {
        return name.empty() ? nullptr : m_slots[slotOf(name)].extension;
    }

private:
    /// Where the name stands, or the free place where it would.
    std::size_t slotOf(std::string_view name) const
    {
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
    static const NameTable<MatchExtension, 256> table(matches, otherMatchNames);
    return table.find(name);
}

const TargetExtension* targetNamed(std::string_view name)
{
    static const NameTable<TargetExtension, 128> table(targets);
    return table.find(name);
}

}  // namespace natwalk
