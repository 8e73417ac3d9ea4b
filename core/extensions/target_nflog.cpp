// -j NFLOG: a message to a program that listens; the packet goes on.
// Source: Linux net/netfilter/xt_NFLOG.c, iptables extensions/libxt_NFLOG.c.
#include "extensions/all.h"
#include "extensions/saved_options.h"
#include "text/quoting.h"

#include <array>

namespace natwalk {

namespace {

/// The prefix holds at most this many bytes; iptables cuts the rest off.
constexpr std::size_t longestPrefix = 63;

struct NflogSettings
{
    std::string_view prefix;
    std::uint16_t group = 0;
    std::string_view sizeOption;  ///< --nflog-size, or --nflog-range of old; empty: none
    std::uint32_t size = 0;
    std::uint16_t threshold = 0;
};

class Nflog final : public Target
{
public:
    explicit Nflog(const NflogSettings& settings) : m_settings(settings) {}

    std::string_view name() const override { return "NFLOG"; }
    Action act(const MatchContext& /*context*/) const override { return GoOn{}; }
    Message describe() const override { return message(MessageId::Logs, m_settings.prefix); }

    std::string save() const override
    {
        SavedOptions saved;
        if (!m_settings.prefix.empty())
            saved.value("--nflog-prefix", quoted(m_settings.prefix));
        if (m_settings.group != 0)
            saved.value("--nflog-group", toText(m_settings.group));
        if (!m_settings.sizeOption.empty())
            saved.value(m_settings.sizeOption, toText(m_settings.size));
        if (m_settings.threshold != 0)
            saved.value("--nflog-threshold", toText(m_settings.threshold));
        return std::move(saved).text();
    }

private:
    NflogSettings m_settings;
};

constexpr auto options = std::to_array<OptionSpec>({
    {"--nflog-prefix"},
    {"--nflog-group"},
    {"--nflog-size"},
    {"--nflog-range"},
    {"--nflog-threshold"},
});

void read(const Option& option, NflogSettings& settings)
{
    option.rejectInverted();
    if (option.is("--nflog-prefix")) {
        if (option.value().text.empty())
            option.rejectValue();
        settings.prefix = option.value().text.substr(0, longestPrefix);
    } else if (option.is("--nflog-group")) {
        settings.group = static_cast<std::uint16_t>(option.number(0, 65535));
    } else if (option.is("--nflog-threshold")) {
        settings.threshold = static_cast<std::uint16_t>(option.number(0, 65535));
    } else {
        if (!settings.sizeOption.empty())
            option.reject(message(MessageId::OptionsExclude, "--nflog-size", "--nflog-range"));
        settings.sizeOption = option.name();
        settings.size = static_cast<std::uint32_t>(option.number(0, 0xffffffffU));
    }
}

const Target* parse(Options& words)
{
    NflogSettings settings;
    while (const auto option = words.next())
        read(*option, settings);
    return words.arena().make<Nflog>(settings);
}

}  // namespace

extern const TargetExtension nflogTarget = {"NFLOG", options, parse, Standing::noEffect};

}  // namespace natwalk
