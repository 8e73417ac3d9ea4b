// -j LOG: a line in the kernel's log; the packet goes on.
// Source: Linux net/netfilter/xt_LOG.c, iptables extensions/libxt_LOG.c.
#include "extensions/all.h"
#include "extensions/saved_options.h"
#include "text/quoting.h"

#include <algorithm>
#include <array>

namespace natwalk {

namespace {

/// The prefix holds at most this many bytes; iptables cuts the rest off.
constexpr std::size_t longestPrefix = 29;

constexpr std::uint8_t defaultLevel = 4;

constexpr auto flagNames = std::to_array<std::string_view>({
    "--log-tcp-sequence",
    "--log-tcp-options",
    "--log-ip-options",
    "--log-uid",
    "--log-macdecode",
});

struct LogSettings
{
    std::string_view prefix;
    std::uint8_t level = defaultLevel;
    std::array<bool, flagNames.size()> flags{};
};

class Log final : public Target
{
public:
    explicit Log(const LogSettings& settings) : m_settings(settings) {}

    std::string_view name() const override { return "LOG"; }
    Action act(const MatchContext& /*context*/) const override { return GoOn{}; }
    Message describe() const override { return message(MessageId::Logs, m_settings.prefix); }

    std::string save() const override
    {
        SavedOptions saved;
        if (!m_settings.prefix.empty())
            saved.value("--log-prefix", quoted(m_settings.prefix));
        if (m_settings.level != defaultLevel)
            saved.value("--log-level", toText(m_settings.level));
        for (std::size_t i = 0; i < flagNames.size(); ++i)
            if (m_settings.flags[i])
                saved.flag(flagNames[i]);
        return std::move(saved).text();
    }

private:
    LogSettings m_settings;
};

constexpr auto options = std::to_array<OptionSpec>({
    {"--log-prefix"},
    {"--log-level"},
    {"--log-tcp-sequence", Values::none},
    {"--log-tcp-options", Values::none},
    {"--log-ip-options", Values::none},
    {"--log-uid", Values::none},
    {"--log-macdecode", Values::none},
});

std::uint8_t levelOf(const Option& option)
{
    const std::string_view word = option.value().text;
    if (!word.empty() && word.front() >= '0' && word.front() <= '9')
        return static_cast<std::uint8_t>(option.number(0, 7));
    return option.oneOf<std::uint8_t>({{"emerg", 0},
                                       {"panic", 0},
                                       {"alert", 1},
                                       {"crit", 2},
                                       {"err", 3},
                                       {"error", 3},
                                       {"warning", 4},
                                       {"notice", 5},
                                       {"info", 6},
                                       {"debug", 7}});
}

std::string_view prefixOf(const Option& option)
{
    if (option.value().text.empty())
        option.rejectValue();
    return option.value().text.substr(0, longestPrefix);
}

const Target* parse(Options& words)
{
    LogSettings settings;
    while (const auto option = words.next()) {
        option->rejectInverted();
        const auto flag =
            std::find_if(flagNames.begin(), flagNames.end(), [&](std::string_view name) { return option->is(name); });
        if (option->is("--log-prefix"))
            settings.prefix = prefixOf(*option);
        else if (option->is("--log-level"))
            settings.level = levelOf(*option);
        else if (flag != flagNames.end())
            settings.flags[static_cast<std::size_t>(flag - flagNames.begin())] = true;
    }
    return words.arena().make<Log>(settings);
}

}  // namespace

extern const TargetExtension logTarget = {"LOG", options, parse, Standing::noEffect};

}  // namespace natwalk
