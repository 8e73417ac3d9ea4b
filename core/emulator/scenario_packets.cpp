#include "emulator/scenario_parts.h"
#include "packet/extension_headers.h"

#include <array>
#include <limits>

namespace natwalk {

namespace {

constexpr std::uint16_t usualSourcePort = 40000;
constexpr std::uint32_t mostRepetitions = 1'000'000;

enum class Side : std::uint8_t { unsaid, prerouting, output };

/// A packet while it is read.
struct PacketDraft
{
    ScenarioPacket packet;
    Side hook = Side::unsaid;
    std::optional<bool> keepsConnections;
};

/// A key that sets a field of the packet itself, and how that field is taken over into a derived packet.
struct Field
{
    std::string_view name;
    void (*read)(const Json& value, Packet& packet);
    void (*copy)(const Packet& from, Packet& to);
};

template <auto... members>
void copyMembers(const Packet& from, Packet& to)
{
    ((to.*members = from.*members), ...);
}

template <auto member>
void readNumber(const Json& value, Packet& packet)
{
    using Number = std::remove_reference_t<decltype(packet.*member)>;
    packet.*member = static_cast<Number>(value.asInteger(0, std::numeric_limits<Number>::max()));
}

template <auto member>
void readBoolean(const Json& value, Packet& packet)
{
    packet.*member = value.asBoolean();
}

template <auto member>
void readAddress(const Json& value, Packet& packet)
{
    packet.*member = addressFrom(value);
}

template <auto member>
void readDevice(const Json& value, Packet& packet)
{
    packet.*member = InterfaceName(value.asText());
}

template <auto member>
constexpr Field number(std::string_view name)
{
    return {name, readNumber<member>, copyMembers<member>};
}

void readFlags(const Json& value, Packet& packet)
{
    if (value.kind == Json::Kind::number) {
        packet.tcpFlags = static_cast<std::uint8_t>(value.asInteger(0, 255));
        return;
    }
    const auto flags = value.asText().empty() ? std::optional<std::uint8_t>(0) : tcpFlagsNamed(value.text);
    if (!flags)
        throw ParseError(value.where, message(MessageId::NotTcpFlags, value.text));
    packet.tcpFlags = *flags;
}

/// A text, or "hex:" and pairs of digits: only its length matters.
void readPayload(const Json& value, Packet& packet)
{
    constexpr std::string_view hexadecimal = "hex:";
    std::string_view text = value.asText();
    if (!text.starts_with(hexadecimal)) {
        packet.payloadLength = static_cast<std::uint16_t>(text.size());
        return;
    }
    text.remove_prefix(hexadecimal.size());
    if (text.size() % 2 != 0 || text.find_first_not_of("0123456789abcdefABCDEF") != std::string_view::npos)
        throw ParseError(value.where, message(MessageId::NotHexadecimal));
    packet.payloadLength = static_cast<std::uint16_t>(text.size() / 2);
}

void readLinkSource(const Json& value, Packet& packet)
{
    const auto address = linkAddressFrom(value.asText());
    if (!address)
        throw ParseError(value.where, message(MessageId::NotHexadecimal));
    packet.linkSource = *address;
    packet.knowsLinkSource = true;
}

void readExtensions(const Json& value, Packet& packet)
{
    for (const Json& item : value.asList())
        packet.headers |= oneOf<std::uint8_t>(item, extensionHeaderNames());
}

constexpr std::array fields = std::to_array<Field>({
    {"src", readAddress<&Packet::src>, copyMembers<&Packet::src>},
    {"dst", readAddress<&Packet::dst>, copyMembers<&Packet::dst>},
    {"in", readDevice<&Packet::in>, copyMembers<&Packet::in>},
    {"oif", readDevice<&Packet::out>, copyMembers<&Packet::out>},
    {"proto", [](const Json& value, Packet& packet) { packet.protocol = protocolFrom(value); },
     copyMembers<&Packet::protocol>},
    {"flags", readFlags, copyMembers<&Packet::tcpFlags>},
    number<&Packet::sport>("sport"),
    number<&Packet::dport>("dport"),
    number<&Packet::seq>("seq"),
    number<&Packet::ack>("ack"),
    number<&Packet::spi>("spi"),
    {"mac", readLinkSource, copyMembers<&Packet::linkSource, &Packet::knowsLinkSource>},
    number<&Packet::window>("window"),
    number<&Packet::icmpType>("icmp_type"),
    number<&Packet::icmpCode>("icmp_code"),
    number<&Packet::icmpId>("icmp_id"),
    number<&Packet::ttl>("ttl"),
    number<&Packet::tos>("tos"),
    number<&Packet::mark>("mark"),
    number<&Packet::uid>("uid"),
    number<&Packet::gid>("gid"),
    number<&Packet::fragmentOffset>("frag_off"),
    {"mf", readBoolean<&Packet::moreFragments>, copyMembers<&Packet::moreFragments>},
    {"df", readBoolean<&Packet::dontFragment>, copyMembers<&Packet::dontFragment>},
    {"bad_csum", readBoolean<&Packet::badChecksum>, copyMembers<&Packet::badChecksum>},
    {"ext", readExtensions, copyMembers<&Packet::headers>},
    number<&Packet::routingType>("rt_type"),
    number<&Packet::mobilityType>("mh_type"),
    {"payload", readPayload, copyMembers<&Packet::payloadLength>},
    number<&Packet::payloadLength>("payload_len"),
});

void readForce(const Json& value, PacketDraft& draft, Complaints& complaints)
{
    forEachItem(value, complaints, [&](const Json& item) { draft.packet.force.push_back(item.asBoolean()); });
}

TableName tableFrom(const Json& value)
{
    return oneOf<TableName>(value, {{"raw", TableName::raw},
                                    {"mangle", TableName::mangle},
                                    {"nat", TableName::nat},
                                    {"filter", TableName::filter},
                                    {"security", TableName::security}});
}

void readCourse(const Json& value, PacketDraft& draft, Complaints& complaints)
{
    draft.packet.course.emplace();
    forEachItem(value, complaints, [&](const Json& item) {
        const std::vector<Json>& parts = item.asList();
        if (parts.size() != 3)
            throw ParseError(item.where, message(MessageId::NotARuleName, ""));
        const auto number = static_cast<std::uint32_t>(parts[2].asInteger(1, 0xffffffffLL));
        draft.packet.course->push_back({tableFrom(parts[0]), parts[1].asText(), number});
    });
}

void readPorts(const Json& value, PacketDraft& draft, Complaints& complaints)
{
    static constexpr auto read = [](const Json& port) { return static_cast<std::uint16_t>(port.asInteger(0, 65535)); };
    static constexpr auto keys = std::to_array<Key<PacketDraft>>({
        {"source", [](const Json& port, PacketDraft& target, Complaints&) { target.packet.ports.source = read(port); }},
        {"destination",
         [](const Json& port, PacketDraft& target, Complaints&) { target.packet.ports.destination = read(port); }},
    });
    readKeys<PacketDraft>(value, keys, draft, complaints);
}

void pass(const Json& /*value*/, PacketDraft& /*draft*/, Complaints& /*complaints*/) {}

void warnOfCommand(const Json& value, PacketDraft& /*draft*/, Complaints& complaints)
{
    complaints.warn(value.where, message(MessageId::KeyNotSimulated, "cmd"));
}

template <auto member>
void readText(const Json& value, PacketDraft& draft, Complaints& /*complaints*/)
{
    draft.packet.*member = value.asText();
}

template <auto member>
void readStep(const Json& value, PacketDraft& draft, Complaints& /*complaints*/)
{
    draft.packet.*member = value.asInteger(-0xffffffffLL, 0xffffffffLL);
}

// Rows for everything that is not a field of the packet itself.
constexpr std::array otherKeys = std::to_array<Key<PacketDraft>>({
    {"id", readText<&ScenarioPacket::id>},
    {"hook",
     [](const Json& value, PacketDraft& draft, Complaints&) {
         draft.hook = oneOf<Side>(value, {{"prerouting", Side::prerouting}, {"output", Side::output}});
     }},
    {"repeat",
     [](const Json& value, PacketDraft& draft, Complaints&) {
         draft.packet.repeat = static_cast<std::uint32_t>(value.asInteger(1, mostRepetitions));
     }},
    {"src_step", readStep<&ScenarioPacket::srcStep>},
    {"sport_step", readStep<&ScenarioPacket::sportStep>},
    {"dport_step", readStep<&ScenarioPacket::dportStep>},
    {"ct",
     [](const Json& value, PacketDraft& draft, Complaints&) {
         draft.keepsConnections = oneOf<bool>(value, {{"keep", true}, {"fresh", false}});
     }},
    {"reply_to", readText<&ScenarioPacket::replyTo>},
    {"followup_of", readText<&ScenarioPacket::followupOf>},
    {"icmp_error_for", readText<&ScenarioPacket::icmpErrorFor>},
    {"ack_to", readText<&ScenarioPacket::ackTo>},
    {"sleep",
     [](const Json& value, PacketDraft& draft, Complaints&) { draft.packet.sleepSeconds = value.asNumber(0, 1e9); }},
    {"force", readForce},
    {"course", readCourse},
    {"ports", readPorts},
    {"seed",
     [](const Json& value, PacketDraft& draft,
        Complaints&) { draft.packet.seed = static_cast<std::uint64_t>(value.asInteger(0, 0x1fffffffffffffLL)); }},
    {"icmp_seq", pass},
    {"ipid", pass},
    {"cmd", warnOfCommand},
});

const Field* fieldNamed(std::string_view name)
{
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field& each) { return each.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

/// Reads what is a field of the packet, and notes that it was given; answers false for other keys.
bool readField(const Json::Member& member, PacketDraft& draft)
{
    const Field* field = fieldNamed(member.key);
    if (field == nullptr)
        return false;
    field->read(member.value, draft.packet.packet);
    draft.packet.given.push_back(member.key);
    return true;
}

void readMember(const Json::Member& member, PacketDraft& draft, Complaints& complaints)
{
    if (readField(member, draft))
        return;
    const auto key =
        std::find_if(otherKeys.begin(), otherKeys.end(), [&](const auto& each) { return each.name == member.key; });
    if (key != otherKeys.end())
        return key->read(member.value, draft, complaints);
    std::vector<std::string_view> known;
    known.reserve(fields.size() + otherKeys.size());
    for (const Field& field : fields)
        known.push_back(field.name);
    for (const auto& other : otherKeys)
        known.push_back(other.name);
    complainOfKey(member, known, complaints);
}

/// What a scenario's packet carries where it does not say, in bytes: an INIT chunk; zeros behind a bare IP header.
std::uint16_t usualPayload(std::uint8_t protocol)
{
    constexpr std::uint16_t authenticationHeader = 12;
    if (protocol == protocol::ah)
        return authenticationHeader;
    constexpr std::array empty = {protocol::tcp,   protocol::udp,  protocol::udplite, protocol::icmp,
                                  protocol::icmp6, protocol::none, protocol::mobility};
    if (protocol == protocol::sctp)
        return 20;
    return std::find(empty.begin(), empty.end(), protocol) != empty.end() ? 0 : 8;
}

/// What the tool that asks the kernel sends where a packet does not say.
PacketDraft usualPacket()
{
    PacketDraft draft;
    draft.packet.packet.sport = usualSourcePort;
    return draft;
}

void completeFields(const Json& object, PacketDraft& draft)
{
    Packet& packet = draft.packet.packet;
    const auto given = [&](std::string_view key) { return valueOf(object, key) != nullptr; };
    if (!given("icmp_id"))
        packet.icmpId = packet.sport;
    if (!given("icmp_type") && packet.protocol == protocol::icmp6)
        packet.icmpType = 128;
    if (draft.hook == Side::output) {
        packet.in = {};
        packet.uid = given("uid") ? packet.uid : 0;
        packet.gid = given("gid") ? packet.gid : 0;
        draft.packet.given.emplace_back("in");
    }
    if (packet.moreFragments || packet.fragmentOffset != 0)
        packet.dontFragment = false;
}

/// Complains of what is missing in a packet that is not derived from another.
void checkComplete(const Json& object, const PacketDraft& draft, const Host& host, Complaints& complaints)
{
    for (const char* key : {"src", "dst"})
        if (valueOf(object, key) == nullptr)
            complaints.error(object.where, message(MessageId::KeyMissing, key));
    if (draft.hook != Side::output && valueOf(object, "in") == nullptr)
        complaints.error(object.where, message(MessageId::KeyMissing, "in"));
    const Packet& packet = draft.packet.packet;
    if (packet.src.family != packet.dst.family && valueOf(object, "src") != nullptr
        && valueOf(object, "dst") != nullptr)
        complaints.error(object.where, message(MessageId::FamiliesMixed));
    const bool known = packet.in.empty() || packet.in == "lo" || host.interfaceNamed(packet.in) != nullptr;
    if (const Json* in = valueOf(object, "in"); in != nullptr && !known)
        complaints.error(in->where, message(MessageId::DeviceMissing, packet.in));
}

/// The key and the name of the packet that this one is derived from.
const Json* forerunnerOf(const Json& object)
{
    for (const char* key : {"reply_to", "followup_of", "icmp_error_for"})
        if (const Json* value = valueOf(object, key))
            return value;
    return nullptr;
}

void checkForerunner(const Json& name, const Scenario& scenario, Complaints& complaints)
{
    for (const ScenarioPacket& earlier : scenario.packets)
        if (earlier.id == name.text)
            return;
    complaints.error(name.where, message(MessageId::PacketUnknown, name.text));
}

void readPacket(const Json& object, Scenario& scenario, Complaints& complaints)
{
    PacketDraft draft = usualPacket();
    draft.packet.id = "p" + std::to_string(scenario.packets.size());
    for (const Json::Member& member : object.asObject())
        complaints.collect([&] { readMember(member, draft, complaints); });

    const Json* forerunner = forerunnerOf(object);
    if (forerunner != nullptr)
        checkForerunner(*forerunner, scenario, complaints);
    else
        checkComplete(object, draft, *scenario.host, complaints);
    if (const Json* answered = valueOf(object, "ack_to"))
        checkForerunner(*answered, scenario, complaints);
    completeFields(object, draft);
    if (forerunner == nullptr)
        tidy(draft.packet.packet);
    draft.packet.keepConnections = draft.keepsConnections.value_or(forerunner != nullptr);
    scenario.packets.push_back(std::move(draft.packet));
}

}  // namespace

std::uint8_t protocolFrom(const Json& value)
{
    if (value.kind == Json::Kind::number)
        return static_cast<std::uint8_t>(value.asInteger(0, 255));
    const auto protocol = protocolNamed(value.asText());
    if (!protocol)
        throw ParseError(value.where, message(MessageId::NotAProtocol, value.text));
    return *protocol;
}

void override(Packet& packet, const ScenarioPacket& by)
{
    for (const std::string& key : by.given)
        if (const Field* field = fieldNamed(key))
            field->copy(by.packet, packet);
}

void tidy(Packet& packet)
{
    if (packet.src.family == Family::ipv6 && packet.protocol == protocol::ah) {
        packet.headers |= header::authentication;
        packet.protocol = protocol::none;
    }
    if (!hasPorts(packet.protocol))
        packet.sport = packet.dport = 0;
    if (!packet.isIcmp())
        packet.icmpId = 0;
    constexpr std::array<std::uint8_t, 3> headed = {protocol::esp, protocol::ah, 108};  // 108: ipcomp
    const bool hasHeader = std::find(headed.begin(), headed.end(), packet.protocol) != headed.end();
    if (packet.payloadLength == 0 || packet.protocol == protocol::sctp || packet.protocol == protocol::mobility)
        packet.payloadLength = usualPayload(packet.protocol);
    else if (hasHeader)
        packet.payloadLength = std::max(packet.payloadLength, usualPayload(packet.protocol));
    constexpr std::array summed = {protocol::tcp, protocol::udp, protocol::udplite, protocol::icmp, protocol::icmp6};
    if (std::find(summed.begin(), summed.end(), packet.protocol) == summed.end())
        packet.badChecksum = false;
}

void readPackets(const Json& value, Scenario& scenario, Complaints& complaints)
{
    forEachItem(value, complaints, [&](const Json& item) { readPacket(item, scenario, complaints); });
}

}  // namespace natwalk
