// -m recent: who was seen lately; session affinity lives here.
// Source: Linux net/netfilter/xt_recent.c, iptables extensions/libxt_recent.c.
#include "extensions/all.h"
#include "extensions/host_mask.h"
#include "extensions/saved_options.h"
#include "text/quoting.h"

#include <algorithm>
#include <array>

namespace natwalk {

namespace {

enum class Command : std::uint8_t { set, check, update, remove };

constexpr auto commandNames = std::to_array<std::string_view>({"--set", "--rcheck", "--update", "--remove"});

/// XT_RECENT_NAME_LEN - 1
constexpr std::size_t longestName = 199;
/// XT_RECENT_MAX_NSTAMPS - 1
constexpr std::uint32_t mostHits = 65535;
/// More sightings than any usual --hitcount asks for: what is kept beyond that never changes an answer.
constexpr std::uint32_t keptStamps = 256;

struct RecentConditions
{
    Command command = Command::set;
    bool inverted = false;
    bool destination = false;
    bool reap = false;
    bool sameTtl = false;
    std::uint32_t seconds = 0;
    std::uint32_t hits = 0;
    std::string_view list = "DEFAULT";
    Network mask{};  ///< all but its base counts
};

class Recent final : public Match
{
public:
    explicit Recent(const RecentConditions& wanted) : m_wanted(wanted) {}

    std::string_view name() const override { return "recent"; }

    Answer ask(const MatchContext& context) const override
    {
        const RecentEntry* entry = entryOf(context);
        if (m_wanted.command == Command::set)
            return answer(true, stampFor(context));
        if (entry == nullptr)
            return answer(false, std::monostate{});
        if (m_wanted.command == Command::remove)
            return answer(true, RecentForget{m_wanted.list, entry->address});
        const bool seen = hitsOf(*entry, context) >= hitsWanted();
        if (m_wanted.command == Command::update && seen != m_wanted.inverted)
            return answer(seen, stampFor(context));
        if (!m_wanted.reap)
            return answer(seen, std::monostate{});
        return answer(seen, RecentReap{m_wanted.list, static_cast<double>(m_wanted.seconds)});
    }

    std::string save() const override
    {
        SavedOptions saved;
        saved.flag(commandNames[static_cast<std::size_t>(m_wanted.command)], m_wanted.inverted);
        if (m_wanted.seconds != 0)
            saved.value("--seconds", toText(m_wanted.seconds));
        if (m_wanted.reap)
            saved.flag("--reap");
        if (m_wanted.hits != 0)
            saved.value("--hitcount", toText(m_wanted.hits));
        if (m_wanted.sameTtl)
            saved.flag("--rttl");
        saved.value("--name", bareOrQuoted(m_wanted.list)).value("--mask", maskText());
        return std::move(saved.flag(m_wanted.destination ? "--rdest" : "--rsource")).text();
    }

    Message describe() const override
    {
        switch (m_wanted.command) {
        case Command::set: return message(MessageId::RecentRemembers, m_wanted.list);
        case Command::remove: return message(MessageId::RecentForgets, m_wanted.list);
        default: break;
        }
        return message(m_wanted.inverted ? negativeSentence() : positiveSentence(), m_wanted.list, hitsWanted(),
                       m_wanted.seconds);
    }

    Message whyNot(const MatchContext& context) const override
    {
        const Address address = addressOf(context);
        const RecentEntry* entry = entryOf(context);
        if (m_wanted.inverted)
            return message(MessageId::InRecentList, address, m_wanted.list);
        if (entry == nullptr)
            return message(MessageId::NotInRecentList, address, m_wanted.list);
        return message(m_wanted.seconds == 0 ? MessageId::SeenTooSeldom : MessageId::SeenTooLongAgo, address,
                       hitsOf(*entry, context), hitsWanted(), m_wanted.seconds);
    }

    bool remembers() const override { return true; }

private:
    Answer answer(bool yes, const MemoryChange& change) const
    {
        return {yes != m_wanted.inverted ? certain : never, change, false};
    }

    MessageId positiveSentence() const
    {
        if (m_wanted.seconds == 0)
            return hitsWanted() == 1 ? MessageId::RecentListed : MessageId::SeenOften;
        return hitsWanted() == 1 ? MessageId::SeenLately : MessageId::SeenRecently;
    }

    MessageId negativeSentence() const
    {
        if (m_wanted.seconds == 0)
            return hitsWanted() == 1 ? MessageId::RecentNotListed : MessageId::NotSeenOften;
        return hitsWanted() == 1 ? MessageId::NotSeenLately : MessageId::NotSeenRecently;
    }

    std::uint32_t hitsWanted() const { return std::max(m_wanted.hits, 1U); }

    Address addressOf(const MatchContext& context) const
    {
        return masked(m_wanted.destination ? context.packet.dst : context.packet.src, m_wanted.mask);
    }

    /// The TTL as it was before this host took one off: xt_recent.c, "use TTL as seen before forwarding".
    static std::uint8_t ttlOf(const Packet& packet)
    {
        const bool forwarded = !packet.in.empty() && !packet.out.empty();
        return static_cast<std::uint8_t>(packet.ttl + (forwarded ? 1 : 0));
    }

    const RecentEntry* entryOf(const MatchContext& context) const
    {
        const RecentList* list = context.state.memory.recent(m_wanted.list);
        if (list == nullptr)
            return nullptr;
        return list->find(addressOf(context), m_wanted.sameTtl ? ttlOf(context.packet) : std::uint8_t{0});
    }

    std::uint32_t hitsOf(const RecentEntry& entry, const MatchContext& context) const
    {
        const double since = context.state.clock - m_wanted.seconds;
        return static_cast<std::uint32_t>(std::count_if(
            entry.seen.begin(), entry.seen.end(), [&](double seen) { return m_wanted.seconds == 0 || seen >= since; }));
    }

    std::optional<double> oldestAllowed() const
    {
        return m_wanted.reap ? std::optional<double>(m_wanted.seconds) : std::nullopt;
    }

    RecentStamp stampFor(const MatchContext& context) const
    {
        return {m_wanted.list, addressOf(context), std::max(keptStamps, m_wanted.hits), ttlOf(context.packet),
                oldestAllowed()};
    }

    std::string maskText() const
    {
        return toText(Address{m_wanted.mask.maskHigh, m_wanted.mask.maskLow, m_wanted.mask.base.family});
    }

    RecentConditions m_wanted;
};

constexpr auto options = std::to_array<OptionSpec>({
    {"--set", Values::none},
    {"--rcheck", Values::none},
    {"--update", Values::none},
    {"--remove", Values::none},
    {"--seconds"},
    {"--hitcount"},
    {"--reap", Values::none},
    {"--rttl", Values::none},
    {"--name"},
    {"--mask"},
    {"--rsource", Values::none},
    {"--rdest", Values::none},
});

std::optional<Command> commandOf(const Option& option)
{
    const auto found =
        std::find_if(commandNames.begin(), commandNames.end(), [&](std::string_view name) { return option.is(name); });
    if (found == commandNames.end())
        return {};
    return static_cast<Command>(found - commandNames.begin());
}

std::string_view listNameOf(const Option& option)
{
    const std::string_view name = option.value().text.substr(0, longestName);
    if (name.empty() || name == "." || name == ".." || name.find('/') != std::string_view::npos)
        option.rejectValue();
    return name;
}

Network maskOf(const Option& option, bool ipv6)
{
    const auto mask = Address::from(option.value().text);
    if (!mask || (mask->family == Family::ipv6) != ipv6)
        option.rejectValue();
    return {Address::any(mask->family), mask->high, mask->low};
}

void readModifier(const Option& option, bool ipv6, RecentConditions& wanted)
{
    constexpr std::uint32_t highest = 0xffffffffU;
    option.rejectInverted();
    if (option.is("--seconds"))
        wanted.seconds = static_cast<std::uint32_t>(option.number(1, highest));
    else if (option.is("--hitcount"))
        wanted.hits = static_cast<std::uint32_t>(option.number(0, mostHits));
    else if (option.is("--reap"))
        wanted.reap = true;
    else if (option.is("--rttl"))
        wanted.sameTtl = true;
    else if (option.is("--name"))
        wanted.list = listNameOf(option);
    else if (option.is("--mask"))
        wanted.mask = maskOf(option, ipv6);
    else
        wanted.destination = option.is("--rdest");
}

/// What iptables and xt_recent.c, recent_mt_check(), refuse.
void check(const RecentConditions& wanted, const Options& words)
{
    const std::string_view command = commandNames[static_cast<std::size_t>(wanted.command)];
    const bool asks = wanted.command == Command::check || wanted.command == Command::update;
    const std::string_view modifier = wanted.seconds != 0 ? "--seconds"
                                      : wanted.hits != 0  ? "--hitcount"
                                      : wanted.sameTtl    ? "--rttl"
                                      : wanted.reap       ? "--reap"
                                                          : "";
    if (!asks && !modifier.empty())
        words.reject(message(MessageId::OptionsExclude, command, modifier));
    if (wanted.reap && wanted.seconds == 0)
        words.rejectMissing("--seconds");
}

const Match* parse(Options& words)
{
    const bool ipv6 = words.rule().ipv6;
    RecentConditions wanted;
    wanted.mask = Network::of(Address::any(ipv6 ? Family::ipv6 : Family::ipv4), ipv6 ? 128 : 32);
    std::optional<Command> command;
    while (const auto option = words.next()) {
        const auto given = commandOf(*option);
        if (!given) {
            readModifier(*option, ipv6, wanted);
            continue;
        }
        if (command)
            words.reject(
                message(MessageId::OptionsExclude, commandNames[static_cast<std::size_t>(*command)], option->name()));
        command = given;
        wanted.inverted = option->inverted();
    }
    if (!command)
        words.rejectMissing("--set");
    wanted.command = *command;
    check(wanted, words);
    return words.arena().make<Recent>(wanted);
}

}  // namespace

extern const MatchExtension recentMatch = {"recent", options, parse};

}  // namespace natwalk
