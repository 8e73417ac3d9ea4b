// From the words of the command line to a document: files opened, complaints printed.
#pragma once

#include "emulator/scenario.h"
#include "ruleset/document.h"
#include "syntax/parser.h"

#include <CLI/CLI.hpp>

#include <optional>
#include <string>
#include <vector>

namespace natwalk::cli {

/// Which files a command reads.
struct InputWords
{
    std::string file;
    std::vector<std::string> hosts;
    std::string scenario;
    BackEnd first = BackEnd::unknown;
    std::vector<std::string> holding;     ///< --assume
    std::vector<std::string> notHolding;  ///< --assume-not
    bool json = false;
};

/// Adds FILE, --host, --scenario and --json to a command.
void addInput(CLI::App& command, InputWords& words);
/// Adds FILE and --json alone: for commands that no host concerns.
void addFile(CLI::App& command, InputWords& words);

/// Adds --csv, which excludes the --json that stands there.
void addCsv(CLI::App& command, bool& csv);

/// A text that was read, and what it is called in complaints.
struct Source
{
    std::string name;
    std::shared_ptr<const std::string> text;
};

/// A ruleset with everything that stands beside it.
struct Opened
{
    Source source;
    ParseResult parsed;
    DocumentPtr document;
    std::shared_ptr<const State> before;  ///< the connections that were given
    std::optional<Scenario> scenario;     ///< named, or beside the ruleset in its folder
    std::string scenarioName;
};

/// Reads any text file, or standard input ("-").
/// @throws Failure when it cannot be read
Source readText(const std::string& path);

/// Reads a file, a sample's folder (its ruleset.save and scenario.json) or standard input ("-").
///
/// Without a host of its own, one is inferred from the rules.
/// @param mayBeEmpty  a text without rules is no failure: its document is empty
/// @throws Failure when there is nothing to work with; the sentence says what it is and what to do
Opened open(const InputWords& words, bool mayBeEmpty = false);

/// Prints the complaints of a text to standard error, with carets; notes only when asked for.
void printDiagnostics(const std::vector<Diagnostic>& diagnostics, const Source& source,
                      Severity least = Severity::warning);

/// Reads a scenario, prints what is wrong with it.
/// @throws Failure when it cannot be used
Scenario openScenario(const std::string& path);

}  // namespace natwalk::cli
