// -m set: addresses and ports that a set of the host holds.
// Source: Linux net/netfilter/xt_set.c, iptables extensions/libxt_set.c.
#include "extensions/all.h"
#include "extensions/kept.h"
#include "extensions/words.h"

#include <array>

namespace natwalk {

namespace {

/// IPSET_DIM_MAX
constexpr std::size_t mostSides = 6;

struct SetConditions
{
    std::string_view set;
    std::array<IpSetSide, mostSides> sides{};
    std::size_t sideCount = 0;
    bool inverted = false;
    bool decided = true;    ///< false: it also asks for what natwalk does not count
    std::string_view more;  ///< further options, as written
};

class Set final : public Match
{
public:
    explicit Set(const SetConditions& wanted) : m_wanted(wanted) {}

    std::string_view name() const override { return "set"; }

    Answer ask(const MatchContext& context) const override
    {
        const auto held = holds(context);
        if (!held || (*held != m_wanted.inverted && !m_wanted.decided))
            return Answer::doubt();
        return Answer::of(*held != m_wanted.inverted);
    }

    std::string save() const override
    {
        SavedOptions saved;
        saved.value("--match-set", std::string(m_wanted.set) + " " + sidesText(), m_wanted.inverted);
        if (!m_wanted.more.empty())
            saved.flag(m_wanted.more);
        return std::move(saved).text();
    }

    Message describe() const override
    {
        return message(m_wanted.inverted ? MessageId::NotInSet : MessageId::InSet, sidesText(), m_wanted.set);
    }

    Message whyNot(const MatchContext& context) const override
    {
        const auto held = holds(context);
        if (!held)
            return message(MessageId::SetNotKnown, m_wanted.set);
        if (*held != m_wanted.inverted)
            return message(MessageId::NotSimulated, m_wanted.more);
        return message(m_wanted.inverted ? MessageId::SetExcluded : MessageId::SetDiffers, sidesText(), m_wanted.set);
    }

private:
    std::optional<bool> holds(const MatchContext& context) const
    {
        return context.host.ipsets.holds(m_wanted.set, context.packet, sides());
    }

    std::span<const IpSetSide> sides() const { return {m_wanted.sides.data(), m_wanted.sideCount}; }

    std::string sidesText() const
    {
        std::string text;
        for (const IpSetSide side : sides())
            text.append(text.empty() ? "" : ",").append(side == IpSetSide::source ? "src" : "dst");
        return text;
    }

    SetConditions m_wanted;
};

constexpr auto options = std::to_array<OptionSpec>({
    {"--match-set", Values::two, "--set"},
    {"--return-nomatch", Values::none},
    {"--update-counters", Values::none},
    {"--update-subcounters", Values::none},
    {"--packets-eq"},
    {"--packets-lt"},
    {"--packets-gt"},
    {"--bytes-eq"},
    {"--bytes-lt"},
    {"--bytes-gt"},
});

void readSides(const Option& option, SetConditions& wanted)
{
    forEachPart(option.value(1).text, [&](std::string_view part) {
        const bool known = part == "src" || part == "dst";
        if (!known || wanted.sideCount == mostSides)
            option.rejectValue(1);
        wanted.sides[wanted.sideCount++] = part == "src" ? IpSetSide::source : IpSetSide::destination;
    });
}

const Match* parse(Options& words)
{
    SetConditions wanted;
    SavedOptions more;
    while (const auto option = words.next()) {
        if (option->is("--match-set")) {
            wanted.set = option->value().text;
            wanted.inverted = option->inverted();
            readSides(*option, wanted);
            continue;
        }
        keep(*option, more);
        // Counters of entries are not kept; whether they are brought up to date does not matter then.
        wanted.decided = wanted.decided && option->name().starts_with("--update");
    }
    if (wanted.set.empty())
        words.rejectMissing("--match-set");
    wanted.more = words.arena().keep(std::move(more).text());
    return words.arena().make<Set>(wanted);
}

}  // namespace

extern const MatchExtension setMatch = {"set", options, parse};

}  // namespace natwalk
