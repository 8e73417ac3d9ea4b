// -m devgroup: the group of the device that a packet comes or goes by; where no group was given, it is 0.
// Source: Linux net/netfilter/xt_devgroup.c, iptables extensions/libxt_devgroup.c.
#include "extensions/all.h"
#include "extensions/numbers.h"
#include "extensions/saved_options.h"

#include <array>

namespace natwalk {

namespace {

struct GroupCondition
{
    MaskedNumber group;
    bool isAsked = false;
    bool inverted = false;
};

std::uint32_t groupOf(const Host& host, const InterfaceName& device)
{
    const Interface* found = host.interfaceNamed(device);
    return found == nullptr ? 0 : found->group;
}

/// "default" is the one name that needs no /etc/iproute2/group.
std::string groupText(const MaskedNumber& group)
{
    return group.value == 0 && group.mask == MaskedNumber::allBits ? "default" : toText(group);
}

class Devgroup final : public Match
{
public:
    Devgroup(const GroupCondition& source, const GroupCondition& destination)
        : m_source(source)
        , m_destination(destination)
    {}

    std::string_view name() const override { return "devgroup"; }

    Answer ask(const MatchContext& context) const override
    {
        return Answer::of(holds(m_source, context.host, context.packet.in)
                          && holds(m_destination, context.host, context.packet.out));
    }

    std::string save() const override
    {
        SavedOptions saved;
        if (m_source.isAsked)
            saved.value("--src-group", groupText(m_source.group), m_source.inverted);
        if (m_destination.isAsked)
            saved.value("--dst-group", groupText(m_destination.group), m_destination.inverted);
        return std::move(saved).text();
    }

    Message describe() const override { return message(MessageId::DeviceGroupIs, save()); }

    Message whyNot(const MatchContext& context) const override
    {
        const bool bySource = !holds(m_source, context.host, context.packet.in);
        const GroupCondition& condition = bySource ? m_source : m_destination;
        const std::uint32_t group = groupOf(context.host, bySource ? context.packet.in : context.packet.out);
        return message(condition.inverted ? MessageId::FieldExcluded : MessageId::FieldDiffers,
                       bySource ? "src-group" : "dst-group", hexadecimal(group), groupText(condition.group));
    }

    bool allowedIn(TableName /*table*/, Hook hook) const override
    {
        const bool comesIn = hook == Hook::prerouting || hook == Hook::input || hook == Hook::forward;
        const bool goesOut = hook == Hook::forward || hook == Hook::output || hook == Hook::postrouting;
        return (!m_source.isAsked || comesIn) && (!m_destination.isAsked || goesOut);
    }

private:
    static bool holds(const GroupCondition& condition, const Host& host, const InterfaceName& device)
    {
        return !condition.isAsked
               || ((groupOf(host, device) & condition.group.mask) == condition.group.value) != condition.inverted;
    }

    GroupCondition m_source;
    GroupCondition m_destination;
};

constexpr auto options = std::to_array<OptionSpec>({{"--src-group"}, {"--dst-group"}});

MaskedNumber groupNumberOf(const Option& option)
{
    return option.value().text == "default" ? MaskedNumber{} : maskedNumberOf(option);
}

const Match* parse(Options& words)
{
    GroupCondition source;
    GroupCondition destination;
    while (const auto option = words.next()) {
        GroupCondition& condition = option->is("--src-group") ? source : destination;
        condition = GroupCondition{groupNumberOf(*option), true, option->inverted()};
    }
    if (!source.isAsked && !destination.isAsked)
        words.rejectMissing("--src-group");
    return words.arena().make<Devgroup>(source, destination);
}

}  // namespace

extern const MatchExtension devgroupMatch = {"devgroup", options, parse};

}  // namespace natwalk
