#include "emulator/connection_names.h"
#include "emulator/scenario_parts.h"
#include "emulator/tcp_window.h"
#include "emulator/tracking.h"

#include <charconv>

namespace natwalk {

namespace {

struct TupleDraft
{
    Tuple tuple;
    std::uint8_t icmpType = 8;
    std::uint8_t icmpCode = 0;
};

template <auto member>
void readPort(const Json& value, TupleDraft& draft, Complaints& /*complaints*/)
{
    draft.tuple.*member = static_cast<std::uint16_t>(value.asInteger(0, 65535));
}

template <auto member>
void readByte(const Json& value, TupleDraft& draft, Complaints& /*complaints*/)
{
    draft.*member = static_cast<std::uint8_t>(value.asInteger(0, 255));
}

constexpr std::array tupleKeys = std::to_array<Key<TupleDraft>>({
    {"src", [](const Json& value, TupleDraft& draft, Complaints&) { draft.tuple.src = addressFrom(value); }},
    {"dst", [](const Json& value, TupleDraft& draft, Complaints&) { draft.tuple.dst = addressFrom(value); }},
    {"proto", [](const Json& value, TupleDraft& draft, Complaints&) { draft.tuple.protocol = protocolFrom(value); }},
    {"sport", readPort<&Tuple::sport>},
    {"dport", readPort<&Tuple::dport>},
    {"icmp_id", readPort<&Tuple::sport>},
    {"icmp_type", readByte<&TupleDraft::icmpType>},
    {"icmp_code", readByte<&TupleDraft::icmpCode>},
});

Tuple readTuple(const Json& value, Complaints& complaints)
{
    TupleDraft draft;
    draft.tuple.protocol = protocol::tcp;
    readKeys<TupleDraft>(value, tupleKeys, draft, complaints);
    for (const char* key : {"src", "dst"})
        if (valueOf(value, key) == nullptr)
            throw ParseError(value.where, message(MessageId::KeyMissing, key));
    if (draft.tuple.protocol == protocol::icmp || draft.tuple.protocol == protocol::icmp6)
        draft.tuple.dport = static_cast<std::uint16_t>(draft.icmpType << 8 | draft.icmpCode);
    return draft.tuple;
}

struct ConnectionDraft
{
    Connection connection;
    std::optional<Tuple> reply;
    std::optional<std::uint32_t> status;
    std::optional<double> secondsLeft;
};

void readStatus(const Json& value, ConnectionDraft& draft, Complaints& complaints)
{
    draft.status = 0;
    forEachItem(value, complaints, [&](const Json& item) {
        const auto bit = statusBitNamed(item.asText());
        if (!bit)
            throw ParseError(item.where,
                             message(MessageId::ValueNotOneOf, "SEEN_REPLY, ASSURED, CONFIRMED...", item.text));
        *draft.status |= *bit;
    });
}

void readTcpState(const Json& value, ConnectionDraft& draft, Complaints& /*complaints*/)
{
    const auto state = tcpStateNamed(value.asText());
    if (!state)
        throw ParseError(value.where,
                         message(MessageId::ValueNotOneOf, "SYN_SENT, ESTABLISHED, TIME_WAIT...", value.text));
    draft.connection.tcp = *state;
}

constexpr std::array connectionKeys = std::to_array<Key<ConnectionDraft>>({
    {"orig", [](const Json& value, ConnectionDraft& draft,
                Complaints& complaints) { draft.connection.original = readTuple(value, complaints); }},
    {"reply", [](const Json& value, ConnectionDraft& draft,
                 Complaints& complaints) { draft.reply = readTuple(value, complaints); }},
    {"status", readStatus},
    {"mark", [](const Json& value, ConnectionDraft& draft,
                Complaints&) { draft.connection.mark = static_cast<std::uint32_t>(value.asInteger(0, 0xffffffffLL)); }},
    {"labels",
     [](const Json& value, ConnectionDraft& draft, Complaints& complaints) {
         forEachItem(value, complaints, [&](const Json& item) {
             draft.connection.labels.set(static_cast<std::uint8_t>(item.asInteger(0, ConnectionLabels::count - 1)));
         });
     }},
    {"zone",
     [](const Json& value, ConnectionDraft& draft,
        Complaints&) { draft.connection.original.zone = static_cast<std::uint16_t>(value.asInteger(0, 65535)); }},
    {"tcp_state", readTcpState},
    {"expires",
     [](const Json& value, ConnectionDraft& draft, Complaints&) { draft.secondsLeft = value.asNumber(0, 1e9); }},
});

/// An entry without a status is one that was answered; translation follows from its tuples.
std::uint32_t usualStatus(const Connection& connection)
{
    std::uint32_t bits =
        status::confirmed | status::seenReply | status::assured | status::sourceNatDone | status::destinationNatDone;
    const Tuple untouched = inverse(connection.original);
    if (connection.reply.dst != untouched.dst || connection.reply.dport != untouched.dport)
        bits |= status::sourceNat;
    if (connection.reply.src != untouched.src || connection.reply.sport != untouched.sport)
        bits |= status::destinationNat;
    return bits;
}

void readConnection(const Json& item, State& state, Complaints& complaints)
{
    ConnectionDraft draft;
    readKeys<ConnectionDraft>(item, connectionKeys, draft, complaints);
    if (valueOf(item, "orig") == nullptr)
        throw ParseError(item.where, message(MessageId::KeyMissing, "orig"));
    Connection& connection = draft.connection;
    connection.reply = draft.reply.value_or(inverse(connection.original));
    connection.reply.zone = connection.original.zone;
    connection.status = draft.status.value_or(usualStatus(connection));
    if (connection.tcp == TcpState::none && connection.original.protocol == protocol::tcp)
        connection.tcp = connection.has(status::seenReply) ? TcpState::established : TcpState::synSent;
    takeAnyNumbers(connection);
    connection.expires = draft.secondsLeft.value_or(timeoutSeconds(connection, 0));
    state.connections.insert(connection);
}

/// {"LIST": [["10.0.0.1", 5], ...]}: addresses and how many seconds ago they were seen
void readRecent(const Json& value, State& state, Complaints& complaints)
{
    for (const Json::Member& list : value.asObject()) {
        std::vector<std::pair<double, Address>> sightings;
        complaints.collect([&] {
            forEachItem(list.value, complaints, [&](const Json& item) {
                const std::vector<Json>& parts = item.asList();
                if (parts.size() != 2)
                    throw ParseError(item.where, message(MessageId::NotAnAddress, ""));
                sightings.emplace_back(parts[1].asNumber(0, 1e9), addressFrom(parts[0]));
            });
        });
        std::stable_sort(sightings.begin(), sightings.end(),
                         [](const auto& a, const auto& b) { return a.first > b.first; });
        state.memory.recentList(list.key);
        for (const auto& [secondsAgo, address] : sightings)
            state.memory.apply({}, RecentStamp{list.key, address, recentStamps}, -secondsAgo);
    }
}

void readCounters(const Json& value, Scenario& scenario, Complaints& complaints)
{
    for (const Json::Member& member : value.asObject())
        complaints.collect([&] {
            if (member.key.find(":rule:") == std::string::npos)
                throw ParseError(member.where, message(MessageId::NotARuleName, member.key));
            scenario.nth.emplace_back(member.key,
                                      static_cast<std::uint64_t>(member.value.asInteger(0, 0x1fffffffffffffLL)));
        });
}

/// Everything is read as seen at second 0, and then moved to the clock's time.
void setClock(State& state, double now)
{
    state.clock = now;
    state.memory.setSavedAt(now);
    for (Connection& connection : state.connections) {
        connection.created += now;
        connection.expires += now;
    }
    for (const RecentList& list : std::vector(state.memory.recentLists()))
        for (RecentEntry& entry : state.memory.recentList(list.name).entries)
            for (double& seen : entry.seen)
                seen += now;
}

constexpr std::array beforeKeys = std::to_array<Key<Scenario>>({
    {"connections",
     [](const Json& value, Scenario& scenario, Complaints& complaints) {
         forEachItem(value, complaints, [&](const Json& item) { readConnection(item, scenario.before, complaints); });
     }},
    {"recent", [](const Json& value, Scenario& scenario,
                  Complaints& complaints) { readRecent(value, scenario.before, complaints); }},
    {"nth", readCounters},
    {"clock",
     [](const Json& value, Scenario& scenario, Complaints&) { scenario.before.clock = value.asNumber(0, 1e12); }},
});

}  // namespace

void readBefore(const Json& value, Scenario& scenario, Complaints& complaints)
{
    readKeys<Scenario>(value, beforeKeys, scenario, complaints);
    setClock(scenario.before, scenario.before.clock);
}

}  // namespace natwalk
