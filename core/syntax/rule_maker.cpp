#include "syntax/rule_maker.h"

#include "syntax/lines.h"
#include "text/prefix.h"
#include "text/quoting.h"

#include <algorithm>
#include <array>

namespace natwalk {

namespace {

struct Verdict
{
    std::string_view name;
    RuleAction action;
};

constexpr auto verdicts = std::to_array<Verdict>({
    {"ACCEPT", RuleAction::accept},
    {"DROP", RuleAction::drop},
    {"RETURN", RuleAction::returnToCaller},
});

RuleHead headOf(const RuleLine& line, const LinePlace& place)
{
    RuleHead head;
    head.ipv6 = place.family == Family::ipv6;
    head.table = nameOf(place.table);
    head.chain = line.chain.text;
    head.protocol = line.conditions.protocol;
    head.protocolInverted = line.conditions.protocolInverted;
    return head;
}

/// Refuses what iptables refuses as a chain's name; how long one may be is told by the check of what loads.
void checkName(const Token& name)
{
    const bool wrong = name.text.empty() || name.text.front() == '-' || name.text.front() == '!'
                       || std::ranges::any_of(name.text, isBlank)
                       || name.text.find_first_of("\r\n") != std::string_view::npos;  // an open quote goes on behind it
    if (wrong)
        throw ParseError(name.span, message(MessageId::ChainNameMalformed, name.text));
}

/// The chain with this name, made where no line declared it (the check of what loads tells that).
ChainId chainOf(const Token& name, const LinePlace& place)
{
    checkName(name);
    return place.builder->chain(place.table, name.text);
}

Network networkOf(std::string_view text, const SourceSpan& where, Family family)
{
    const auto network = Network::from(text);
    if (!network)
        throw ParseError(where, message(MessageId::AddressMalformed, text));
    if (network->base.family != family)
        throw ParseError(where, message(MessageId::AddressOfOtherFamily, text, nameOf(family)));
    return *network;
}

/// "ntp.example.net": a name that iptables would look up.
bool isHostName(std::string_view text)
{
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto isAllowed = [&](char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
    };
    if (text.empty() || !isLetter(text.back()) || text.front() == '-' || text.front() == '.')
        return false;
    return (text.find('.') != std::string_view::npos || text == "localhost") && std::ranges::all_of(text, isAllowed);
}

/// A destination or source that no kernel has: what an old iptables-save prints where it could not tell.
bool isLost(const OptionWords& option)
{
    if (option.spec->values != Values::one)
        return false;
    if (option.values.empty())
        return true;
    const std::string_view text = option.values.front().text;
    return beginsWith(text, "--") || beginsWith(text, ":0") || beginsWith(text, "0.0.0.0");
}

/// "--to-destination  --random --to-destination  --random --to-destination 0.0.0.0:0"
bool isMisprinted(const LoadedExtension& target)
{
    if (target.options.size() < 2 || (target.name.text != "DNAT" && target.name.text != "SNAT"))
        return false;
    const auto& first = target.options.front();
    const auto isAgain = [&](const OptionWords& option) { return option.spec == first.spec; };
    return std::ranges::any_of(target.options, isLost) && std::ranges::count_if(target.options, isAgain) > 1;
}

std::string wordsOf(const LoadedExtension& target)
{
    std::string words;
    for (const OptionWords& option : target.options) {
        // not as it was written: "--to=X" holds its value, too
        words += (words.empty() ? "" : " ") + std::string(option.spec->name);
        for (const Token& value : option.values)
            words += ' ' + bareOrQuoted(value.text);
    }
    return words;
}

/// Where one piece of a list stands.
SourceSpan pieceSpan(const Token& list, std::string_view piece)
{
    if (list.quoted)
        return list.span;
    const auto offset = static_cast<std::uint32_t>(piece.data() - list.text.data());
    return {list.span.line, list.span.column + offset, static_cast<std::uint32_t>(piece.size())};
}

bool holdsLineEnd(std::string_view text) { return text.find('\n') != std::string_view::npos; }

}  // namespace

std::string_view nameOf(Family family) { return family == Family::ipv4 ? "IPv4" : "IPv6"; }

void RuleMaker::addRules(RuleLine& line, const LinePlace& place)
{
    if (line.conditions.fragment && place.family == Family::ipv6)
        throw ParseError(line.commandWord.span, message(MessageId::FragmentOnlyIpv4));
    m_matches.clear();
    keepHostName(line.source, "-s", place.builder->arena());
    keepHostName(line.destination, "-d", place.builder->arena());
    readNetworks(line.source, place.family, m_sources);
    readNetworks(line.destination, place.family, m_destinations);
    const RuleHead head = headOf(line, place);
    readMatches(line, head, place.builder->arena());

    Rule rule;
    readTarget(rule, line, head, place);
    rule.chain = homeOf(line.chain, place);
    rule.matches = place.builder->arena().keep(std::span<const Match* const>(m_matches));
    rule.conditions = line.conditions;
    rule.conditions.srcInverted = line.source.inverted;
    rule.conditions.dstInverted = line.destination.inverted;
    rule.hasCounters = line.counters.has_value();
    rule.counters = line.counters.value_or(Counters());
    rule.line = line.commandWord.span.line;
    for (const Network& source : m_sources) {
        for (const Network& destination : m_destinations) {
            rule.conditions.src = source;
            rule.conditions.dst = destination;
            if (line.command->kind == BaseOption::Kind::insert)
                place.builder->insert(rule, line.number);
            else
                place.builder->append(rule);
        }
    }
}

/// "10.0.0.1,10.0.0.2": iptables makes a rule of each.
std::vector<Network>& RuleMaker::readNetworks(const AddressWord& address, Family family,
                                              std::vector<Network>& networks) const
{
    networks.clear();
    if (!address.given)
        networks.push_back(Network::any(family));
    std::string_view rest = address.word.text;
    for (bool more = address.given; more;) {
        const std::size_t comma = rest.find(',');
        const std::string_view piece = rest.substr(0, comma);
        more = comma != std::string_view::npos;
        if (more && address.inverted)
            throw ParseError(address.word.span, message(MessageId::NegationOfList));
        networks.push_back(networkOf(piece, pieceSpan(address.word, piece), family));
        rest.remove_prefix(more ? comma + 1 : rest.size());
    }
    return networks;
}

/// A name in place of an address becomes a condition that natwalk cannot decide.
void RuleMaker::keepHostName(AddressWord& address, std::string_view option, Arena& arena)
{
    if (!address.given || !isHostName(address.word.text))
        return;
    m_remarks.warn(address.word.span, message(MessageId::HostNameKept, address.word.text));
    const std::string words = (address.inverted ? "! " : "") + std::string(option);
    m_matches.push_back(unknownMatch(arena, words, address.word.text));
    address = {};
}

void RuleMaker::readMatches(const RuleLine& line, const RuleHead& head, Arena& arena)
{
    for (const LoadedExtension& loaded : line.extensions.matches()) {
        if (!loaded.isKnown()) {
            const Message why =
                message(loaded.isMisprinted ? MessageId::MatchMisprinted : MessageId::MatchNotKnown, loaded.name.text);
            // What stands in quotes of others may hold a line's end; printed as it stands, it would be two lines.
            if (holdsLineEnd(loaded.name.text) || holdsLineEnd(loaded.otherWords))
                throw ParseError(loaded.name.span, why);
            m_remarks.warn(loaded.name.span, why);
            m_matches.push_back(unknownMatch(arena, loaded.name.text, loaded.otherWords));
            continue;
        }
        Options options(loaded.options, head, loaded.name, arena);
        m_matches.push_back(loaded.match->parse(options));
    }
}

void RuleMaker::readTarget(Rule& rule, RuleLine& line, const RuleHead& head, const LinePlace& place)
{
    const LoadedExtension* target = line.extensions.target();
    if (!line.go.text.empty()) {
        rule.action = RuleAction::go;
        rule.destination = chainOf(line.go, place);
    } else if (target != nullptr && target->isKnown() && isMisprinted(*target)) {
        keepTarget(rule, *target, wordsOf(*target), MessageId::TargetMisprinted, place);
    } else if (target != nullptr && target->isKnown()) {
        Options options(target->options, head, target->name, place.builder->arena());
        rule.action = RuleAction::target;
        rule.target = target->target->parse(options);
    } else if (target != nullptr) {
        readOtherTarget(rule, *target, line.chain, place);
    }
}

/// A verdict, a chain, or else (where options follow) a target that natwalk does not know. Printed beside a chain of
/// its name, such a target stands in quotes.
void RuleMaker::readOtherTarget(Rule& rule, const LoadedExtension& target, const Token& home, const LinePlace& place)
{
    const std::string_view name = target.name.text;
    const auto* verdict = std::ranges::find(verdicts, name, &Verdict::name);
    const ChainId chain = place.builder->find(place.table, name);
    const bool hasOptions = !target.otherWords.empty();
    const bool isChain = chain != noChain || name == home.text || builtInHook(place.table, name);
    if (hasOptions && (verdict != verdicts.end() || (isChain && !target.name.quoted)))
        throw ParseError(target.name.span, message(MessageId::ChainTakesNoOptions, name, target.otherWords));

    if (verdict != verdicts.end()) {
        rule.action = verdict->action;
    } else if (hasOptions) {
        keepTarget(rule, target, target.otherWords,
                   target.isMisprinted ? MessageId::TargetMisprinted : MessageId::TargetNotKnown, place);
    } else {
        rule.action = RuleAction::jump;
        rule.destination = chain != noChain ? chain : chainOf(target.name, place);
    }
}

void RuleMaker::keepTarget(Rule& rule, const LoadedExtension& target, std::string_view words, MessageId why,
                           const LinePlace& place)
{
    m_remarks.warn(target.name.span, message(why, target.name.text));
    rule.action = RuleAction::target;
    rule.target = unknownTarget(place.builder->arena(), target.name.text, words);
}

ChainId RuleMaker::homeOf(const Token& name, const LinePlace& place)
{
    const bool same = m_lastBuilder == place.builder && m_lastTable == place.table && m_lastName == name.text;
    if (!same) {
        m_lastChain = chainOf(name, place);
        m_lastBuilder = place.builder;
        m_lastTable = place.table;
        m_lastName = name.text;
    }
    return m_lastChain;
}

void RuleMaker::declareChain(const LinePlace& place, const Token& name, const Token& policy,
                             const std::optional<Counters>& counters)
{
    checkName(name);
    const bool hasPolicy = !policy.text.empty() && policy.text != "-";
    if (hasPolicy && policy.text != "ACCEPT" && policy.text != "DROP")
        throw ParseError(policy.span, message(MessageId::PolicyUnknown, policy.text));
    Chain& chain = place.builder->declare(place.table, name.text);
    chain.line = name.span.line;
    if (counters) {
        chain.hasCounters = true;
        chain.counters = *counters;
    }
    if (hasPolicy && !chain.hook)
        m_remarks.warn(policy.span, message(MessageId::PolicyOfUserChain, name.text));
    else if (hasPolicy)
        chain.policy = policy.text == "DROP" ? Policy::drop : Policy::accept;
}

}  // namespace natwalk
