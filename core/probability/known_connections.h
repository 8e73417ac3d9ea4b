// Connections one after the other, where most go the way of an earlier one. What such a one leaves behind is known: its
// entry in conntrack's table, but for the client's address and port and the time. Its packets need not walk again.
//
// A way is known when a Witness saw nothing on it that could be answered otherwise another time, and is gone only while
// no other connection is in its way. The results are those of walking each packet.
#pragma once

#include "emulator/question.h"
#include "probability/client_plan.h"
#include "probability/conversation.h"
#include "probability/draw_tree.h"
#include "probability/scribe.h"
#include "probability/sources.h"
#include "probability/witness.h"

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace natwalk {

/// How the first packet of a connection fared.
struct Opening
{
    static constexpr std::uint32_t noWay = DrawTree::noEnd;

    Verdict verdict;
    Packet packet;  ///< as it left, or was when it ended
    bool belongsToEarlier = false;
    std::size_t entry = Flow::noEntry;  ///< the one that it made
    std::uint32_t way = noWay;          ///< the number of its way, where it went a known one
};

/// What became of it then.
struct Closing
{
    bool cut = false;                  ///< a later packet was lost
    std::optional<Conversation> open;  ///< it is not closed yet
};

/// What is known belongs to one question and one plan, whatever the seed.
class KnownConnections
{
public:
    /// @param question  must outlive this, as must `plan`
    /// @param clients   which of them no rule tells apart; null: nothing is learnt, each packet walks
    KnownConnections(const Question& question, const ClientPlan& plan, std::shared_ptr<const SourceRuns> clients);

    /// @param first  the first packet of one of the clients
    Opening open(std::uint64_t client, const Packet& first, State& state, Dice& dice);
    /// The packets behind the first, to the end or to where it stays open.
    /// @param opening  of the same client, just now: the connection that it made, or an earlier one to go on with
    Closing converse(std::uint64_t client, const Packet& first, const Opening& opening, State& state, Dice& dice);

private:
    /// What all connections have in common that leave the same behind.
    struct Left
    {
        Connection entry;         ///< of the one that was watched
        bool keepsSource = true;  ///< nat left its source
        double lives = 0;         ///< until the entry is past its time-out, in seconds
        std::vector<PortQuestion> questions;
    };
    struct Way
    {
        Verdict verdict;
        Packet packet;
        bool makesEntry = false;
        Left left;
        std::optional<DrawTree::Place> talk;
    };
    struct Talk
    {
        Closing closing;
        Left left;
    };
    /// Where talks begin: what opened the connection, without what differs from one to the other.
    struct Beginning
    {
        std::uint32_t kind = 0;
        Outcome outcome = Outcome::dropped;
        Connection entry;
        Packet packet;
        bool operator==(const Beginning&) const = default;
    };
    struct BeginningHash
    {
        std::size_t operator()(const Beginning& beginning) const;
    };
    struct Walked
    {
        Opening opening;
        Flow flow;
    };

    std::uint32_t kindOf(std::uint64_t client) const;
    bool mayLearn() const;
    bool openKnown(Opening& opening, std::uint32_t kind, const Packet& first, State& state, Dice& dice);
    Opening openAnew(std::uint32_t kind, const Packet& first, State& state, Dice& dice);
    static bool makeEntry(Opening& opening, const Left& left, const Connections::Tuples& tuples,
                          const Connections::Hashes& hashes, State& state);
    Walked walk(const Packet& first, State& state, Chance& chance, Witness* witness) const;
    void learnWay(Scribe& scribe, std::uint32_t kind, const Packet& first, Walked& walked, const State& state);
    std::optional<DrawTree::Place> talkBehind(std::uint32_t kind, const Opening& opening, const State& state);
    bool talkKnown(Closing& closing, DrawTree::Place from, const Packet& first, const Opening& opening, State& state,
                   Dice& dice);
    Closing talk(const Packet& first, const Opening& opening, State& state, Chance& chance, Witness* witness) const;
    void learnTalk(Scribe& scribe, const Closing& closing, const Connection& opened, const Opening& opening,
                   const State& state);
    bool isAnsweredAlike(const Left& left, const Packet& first, const State& state) const;

    const Question* m_question;
    const ClientPlan* m_plan;
    RulesetPtr m_ruleset;
    std::shared_ptr<const SourceRuns> m_clients;
    std::vector<std::uint64_t> m_kinds;  ///< the first client behind each run
    DrawTree m_tree;
    std::vector<DrawTree::Place> m_firsts;  ///< by kind of client
    std::vector<Way> m_ways;
    std::vector<Talk> m_talks;
    std::unordered_map<Beginning, DrawTree::Place, BeginningHash> m_beginnings;
};

}  // namespace natwalk
