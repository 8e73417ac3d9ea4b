// -j CT, -j NOTRACK: how a packet's connection is tracked, or that it is not.
// Source: Linux net/netfilter/xt_CT.c, iptables extensions/libxt_CT.c.
#include "extensions/all.h"
#include "extensions/saved_options.h"
#include "text/quoting.h"

#include <algorithm>
#include <array>

namespace natwalk {

namespace {

/// Without options that change the way: events and time-outs are only printed back.
constexpr auto options = std::to_array<OptionSpec>({
    {"--notrack", Values::none},
    {"--helper"},
    {"--timeout"},
    {"--ctevents"},
    {"--expevents"},
    {"--zone-orig"},
    {"--zone-reply"},
    {"--zone"},
});

enum class Standpoint : std::uint8_t { noTrack, plainZone, markZone, doubtfulZone, noEffect };

class Ct final : public Target
{
public:
    Ct(Standpoint standpoint, SetZone zone, std::string_view words)
        : m_words(words)
        , m_standpoint(standpoint)
        , m_zone(zone)
    {}

    std::string_view name() const override { return "CT"; }
    std::string save() const override { return std::string(m_words); }

    /// @see Linux net/netfilter/xt_CT.c; nf_ct_zone_tmpl() for the zone that the mark says
    Action act(const MatchContext& context) const override
    {
        switch (m_standpoint) {
        case Standpoint::noTrack: return Untrack{};
        case Standpoint::markZone: return SetZone{static_cast<std::uint16_t>(context.packet.mark), m_zone.helped};
        case Standpoint::plainZone:
        case Standpoint::noEffect: return m_zone;
        case Standpoint::doubtfulZone: break;
        }
        return DoubtfulAction{};
    }

    Message describe() const override
    {
        switch (m_standpoint) {
        case Standpoint::noTrack: return message(MessageId::NotTracked);
        case Standpoint::plainZone: return message(MessageId::ZoneBecomes, m_zone.zone);
        case Standpoint::markZone: return message(MessageId::ZoneBecomes, "mark");
        case Standpoint::doubtfulZone: return message(MessageId::NotSimulated, "CT " + save());
        case Standpoint::noEffect: break;
        }
        return message(MessageId::NoEffectOnPath, name());
    }

    bool allowedIn(TableName table, Hook /*hook*/) const override { return table == TableName::raw; }

private:
    std::string_view m_words;
    Standpoint m_standpoint;
    SetZone m_zone;
};

class NoTrack final : public Target
{
public:
    std::string_view name() const override { return "NOTRACK"; }
    Action act(const MatchContext& /*context*/) const override { return Untrack{}; }
    std::string save() const override { return {}; }
    Message describe() const override { return message(MessageId::NotTracked); }
    bool allowedIn(TableName table, Hook /*hook*/) const override { return table == TableName::raw; }
};

/// By the place of an option among `options`.
using Given = std::array<std::optional<std::string>, options.size()>;

std::size_t placeOf(std::string_view name)
{
    const auto found =
        std::find_if(options.begin(), options.end(), [&](const OptionSpec& each) { return each.name == name; });
    return static_cast<std::size_t>(found - options.begin());
}

/// A number is printed in decimal; "mark" stands as it is.
std::string zoneText(const Option& option)
{
    return option.value().text == "mark" ? "mark" : toText(option.number(0, 65535));
}

std::string valueOf(const Option& option)
{
    if (option.name().starts_with("--zone"))
        return zoneText(option);
    if (!option.hasValue())
        return {};
    return bareOrQuoted(option.value().text);
}

Standpoint standpointOf(const Given& given)
{
    if (given[placeOf("--notrack")])
        return Standpoint::noTrack;
    const auto& zone = given[placeOf("--zone")];
    if (given[placeOf("--zone-orig")] || given[placeOf("--zone-reply")])
        return Standpoint::doubtfulZone;
    if (zone && *zone == "mark")
        return Standpoint::markZone;
    return zone ? Standpoint::plainZone : Standpoint::noEffect;
}

const Target* parse(Options& words)
{
    Given given;
    std::uint16_t zone = 0;
    while (const auto option = words.next()) {
        option->rejectInverted();
        given[placeOf(option->name())] = valueOf(*option);
        if (option->is("--zone") && option->value().text != "mark")
            zone = static_cast<std::uint16_t>(option->number(0, 65535));
    }
    SavedOptions saved;
    for (std::size_t i = 0; i < options.size(); ++i)
        if (given[i])
            given[i]->empty() ? saved.flag(options[i].name) : saved.value(options[i].name, *given[i]);
    const SetZone action{zone, given[placeOf("--helper")].has_value()};
    return words.arena().make<Ct>(standpointOf(given), action, words.arena().keep(std::move(saved).text()));
}

const Target* parseNoTrack(Options& words) { return words.arena().make<NoTrack>(); }

}  // namespace

extern const TargetExtension ctTarget = {"CT", options, parse};
extern const TargetExtension notrackTarget = {"NOTRACK", {}, parseNoTrack};

}  // namespace natwalk
