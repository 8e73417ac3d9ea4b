// -j SET: adds what a packet says to a set, or takes it out, or gives the packet the mark that an entry has.
// Source: Linux net/netfilter/xt_set.c (set_target_v3), iptables extensions/libxt_SET.c.
#include "extensions/all.h"
#include "extensions/saved_options.h"
#include "extensions/set_sides.h"
#include "host/ipset_lookup.h"
#include "text/quoting.h"

#include <array>

namespace natwalk {

namespace {

struct SetWords
{
    IpSetOrder order;
    bool mapsPriority = false;
    bool mapsQueue = false;

    bool maps() const { return order.mapsMark || mapsPriority || mapsQueue; }
};

class SetTarget final : public Target
{
public:
    explicit SetTarget(const SetWords& wanted) : m_wanted(wanted) {}

    std::string_view name() const override { return "SET"; }
    Action act(const MatchContext& /*context*/) const override { return ChangeSets{&m_wanted.order}; }

    std::string save() const override
    {
        const IpSetOrder& order = m_wanted.order;
        SavedOptions saved;
        saveSet(saved, "--add-set", order.add);
        if (order.refreshes)
            saved.flag("--exist");
        if (order.timeoutSeconds)
            saved.value("--timeout", toText(*order.timeoutSeconds));
        saveSet(saved, "--del-set", order.remove);
        saveSet(saved, "--map-set", order.map);
        if (order.mapsMark)
            saved.flag("--map-mark");
        if (m_wanted.mapsPriority)
            saved.flag("--map-prio");
        if (m_wanted.mapsQueue)
            saved.flag("--map-queue");
        return std::move(saved).text();
    }

    Message describe() const override
    {
        const IpSetOrder& order = m_wanted.order;
        if (order.add && order.remove)
            return message(MessageId::SetMoves, toText(order.add->sides), order.add->set, order.remove->set);
        if (order.add)
            return message(MessageId::SetGains, toText(order.add->sides), order.add->set);
        if (order.remove)
            return message(MessageId::SetLoses, toText(order.remove->sides), order.remove->set);
        return message(MessageId::SetMaps, toText(order.map->sides), order.map->set);
    }

    /// @see xt_set.c, set_target_v3_checkentry()
    bool allowedIn(TableName table, Hook hook) const override
    {
        const bool wayOut = hook != Hook::prerouting && hook != Hook::input;
        return !m_wanted.order.map
               || (table == TableName::mangle && (wayOut || (!m_wanted.mapsPriority && !m_wanted.mapsQueue)));
    }

private:
    static void saveSet(SavedOptions& saved, std::string_view option, const std::optional<IpSetOrder::Of>& of)
    {
        if (of)
            saved.value(option, bareOrQuoted(of->set) + " " + toText(of->sides));
    }

    SetWords m_wanted;
};

constexpr auto options = std::to_array<OptionSpec>({
    {"--add-set", Values::two},
    {"--del-set", Values::two},
    {"--map-set", Values::two},
    {"--exist", Values::none},
    {"--timeout"},
    {"--map-mark", Values::none},
    {"--map-prio", Values::none},
    {"--map-queue", Values::none},
});

/// (A "!" before an option of SET is read, and means nothing to iptables.)
void read(const Option& option, SetWords& wanted)
{
    IpSetOrder& order = wanted.order;
    if (option.is("--exist"))
        order.refreshes = true;
    else if (option.is("--timeout"))
        order.timeoutSeconds = static_cast<std::uint32_t>(option.number(0, 0xffffffffU - 1));
    else if (option.is("--map-mark"))
        order.mapsMark = true;
    else if (option.is("--map-prio"))
        wanted.mapsPriority = true;
    else if (option.is("--map-queue"))
        wanted.mapsQueue = true;
    else
        (option.is("--add-set")   ? order.add
         : option.is("--del-set") ? order.remove
                                  : order.map) = {setNameOf(option), setSidesOf(option)};
}

const Target* parse(Options& words)
{
    SetWords wanted;
    while (const auto option = words.next())
        read(*option, wanted);
    const IpSetOrder& order = wanted.order;
    if (!order.add && !order.remove && !order.map)
        words.rejectMissing("--add-set");
    if (!order.add && (order.refreshes || order.timeoutSeconds))
        words.rejectMissing("--add-set");
    if (!order.map && wanted.maps())
        words.rejectMissing("--map-set");
    if (order.map && !wanted.maps())
        words.rejectMissing("--map-mark");
    return words.arena().make<SetTarget>(wanted);
}

}  // namespace

extern const TargetExtension setTarget = {"SET", options, parse};

}  // namespace natwalk
