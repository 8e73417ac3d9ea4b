// -m policy: whether IPsec protects the packet. natwalk knows no IPsec and supposes that the host has none.
// Source: Linux net/netfilter/xt_policy.c, iptables extensions/libxt_policy.c.
#include "extensions/all.h"
#include "extensions/numbers.h"
#include "extensions/saved_options.h"

#include <array>
#include <vector>

namespace natwalk {

namespace {

/// XT_POLICY_MAX_ELEM
constexpr std::size_t mostElements = 4;

class Policy final : public Match
{
public:
    Policy(std::string_view words, bool out, bool ipsec) : m_words(words), m_out(out), m_ipsec(ipsec) {}

    std::string_view name() const override { return "policy"; }
    Answer ask(const MatchContext& /*context*/) const override { return Answer::of(!m_ipsec); }
    std::string save() const override { return std::string(m_words); }
    Message describe() const override
    {
        return m_ipsec ? message(MessageId::IpsecIs, m_words) : message(MessageId::NotByIpsec);
    }
    Message whyNot(const MatchContext& /*context*/) const override { return message(MessageId::NoIpsecKnown); }

    bool allowedIn(TableName /*table*/, Hook hook) const override
    {
        return m_out ? hook != Hook::prerouting && hook != Hook::input
                     : hook != Hook::output && hook != Hook::postrouting;
    }

private:
    std::string_view m_words;
    bool m_out;
    bool m_ipsec;
};

constexpr auto options = std::to_array<OptionSpec>({
    {"--dir"},
    {"--pol"},
    {"--strict", Values::none},
    {"--reqid", Values::one, {}, true},
    {"--spi", Values::one, {}, true},
    {"--proto", Values::one, {}, true},
    {"--mode", Values::one, {}, true},
    {"--tunnel-dst", Values::one, {}, true},
    {"--tunnel-src", Values::one, {}, true},
    {"--next", Values::none, {}, true},
});

/// In the order in which an element is printed.
constexpr auto fields =
    std::to_array<std::string_view>({"--reqid", "--spi", "--proto", "--mode", "--tunnel-dst", "--tunnel-src"});
constexpr std::size_t modeField = 3;

struct Field
{
    std::string value;  ///< empty: not asked
    bool inverted = false;
};

using Element = std::array<Field, fields.size()>;

struct Draft
{
    std::string_view direction;
    std::string_view kind = "ipsec";
    bool strict = false;
    std::vector<Element> elements = std::vector<Element>(1);
};

std::string protocolOf(const Option& option)
{
    const auto number = protocolNamed(option.value().text);
    if (!number || (*number != 50 && *number != 51 && *number != 108))  // esp, ah, ipcomp
        option.rejectValue();
    return protocolName(*number);
}

std::string tunnelEndOf(const Option& option, bool ipv6)
{
    const auto net = Network::from(option.value().text);
    if (!net || (net->base.family == Family::ipv6) != ipv6)
        option.rejectValue();
    return toText(*net);
}

std::string valueOf(const Option& option, bool ipv6)
{
    if (option.is("--reqid"))
        return toText(option.number(0, 0xffffffffU));
    if (option.is("--spi"))
        return hexadecimal(static_cast<std::uint32_t>(option.number(0, 0xffffffffU)));
    if (option.is("--proto"))
        return protocolOf(option);
    if (option.is("--mode"))
        return std::string(option.oneOf<std::string_view>({{"transport", "transport"}, {"tunnel", "tunnel"}}));
    return tunnelEndOf(option, ipv6);
}

void readField(const Option& option, bool ipv6, Element& element)
{
    const std::size_t place =
        static_cast<std::size_t>(std::find(fields.begin(), fields.end(), option.name()) - fields.begin());
    if (!element[place].value.empty())
        option.reject(message(MessageId::OptionRepeated, option.name()));
    element[place] = {valueOf(option, ipv6), option.inverted()};
}

void read(const Option& option, bool ipv6, Draft& draft)
{
    if (option.is("--next")) {
        if (draft.elements.size() == mostElements)
            option.reject(message(MessageId::OptionOutOfRange, "--next", 0, mostElements - 1, mostElements));
        draft.elements.emplace_back();
        return;
    }
    if (std::find(fields.begin(), fields.end(), option.name()) != fields.end())
        return readField(option, ipv6, draft.elements.back());
    option.rejectInverted();
    if (option.is("--dir"))
        draft.direction = option.oneOf<std::string_view>({{"in", "in"}, {"out", "out"}});
    else if (option.is("--pol"))
        draft.kind = option.oneOf<std::string_view>({{"ipsec", "ipsec"}, {"none", "none"}});
    else
        draft.strict = true;
}

bool isEmpty(const Element& element)
{
    return std::all_of(element.begin(), element.end(), [](const Field& field) { return field.value.empty(); });
}

/// libxt_policy.c, policy_check()
void check(const Draft& draft, const Options& words)
{
    if (draft.direction.empty())
        words.rejectMissing("--dir");
    if (draft.kind == "none" && draft.strict)
        words.reject(message(MessageId::OptionsExclude, "--pol none", "--strict"));
    if (!draft.strict && draft.elements.size() > 1)
        words.rejectMissing("--strict");
    for (const Element& element : draft.elements) {
        if (draft.strict && isEmpty(element))
            words.rejectMissing("--reqid");
        const bool hasTunnel = !element[modeField + 1].value.empty() || !element[modeField + 2].value.empty();
        const Field& mode = element[modeField];
        if (hasTunnel && ((mode.value == "tunnel") == mode.inverted || mode.value.empty()))
            words.rejectMissing("--mode tunnel");
    }
}

std::string textOf(const Draft& draft)
{
    SavedOptions saved;
    saved.value("--dir", draft.direction).value("--pol", draft.kind);
    if (draft.strict)
        saved.flag("--strict");
    for (const Element& element : draft.elements) {
        if (draft.kind == "none")
            break;  // what more was asked is forgotten
        if (&element != &draft.elements.front())
            saved.flag("--next");
        for (std::size_t i = 0; i < fields.size(); ++i)
            if (!element[i].value.empty())
                saved.value(fields[i], element[i].value, element[i].inverted);
    }
    return std::move(saved).text();
}

const Match* parse(Options& words)
{
    Draft draft;
    while (const auto option = words.next())
        read(*option, words.rule().ipv6, draft);
    check(draft, words);
    return words.arena().make<Policy>(words.arena().keep(textOf(draft)), draft.direction == "out",
                                      draft.kind == "ipsec");
}

}  // namespace

extern const MatchExtension policyMatch = {"policy", options, parse};

}  // namespace natwalk
