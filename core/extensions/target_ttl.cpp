// -j TTL, -j HL: how many hops the packet may still go.
// Source: Linux net/netfilter/xt_HL.c, iptables extensions/libipt_TTL.c and libip6t_HL.c.
#include "extensions/all.h"
#include "extensions/saved_options.h"

#include <array>

namespace natwalk {

namespace {

class TtlTarget final : public Target
{
public:
    TtlTarget(std::string_view name, std::string_view optionName, const SetTtl& change)
        : m_name(name)
        , m_option(optionName)
        , m_change(change)
    {}

    std::string_view name() const override { return m_name; }
    Action act(const MatchContext& /*context*/) const override { return m_change; }
    std::string save() const override
    {
        return std::move(SavedOptions().value(m_option, toText(m_change.value))).text();
    }

    Message describe() const override
    {
        constexpr std::array sentences = {MessageId::TtlBecomes, MessageId::TtlGrows, MessageId::TtlShrinks};
        return message(sentences[static_cast<std::size_t>(m_change.kind)], m_change.value);
    }

    bool allowedIn(TableName table, Hook /*hook*/) const override { return table == TableName::mangle; }

private:
    std::string_view m_name;
    std::string_view m_option;
    SetTtl m_change;
};

constexpr auto options4 = std::to_array<OptionSpec>({{"--ttl-set"}, {"--ttl-dec"}, {"--ttl-inc"}});
constexpr auto options6 = std::to_array<OptionSpec>({{"--hl-set"}, {"--hl-dec"}, {"--hl-inc"}});

SetTtl changeOf(const Option& option)
{
    option.rejectInverted();
    const bool sets = option.name().ends_with("-set");
    const auto value = static_cast<std::uint8_t>(option.number(sets ? 0 : 1, 255));
    if (sets)
        return {SetTtl::Kind::set, value};
    return {option.name().ends_with("-inc") ? SetTtl::Kind::increase : SetTtl::Kind::decrease, value};
}

const Target* parseFor(Options& words, std::string_view name, std::span<const OptionSpec> specs)
{
    const Option option = words.only(specs.front().name);
    return words.arena().make<TtlTarget>(name, option.name(), changeOf(option));
}

const Target* parse4(Options& words) { return parseFor(words, "TTL", options4); }

const Target* parse6(Options& words) { return parseFor(words, "HL", options6); }

}  // namespace

extern const TargetExtension ttlTarget = {"TTL", options4, parse4};
extern const TargetExtension hlTarget = {"HL", options6, parse6};

}  // namespace natwalk
