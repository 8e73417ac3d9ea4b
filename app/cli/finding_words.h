// Findings in words and in JSON.
#pragma once

#include "cli/exit_code.h"
#include "cli/json_writer.h"
#include "cli/paper.h"
#include "kube/node_checks.h"

#include <CLI/CLI.hpp>

#include <span>
#include <string>
#include <vector>

namespace natwalk::cli {

/// Which findings somebody wants to see, and how much of them.
struct FindingChoice
{
    std::vector<std::string> hidden;  ///< kinds, or severities: "OwnersMeet", "note"
    bool checks = false;              ///< with the commands that check them on the node
};

/// Adds --hide and --checks to a command.
void addFindings(CLI::App& command, FindingChoice& choice);

/// What is found in a document and not hidden.
/// @throws Failure when there is no such kind
std::vector<Finding> findingsOf(const KubeDocument& kube, const FindingChoice& choice);

/// [{severity, code, message, consequence, cause, service, table, chain, num, line, checks}]
void writeFindings(JsonWriter& json, std::span<const Finding> findings, const KubeDocument& kube);
/// The same for an answer that is put together before it is printed.
Json findingsJson(std::span<const Finding> findings, const KubeDocument& kube);
/// [{shows, command, changes}]
Json checksJson(const std::vector<NodeCheck>& checks);

/// Each with its place, its kind, consequence and cause, from this severity on; with commands where asked for.
void tellFindings(std::span<const Finding> findings, const KubeDocument& kube, const FindingChoice& choice,
                  Severity least = Severity::note);
/// A command to a line, with what it shows.
void tellChecks(const std::vector<NodeCheck>& checks, std::size_t indent);

/// `refused` when there is a warning or an error.
ExitCode exitCodeOf(std::span<const Finding> findings);

}  // namespace natwalk::cli
