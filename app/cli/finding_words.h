// Findings in words and in JSON.
#pragma once

#include "cli/answer.h"
#include "cli/exit_code.h"
#include "cli/paper.h"
#include "kube/findings.h"

#include <span>

namespace natwalk::cli {

/// [{severity, code, message, consequence, cause, service, table, chain, num, line, checks}]
Json findingsJson(std::span<const Finding> findings, const KubeDocument& kube);

/// Each with its place, consequence, cause and commands to check it, from this severity on.
void tellFindings(std::span<const Finding> findings, const KubeDocument& kube, Severity least = Severity::note);

/// `refused` when there is a warning or an error.
ExitCode exitCodeOf(std::span<const Finding> findings);

}  // namespace natwalk::cli
