// -m connmark: the mark of the packet's connection.
// Source: Linux net/netfilter/xt_connmark.c, iptables extensions/libxt_connmark.c.
#include "extensions/all.h"
#include "extensions/numbers.h"
#include "extensions/saved_options.h"

#include <array>

namespace natwalk {

namespace {

class Connmark final : public Match
{
public:
    Connmark(MaskedNumber wanted, bool inverted) : m_wanted(wanted), m_inverted(inverted) {}

    std::string_view name() const override { return "connmark"; }

    Answer ask(const MatchContext& context) const override
    {
        if (context.connection == nullptr)
            return Answer::of(false);
        return Answer::of(((context.connection->mark & m_wanted.mask) == m_wanted.value) != m_inverted);
    }

    std::string save() const override
    {
        return std::move(SavedOptions().value("--mark", toText(m_wanted), m_inverted)).text();
    }

    Message describe() const override
    {
        return message(m_inverted ? MessageId::ConnectionMarkIsNot : MessageId::ConnectionMarkIs, m_wanted);
    }

    Message whyNot(const MatchContext& context) const override
    {
        if (context.connection == nullptr)
            return message(MessageId::NoConnection);
        return message(m_inverted ? MessageId::ConnectionMarkExcluded : MessageId::ConnectionMarkDiffers,
                       hexadecimal(context.connection->mark), m_wanted);
    }

private:
    MaskedNumber m_wanted;
    bool m_inverted;
};

constexpr auto options = std::to_array<OptionSpec>({{"--mark"}});

const Match* parse(Options& words)
{
    const Option option = words.only("--mark");
    return words.arena().make<Connmark>(maskedNumberOf(option), option.inverted());
}

}  // namespace

extern const MatchExtension connmarkMatch = {"connmark", options, parse};

}  // namespace natwalk
