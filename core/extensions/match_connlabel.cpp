// -m connlabel: one of the 128 labels of the packet's connection.
// Source: Linux net/netfilter/xt_connlabel.c, nf_conntrack_labels.c, iptables extensions/libxt_connlabel.c.
#include "extensions/all.h"
#include "extensions/saved_options.h"

#include <array>

namespace natwalk {

namespace {

/// A connection has room for labels if it began while a rule with connlabel was loaded: each that natwalk follows did.
class Connlabel final : public Match
{
public:
    Connlabel(std::uint8_t label, bool sets, bool inverted) : m_label(label), m_sets(sets), m_inverted(inverted) {}

    std::string_view name() const override { return "connlabel"; }

    Answer ask(const MatchContext& context) const override
    {
        const Connection* connection = context.lookedUp();
        if (connection == nullptr)
            return Answer::of(m_inverted);
        if (!connection->labels.known)
            return Answer::doubt();
        if (m_sets && !connection->labels.has(m_label))
            return {m_inverted ? never : certain, ConnectionLabelled{m_label}};
        return Answer::of(connection->labels.has(m_label) != m_inverted);
    }

    std::string save() const override
    {
        SavedOptions saved;
        saved.value("--label", '"' + toText(m_label) + '"', m_inverted);
        if (m_sets)
            saved.flag("--set");
        return std::move(saved).text();
    }

    Message describe() const override
    {
        constexpr std::array sentences = {MessageId::ConnectionHasLabel, MessageId::ConnectionHasNotLabel,
                                          MessageId::ConnectionGetsLabel, MessageId::ConnectionGetsLabelAndNo};
        return message(sentences[(m_sets ? 2U : 0U) + (m_inverted ? 1U : 0U)], m_label);
    }

    Message whyNot(const MatchContext& context) const override
    {
        const Connection* connection = context.lookedUp();
        if (connection == nullptr)
            return message(MessageId::NoConnection);
        if (!connection->labels.known)
            return message(MessageId::ConnectionLabelsUnknown);
        return message(m_inverted ? MessageId::ConnectionLabelExcluded : MessageId::ConnectionLabelMissing, m_label);
    }

    bool remembers() const override { return m_sets; }

private:
    std::uint8_t m_label;
    bool m_sets;
    bool m_inverted;
};

constexpr auto options = std::to_array<OptionSpec>({{"--label"}, {"--set", Values::none}});

/// By its number: a name would need a file of the host, /etc/xtables/connlabel.conf.
const Match* parse(Options& words)
{
    std::optional<std::uint8_t> label;
    bool sets = false;
    bool inverted = false;
    while (const auto option = words.next()) {
        if (option->is("--label")) {
            label = static_cast<std::uint8_t>(option->number(0, ConnectionLabels::count - 1));
            inverted = option->inverted();
        } else {
            option->rejectInverted();
            sets = true;
        }
    }
    if (!label)
        words.rejectMissing("--label");
    return words.arena().make<Connlabel>(*label, sets, inverted);
}

}  // namespace

extern const MatchExtension connlabelMatch = {"connlabel", options, parse};

}  // namespace natwalk
