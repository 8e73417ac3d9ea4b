// -m state: the state of the packet's connection; conntrack's older brother.
// Source: Linux net/netfilter/xt_state.c, iptables extensions/libxt_conntrack.c.
#include "extensions/all.h"
#include "extensions/connection_states.h"
#include "extensions/saved_options.h"
#include "extensions/words.h"

#include <array>

namespace natwalk {

namespace {

constexpr std::span<const std::string_view> stateNames(connectionStateNames.data(), plainConnectionStates);

class ConnectionState final : public Match
{
public:
    ConnectionState(std::uint32_t states, bool inverted) : m_states(states), m_inverted(inverted) {}

    std::string_view name() const override { return "state"; }

    Answer ask(const MatchContext& context) const override
    {
        return Answer::of(((connectionStates(context) & m_states) != 0) != m_inverted);
    }

    std::string save() const override
    {
        return std::move(SavedOptions().value("--state", statesText(), m_inverted)).text();
    }

    Message describe() const override
    {
        return message(m_inverted ? MessageId::ConnectionStateIsNot : MessageId::ConnectionStateIs, statesText());
    }

    Message whyNot(const MatchContext& context) const override
    {
        return message(m_inverted ? MessageId::ConnectionStateExcluded : MessageId::ConnectionStateDiffers,
                       namesOfBits(connectionStates(context), stateNames), statesText());
    }

private:
    std::string statesText() const { return namesOfBits(m_states, stateNames); }

    std::uint32_t m_states;
    bool m_inverted;
};

constexpr auto options = std::to_array<OptionSpec>({{"--state"}});

const Match* parse(Options& words)
{
    const Option option = words.only("--state");
    return words.arena().make<ConnectionState>(bitsNamed(option, stateNames), option.inverted());
}

}  // namespace

extern const MatchExtension stateMatch = {"state", options, parse};

}  // namespace natwalk
