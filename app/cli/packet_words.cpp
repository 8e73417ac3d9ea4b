#include "cli/packet_words.h"

#include "cli/exit_code.h"
#include "cli/nearest.h"
#include "cli/service_words.h"
#include "cli/word_values.h"
#include "emulator/connection_names.h"
#include "emulator/first_question.h"
#include "emulator/places.h"
#include "emulator/supposed_state.h"
#include "kube/ways.h"
#include "packet/extension_headers.h"
#include "probability/likeliest.h"

#include <algorithm>
#include <vector>

namespace natwalk::cli {

namespace {

Address address(const std::string& text, std::string_view option)
{
    const auto found = Address::from(text);
    if (!found)
        rejectValue(option, "an IPv4 or IPv6 address", text);
    return *found;
}

From fromNamed(const std::string& text)
{
    return oneOf<From>("--from", text, {{"outside", From::outside}, {"pod", From::pod}, {"node", From::node}});
}

std::vector<std::string> deviceNames(const Host& host)
{
    std::vector<std::string> names = {"lo"};
    for (const Interface& interface : host.interfaces)
        names.push_back(toText(interface.name));
    return names;
}

InterfaceName deviceNamed(const std::string& name, const Host& host)
{
    const std::vector<std::string> names = deviceNames(host);
    if (std::ranges::find(names, name) == names.end())
        throw Failure("the host has no device \"" + name + '"' + didYouMean(name, names));
    return InterfaceName(name);
}

Family familyOf(const PacketWords& words, const Document& document)
{
    if (words.src)
        return address(*words.src, "--src").family;
    if (words.dst)
        return address(*words.dst, "--dst").family;
    if (words.service)
        for (const WayIn& way : serviceNamed(*words.service, document).waysIn)
            if (way.address)
                return way.address->family;
    return document.rulesets.front()->family();
}

std::string familyOfPacket(const Packet& packet) { return packet.src.family == Family::ipv4 ? "IPv4" : "IPv6"; }

Packet sender(const PacketWords& words, const Document& document)
{
    const Family family = familyOf(words, document);
    const bool local = words.local || words.from == "node";
    const From from = local ? From::node : fromNamed(words.from.value_or("outside"));
    const auto place = placeOf(from, document, family);
    if (!place && !words.in)
        throw Failure("the host shows no place \"" + words.from.value_or("outside")
                      + "\": say --in DEVICE and --src ADDRESS");
    Packet packet;
    packet.sport = 40000;
    packet.in = words.in ? deviceNamed(*words.in, *document.host) : place->in;
    packet.src = words.in ? senderBehind(packet.in, document, family).value_or(Address::any(family)) : place->src;
    return packet;
}

void setIcmp(Packet& packet, const std::string& text)
{
    const std::size_t slash = text.find('/');
    packet.icmpType = static_cast<std::uint8_t>(numberOf("--icmp", text.substr(0, slash), 0, 255));
    if (slash != text.npos)
        packet.icmpCode = static_cast<std::uint8_t>(numberOf("--icmp", text.substr(slash + 1), 0, 255));
}

/// An ICMP packet has no ports; --icmp alone says the protocol.
void setProtocol(Packet& packet, const PacketWords& words)
{
    if (words.protocol) {
        const auto known = protocolNamed(*words.protocol);
        if (!known || *known == protocol::any)
            rejectValue("--proto", "tcp, udp, icmp, another protocol's name or its number", *words.protocol);
        packet.protocol = *known;
    } else if (words.icmp) {
        packet.protocol = packet.src.family == Family::ipv4 ? protocol::icmp : protocol::icmp6;
    }
    if (packet.protocol == protocol::icmp6 && !words.icmp)
        packet.icmpType = 128;
    if (!hasPorts(packet.protocol))
        packet.sport = packet.dport = 0;
}

void setPorts(Packet& packet, const PacketWords& words)
{
    if ((words.sport || words.dport) && !hasPorts(packet.protocol))
        throw Failure(protocolName(packet.protocol) + " has no ports: leave --sport and --dport out");
    if (words.sport)
        packet.sport = static_cast<std::uint16_t>(numberOf("--sport", *words.sport, 0, 65535));
    if (words.dport)
        packet.dport = static_cast<std::uint16_t>(numberOf("--dport", *words.dport, 0, 65535));
}

void setAddresses(Packet& packet, const PacketWords& words)
{
    if (words.src)
        packet.src = address(*words.src, "--src");
    if (words.dst)
        packet.dst = address(*words.dst, "--dst");
    if (packet.src.family != packet.dst.family)
        throw Failure("source " + toText(packet.src) + " and destination " + toText(packet.dst)
                      + " are of two families: a packet has one");
}

void setHeaders(Packet& packet, const std::string& text)
{
    const auto headers = extensionHeadersNamed(text);
    if (!headers || *headers == 0) {
        std::vector<std::string_view> names;
        for (const auto& [name, header] : extensionHeaderNames())
            names.push_back(name);
        rejectValue("--headers", "some of " + alternatives(names) + ", with commas between them", text);
    }
    if (packet.src.family == Family::ipv4)
        throw Failure("a packet of IPv4 has no extension headers: leave --headers out");
    packet.headers = *headers;
}

void setRest(Packet& packet, const PacketWords& words)
{
    if (words.flags) {
        const auto flags = tcpFlagsNamed(*words.flags);
        if (!flags)
            rejectValue("--flags", "TCP flags such as SYN or SYN,ACK", *words.flags);
        packet.tcpFlags = *flags;
    }
    if (words.icmp)
        setIcmp(packet, *words.icmp);
    if (words.headers)
        setHeaders(packet, *words.headers);
    if (words.mark)
        packet.mark = static_cast<std::uint32_t>(numberOf("--mark", *words.mark, 0, 0xffffffffU));
    if (words.uid)
        packet.uid = static_cast<std::uint32_t>(numberOf("--uid", *words.uid, 0, nobody - 1));
    if (words.ttl)
        packet.ttl = static_cast<std::uint8_t>(numberOf("--ttl", *words.ttl, 0, 255));
}

void apply(const PacketWords& words, Packet& packet)
{
    setAddresses(packet, words);
    setProtocol(packet, words);
    setPorts(packet, words);
    setRest(packet, words);
}

std::vector<std::string> packetIds(const Scenario& scenario)
{
    std::vector<std::string> ids;
    for (const ScenarioPacket& packet : scenario.packets)
        ids.push_back(packet.id);
    return ids;
}

std::string list(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

std::vector<bool> likeliest(const Question& question) { return likeliestCourse(question); }

Question ofScenario(const Opened& opened, const std::string& id)
{
    if (!opened.scenario)
        throw Failure("--packet needs a scenario: name one with --scenario FILE");
    auto question = questionOf(opened.document, *opened.scenario, id, likeliest);
    if (!question)
        throw Failure(opened.scenarioName + " has no packet \"" + id
                      + "\"; it has: " + list(packetIds(*opened.scenario)));
    return *std::move(question);
}

/// Sends the packet to the service that was named, by the way that its sender would use.
/// @return what was chosen, in words
std::string aimAtService(const Opened& opened, const std::string& words, Packet& packet)
{
    const Document& document = *opened.document;
    const Service service = serviceNamed(words, document);
    const auto outside = placeOf(From::outside, document, packet.src.family);
    const bool fromOutside = outside && !packet.in.empty() && packet.in == outside->in;
    const WayIn* way = wayFor(service, fromOutside ? Client::outside : Client::pod);
    if (way == nullptr)
        throw Failure("no rule leads to " + service.title() + ": say --dst ADDRESS and --dport PORT");
    sendTo(packet, service, *way, *document.host);
    return "to " + service.title() + " by its " + toText(*way);
}

Asked fromScenario(const Opened& opened, const PacketWords& words)
{
    const std::string id = words.packet ? *words.packet : opened.scenario->packets.front().id;
    Asked asked{ofScenario(opened, id), id, "packet " + id + " of " + opened.scenarioName};
    if (words.in)
        asked.question.packet.in = deviceNamed(*words.in, *opened.document->host);
    if (words.service)
        asked.about += ", " + aimAtService(opened, *words.service, asked.question.packet);
    apply(words, asked.question.packet);
    return asked;
}

Asked fromWords(const Opened& opened, const PacketWords& words)
{
    Question question{.document = opened.document, .before = opened.before, .packet = sender(words, *opened.document)};
    if (!question.ruleset())
        throw Failure(opened.source.name + " holds no rules for " + familyOfPacket(question.packet)
                      + " packets: name a dump that does");
    std::string about;
    if (words.service) {
        about = aimAtService(opened, *words.service, question.packet);
    } else if (!words.dst) {
        const FirstQuestion first = firstQuestion(opened.document, question.packet);
        question.packet = first.packet;
        about = first.translated ? "to the first destination that the rules translate; --dst names another"
                                 : "to this host: the rules translate no destination from there; --dst names another";
    }
    apply(words, question.packet);
    return {.question = question, .about = about};
}

void supposeNamed(const std::string& name, Question& question, bool mayChangeFlags)
{
    const auto state = trackStateNamed(name);
    if (!state)
        throw Failure("--state takes NEW, ESTABLISHED, RELATED or INVALID, not \"" + name + '"');
    if (!suppose(*state, question, mayChangeFlags, likeliest))
        throw Failure("UNTRACKED comes from a rule (-j CT --notrack in raw), it cannot be supposed");
}

}  // namespace

bool PacketWords::empty() const
{
    return !packet && !from && !in && !src && !dst && !protocol && !flags && !icmp && !headers && !mark && !state
           && !service && !sport && !dport && !uid && !ttl && !local;
}

void addPacket(CLI::App& command, PacketWords& words)
{
    const std::string group = "Packet";
    command.add_option("--packet", words.packet, "take this packet of the scenario; further words change it")
        ->type_name("ID")
        ->group(group);
    auto* from = command.add_option("--from", words.from, "where it comes from: outside, pod or node")
                     ->type_name("PLACE")
                     ->group(group);
    auto* in = command.add_option("--in", words.in, "the device it comes in by")
                   ->type_name("DEVICE")
                   ->group(group)
                   ->excludes(from);
    command.add_flag("--local", words.local, "made by this host")->group(group)->excludes(from)->excludes(in);
    command.add_option("--src", words.src, "source address")->type_name("ADDRESS")->group(group);
    command.add_option("--dst", words.dst, "destination address")->type_name("ADDRESS")->group(group);
    command.add_option("--service", words.service, "to this service, by the way that such a sender would use")
        ->type_name("NS/NAME[:PORT]")
        ->group(group);
    command.add_option("--proto", words.protocol, "protocol (tcp)")->type_name("NAME")->group(group);
    command.add_option("--sport", words.sport, "source port (40000)")->type_name("PORT")->group(group);
    command.add_option("--dport", words.dport, "destination port")->type_name("PORT")->group(group);
    command.add_option("--flags", words.flags, "TCP flags (SYN)")->type_name("FLAG,...")->group(group);
    command.add_option("--icmp", words.icmp, "ICMP type and code (8/0, echo request)")
        ->type_name("TYPE[/CODE]")
        ->group(group);
    command.add_option("--headers", words.headers, "extension headers of IPv6, as hbh,rt,frag,ah,dst")
        ->type_name("NAME,...")
        ->group(group);
    command.add_option("--mark", words.mark, "firewall mark, as 0x4000")->type_name("MARK")->group(group);
    command.add_option("--uid", words.uid, "the sending process's user, for packets of this host")
        ->type_name("NUMBER")
        ->group(group);
    command.add_option("--ttl", words.ttl, "time to live (64)")->type_name("NUMBER")->group(group);
    command.add_option("--state", words.state, "suppose a connection: NEW, ESTABLISHED, RELATED or INVALID")
        ->type_name("STATE")
        ->group(group);
}

Asked askedOf(const Opened& opened, const PacketWords& words)
{
    const bool takesScenario = words.packet || (words.empty() && opened.scenario && !opened.scenario->packets.empty());
    Asked asked = takesScenario ? fromScenario(opened, words) : fromWords(opened, words);
    if (words.state)
        supposeNamed(*words.state, asked.question, !words.flags);
    return asked;
}

}  // namespace natwalk::cli
