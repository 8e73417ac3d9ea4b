// A scenario file: a host, what was before, and packets that follow each other.
//
// The format is shared with the tool that asks the real kernel; a key that nobody knows is an error with its place.
#pragma once

#include "emulator/chance.h"
#include "emulator/question.h"
#include "text/diagnostic.h"
#include "trace/trace.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace natwalk {

/// A packet of a scenario as it is written: repetitions and relations are resolved by `replay`.
struct ScenarioPacket
{
    std::string id;
    Packet packet;                   ///< what is given; see `given` for derived packets
    std::vector<std::string> given;  ///< the keys that stood there (a derived packet keeps the others)
    std::uint32_t repeat = 1;
    std::int64_t srcStep = 0, sportStep = 0, dportStep = 0;
    bool keepConnections = false;  ///< "ct": "keep"
    std::string replyTo, followupOf, icmpErrorFor;
    std::string ackTo;  ///< acknowledges the SYN/ACK that this host answered to that packet (SYNPROXY)
    double sleepSeconds = 0;
    std::vector<bool> force;  ///< outcomes of the draws, in order
    struct CourseRule
    {
        TableName table;
        std::string chain;
        std::uint32_t number;
    };
    std::optional<std::vector<CourseRule>> course;
    DrawnPorts ports;  ///< what nat drew, beside a course
    std::optional<std::uint64_t> seed;
};

struct Scenario
{
    std::string name;
    BackEnd backEnd = BackEnd::legacy;
    std::string rules;  ///< a ruleset of its own, in place of a file; mostly empty
    std::shared_ptr<const Host> host;
    State before;
    std::vector<ScenarioPacket> packets;
    /// nth counters given by rule name ("nat:CHAIN:rule:3"): resolved once the ruleset is known
    std::vector<std::pair<std::string, std::uint64_t>> nth;
};

struct ScenarioResult
{
    std::optional<Scenario> scenario;  ///< nothing when it cannot be used
    std::vector<Diagnostic> diagnostics;
};

/// Reads a scenario (JSON). Misspelt keys, wrong types and bad addresses are diagnostics with line and column.
ScenarioResult readScenario(std::string_view json);

/// A packet in its n-th repetition (from 0), to stand alone.
ScenarioPacket repetitionOf(const ScenarioPacket& packet, std::uint32_t repetition);

/// One packet of a replay: the trace, and which packet of the scenario it was.
struct Replayed
{
    const ScenarioPacket* packet = nullptr;
    std::uint32_t repetition = 0;
    TracePtr trace;  ///< null when the packet could not be made (its forerunner was not emitted)
    std::optional<Message> problem;
};

/// Who says how the draws of a packet fall that nothing is said about; without it, each to its likelier side.
using ChooseCourse = std::function<std::vector<bool>(const Question&)>;

/// All packets in turn, the state carried on. `sink` gets each as it is done; false stops.
void replay(const DocumentPtr& document, const Scenario& scenario, const std::function<bool(const Replayed&)>& sink,
            const ChooseCourse& choose = {});

/// What a scenario's packets find: its state before, its counters set.
State stateBefore(const DocumentPtr& document, const Scenario& scenario);

/// The question that a scenario's first packet with this id asks, with the state that the packets before it left.
std::optional<Question> questionOf(const DocumentPtr& document, const Scenario& scenario, std::string_view id,
                                   const ChooseCourse& choose = {});

}  // namespace natwalk
