// -m owner: who sent a packet that was made here.
// Source: Linux net/netfilter/xt_owner.c, iptables extensions/libxt_owner.c.
#include "extensions/all.h"
#include "extensions/saved_options.h"
#include "extensions/words.h"

#include <array>

namespace natwalk {

namespace {

/// Numbers of users or groups, from first to last.
struct Owners
{
    bool given = false;
    bool inverted = false;
    std::uint32_t first = 0;
    std::uint32_t last = 0;

    bool holdFor(std::uint32_t id) const { return !given || (first <= id && id <= last) != inverted; }
    /// Where nobody sent the packet, only a negated demand is met.
    bool holdForNobody() const { return !given || inverted; }
};

std::string idsText(const Owners& owners)
{
    return owners.first == owners.last ? toText(owners.first) : toText(owners.first) + "-" + toText(owners.last);
}

struct OwnerConditions
{
    Owners users;
    Owners groups;
    Owners socket;  ///< --socket-exists; its numbers do not count
    bool alsoOtherGroups = false;
};

class Owner final : public Match
{
public:
    explicit Owner(const OwnerConditions& wanted) : m_wanted(wanted) {}

    std::string_view name() const override { return "owner"; }

    Answer ask(const MatchContext& context) const override
    {
        const Packet& packet = context.packet;
        const bool nobodyFits = m_wanted.users.holdForNobody() && m_wanted.groups.holdForNobody();
        if (!hasSocket(packet))
            return Answer::of(nobodyFits && m_wanted.socket.holdForNobody());
        if (m_wanted.socket.inverted)
            return Answer::of(false);
        if (packet.madeByKernel)
            return Answer::of(nobodyFits);
        if (isUnknown(packet))
            return Answer::doubt();
        return Answer::of(m_wanted.users.holdFor(packet.uid) && m_wanted.groups.holdFor(packet.gid));
    }

    std::string save() const override
    {
        SavedOptions saved;
        if (m_wanted.socket.given)
            saved.flag("--socket-exists", m_wanted.socket.inverted);
        if (m_wanted.users.given)
            saved.value("--uid-owner", idsText(m_wanted.users), m_wanted.users.inverted);
        if (m_wanted.groups.given)
            saved.value("--gid-owner", idsText(m_wanted.groups), m_wanted.groups.inverted);
        if (m_wanted.alsoOtherGroups)
            saved.flag("--suppl-groups");
        return std::move(saved).text();
    }

    Message describe() const override { return message(MessageId::SentBy, save()); }

    Message whyNot(const MatchContext& context) const override
    {
        const Packet& packet = context.packet;
        if (hasSocket(packet) && m_wanted.socket.inverted)
            return message(MessageId::HasSender);
        if (!hasSocket(packet) || packet.madeByKernel)
            return message(MessageId::NoSender);
        if (isUnknown(packet))
            return message(MessageId::SenderUnknown);
        const bool user = !m_wanted.users.holdFor(packet.uid);
        const Owners& failed = user ? m_wanted.users : m_wanted.groups;
        const std::uint32_t id = user ? packet.uid : packet.gid;
        if (user)
            return message(failed.inverted ? MessageId::UserExcluded : MessageId::UserDiffers, id, idsText(failed));
        return message(failed.inverted ? MessageId::GroupExcluded : MessageId::GroupDiffers, id, idsText(failed));
    }

    bool allowedIn(TableName /*table*/, Hook hook) const override
    {
        return hook == Hook::output || hook == Hook::postrouting;
    }

private:
    /// What the kernel itself sends has a socket, too, but one that belongs to nobody.
    /// IPv6 sends its resets without one. @see net/ipv6/tcp_ipv6.c, tcp_v6_send_response()
    static bool hasSocket(const Packet& packet)
    {
        const bool bare = packet.madeByKernel && packet.protocol == protocol::tcp && packet.src.family == Family::ipv6;
        return packet.in.empty() && !bare;
    }

    /// The sender is somebody, but nobody said who.
    bool isUnknown(const Packet& packet) const
    {
        return (m_wanted.users.given && packet.uid == nobody)
               || (m_wanted.groups.given && (packet.gid == nobody || isOtherGroup(packet)));
    }

    /// Which other groups a sender is in, natwalk does not know.
    bool isOtherGroup(const Packet& packet) const
    {
        return m_wanted.alsoOtherGroups && (m_wanted.groups.first > packet.gid || packet.gid > m_wanted.groups.last);
    }

    OwnerConditions m_wanted;
};

constexpr auto options = std::to_array<OptionSpec>({
    {"--uid-owner"},
    {"--gid-owner"},
    {"--socket-exists", Values::none},
    {"--suppl-groups", Values::none},
});

/// A number, or root: other names are known to the host alone.
std::optional<std::uint32_t> idOf(std::string_view word)
{
    if (word == "root")
        return 0;
    const auto number = wholeNumber(word);
    if (!number || *number >= nobody)
        return {};
    return static_cast<std::uint32_t>(*number);
}

Owners ownersOf(const Option& option)
{
    const auto [firstWord, lastWord] = splitAt(option.value().text, '-');
    const auto first = idOf(firstWord);
    const auto last = lastWord ? idOf(*lastWord) : first;
    if (!first || !last || *first > *last)
        option.rejectValue();
    return {true, option.inverted(), *first, *last};
}

void readOtherGroups(const Option& option, const Options& words, OwnerConditions& wanted)
{
    option.rejectInverted();
    if (!wanted.groups.given)
        words.rejectMissing("--gid-owner");
    wanted.alsoOtherGroups = true;
}

const Match* parse(Options& words)
{
    OwnerConditions wanted;
    while (const auto option = words.next()) {
        if (option->is("--uid-owner"))
            wanted.users = ownersOf(*option);
        else if (option->is("--gid-owner"))
            wanted.groups = ownersOf(*option);
        else if (option->is("--socket-exists"))
            wanted.socket = {true, option->inverted()};
        else
            readOtherGroups(*option, words, wanted);
    }
    if (!wanted.users.given && !wanted.groups.given && !wanted.socket.given)
        words.rejectMissing("--uid-owner");
    return words.arena().make<Owner>(wanted);
}

}  // namespace

extern const MatchExtension ownerMatch = {"owner", options, parse};

}  // namespace natwalk
