// The commands of natwalk-cli: each adds itself to the command line, and answers how it ended.
#pragma once

#include "cli/exit_code.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <memory>

namespace natwalk::cli {

struct Command
{
    CLI::App* words;  ///< how it is called
    std::function<ExitCode()> run;
};

Command checkCommand(CLI::App& program);
Command servicesCommand(CLI::App& program);
Command traceCommand(CLI::App& program);
Command replayCommand(CLI::App& program);
Command distributionCommand(CLI::App& program);
Command trialsCommand(CLI::App& program);
Command sharesCommand(CLI::App& program);
Command printCommand(CLI::App& program);
Command graphCommand(CLI::App& program);
Command extensionsCommand(CLI::App& program);

}  // namespace natwalk::cli
