// -m limit: a token bucket, filled by the clock.
// Source: Linux net/netfilter/xt_limit.c, iptables extensions/libxt_limit.c.
#include "extensions/all.h"
#include "extensions/saved_options.h"
#include "extensions/words.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace natwalk {

namespace {

/// XT_LIMIT_SCALE: rates are kept as parts of a second between two packets.
constexpr std::uint32_t scale = 10000;
/// HZ * CREDITS_PER_JIFFY, which is the same for kernels of 250 and of 1000 Hz.
constexpr std::uint32_t creditsPerSecond = 32000;

constexpr std::uint32_t defaultBurst = 5;

/// Linux xt_limit.c, user2credits(), in 32 bits as there.
constexpr std::uint32_t creditsFor(std::uint32_t scaledSeconds)
{
    if (scaledSeconds > 0xffffffffU / creditsPerSecond)
        return scaledSeconds / scale * creditsPerSecond;
    return scaledSeconds * creditsPerSecond / scale;
}

struct Unit
{
    std::string_view name;
    std::string_view shortName;
    std::uint32_t seconds;
};

constexpr auto units = std::to_array<Unit>({
    {"day", "day", 24 * 60 * 60},
    {"hour", "hour", 60 * 60},
    {"minute", "min", 60},
    {"second", "sec", 1},
});

/// The smallest unit in which the rate is a fair number, as iptables chooses it.
std::string rateText(std::uint32_t average)
{
    const auto fits = [average](const Unit& unit) {
        const std::uint32_t parts = unit.seconds * scale;
        return average <= parts && parts / average >= parts % average;
    };
    const auto tooSmall = std::find_if_not(units.begin() + 1, units.end(), fits);
    const Unit& unit = *(tooSmall - 1);
    return toText(unit.seconds * scale / average) + "/" + std::string(unit.shortName);
}

class Limit final : public Match
{
public:
    Limit(std::uint32_t average, std::uint32_t burst)
        : m_average(average)
        , m_burst(burst)
        , m_cost(creditsFor(average))
        , m_most(creditsFor(average * burst))
    {}

    std::string_view name() const override { return "limit"; }

    Answer ask(const MatchContext& context) const override
    {
        const double credit = creditOf(context);
        const bool passes = credit >= m_cost;
        const Bucket left{passes ? credit - m_cost : credit, context.state.clock};
        return {passes ? certain : never, BucketSet{left}, false};
    }

    std::string save() const override
    {
        SavedOptions saved;
        saved.value("--limit", rateText(m_average));
        if (m_burst != defaultBurst)
            saved.value("--limit-burst", toText(m_burst));
        return std::move(saved).text();
    }

    Message describe() const override { return message(MessageId::AtMost, rateText(m_average), m_burst); }

    Message whyNot(const MatchContext& context) const override
    {
        const double missing = (m_cost - creditOf(context)) / creditsPerSecond;
        std::array<char, 32> seconds{};
        const auto end = std::to_chars(seconds.begin(), seconds.end(), missing, std::chars_format::general, 3).ptr;
        return message(MessageId::LimitReached, rateText(m_average), m_burst, std::string_view(seconds.data(), end));
    }

    bool remembers() const override { return true; }

private:
    double creditOf(const MatchContext& context) const
    {
        const Bucket* bucket = context.state.memory.bucket(context.key);
        if (bucket == nullptr)
            return m_most;
        const double gained = (context.state.clock - bucket->filledAt) * creditsPerSecond;
        return std::min(bucket->credit + gained, static_cast<double>(m_most));
    }

    std::uint32_t m_average;
    std::uint32_t m_burst;
    std::uint32_t m_cost;
    std::uint32_t m_most;
};

constexpr auto options = std::to_array<OptionSpec>({{"--limit"}, {"--limit-burst"}});

std::uint32_t secondsOf(std::string_view unitName, const Option& option)
{
    const auto unit = std::find_if(units.rbegin(), units.rend(), [&](const Unit& each) {
        return !unitName.empty() && beginsIgnoringCase(each.name, unitName);
    });
    if (unit == units.rend())
        option.rejectValue();
    return unit->seconds;
}

/// The scaled time between two packets: "10/sec" is 1000.
std::uint32_t averageOf(const Option& option)
{
    option.rejectInverted();
    const auto [countWord, unitWord] = splitAt(option.value().text, '/');
    const std::uint32_t seconds = unitWord ? secondsOf(*unitWord, option) : 1;
    std::uint32_t count = 0;
    const char* end = countWord.data() + countWord.size();
    const auto [stop, problem] = std::from_chars(countWord.data(), end, count);
    if (problem != std::errc() || stop != end || count == 0 || count > scale * seconds)
        option.rejectValue();
    return scale * seconds / count;
}

const Match* parse(Options& words)
{
    std::uint32_t average = scale * 60 * 60 / 3;  // 3/hour
    std::uint32_t burst = defaultBurst;
    while (const auto option = words.next()) {
        if (option->is("--limit"))
            average = averageOf(*option);
        else
            burst = static_cast<std::uint32_t>(option->number(1, 10000));
    }
    // The kernel calculates in 32 bits and refuses what does not fit.
    if (creditsFor(average * burst) < creditsFor(average))
        words.reject(message(MessageId::LimitTooSlow, rateText(average), burst));
    return words.arena().make<Limit>(average, burst);
}

}  // namespace

extern const MatchExtension limitMatch = {"limit", options, parse};

}  // namespace natwalk
