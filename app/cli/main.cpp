// natwalk-cli: one engine for people, scripts and tests, without a window.
#include "cli/command.h"
#include "cli/paper.h"
#include "cli/usage.h"

#include <algorithm>
#include <iostream>
#include <vector>

namespace natwalk::cli {

namespace {

int complain(const std::string& sentence)
{
    std::cout.flush();
    errorPaper().line(errorPaper().inked(Ink::bad, "natwalk-cli: ") + sentence);
    return static_cast<int>(ExitCode::badInput);
}

int runCommand(const CLI::App& program, const std::vector<Command>& commands)
{
    const auto* called = program.get_subcommands().front();
    const auto command = std::ranges::find(commands, called, &Command::words);
    try {
        return static_cast<int>(command->run());
    } catch (const Failure& failure) {
        return complain(failure.what());
    }
}

int run(int count, char** words)
{
    CLI::App program("Walks packets through iptables rules: where they go, by which rules, and with which probability.",
                     "natwalk-cli");
    describeProgram(program);
    const std::vector<Command> commands = {
        checkCommand(program),        servicesCommand(program),  traceCommand(program),  replayCommand(program),
        distributionCommand(program), trialsCommand(program),    sharesCommand(program), printCommand(program),
        graphCommand(program),        extensionsCommand(program)};
    try {
        program.parse(count, words);
    } catch (const CLI::Success& asked) {  // --help, --version
        return program.exit(asked);
    } catch (const CLI::ParseError& error) {
        return complain(explain(error, program));
    }
    return runCommand(program, commands);
}

}  // namespace

}  // namespace natwalk::cli

int main(int count, char** words)
{
    std::ios::sync_with_stdio(false);
    return natwalk::cli::run(count, words);
}
