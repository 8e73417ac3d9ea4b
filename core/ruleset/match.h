// What a match is: asked about a packet, it answers with a probability; it has no memory of its own.
#pragma once

#include "host/host.h"
#include "host/state.h"
#include "packet/packet.h"
#include "ruleset/hook.h"
#include "ruleset/probability.h"
#include "text/message.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace natwalk {

/// Everything a match may look at.
struct MatchContext
{
    const Packet& packet;
    const Host& host;
    const State& state;
    Hook hook = Hook::prerouting;
    TrackState tracking = TrackState::newConnection;
    Direction direction = Direction::original;
    const Connection* connection = nullptr;  ///< the entry, or the one being made; null where there is none
    MemoryKey key{};                         ///< whose counter or bucket

    /// The connection; null also where conntrack is still to look, and the packet goes with a template (CT in raw).
    const Connection* lookedUp() const
    {
        return connection == nullptr || connection->original.dst == Address{} ? nullptr : connection;
    }
    std::uint64_t timesAsked() const { return state.memory.timesAsked(key); }
};

/// How sure a match is: a chance, or a doubt (natwalk cannot know; the branch has no probability).
struct Answer
{
    Probability probability = certain;
    MemoryChange change = std::monostate{};  ///< not {}: that would write zeros over all of it
    bool doubtful = false;
    bool drops = false;  ///< it drops the packet itself (Linux xt_action_param.hotdrop), and says no

    static Answer of(bool yes) { return {yes ? certain : never}; }
    static Answer doubt() { return {never, std::monostate{}, true}; }
    static Answer drop(const MemoryChange& change) { return {never, change, false, true}; }
    bool isCertainly(bool yes) const { return !doubtful && (yes ? probability.isCertain() : probability.isNever()); }
};

/// What a match demands exactly, so that long chains can be indexed by it. It need not say.
struct Pins
{
    std::uint8_t protocol = protocol::any;
    std::uint16_t dport = 0;  ///< 0: nothing pinned
};

/// One -m NAME with its options. Lives in the ruleset's arena and never changes.
class Match
{
public:
    virtual std::string_view name() const = 0;
    virtual Answer ask(const MatchContext& context) const = 0;
    /// Its options in iptables-save's form, without "-m NAME": "--mode nth --every 3 --packet 0"; may be empty.
    virtual std::string save() const = 0;
    /// What it looks for, in words: "one packet in 3".
    virtual Message describe() const = 0;
    /// Why it says no to this packet: which condition, which value.
    virtual Message whyNot(const MatchContext& context) const = 0;
    /// What it demands exactly.
    virtual Pins pins() const { return {}; }
    /// Whether asking may change the state (then it is never passed over).
    virtual bool remembers() const { return false; }
    /// Whether it says yes to every packet, whatever happens: a walk need not ask it.
    virtual bool isRemark() const { return false; }
    /// Where the kernel accepts it: -m owner knows a sender in OUTPUT and POSTROUTING only. Asked by load_check.
    virtual bool allowedIn(TableName /*table*/, Hook /*hook*/) const { return true; }

protected:
    Match() = default;
    ~Match() = default;
    Match(const Match&) = default;
    Match& operator=(const Match&) = default;
};

/// "cpu --cpu 0": its name and its options, as iptables-save prints them behind "-m".
std::string matchText(const Match& match);

}  // namespace natwalk
