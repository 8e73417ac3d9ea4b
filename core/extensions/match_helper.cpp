// -m helper: connections that another one's helper (ftp, sip...) expected. natwalk does not know which helper it was.
// Source: Linux net/netfilter/xt_helper.c, iptables extensions/libxt_helper.c.
#include "extensions/all.h"
#include "extensions/saved_options.h"
#include "text/quoting.h"

#include <array>

namespace natwalk {

namespace {

class Helper final : public Match
{
public:
    Helper(std::string_view helper, bool inverted) : m_helper(helper), m_inverted(inverted) {}

    std::string_view name() const override { return "helper"; }

    /// No name means any helper.
    Answer ask(const MatchContext& context) const override
    {
        const bool isExpected = context.connection != nullptr && context.connection->has(status::expected);
        if (isExpected && !m_helper.empty())
            return Answer::doubt();
        return Answer::of(isExpected != m_inverted);
    }

    std::string save() const override
    {
        return std::move(SavedOptions().value("--helper", quoted(m_helper), m_inverted)).text();
    }

    Message describe() const override { return message(MessageId::HelperExpects, save()); }

    Message whyNot(const MatchContext& context) const override
    {
        const bool isExpected = context.connection != nullptr && context.connection->has(status::expected);
        return isExpected ? message(MessageId::NotSimulated, save()) : message(MessageId::NoHelperExpected);
    }

private:
    std::string_view m_helper;
    bool m_inverted;
};

constexpr auto options = std::to_array<OptionSpec>({{"--helper"}});

const Match* parse(Options& words)
{
    constexpr std::size_t longestName = 29;  // of struct xt_helper_info, with its final zero
    const Option option = words.only("--helper");
    return words.arena().make<Helper>(option.value().text.substr(0, longestName), option.inverted());
}

}  // namespace

extern const MatchExtension helperMatch = {"helper", options, parse};

}  // namespace natwalk
