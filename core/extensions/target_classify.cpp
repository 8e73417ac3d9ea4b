// -j CLASSIFY: the traffic class for the queues of the outgoing device.
// Source: Linux net/netfilter/xt_CLASSIFY.c, iptables extensions/libxt_CLASSIFY.c.
#include "extensions/all.h"
#include "extensions/kept.h"
#include "extensions/words.h"

#include <array>
#include <charconv>

namespace natwalk {

namespace {

struct TrafficClass
{
    std::uint16_t major = 0;
    std::uint16_t minor = 0;
};

std::string fourDigits(std::uint16_t number)
{
    std::array<char, 4> digits{};
    const auto end = std::to_chars(digits.begin(), digits.end(), number, 16).ptr;
    return std::string(static_cast<std::size_t>(digits.end() - end), '0') + std::string(digits.begin(), end);
}

class Classify final : public Target
{
public:
    explicit Classify(TrafficClass wanted) : m_class(wanted) {}

    std::string_view name() const override { return "CLASSIFY"; }
    Action act(const MatchContext& /*context*/) const override { return GoOn{}; }
    Message describe() const override { return message(MessageId::NoEffectOnPath, name()); }
    bool allowedIn(TableName table, Hook hook) const override { return onTheWayOut(table, hook); }

    std::string save() const override
    {
        return "--set-class " + fourDigits(m_class.major) + ":" + fourDigits(m_class.minor);
    }

private:
    TrafficClass m_class;
};

constexpr auto options = std::to_array<OptionSpec>({{"--set-class"}});

std::uint16_t hexadecimalOf(std::string_view word, const Option& option)
{
    std::uint16_t number = 0;
    const auto [end, problem] = std::from_chars(word.data(), word.data() + word.size(), number, 16);
    if (problem != std::errc() || end != word.data() + word.size())
        option.rejectValue();
    return number;
}

const Target* parse(Options& words)
{
    const Option option = words.only("--set-class");
    option.rejectInverted();
    const auto [major, minor] = splitAt(option.value().text, ':');
    return words.arena().make<Classify>(
        TrafficClass{hexadecimalOf(major, option), hexadecimalOf(minor.value_or(""), option)});
}

}  // namespace

extern const TargetExtension classifyTarget = {"CLASSIFY", options, parse, Standing::noEffect};

}  // namespace natwalk
