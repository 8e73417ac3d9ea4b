// -m dccp: ports, and the type of a packet. Packets of natwalk are requests without options.
// Source: Linux net/netfilter/xt_dccp.c, iptables extensions/libxt_dccp.c.
#include "extensions/all.h"
#include "extensions/ports.h"
#include "extensions/words.h"

#include <array>
#include <optional>

namespace natwalk {

namespace {

constexpr auto typeNames = std::to_array<std::string_view>(
    {"REQUEST", "RESPONSE", "DATA", "ACK", "DATAACK", "CLOSEREQ", "CLOSE", "RESET", "SYNC", "SYNCACK", "INVALID"});
constexpr std::uint32_t request = 1;

struct DccpConditions
{
    GivenPorts ports;
    std::uint32_t types = 0;  ///< bits by `typeNames`; 0: not asked
    bool typesInverted = false;
    std::optional<std::uint8_t> option;
    bool optionInverted = false;

    bool fitTypes() const { return types == 0 || ((types & request) != 0) != typesInverted; }
};

class Dccp final : public Match
{
public:
    explicit Dccp(const DccpConditions& wanted) : m_wanted(wanted) {}

    std::string_view name() const override { return "dccp"; }

    Answer ask(const MatchContext& context) const override
    {
        return Answer::of(m_wanted.ports.conditions().holdFor(context.packet) && m_wanted.fitTypes()
                          && (!m_wanted.option || m_wanted.optionInverted));
    }

    std::string save() const override
    {
        SavedOptions saved;
        m_wanted.ports.save(saved);
        if (m_wanted.types != 0)
            saved.value("--dccp-types", namesOfBits(m_wanted.types, typeNames), m_wanted.typesInverted);
        if (m_wanted.option)
            saved.value("--dccp-option", toText(*m_wanted.option), m_wanted.optionInverted);
        return std::move(saved).text();
    }

    Message describe() const override
    {
        if (m_wanted.types == 0 && !m_wanted.option)
            return m_wanted.ports.conditions().describe(name());
        return message(MessageId::PacketsWithOptions, name(), save());
    }

    Message whyNot(const MatchContext& context) const override
    {
        if (!m_wanted.ports.conditions().holdFor(context.packet))
            return m_wanted.ports.conditions().whyNot(context.packet);
        if (!m_wanted.fitTypes())
            return message(m_wanted.typesInverted ? MessageId::FieldExcluded : MessageId::FieldDiffers, "dccp-type",
                           "REQUEST", namesOfBits(m_wanted.types, typeNames));
        return message(MessageId::FieldDiffers, "dccp-option", "-", *m_wanted.option);
    }

    Pins pins() const override { return {protocol::dccp, m_wanted.ports.conditions().pinnedPort()}; }

private:
    DccpConditions m_wanted;
};

constexpr auto options = std::to_array<OptionSpec>({
    {"--sport", Values::one, "--source-port"},
    {"--dport", Values::one, "--destination-port"},
    {"--dccp-types"},
    {"--dccp-option"},
});

const Match* parse(Options& words)
{
    if (!words.rule().protocolIs(protocol::dccp))
        words.reject(message(MessageId::NeedsProtocolNamed, "dccp", "dccp"));
    DccpConditions wanted;
    while (const auto option = words.next()) {
        if (wanted.ports.read(*option))
            continue;
        if (option->is("--dccp-types")) {
            wanted.types = bitsNamed(*option, typeNames);
            wanted.typesInverted = option->inverted();
        } else {
            wanted.option = static_cast<std::uint8_t>(option->number(1, 255));
            wanted.optionInverted = option->inverted();
        }
    }
    return words.arena().make<Dccp>(wanted);
}

}  // namespace

extern const MatchExtension dccpMatch = {"dccp", options, parse};

}  // namespace natwalk
