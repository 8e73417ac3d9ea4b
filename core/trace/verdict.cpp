#include "trace/verdict.h"

#include <array>

namespace natwalk {

namespace {

std::string_view natCode(const Verdict& verdict)
{
    if (verdict.sourceNat && verdict.destinationNat)
        return "NAT.BOTH";
    if (verdict.destinationNat)
        return "NAT.DNAT";
    return verdict.sourceNat ? "NAT.SNAT" : "FORWARD";
}

std::string_view dropCode(Because because)
{
    switch (because) {
    case Because::rule:
    case Because::guarded:
    case Because::badCookie:
    case Because::match: return "DROP.RULE";
    case Because::policy: return "DROP.POLICY";
    case Because::natExhausted:
    case Because::natClash:
    case Because::masqueradedElsewhere:
    case Because::headerTooShort: return "DROP.NAT";
    default: return "DROP.ROUTING";
    }
}

std::string_view icmpCode(Because because)
{
    switch (because) {
    case Because::unreachable: return "ICMP.UNREACHABLE";
    case Because::prohibited: return "ICMP.PROHIBITED";
    case Because::ttlExceeded: return "ICMP.TTL_EXCEEDED";
    case Because::fragmentationNeeded: return "ICMP.FRAGMENTATION_NEEDED";
    case Because::beyondScope: return "ICMP.BEYOND_SCOPE";
    default: return "ICMP.NO_ROUTE";
    }
}

}  // namespace

std::string_view nameOf(Outcome outcome)
{
    constexpr std::array<std::string_view, 7> names = {"forwarded", "sent",       "delivered", "rejected",
                                                       "dropped",   "icmp_error", "depends"};
    return names[static_cast<std::size_t>(outcome)];
}

std::string_view codeOf(const Verdict& verdict)
{
    switch (verdict.outcome) {
    case Outcome::forwarded:
    case Outcome::sent: return natCode(verdict);
    case Outcome::delivered: return verdict.sourceNat || verdict.destinationNat ? "LOCAL.NAT" : "LOCAL";
    case Outcome::rejected: return "REJECT.RULE";
    case Outcome::dropped: return dropCode(verdict.because);
    case Outcome::icmpError: return icmpCode(verdict.because);
    case Outcome::depends: return "DEPENDS";
    }
    return {};
}

std::string_view nameOf(RejectWith with)
{
    constexpr std::array<std::string_view, 14> names = {
        "icmp-net-unreachable", "icmp-host-unreachable", "icmp-proto-unreachable", "icmp-port-unreachable",
        "icmp-net-prohibited",  "icmp-host-prohibited",  "icmp-admin-prohibited",  "tcp-reset",
        "icmp6-no-route",       "icmp6-adm-prohibited",  "icmp6-addr-unreachable", "icmp6-port-unreachable",
        "icmp6-policy-fail",    "icmp6-reject-route"};
    return names[static_cast<std::size_t>(with)];
}

}  // namespace natwalk
