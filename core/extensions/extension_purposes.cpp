// What each extension is for: one row each, by name.
#include "extensions/extension_table.h"

#include <algorithm>
#include <array>

namespace natwalk {

namespace {

struct Purpose
{
    std::string_view name;
    MessageId sentence;
};

constexpr auto ofMatches = std::to_array<Purpose>({
    {"addrtype", MessageId::PurposeMatchAddrtype},
    {"ah", MessageId::PurposeMatchAh},
    {"bpf", MessageId::PurposeMatchBpf},
    {"cgroup", MessageId::PurposeMatchCgroup},
    {"cluster", MessageId::PurposeMatchCluster},
    {"comment", MessageId::PurposeMatchComment},
    {"connbytes", MessageId::PurposeMatchConnbytes},
    {"connlabel", MessageId::PurposeMatchConnlabel},
    {"connlimit", MessageId::PurposeMatchConnlimit},
    {"connmark", MessageId::PurposeMatchConnmark},
    {"conntrack", MessageId::PurposeMatchConntrack},
    {"cpu", MessageId::PurposeMatchCpu},
    {"dccp", MessageId::PurposeMatchDccp},
    {"devgroup", MessageId::PurposeMatchDevgroup},
    {"dscp", MessageId::PurposeMatchDscp},
    {"dst", MessageId::PurposeMatchDst},
    {"ecn", MessageId::PurposeMatchEcn},
    {"esp", MessageId::PurposeMatchEsp},
    {"eui64", MessageId::PurposeMatchEui64},
    {"frag", MessageId::PurposeMatchFrag},
    {"hashlimit", MessageId::PurposeMatchHashlimit},
    {"hbh", MessageId::PurposeMatchHbh},
    {"helper", MessageId::PurposeMatchHelper},
    {"hl", MessageId::PurposeMatchHl},
    {"icmp", MessageId::PurposeMatchIcmp},
    {"icmp6", MessageId::PurposeMatchIcmp6},
    {"ipcomp", MessageId::PurposeMatchIpcomp},
    {"iprange", MessageId::PurposeMatchIprange},
    {"ipv6header", MessageId::PurposeMatchIpv6header},
    {"ipvs", MessageId::PurposeMatchIpvs},
    {"length", MessageId::PurposeMatchLength},
    {"limit", MessageId::PurposeMatchLimit},
    {"mac", MessageId::PurposeMatchMac},
    {"mark", MessageId::PurposeMatchMark},
    {"mh", MessageId::PurposeMatchMh},
    {"multiport", MessageId::PurposeMatchMultiport},
    {"nfacct", MessageId::PurposeMatchNfacct},
    {"osf", MessageId::PurposeMatchOsf},
    {"owner", MessageId::PurposeMatchOwner},
    {"physdev", MessageId::PurposeMatchPhysdev},
    {"pkttype", MessageId::PurposeMatchPkttype},
    {"policy", MessageId::PurposeMatchPolicy},
    {"quota", MessageId::PurposeMatchQuota},
    {"rateest", MessageId::PurposeMatchRateest},
    {"realm", MessageId::PurposeMatchRealm},
    {"recent", MessageId::PurposeMatchRecent},
    {"rpfilter", MessageId::PurposeMatchRpfilter},
    {"rt", MessageId::PurposeMatchRt},
    {"sctp", MessageId::PurposeMatchSctp},
    {"set", MessageId::PurposeMatchSet},
    {"socket", MessageId::PurposeMatchSocket},
    {"srh", MessageId::PurposeMatchSrh},
    {"state", MessageId::PurposeMatchState},
    {"statistic", MessageId::PurposeMatchStatistic},
    {"string", MessageId::PurposeMatchString},
    {"tcp", MessageId::PurposeMatchTcp},
    {"tcpmss", MessageId::PurposeMatchTcpmss},
    {"time", MessageId::PurposeMatchTime},
    {"tos", MessageId::PurposeMatchTos},
    {"ttl", MessageId::PurposeMatchTtl},
    {"u32", MessageId::PurposeMatchU32},
    {"udp", MessageId::PurposeMatchUdp},
});

constexpr auto ofTargets = std::to_array<Purpose>({
    {"AUDIT", MessageId::PurposeTargetAUDIT},
    {"CHECKSUM", MessageId::PurposeTargetCHECKSUM},
    {"CLASSIFY", MessageId::PurposeTargetCLASSIFY},
    {"CONNMARK", MessageId::PurposeTargetCONNMARK},
    {"CONNSECMARK", MessageId::PurposeTargetCONNSECMARK},
    {"CT", MessageId::PurposeTargetCT},
    {"DNAT", MessageId::PurposeTargetDNAT},
    {"DNPT", MessageId::PurposeTargetDNPT},
    {"DSCP", MessageId::PurposeTargetDSCP},
    {"ECN", MessageId::PurposeTargetECN},
    {"HL", MessageId::PurposeTargetHL},
    {"HMARK", MessageId::PurposeTargetHMARK},
    {"IDLETIMER", MessageId::PurposeTargetIDLETIMER},
    {"LED", MessageId::PurposeTargetLED},
    {"LOG", MessageId::PurposeTargetLOG},
    {"MARK", MessageId::PurposeTargetMARK},
    {"MASQUERADE", MessageId::PurposeTargetMASQUERADE},
    {"NETMAP", MessageId::PurposeTargetNETMAP},
    {"NFLOG", MessageId::PurposeTargetNFLOG},
    {"NFQUEUE", MessageId::PurposeTargetNFQUEUE},
    {"NOTRACK", MessageId::PurposeTargetNOTRACK},
    {"RATEEST", MessageId::PurposeTargetRATEEST},
    {"REDIRECT", MessageId::PurposeTargetREDIRECT},
    {"REJECT", MessageId::PurposeTargetREJECT},
    {"SECMARK", MessageId::PurposeTargetSECMARK},
    {"SET", MessageId::PurposeTargetSET},
    {"SNAT", MessageId::PurposeTargetSNAT},
    {"SNPT", MessageId::PurposeTargetSNPT},
    {"SYNPROXY", MessageId::PurposeTargetSYNPROXY},
    {"TCPMSS", MessageId::PurposeTargetTCPMSS},
    {"TCPOPTSTRIP", MessageId::PurposeTargetTCPOPTSTRIP},
    {"TEE", MessageId::PurposeTargetTEE},
    {"TOS", MessageId::PurposeTargetTOS},
    {"TPROXY", MessageId::PurposeTargetTPROXY},
    {"TRACE", MessageId::PurposeTargetTRACE},
    {"TTL", MessageId::PurposeTargetTTL},
    {"ULOG", MessageId::PurposeTargetULOG},
});

MessageId sentenceFor(std::string_view name, std::span<const Purpose> purposes)
{
    const auto found = std::ranges::find(purposes, name, &Purpose::name);
    return found == purposes.end() ? MessageId::Nothing : found->sentence;
}

}  // namespace

Message purposeOf(const ExtensionRow& row)
{
    return message(sentenceFor(row.name, row.isMatch ? std::span<const Purpose>(ofMatches) : ofTargets));
}

}  // namespace natwalk
