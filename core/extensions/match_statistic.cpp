// -m statistic: lets a share of the packets through, by dice or by counting.
// Source: Linux net/netfilter/xt_statistic.c, iptables extensions/libxt_statistic.c.
#include "extensions/all.h"
#include "extensions/saved_options.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <limits>

namespace natwalk {

namespace {

/// "1/3" where that is what the kernel stores for a third, else "12.34 %".
std::string chanceText(Probability chance)
{
    constexpr int largestDenominator = 10000;
    const auto parts = chance.k == 0 ? 0L : std::lround(1.0 / chance.share());
    if (parts > 1 && parts <= largestDenominator && Probability::nearest(1.0 / static_cast<double>(parts)) == chance)
        return "1/" + toText(parts);
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%.4g %%", chance.share() * 100);
    return text.data();
}

class ByChance final : public Match
{
public:
    ByChance(Probability chance, bool inverted) : m_chance(chance), m_inverted(inverted) {}

    std::string_view name() const override { return "statistic"; }
    Answer ask(const MatchContext& /*context*/) const override { return {chance()}; }

    std::string save() const override
    {
        return std::move(
                   SavedOptions().value("--mode", "random").value("--probability", savedShare(m_chance), m_inverted))
            .text();
    }

    Message describe() const override { return message(MessageId::ByChance, chanceText(chance())); }

    Message whyNot(const MatchContext& /*context*/) const override
    {
        if (chance().isNever())
            return message(MessageId::ChanceIsZero);
        return message(MessageId::DrawFailed, chanceText(chance()));
    }

private:
    Probability chance() const { return m_inverted ? m_chance.opposite() : m_chance; }

    Probability m_chance;
    bool m_inverted;
};

class EveryNth final : public Match
{
public:
    EveryNth(std::uint32_t every, std::uint32_t packet, bool inverted)
        : m_every(every)
        , m_packet(packet)
        , m_inverted(inverted)
    {}

    std::string_view name() const override { return "statistic"; }

    Answer ask(const MatchContext& context) const override
    {
        const bool due = turnOf(context) == m_packet;
        return {due != m_inverted ? certain : never, CountOneMore{}, false};
    }

    std::string save() const override
    {
        SavedOptions saved;
        saved.value("--mode", "nth").value("--every", toText(m_every), m_inverted).value("--packet", toText(m_packet));
        return std::move(saved).text();
    }

    Message describe() const override
    {
        return message(m_inverted ? MessageId::AllButOnePacketIn : MessageId::OnePacketIn, m_every);
    }

    Message whyNot(const MatchContext& context) const override
    {
        return message(m_inverted ? MessageId::TurnExcluded : MessageId::TurnDiffers, turnOf(context) + 1, m_every,
                       std::uint64_t{m_packet} + 1);
    }

    bool remembers() const override { return true; }

private:
    std::uint64_t turnOf(const MatchContext& context) const { return context.timesAsked() % m_every; }

    std::uint32_t m_every;
    std::uint32_t m_packet;
    bool m_inverted;
};

constexpr auto options = std::to_array<OptionSpec>({{"--mode"}, {"--probability"}, {"--every"}, {"--packet"}});

enum class Mode { random, nth };

struct Statistic
{
    std::optional<Mode> mode;
    std::optional<Probability> chance;
    std::optional<std::uint32_t> every;
    std::optional<std::uint32_t> packet;
    bool inverted = false;
};

void read(const Option& option, Statistic& wanted)
{
    constexpr std::uint32_t highest = std::numeric_limits<std::uint32_t>::max();
    if (option.is("--mode") || option.is("--packet"))
        option.rejectInverted();
    wanted.inverted |= option.inverted();
    if (option.is("--mode"))
        wanted.mode = option.oneOf<Mode>({{"random", Mode::random}, {"nth", Mode::nth}});
    else if (option.is("--probability"))
        wanted.chance = Probability::nearest(option.real(0, 1));
    else if (option.is("--every"))
        wanted.every = static_cast<std::uint32_t>(option.number(1, highest));
    else
        wanted.packet = static_cast<std::uint32_t>(option.number(0, highest));
}

const Match* makeByChance(Options& words, const Statistic& wanted)
{
    if (!wanted.chance)
        words.rejectMissing("--probability");
    if (wanted.every)
        words.reject(message(MessageId::OptionsExclude, "--probability", "--every"));
    return words.arena().make<ByChance>(*wanted.chance, wanted.inverted);
}

const Match* makeEveryNth(Options& words, const Statistic& wanted)
{
    if (!wanted.every)
        words.rejectMissing("--every");
    if (!wanted.packet)
        words.rejectMissing("--packet");
    if (wanted.chance)
        words.reject(message(MessageId::OptionsExclude, "--probability", "--every"));
    if (*wanted.packet >= *wanted.every)
        words.reject(message(MessageId::OptionOutOfRange, "--packet", 0, *wanted.every - 1, toText(*wanted.packet)));
    return words.arena().make<EveryNth>(*wanted.every, *wanted.packet, wanted.inverted);
}

const Match* parse(Options& words)
{
    Statistic wanted;
    while (const auto option = words.next())
        read(*option, wanted);
    if (!wanted.mode)
        words.rejectMissing("--mode");
    return *wanted.mode == Mode::random ? makeByChance(words, wanted) : makeEveryNth(words, wanted);
}

}  // namespace

extern const MatchExtension statisticMatch = {"statistic", options, parse};

}  // namespace natwalk
