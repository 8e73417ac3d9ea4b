#include "probability/known_connections.h"

#include "emulator/other_end.h"

#include <boost/container_hash/hash.hpp>

#include <algorithm>
#include <cmath>

namespace natwalk {

namespace {

/// Who goes on beyond this many ends and forks has no ways that many go.
constexpr std::size_t mostPlaces = std::size_t{1} << 16U;

bool belongsToEarlier(const Flow& flow) { return flow.tracked && flow.state == TrackState::established; }

/// The time that an entry has left, if it is one that comes to the same end from any moment on.
std::optional<double> lifeOf(const Connection& entry, double now)
{
    constexpr double steps = 1e6;
    const double seconds = std::round((entry.expires - now) * steps) / steps;
    return now + seconds == entry.expires ? std::optional(seconds) : std::nullopt;
}

std::uint16_t& clientPortIn(Tuple& reply)
{
    const bool icmp = reply.protocol == protocol::icmp || reply.protocol == protocol::icmp6;
    return icmp ? reply.sport : reply.dport;
}

/// Whether the answer to this connection goes to the port that it came from.
bool keepsPort(Connection entry, const Packet& sent)
{
    return clientPortIn(entry.reply) == entry.original.sport
           && (!(sent.isIcmp() || isTrackedByPorts(sent.protocol))
               || clientPortOf(sent, Speaker::client) == entry.original.sport);
}

/// The tuples of an entry like this one, made by another client.
Connections::Tuples tuplesOf(const Packet& first, const Connection& like, bool keepsSource)
{
    Connections::Tuples tuples{tupleOf(first, like.original.zone), like.reply};
    clientPortIn(tuples.reply) = tuples.original.sport;
    if (keepsSource)
        tuples.reply.dst = first.src;
    return tuples;
}

/// Makes a packet as it left another client's.
void give(Packet& sent, const Packet& first, bool keepsSource)
{
    if (keepsSource)
        sent.src = first.src;
    setClientPort(sent, Speaker::client, clientPortOf(first, Speaker::client));
}

/// A connection that was translated may not go a way of its own beside another one from the same source.
bool meetsItsSource(const Tuple& source, const State& state)
{
    bool met = false;
    state.connections.forEachFrom(source, state.clock, [&](const Connection& /*other*/) { met = true; });
    return met;
}

}  // namespace

std::size_t KnownConnections::BeginningHash::operator()(const Beginning& beginning) const
{
    const Tuple& reply = beginning.entry.reply;
    std::size_t hash = beginning.kind;
    boost::hash_combine(hash, reply.src.high);
    boost::hash_combine(hash, reply.src.low);
    boost::hash_combine(hash, std::uint64_t{beginning.packet.mark} << 32 | reply.sport);
    return hash;
}

KnownConnections::KnownConnections(const Question& question, const ClientPlan& plan,
                                   std::shared_ptr<const SourceRuns> clients)
    : m_question(&question)
    , m_plan(&plan)
    , m_ruleset(question.ruleset())
    , m_clients(std::move(clients))
{
    if (m_clients == nullptr || m_clients->sampled)
        return;
    std::uint64_t behind = 0;
    for (const AddressRun& run : m_clients->runs)
        m_kinds.push_back(behind += run.count);
    m_firsts.resize(m_kinds.size());
    for (DrawTree::Place& first : m_firsts)
        first = m_tree.plant();
}

std::uint32_t KnownConnections::kindOf(std::uint64_t client) const
{
    return static_cast<std::uint32_t>(std::ranges::upper_bound(m_kinds, client) - m_kinds.begin());
}

bool KnownConnections::mayLearn() const { return !m_kinds.empty() && m_tree.size() < mostPlaces; }

Opening KnownConnections::open(std::uint64_t client, const Packet& first, State& state, Dice& dice)
{
    Opening opening;
    const std::uint32_t kind = kindOf(client);
    const Dice untouched = dice;
    if (!m_kinds.empty() && openKnown(opening, kind, first, state, dice))
        return opening;
    dice = untouched;
    opening = openAnew(kind, first, state, dice);
    return opening;
}

Opening KnownConnections::openAnew(std::uint32_t kind, const Packet& first, State& state, Dice& dice)
{
    if (!mayLearn() || m_tree.isGivenUp(m_firsts[kind]))
        return walk(first, state, dice, nullptr).opening;
    Witness witness(*m_ruleset, m_question->host(), state);
    Scribe scribe(dice, m_tree, m_firsts[kind], witness);
    Walked walked = walk(first, state, scribe, &witness);
    learnWay(scribe, kind, first, walked, state);
    return walked.opening;
}

bool KnownConnections::openKnown(Opening& opening, std::uint32_t kind, const Packet& first, State& state, Dice& dice)
{
    const std::uint32_t number = m_tree.go(m_firsts[kind], dice);
    if (number == DrawTree::noEnd)
        return false;
    const Way& way = m_ways[number];
    const Left& left = way.left;
    if (!isAnsweredAlike(left, first, state))
        return false;
    const Connections::Tuples tuples = tuplesOf(first, left.entry, left.keepsSource);
    const Connections::Hashes hashes = state.connections.fetch(tuples);
    opening.verdict = way.verdict;
    opening.packet = way.packet;
    opening.way = number;
    give(opening.packet, first, left.keepsSource);
    if (!way.makesEntry)
        return !state.connections.find(tuples.original, state.clock);
    return makeEntry(opening, left, tuples, hashes, state);
}

/// The entry that the known way leaves; false, and none, where another connection is in its way.
bool KnownConnections::makeEntry(Opening& opening, const Left& left, const Connections::Tuples& tuples,
                                 const Connections::Hashes& hashes, State& state)
{
    if (!left.keepsSource && meetsItsSource(tuples.original, state))
        return false;
    const auto made = state.connections.insertUnlessTaken(left.entry, tuples, hashes, state.clock);
    if (!made)
        return false;
    state.connections[*made].created = state.clock;
    state.connections[*made].expires = state.clock + left.lives;
    opening.entry = *made;
    return true;
}

KnownConnections::Walked KnownConnections::walk(const Packet& first, State& state, Chance& chance,
                                                Witness* witness) const
{
    Recorder unheard;
    const std::size_t before = state.connections.size();
    Walk walk(*m_ruleset, m_question->host(), state, first);
    if (witness != nullptr)
        witness->follow(walk, Speaker::client);
    while (const Fork* fork = walk.run(chance, witness != nullptr ? *witness : unheard))
        walk.answer(chance.decide(*fork));
    Walked walked{{walk.end().verdict, walk.packet()}, walk.flow()};
    walked.opening.belongsToEarlier = natwalk::belongsToEarlier(walk.flow());
    if (state.connections.size() == before + 1 && walk.flow().entry == before)
        walked.opening.entry = before;
    return walked;
}

void KnownConnections::learnWay(Scribe& scribe, std::uint32_t kind, const Packet& first, Walked& walked,
                                const State& state)
{
    Opening& opening = walked.opening;
    const Verdict& verdict = opening.verdict;
    const bool clashed = verdict.because == Because::natClash || verdict.because == Because::natExhausted;
    if (!scribe.isPlain() || scribe.isNumbered() || clashed || opening.belongsToEarlier)
        return;
    const bool made = opening.entry != Flow::noEntry;
    if (!walked.flow.tracked || (!made && walked.flow.entry != Flow::noEntry))
        return scribe.giveUp();
    const Connection& entry = *walked.flow.connection(state);
    const std::optional<double> lives = lifeOf(entry, state.clock);
    const bool keepsSource = !entry.has(status::sourceNat);
    const bool isTranslated = entry.has(status::sourceNat | status::destinationNat);
    const bool fits = keepsSource == (opening.packet.src == first.src) && keepsSource == (entry.reply.dst == first.src)
                      && keepsPort(entry, opening.packet) && !(first.isIcmp() && isTranslated);
    if (!lives || !fits || entry.has(status::helper))
        return scribe.giveUp();
    opening.way = static_cast<std::uint32_t>(m_ways.size());
    m_ways.push_back({verdict, opening.packet, made, {entry, keepsSource, *lives, scribe.witness().questions()}, {}});
    if (made)
        m_ways.back().talk = talkBehind(kind, opening, state);
    scribe.end(opening.way);
}

bool KnownConnections::isAnsweredAlike(const Left& left, const Packet& first, const State& state) const
{
    const std::uint16_t port = clientPortOf(first, Speaker::client);
    return std::ranges::all_of(left.questions, [&](const PortQuestion& question) {
        return question.isAnsweredAlike(m_question->host(), state, port);
    });
}

Closing KnownConnections::converse(std::uint64_t client, const Packet& first, const Opening& opening, State& state,
                                   Dice& dice)
{
    const bool isKnown = opening.way != Opening::noWay;
    const auto from = isKnown ? m_ways[opening.way].talk : talkBehind(kindOf(client), opening, state);
    if (!from)
        return talk(first, opening, state, dice, nullptr);
    const Dice untouched = dice;
    Closing closing;
    if (talkKnown(closing, *from, first, opening, state, dice))
        return closing;
    dice = untouched;
    if (!mayLearn() || m_tree.isGivenUp(*from))
        return talk(first, opening, state, dice, nullptr);
    Witness witness(*m_ruleset, m_question->host(), state);
    Scribe scribe(dice, m_tree, *from, witness);
    const Connection opened = state.connections[opening.entry];
    const std::size_t entries = state.connections.size();
    closing = talk(first, opening, state, scribe, &witness);
    if (state.connections.size() != entries)
        scribe.giveUp();
    learnTalk(scribe, closing, opened, opening, state);
    return closing;
}

/// Where the talk begins that follows such an opening; nothing where it cannot be told from others.
std::optional<DrawTree::Place> KnownConnections::talkBehind(std::uint32_t kind, const Opening& opening,
                                                            const State& state)
{
    if (m_kinds.empty() || opening.entry == Flow::noEntry)
        return {};
    Beginning beginning{kind, opening.verdict.outcome, state.connections[opening.entry], opening.packet};
    Connection& entry = beginning.entry;
    const auto lives = lifeOf(entry, state.clock);
    if (!lives || !keepsPort(entry, opening.packet) || entry.has(status::helper))
        return {};
    if (!entry.has(status::sourceNat))
        entry.reply.dst = beginning.packet.src = {};
    entry.original.src = {};
    entry.original.sport = clientPortIn(entry.reply) = 0;
    setClientPort(beginning.packet, Speaker::client, 0);
    entry.created = 0;
    entry.expires = *lives;
    const auto known = m_beginnings.find(beginning);
    return known != m_beginnings.end() ? known->second : m_beginnings.emplace(beginning, m_tree.plant()).first->second;
}

bool KnownConnections::talkKnown(Closing& closing, DrawTree::Place from, const Packet& first, const Opening& opening,
                                 State& state, Dice& dice)
{
    const std::uint32_t number = m_tree.go(from, dice);
    if (number == DrawTree::noEnd || !isAnsweredAlike(m_talks[number].left, first, state))
        return false;
    const auto& [known, left] = m_talks[number];
    Connection& entry = state.connections[opening.entry];
    entry.status = left.entry.status;
    entry.mark = left.entry.mark;
    entry.tcp = left.entry.tcp;
    entry.segments = left.entry.segments;
    entry.traffic = left.entry.traffic;
    entry.expires = state.clock + left.lives;
    closing.cut = known.cut;
    if (known.open)
        closing.open.emplace(*known.open).giveTo(first, opening.packet);
    return true;
}

Closing KnownConnections::talk(const Packet& first, const Opening& opening, State& state, Chance& chance,
                               Witness* witness) const
{
    Conversation conversation(first, opening.packet, opening.verdict.outcome);
    Road road(*m_ruleset, m_question->host(), state, chance, witness);
    Closing closing;
    closing.cut = !conversation.run(road, m_plan->requestsPerConnection);
    if (closing.cut || !conversation.isTcp())
        return closing;
    if (m_plan->secondsOpen > 0)
        closing.open = conversation;
    else
        closing.cut = !conversation.close(road);
    return closing;
}

void KnownConnections::learnTalk(Scribe& scribe, const Closing& closing, const Connection& opened,
                                 const Opening& opening, const State& state)
{
    if (!scribe.isPlain() || scribe.isNumbered())
        return;
    const Connection& entry = state.connections[opening.entry];
    const auto lives = lifeOf(entry, state.clock);
    const bool isTheSame = entry.original == opened.original && entry.reply == opened.reply
                           && entry.created == opened.created && entry.masqueradedBy == opened.masqueradedBy;
    if (!lives || !isTheSame)
        return scribe.giveUp();
    scribe.end(static_cast<std::uint32_t>(m_talks.size()));
    m_talks.push_back({closing, {entry, true, *lives, scribe.witness().questions()}});
}

}  // namespace natwalk
