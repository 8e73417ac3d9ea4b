// The words that describe a packet and its course: from the command line to a question.
#pragma once

#include "cli/document.h"
#include "emulator/chance.h"
#include "emulator/question.h"
#include "probability/distribution.h"

#include <CLI/CLI.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace natwalk::cli {

/// A packet as it was described; what was not said stays empty.
struct PacketWords
{
    std::optional<std::string> packet;  ///< the id of a scenario's packet
    std::optional<std::string> from, in, src, dst, service, protocol, sport, dport, flags, icmp, headers, mark, uid,
        ttl, state;
    bool local = false;

    /// Nothing was said.
    bool empty() const;
};

/// Which of the packet's courses is meant; the likeliest when nothing was said.
struct CourseWords
{
    std::optional<std::uint32_t> course;
    std::optional<std::string> endpoint;
    std::optional<std::uint64_t> seed, trial;
};

void addPacket(CLI::App& command, PacketWords& words);
void addCourse(CLI::App& command, CourseWords& words);

/// A question, and what was supposed where the words left something open.
struct Asked
{
    Question question;
    std::string id = "p0";  ///< of the packet in its scenario
    std::string about;      ///< "packet outside-to-clusterip of scenario.json"; empty when everything was said
};

/// @throws Failure when a word cannot be understood, or the document holds no rules for the packet's family
Asked askedOf(const Opened& opened, const PacketWords& words);

/// The dice for the course that was meant.
/// @throws Failure when there is no such course; the sentence names those that there are
std::unique_ptr<Chance> chanceFor(const CourseWords& words, const Question& question, const Distribution& distribution);

}  // namespace natwalk::cli
