#include "cli/answer.h"

#include "cli/exit_code.h"
#include "cli/paper.h"
#include "packet/extension_headers.h"
#include "trace/event_words.h"
#include "trace/kernel_log.h"

#include <array>
#include <utility>

namespace natwalk::cli {

namespace {

Json portsJson(Json json, std::uint8_t protocol, std::uint16_t sport, std::uint16_t dport, std::uint16_t icmpId)
{
    if (protocol == protocol::icmp || protocol == protocol::icmp6) {
        json["icmp_type"] = dport >> 8U;
        json["icmp_code"] = dport & 0xffU;
        json["icmp_id"] = icmpId;
    } else if (hasPorts(protocol)) {
        json["sport"] = sport;
        json["dport"] = dport;
    }
    return json;
}

Json endsJson(const Address& src, const Address& dst, std::uint8_t protocol)
{
    return {{"src", toText(src)}, {"dst", toText(dst)}, {"proto", protocolName(protocol)}};
}

Json quoteJson(const Quoted& quote)
{
    return portsJson(endsJson(quote.src, quote.dst, quote.protocol), quote.protocol, quote.sport, quote.dport,
                     quote.sport);
}

Json tupleJson(const Tuple& tuple)
{
    return portsJson(endsJson(tuple.src, tuple.dst, tuple.protocol), tuple.protocol, tuple.sport, tuple.dport,
                     tuple.sport);
}

Json statusJson(std::uint32_t bits)
{
    static constexpr auto names = std::to_array<std::pair<std::uint32_t, const char*>>({
        {status::expected, "EXPECTED"},
        {status::seenReply, "SEEN_REPLY"},
        {status::assured, "ASSURED"},
        {status::confirmed, "CONFIRMED"},
        {status::sourceNat, "SRC_NAT"},
        {status::destinationNat, "DST_NAT"},
        {status::sequenceAdjust, "SEQ_ADJUST"},
        {status::sourceNatDone, "SRC_NAT_DONE"},
        {status::destinationNatDone, "DST_NAT_DONE"},
    });
    Json set = Json::array();
    for (const auto& [bit, name] : names)
        if ((bits & bit) != 0)
            set.push_back(name);
    return set;
}

constexpr std::string_view nameOf(TcpState state)
{
    constexpr std::array<std::string_view, 10> names = {"NONE",     "SYN_SENT",   "SYN_RECV", "ESTABLISHED",
                                                        "FIN_WAIT", "CLOSE_WAIT", "LAST_ACK", "TIME_WAIT",
                                                        "CLOSE",    "SYN_SENT2"};
    return names[static_cast<std::size_t>(state)];
}

/// Those that are set; null where they are not known.
Json labelsJson(const ConnectionLabels& labels)
{
    if (!labels.known)
        return nullptr;
    Json json = Json::array();
    for (unsigned int label = 0; label < ConnectionLabels::count; ++label)
        if (labels.has(static_cast<std::uint8_t>(label)))
            json.push_back(label);
    return json;
}

Json connectionJson(const std::optional<Connection>& connection)
{
    if (!connection)
        return nullptr;
    Json json = {{"orig", tupleJson(connection->original)},
                 {"reply", tupleJson(connection->reply)},
                 {"status", statusJson(connection->status)},
                 {"mark", connection->mark}};
    if (connection->original.protocol == protocol::tcp)
        json["tcp_state"] = nameOf(connection->tcp);
    if (connection->labels != ConnectionLabels{})
        json["labels"] = labelsJson(connection->labels);
    return json;
}

/// The packet as the kernel logs it beside an event.
Json loggedPacketJson(const Packet& packet)
{
    Json json = {{"src", toText(packet.src)}, {"dst", toText(packet.dst)}};
    if (hasPorts(packet.protocol)) {
        json["sport"] = packet.sport;
        json["dport"] = packet.dport;
    }
    json["ttl"] = packet.ttl;
    json["tos"] = packet.tos;
    return json;
}

Json eventJson(const KernelEvent& event, const Trace& trace)
{
    const Packet& packet = trace.packetBefore(event.step);
    Json json = {{"hook", nameOf(event.hook)},
                 {"table", nameOf(event.table)},
                 {"chain", event.chain},
                 {"type", nameOf(event.type)},
                 {"num", event.number}};
    if (event.type == KernelEvent::Type::policy)
        json["policy"] = trace.ruleset->chain(event.id).policy == Policy::drop ? "DROP" : "ACCEPT";
    if (trace.ruleset->isOfBoth())
        json["back_end"] = nameOf(trace.ruleset->backEndOf(event.id));
    json["mark"] = event.mark;
    if (!packet.in.empty())
        json["in"] = packet.in.view();
    if (!packet.out.empty())
        json["out"] = packet.out.view();
    json["pkt"] = loggedPacketJson(packet);
    return json;
}

Json eventsJson(const std::vector<KernelEvent>& events, const Trace& trace)
{
    Json json = Json::array();
    for (const KernelEvent& event : events)
        json.push_back(eventJson(event, trace));
    return json;
}

/// Unreachable ones are called as REJECT calls them.
std::string icmp6ErrorName(const Packet& answer)
{
    static constexpr auto names = std::to_array<std::tuple<std::uint8_t, std::uint8_t, const char*>>({
        {1, 0, "icmp6-no-route"},
        {1, 1, "icmp6-adm-prohibited"},
        {1, 2, "icmp6-beyond-scope"},
        {1, 3, "icmp6-addr-unreachable"},
        {1, 4, "icmp6-port-unreachable"},
        {2, 0, "icmp6-packet-too-big"},
        {3, 0, "icmp6-time-exceeded"},
    });
    for (const auto& [type, code, name] : names)
        if (type == answer.icmpType && code == answer.icmpCode)
            return name;
    return "icmp6-type-" + std::to_string(answer.icmpType);
}

/// How an ICMP error is called that the host sent by itself.
std::string icmpErrorName(const Packet& answer)
{
    static constexpr auto unreachable = std::to_array<std::pair<std::uint8_t, const char*>>({
        {0, "icmp-net-unreachable"},
        {1, "icmp-host-unreachable"},
        {2, "icmp-proto-unreachable"},
        {3, "icmp-port-unreachable"},
        {4, "icmp-frag-needed"},
        {9, "icmp-net-prohibited"},
        {10, "icmp-host-prohibited"},
        {13, "icmp-admin-prohibited"},
    });
    if (answer.protocol == protocol::icmp6)
        return icmp6ErrorName(answer);
    if (answer.protocol == protocol::icmp && answer.icmpType == 11)
        return "icmp-time-exceeded";
    if (answer.protocol == protocol::icmp && answer.icmpType == 3)
        for (const auto& [code, name] : unreachable)
            if (code == answer.icmpCode)
                return name;
    return "icmp-type-" + std::to_string(answer.icmpType);
}

Json dropJson(const Trace& trace, const std::vector<KernelEvent>& events)
{
    const Verdict& verdict = trace.verdict;
    if (verdict.outcome != Outcome::dropped && verdict.outcome != Outcome::rejected
        && verdict.outcome != Outcome::icmpError)
        return nullptr;
    const bool byRule = verdict.because == Because::rule || verdict.outcome == Outcome::rejected;
    Json json = {{"where", byRule ? "rule" : verdict.because == Because::policy ? "policy" : "kernel"}};
    if (!events.empty()) {
        json["after"] = toText(events.back());
        json["hook"] = nameOf(events.back().hook);
    }
    return json;
}

/// Where an answer of this host came out; null where it never did.
Json whereJson(const Trace& answer)
{
    if (exitCodeOf(answer.verdict.outcome) != ExitCode::fine)
        return nullptr;
    return answer.verdict.outcome == Outcome::delivered ? Json("local") : Json(answer.packetOut.out.view());
}

Json answersJson(const Trace& trace)
{
    Json json = Json::array();
    for (const TracePtr& answer : allAnswers(trace))
        json.push_back({{"where", whereJson(*answer)},
                        {"packet", packetJson(answer->packetOut)},
                        {"verdict", nameOf(answer->verdict.outcome)},
                        {"trace", eventsJson(kernelLog(*answer), *answer)}});
    return json;
}

/// Those of the host's answers as well.
void addDoubts(Json& json, const Trace& trace)
{
    for (const Step& step : trace.steps)
        if (const auto* doubt = std::get_if<Doubted>(&step.event); doubt != nullptr && !doubt->chosen)
            json.push_back({{"rule", ruleJson(*trace.ruleset, doubt->rule)},
                            {"what", doubtedName(*trace.ruleset, *doubt)},
                            {"assumed", doubt->assumed}});
    for (const TracePtr& answer : trace.answers)
        addDoubts(json, *answer);
}

/// Matches that somebody said something of, and what.
Json assumedJson(const Trace& trace)
{
    Json json = Json::array();
    for (const Step& step : trace.steps)
        if (const auto* doubt = std::get_if<Doubted>(&step.event); doubt != nullptr && doubt->chosen)
            json.push_back({{"rule", ruleJson(*trace.ruleset, doubt->rule)},
                            {"match", doubtedMatchText(*trace.ruleset, *doubt)},
                            {"holds", doubt->assumed}});
    return json;
}

Json setChangesJson(const Trace& trace)
{
    Json json = Json::array();
    for (const IpSetChange& change : trace.setChanges)
        json.push_back(english(wordsOf(change)));
    return json;
}

Json doubtsJson(const Trace& trace)
{
    Json json = Json::array();
    addDoubts(json, trace);
    return json;
}

Json drawsJson(const Trace& trace)
{
    Json json = Json::array();
    for (const Step& step : trace.steps)
        if (const auto* drawn = std::get_if<Drawn>(&step.event); drawn != nullptr && drawn->random)
            json.push_back({{"rule", ruleJson(*trace.ruleset, drawn->rule)},
                            {"probability", drawn->probability.share()},
                            {"outcome", drawn->outcome}});
    return json;
}

/// Adds what the protocol's own header holds.
Json withHeader(Json json, const Packet& packet)
{
    const auto icmp = static_cast<std::uint16_t>((packet.icmpType << 8U) | packet.icmpCode);
    json =
        portsJson(std::move(json), packet.protocol, packet.sport, packet.isIcmp() ? icmp : packet.dport, packet.icmpId);
    if (packet.protocol == protocol::tcp)
        json["flags"] = tcpFlagNames(packet.tcpFlags);
    if (packet.isIcmpError())
        json.erase("icmp_id");  // these bytes mean something else there
    if (packet.hasQuote)
        json["inner"] = quoteJson(packet.quote);
    return json;
}

}  // namespace

void printJson(const Json& json) { paper().line(json.dump(2, ' ', false, Json::error_handler_t::replace)); }

void printJsonLine(const Json& json) { paper().line(json.dump(-1, ' ', false, Json::error_handler_t::replace)); }

std::string_view familyName(Family family) { return family == Family::ipv4 ? "ipv4" : "ipv6"; }

std::string_view codeOf(const Trace& trace)
{
    Verdict verdict = trace.verdict;
    verdict.outcome = outcomeOf(trace);
    return codeOf(verdict);
}

std::string doubtedName(const Ruleset& ruleset, const Doubted& doubt)
{
    if (doubt.rule == noRule)
        return english(message(doubt.what));
    const Rule& rule = ruleset.rule(doubt.rule);
    if (doubt.match < rule.matches.size())
        return "-m " + std::string(rule.matches[doubt.match]->name());
    return "-j " + std::string(ruleset.targetName(rule));
}

Json packetJson(const Packet& packet)
{
    Json json = endsJson(packet.src, packet.dst, packet.protocol);
    json["ttl"] = packet.ttl;
    json["tos"] = packet.tos;
    json["len"] = packet.length();
    for (const auto& [name, header] : extensionHeaderNames())
        if ((packet.extensionHeaders() & header) != 0)
            json["ext"].push_back(name);
    if (packet.isLaterFragment()) {  // it carries nothing of the protocol's header
        json["frag_off"] = packet.fragmentOffset;
        return json;
    }
    if (packet.moreFragments)
        json["mf"] = true;
    return withHeader(std::move(json), packet);
}

Json assumptionsJson(const Host& host)
{
    Json json = Json::array();
    for (const Assumption& assumption : host.assumptions)
        json.push_back(english(assumption.message));
    return json;
}

Json ruleJson(const Ruleset& ruleset, RuleId rule)
{
    if (rule == noRule)
        return nullptr;
    const RulePlace place = ruleset.placeOf(rule);
    Json json = {{"table", nameOf(place.table)},
                 {"chain", place.chain},
                 {"num", place.number},
                 {"line", ruleset.rule(rule).line}};
    if (ruleset.isOfBoth())
        json["back_end"] = nameOf(ruleset.backEndOf(ruleset.rule(rule).chain));
    return json;
}

Json answerJson(const Trace& trace, std::string_view id)
{
    const Packet& sent = trace.packetIn;
    const Verdict& verdict = trace.verdict;
    const std::vector<KernelEvent> events = kernelLog(trace);
    const bool emitted = exitCodeOf(verdict.outcome) == ExitCode::fine;
    const bool left = emitted && verdict.outcome != Outcome::delivered;

    Json json = {{"id", id}, {"hook", sent.in.empty() ? "output" : "prerouting"}};
    json["in"] = sent.in.empty() ? Json() : Json(sent.in.view());
    json["packet"] = packetJson(sent);
    json["verdict"] = nameOf(outcomeOf(trace));
    json["out"] = left ? Json(trace.packetOut.out.view()) : Json();
    json["result"] = emitted ? packetJson(trace.packetOut) : Json();
    json["mark"] = events.empty() ? trace.packetOut.mark : events.back().mark;
    json["reject"] = verdict.outcome == Outcome::rejected ? Json(nameOf(verdict.reject)) : Json();
    json["icmp_error"] = verdict.outcome == Outcome::icmpError && !trace.answers.empty()
                             ? Json(icmpErrorName(trace.answers.front()->packetIn))
                             : Json();
    json["drop"] = dropJson(trace, events);
    json["trace"] = eventsJson(events, trace);
    json["ct"] = connectionJson(trace.connection);
    json["secondary"] = answersJson(trace);
    json["doubts"] = doubtsJson(trace);
    json["assumed"] = assumedJson(trace);
    json["sets_changed"] = setChangesJson(trace);
    json["draws"] = drawsJson(trace);
    json["code"] = codeOf(trace);
    return json;
}

Json problemJson(const Replayed& replayed)
{
    return {{"id", replayed.packet->id},
            {"error", replayed.problem ? english(*replayed.problem) : "the packet could not be made"}};
}

}  // namespace natwalk::cli
