// What a target is: it answers an action, and `walk` applies it.
#pragma once

#include "ruleset/match.h"

#include <optional>
#include <variant>

namespace natwalk {

/// Goes on with the next rule (LOG and everything without effect on the path).
struct GoOn
{};
struct AcceptPacket
{};
struct DropPacket
{};
struct ReturnToCaller
{};

/// With what REJECT answers.
enum class RejectWith : std::uint8_t {
    icmpNetUnreachable,
    icmpHostUnreachable,
    icmpProtoUnreachable,
    icmpPortUnreachable,
    icmpNetProhibited,
    icmpHostProhibited,
    icmpAdminProhibited,
    tcpReset,
    icmp6NoRoute,
    icmp6AdminProhibited,
    icmp6AddressUnreachable,
    icmp6PortUnreachable,
    icmp6PolicyFail,
    icmp6RejectRoute
};
struct Reject
{
    RejectWith with = RejectWith::icmpPortUnreachable;
};

enum class ManipType : std::uint8_t { source, destination };

/// A range of addresses and ports that NAT may choose from.
/// @see Linux include/uapi/linux/netfilter/nf_nat.h, struct nf_nat_range2
struct NatRange
{
    std::optional<Address> first;  ///< no address: keep it
    std::optional<Address> last;
    std::optional<PortRange> ports;
    std::uint16_t basePort = 0;  ///< "10.0.0.1:2010-2020/1010": shift by dport - basePort
    bool shifted = false;
    bool random = false;
    bool randomFully = false;
    bool persistent = false;
    bool netmap = false;  ///< keep the host bits below `netmapMask`
    Network netmapTo{};
};

// The ranges of these three lie in their targets, which never change.
struct Translate
{
    ManipType manip;
    const NatRange* range;
};
struct Masquerade
{
    const NatRange* range;
};  ///< the source becomes the outgoing device's address
struct Redirect
{
    const NatRange* range;
};  ///< the destination becomes this host
struct SetMark
{
    std::uint32_t value = 0;
    std::uint32_t mask = 0xffffffffU;
};  ///< (mark & ~mask) ^ value
/// CONNMARK: ctmark = (ctmark & ~ctMask) ^ value, or copied between packet and connection.
struct SetConnectionMark
{
    enum class Kind : std::uint8_t { set, save, restore } kind = Kind::set;
    std::uint32_t value = 0, nfMask = 0xffffffffU, ctMask = 0xffffffffU;
};
struct Untrack
{};  ///< CT --notrack
struct SetZone
{
    std::uint16_t zone = 0;
    bool helped = false;  ///< --helper: its connection may expect others
};
struct SetTtl
{
    enum class Kind : std::uint8_t { set, increase, decrease } kind = Kind::set;
    std::uint8_t value = 0;
};
struct SetTos
{
    std::uint8_t value = 0;
    std::uint8_t mask = 0xff;
};
struct HandToSocket
{
    SetMark mark;
};  ///< TPROXY: to a socket of this host, whatever the destination
struct ClearCongestionMarks
{};  ///< ECN: takes ECE and CWR out of a TCP header
struct ChangeSets
{
    const IpSetOrder* order;
};  ///< SET: the order lies in its target
struct GuardHandshake
{};  ///< SYNPROXY: answers in the server's place
/// natwalk does not simulate it: goes on with the next rule, and the trace says so.
struct DoubtfulAction
{};

using Action = std::variant<GoOn, AcceptPacket, DropPacket, ReturnToCaller, Reject, Translate, Masquerade, Redirect,
                            SetMark, SetConnectionMark, Untrack, SetZone, SetTtl, SetTos, HandToSocket,
                            ClearCongestionMarks, ChangeSets, GuardHandshake, DoubtfulAction>;

/// One -j NAME with its options. Lives in the ruleset's arena and never changes.
class Target
{
public:
    virtual std::string_view name() const = 0;
    virtual Action act(const MatchContext& context) const = 0;
    /// Its options in iptables-save's form, without "-j NAME"; may be empty.
    virtual std::string save() const = 0;
    /// What it does, in words.
    virtual Message describe() const = 0;
    /// Where the kernel accepts it: in these tables (all when empty) and hooks. Asked by load_check.
    virtual bool allowedIn(TableName /*table*/, Hook /*hook*/) const { return true; }

protected:
    Target() = default;
    ~Target() = default;
    Target(const Target&) = default;
    Target& operator=(const Target&) = default;
};

}  // namespace natwalk
