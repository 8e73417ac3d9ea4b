// -m time: days and times of day. A scenario's clock tells them where it counts from 1970; else natwalk doubts.
// Source: Linux net/netfilter/xt_time.c, iptables extensions/libxt_time.c.
#include "extensions/all.h"
#include "extensions/saved_options.h"
#include "extensions/words.h"

#include <array>
#include <chrono>
#include <cstdio>

namespace natwalk {

namespace {

constexpr std::uint32_t secondsADay = 24 * 60 * 60;
constexpr std::uint32_t lastSecond = secondsADay - 1;
constexpr std::uint32_t allMonthDays = 0xfffffffeU;  ///< bit n is day n
constexpr std::uint32_t allWeekDays = 0xfeU;         ///< bit 1 is Monday
constexpr auto weekDayNames = std::to_array<std::string_view>({"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"});
constexpr std::uint32_t endOfDates = 0x7fffffffU;  ///< in 2038
/// A clock below that (in 2001) counts from the scenario's beginning.
constexpr double earliestTime = 1'000'000'000;

struct Hours
{
    std::uint32_t dateStart = 0, dateStop = endOfDates;
    std::uint32_t dayStart = 0, dayStop = lastSecond;
    std::uint32_t monthDays = allMonthDays;
    std::uint32_t weekDays = allWeekDays;
    bool localTime = false;
    bool contiguous = false;
};

/// A moment as rules look at it.
struct Moment
{
    std::int64_t seconds;  ///< since 1970
    std::uint32_t ofDay;
    unsigned weekDay;  ///< Monday is 1
    unsigned monthDay;
};

Moment momentOf(std::int64_t seconds)
{
    const std::chrono::sys_seconds time{std::chrono::seconds(seconds)};
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    return {seconds, static_cast<std::uint32_t>((time - day).count()), std::chrono::weekday(day).iso_encoding(),
            static_cast<unsigned>(date.day())};
}

std::string dayTimeText(std::uint32_t seconds)
{
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%02u:%02u:%02u", seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
    return text.data();
}

std::string dateText(std::int64_t seconds)
{
    const std::chrono::sys_seconds time{std::chrono::seconds(seconds)};
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text.data() + dayTimeText(static_cast<std::uint32_t>((time - day).count()));
}

std::string monthDaysText(std::uint32_t days)
{
    std::string text;
    for (unsigned day = 1; day <= 31; ++day)
        if ((days >> day & 1U) != 0)
            text.append(text.empty() ? "" : ",").append(toText(day));
    return text;
}

class Time final : public Match
{
public:
    explicit Time(const Hours& wanted) : m_wanted(wanted) {}

    std::string_view name() const override { return "time"; }

    Answer ask(const MatchContext& context) const override
    {
        if (!isKnown(context) || m_wanted.localTime)
            return Answer::doubt();
        return Answer::of(holdsAt(static_cast<std::int64_t>(context.state.clock)));
    }

    std::string save() const override
    {
        SavedOptions saved;
        if (m_wanted.dayStart != 0 || m_wanted.dayStop != lastSecond)
            saved.value("--timestart", dayTimeText(m_wanted.dayStart))
                .value("--timestop", dayTimeText(m_wanted.dayStop));
        if (m_wanted.monthDays != allMonthDays)
            saved.value("--monthdays", monthDaysText(m_wanted.monthDays));
        if (m_wanted.weekDays != allWeekDays)
            saved.value("--weekdays", namesOfBits(m_wanted.weekDays >> 1U, weekDayNames));
        if (m_wanted.dateStart != 0)
            saved.value("--datestart", dateText(m_wanted.dateStart));
        saved.value("--datestop", dateText(m_wanted.dateStop));
        if (m_wanted.localTime)
            saved.flag("--kerneltz");
        if (m_wanted.contiguous)
            saved.flag("--contiguous");
        return std::move(saved).text();
    }

    Message describe() const override { return message(MessageId::TimeIs, save()); }

    Message whyNot(const MatchContext& context) const override
    {
        if (!isKnown(context) || m_wanted.localTime)
            return message(MessageId::TimeUnknown);
        const auto now = static_cast<std::int64_t>(context.state.clock);
        return message(MessageId::TimeDiffers,
                       std::string(weekDayNames[momentOf(now).weekDay - 1]) + ' ' + dateText(now), save());
    }

private:
    static bool isKnown(const MatchContext& context) { return context.state.clock >= earliestTime; }

    /// Linux xt_time.c, time_mt()
    bool holdsAt(std::int64_t now) const
    {
        if (now < m_wanted.dateStart || now > m_wanted.dateStop)
            return false;
        Moment moment = momentOf(now);
        if (m_wanted.dayStart < m_wanted.dayStop) {
            if (moment.ofDay < m_wanted.dayStart || moment.ofDay > m_wanted.dayStop)
                return false;
        } else {
            if (moment.ofDay < m_wanted.dayStart && moment.ofDay > m_wanted.dayStop)
                return false;
            if (m_wanted.contiguous && moment.ofDay < m_wanted.dayStop)
                moment = momentOf(now - secondsADay);
        }
        return (m_wanted.weekDays >> moment.weekDay & 1U) != 0 && (m_wanted.monthDays >> moment.monthDay & 1U) != 0;
    }

    Hours m_wanted;
};

constexpr auto options = std::to_array<OptionSpec>({
    {"--timestart"},
    {"--timestop"},
    {"--monthdays"},
    {"--weekdays", Values::one, "--days"},
    {"--datestart"},
    {"--datestop"},
    {"--kerneltz", Values::none},
    {"--contiguous", Values::none},
    {"--utc", Values::none},
});

/// A decimal number of one or more digits at the beginning of a word, which then begins behind it.
std::optional<unsigned> number(std::string_view& word, unsigned low, unsigned high)
{
    unsigned value = 0;
    std::size_t digits = 0;
    for (; digits < word.size() && word[digits] >= '0' && word[digits] <= '9' && digits < 5; ++digits)
        value = value * 10 + static_cast<unsigned>(word[digits] - '0');
    if (digits == 0 || value < low || value > high)
        return {};
    word.remove_prefix(digits);
    return value;
}

bool skip(std::string_view& word, char c)
{
    if (!word.starts_with(c))
        return false;
    word.remove_prefix(1);
    return true;
}

/// "9:30" or "09:30:15"
std::optional<std::uint32_t> dayTime(std::string_view& word)
{
    const auto hour = number(word, 0, 23);
    const auto minute = hour && skip(word, ':') ? number(word, 0, 59) : std::nullopt;
    const auto second = minute && skip(word, ':') ? number(word, 0, 59) : 0U;
    if (!minute || !second)
        return {};
    return *hour * 3600 + *minute * 60 + *second;
}

std::uint32_t dayTimeOf(const Option& option)
{
    std::string_view word = option.value().text;
    const auto seconds = dayTime(word);
    if (!seconds || !word.empty())
        option.rejectValue();
    return *seconds;
}

/// "2001", "2001-02", "2001-02-03", "2001-02-03T04:05:06", taken as UTC
std::uint32_t dateOf(const Option& option)
{
    std::string_view word = option.value().text;
    const auto year = number(word, 1970, 2038);
    const auto month = year && skip(word, '-') ? number(word, 1, 12) : 1U;
    const auto day = month && skip(word, '-') ? number(word, 1, 31) : 1U;
    const auto time = day && skip(word, 'T') ? dayTime(word) : 0U;
    if (!year || !month || !day || !time || !word.empty())
        option.rejectValue();
    const std::chrono::sys_days start =
        std::chrono::year(static_cast<int>(*year)) / static_cast<int>(*month) / static_cast<int>(*day);
    return static_cast<std::uint32_t>(start.time_since_epoch().count() * secondsADay) + *time;
}

std::uint32_t monthDaysOf(const Option& option)
{
    std::uint32_t days = 0;
    forEachPart(option.value().text, [&](std::string_view part) {
        const auto day = number(part, 1, 31);
        if (!day || !part.empty())
            option.rejectValue();
        days |= 1U << *day;
    });
    return days;
}

/// By number (Monday is 1, Sunday 7) or by the first two letters of a name.
unsigned weekDayNamed(std::string_view word, const Option& option)
{
    std::string_view rest = word;
    if (const auto day = number(rest, 1, 7); day && rest.empty())
        return *day;
    for (unsigned i = 0; i < weekDayNames.size(); ++i)
        if (word.size() >= 2 && beginsIgnoringCase(word, weekDayNames[i].substr(0, 2)))
            return i + 1;
    option.rejectValue();
}

std::uint32_t weekDaysOf(const Option& option)
{
    std::uint32_t days = 0;
    forEachPart(option.value().text, [&](std::string_view part) { days |= 1U << weekDayNamed(part, option); });
    return days;
}

void read(const Option& option, Hours& wanted)
{
    if (option.is("--monthdays")) {
        wanted.monthDays = monthDaysOf(option) ^ (option.inverted() ? allMonthDays : 0);
        return;
    }
    if (option.is("--weekdays")) {
        wanted.weekDays = weekDaysOf(option) ^ (option.inverted() ? allWeekDays : 0);
        return;
    }
    option.rejectInverted();
    if (option.is("--timestart"))
        wanted.dayStart = dayTimeOf(option);
    else if (option.is("--timestop"))
        wanted.dayStop = dayTimeOf(option);
    else if (option.is("--datestart"))
        wanted.dateStart = dateOf(option);
    else if (option.is("--datestop"))
        wanted.dateStop = dateOf(option);
    else if (option.is("--kerneltz"))
        wanted.localTime = true;
    else if (option.is("--contiguous"))
        wanted.contiguous = true;
}

const Match* parse(Options& words)
{
    Hours wanted;
    while (const auto option = words.next())
        read(*option, wanted);
    if (wanted.contiguous && wanted.dayStart < wanted.dayStop)
        words.reject(message(MessageId::RangeReversed, "--timestop", "--timestart"));
    return words.arena().make<Time>(wanted);
}

}  // namespace

extern const MatchExtension timeMatch = {"time", options, parse};

}  // namespace natwalk
