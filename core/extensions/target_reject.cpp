// -j REJECT: the sender is told that the packet was dropped.
// Source: Linux net/ipv4/netfilter/ipt_REJECT.c, net/ipv6/netfilter/ip6t_REJECT.c, iptables extensions/libipt_REJECT.c.
#include "extensions/all.h"
#include "extensions/words.h"

#include <algorithm>
#include <array>

namespace natwalk {

namespace {

struct Answering
{
    std::string_view name;
    std::string_view alias;
    RejectWith with;
};

// In the order in which iptables looks: the first that begins so is meant.
constexpr auto answers4 = std::to_array<Answering>({
    {"icmp-net-unreachable", "net-unreach", RejectWith::icmpNetUnreachable},
    {"icmp-host-unreachable", "host-unreach", RejectWith::icmpHostUnreachable},
    {"icmp-proto-unreachable", "proto-unreach", RejectWith::icmpProtoUnreachable},
    {"icmp-port-unreachable", "port-unreach", RejectWith::icmpPortUnreachable},
    {"icmp-net-prohibited", "net-prohib", RejectWith::icmpNetProhibited},
    {"icmp-host-prohibited", "host-prohib", RejectWith::icmpHostProhibited},
    {"tcp-reset", "tcp-rst", RejectWith::tcpReset},
    {"icmp-admin-prohibited", "admin-prohib", RejectWith::icmpAdminProhibited},
});

constexpr auto answers6 = std::to_array<Answering>({
    {"icmp6-no-route", "no-route", RejectWith::icmp6NoRoute},
    {"icmp6-adm-prohibited", "adm-prohibited", RejectWith::icmp6AdminProhibited},
    {"icmp6-addr-unreachable", "addr-unreach", RejectWith::icmp6AddressUnreachable},
    {"icmp6-port-unreachable", "port-unreach", RejectWith::icmp6PortUnreachable},
    {"tcp-reset", "tcp-rst", RejectWith::tcpReset},
    {"icmp6-policy-fail", "policy-fail", RejectWith::icmp6PolicyFail},
    {"icmp6-reject-route", "reject-route", RejectWith::icmp6RejectRoute},
});

std::span<const Answering> answersFor(bool ipv6)
{
    return ipv6 ? std::span<const Answering>(answers6) : std::span<const Answering>(answers4);
}

class RejectTarget final : public Target
{
public:
    explicit RejectTarget(const Answering& answering) : m_answering(answering) {}

    std::string_view name() const override { return "REJECT"; }
    Action act(const MatchContext& /*context*/) const override { return Reject{m_answering.with}; }
    std::string save() const override { return "--reject-with " + std::string(m_answering.name); }
    Message describe() const override { return message(MessageId::SenderIsTold, m_answering.name); }

    bool allowedIn(TableName table, Hook hook) const override
    {
        return table == TableName::filter && tableHasHook(table, hook);
    }

private:
    const Answering& m_answering;
};

constexpr auto options = std::to_array<OptionSpec>({{"--reject-with"}});

const Answering* answeringNamed(std::string_view word, std::span<const Answering> answers)
{
    const auto found = std::find_if(answers.begin(), answers.end(), [&](const Answering& each) {
        return beginsIgnoringCase(each.name, word) || beginsIgnoringCase(each.alias, word);
    });
    return found == answers.end() ? nullptr : &*found;
}

const Target* parse(Options& words)
{
    const auto answers = answersFor(words.rule().ipv6);
    const auto option = words.next();
    if (!option)
        return words.arena().make<RejectTarget>(*answeringNamed("port-unreach", answers));
    option->rejectInverted();
    const Answering* answering = answeringNamed(option->value().text, answers);
    if (answering == nullptr)
        option->rejectValue();
    if (answering->with == RejectWith::tcpReset && !words.rule().protocolIs(protocol::tcp))
        option->reject(message(MessageId::NeedsProtocolNamed, answering->name, "tcp"));
    return words.arena().make<RejectTarget>(*answering);
}

}  // namespace

extern const TargetExtension rejectTarget = {"REJECT", options, parse};

}  // namespace natwalk
