// -j CONNMARK: changes the connection's mark, or copies it from or to the packet's.
// Source: Linux net/netfilter/xt_connmark.c, iptables extensions/libxt_CONNMARK.c.
#include "extensions/all.h"
#include "extensions/mark_change.h"
#include "extensions/saved_options.h"

#include <array>

namespace natwalk {

namespace {

using Kind = SetConnectionMark::Kind;

struct Shift
{
    std::string_view option;  ///< empty: none
    std::uint32_t bits = 0;
};

class ConnmarkTarget final : public Target
{
public:
    ConnmarkTarget(const SetConnectionMark& change, const Shift& shift) : m_change(change), m_shift(shift) {}

    std::string_view name() const override { return "CONNMARK"; }

    Action act(const MatchContext& /*context*/) const override
    {
        return m_shift.bits == 0 ? Action(m_change) : Action(DoubtfulAction{});
    }

    std::string save() const override
    {
        SavedOptions saved;
        if (m_change.kind == Kind::set)
            saved.value("--set-xmark", withMask({m_change.value, m_change.ctMask}));
        else
            saved.flag(m_change.kind == Kind::save ? "--save-mark" : "--restore-mark")
                .value("--nfmask", hexadecimal(m_change.nfMask))
                .value("--ctmask", hexadecimal(m_change.ctMask));
        if (m_shift.bits != 0)
            saved.value(m_shift.option, toText(m_shift.bits));
        return std::move(saved).text();
    }

    Message describe() const override
    {
        switch (m_change.kind) {
        case Kind::save: return message(MessageId::MarkSaved);
        case Kind::restore: return message(MessageId::MarkRestored);
        case Kind::set: break;
        }
        return message(MessageId::ConnectionMarkChanges, hexadecimal(m_change.ctMask), hexadecimal(m_change.value));
    }

private:
    SetConnectionMark m_change;
    Shift m_shift;
};

constexpr auto options = std::to_array<OptionSpec>({
    {"--set-xmark"},
    {"--set-mark"},
    {"--and-mark"},
    {"--or-mark"},
    {"--xor-mark"},
    {"--save-mark", Values::none},
    {"--restore-mark", Values::none},
    {"--left-shift-mark"},
    {"--right-shift-mark"},
    {"--nfmask"},
    {"--ctmask"},
    {"--mask"},
});

/// What is done, and the option that said so.
struct Operation
{
    SetConnectionMark change;
    std::string_view option;
};

std::optional<Operation> operationOf(const Option& option)
{
    if (option.is("--save-mark"))
        return Operation{{Kind::save}, option.name()};
    if (option.is("--restore-mark"))
        return Operation{{Kind::restore}, option.name()};
    if (const auto change = markChangeOf(option))
        return Operation{{Kind::set, change->value, MaskedNumber::allBits, change->mask}, option.name()};
    return {};
}

struct Masks
{
    std::optional<std::uint32_t> packet;
    std::optional<std::uint32_t> connection;
    std::optional<std::uint32_t> both;
};

void readRest(const Option& option, Masks& masks, Shift& shift)
{
    if (option.name().ends_with("-shift-mark")) {
        shift = {option.name(), static_cast<std::uint32_t>(option.number(0, 32))};
        return;
    }
    auto& mask = option.is("--nfmask") ? masks.packet : option.is("--ctmask") ? masks.connection : masks.both;
    mask = static_cast<std::uint32_t>(option.number(0, MaskedNumber::allBits));
    if (masks.both && (masks.packet || masks.connection))
        option.reject(message(MessageId::OptionsExclude, "--mask", masks.packet ? "--nfmask" : "--ctmask"));
}

const Target* parse(Options& words)
{
    std::optional<Operation> operation;
    Masks masks;
    Shift shift;
    while (const auto option = words.next()) {
        option->rejectInverted();
        const auto given = operationOf(*option);
        if (!given) {
            readRest(*option, masks, shift);
            continue;
        }
        if (operation)
            words.reject(message(MessageId::OptionsExclude, operation->option, given->option));
        operation = given;
    }
    if (!operation)
        words.rejectMissing("--set-xmark");
    SetConnectionMark& change = operation->change;
    if (change.kind != Kind::set) {
        change.nfMask = masks.packet.value_or(masks.both.value_or(MaskedNumber::allBits));
        change.ctMask = masks.connection.value_or(masks.both.value_or(MaskedNumber::allBits));
    }
    return words.arena().make<ConnmarkTarget>(change, shift);
}

}  // namespace

extern const TargetExtension connmarkTarget = {"CONNMARK", options, parse};

}  // namespace natwalk
