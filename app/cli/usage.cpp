#include "cli/usage.h"

#include "cli/nearest.h"

#include <algorithm>
#include <vector>

namespace natwalk::cli {

namespace {

/// The command that was named, or the program where none was.
const CLI::App& calledIn(const CLI::App& program)
{
    const auto called = program.get_subcommands();
    return called.empty() ? program : *called.front();
}

std::vector<std::string> commandNames(const CLI::App& program)
{
    std::vector<std::string> names;
    for (const CLI::App* command : program.get_subcommands({}))
        names.push_back(command->get_name());
    return names;
}

std::vector<std::string> optionNames(const CLI::App& command)
{
    std::vector<std::string> names;
    for (const CLI::Option* option : command.get_options()) {
        for (const std::string& name : option->get_lnames())
            names.push_back("--" + name);
        for (const std::string& name : option->get_snames())
            names.push_back("-" + name);
    }
    return names;
}

std::string seeHelp(const CLI::App& command, const CLI::App& program)
{
    const std::string called = &command == &program ? "" : ' ' + command.get_name();
    return " (see natwalk-cli" + called + " --help)";
}

std::string explainLeftOver(const std::string& word, const CLI::App& command, const CLI::App& program)
{
    if (word.starts_with("-") && word.size() > 1) {
        const std::string name = word.substr(0, word.find('='));
        const std::string owner = &command == &program ? "natwalk-cli" : command.get_name();
        return owner + " does not know the option " + name + didYouMean(name, optionNames(command));
    }
    if (&command == &program)
        return "there is no command \"" + word + '"' + didYouMean(word, commandNames(program));
    return command.get_name() + " does not know what to do with \"" + word + '"';
}

}  // namespace

void describeProgram(CLI::App& program)
{
    program.require_subcommand(1);
    program.set_version_flag("--version", "natwalk-cli " NATWALK_VERSION, "Print the version and exit");
    program.set_help_flag("-h,--help", "Print this help and exit");
    program.footer(
        "Exit codes: 0 forwarded, sent, delivered or fine; 1 dropped, rejected, answered by the host, or findings;\n"
        "2 depends on something natwalk cannot know; 3 bad input or usage.\n\n"
        "Examples:\n"
        "  natwalk-cli trace samples/nginx_basic\n"
        "  iptables-save | natwalk-cli trace - --from outside --dst 10.97.35.60 --dport 80\n"
        "  natwalk-cli COMMAND --help");
}

std::string explain(const CLI::ParseError& error, const CLI::App& program)
{
    const CLI::App& command = calledIn(program);
    std::vector<std::string> leftOver = command.remaining();
    if (leftOver.empty())
        leftOver = program.remaining();
    const auto option = std::ranges::find_if(leftOver, [](const std::string& word) { return word.starts_with("-"); });
    if (option != leftOver.end())
        return explainLeftOver(*option, command, program) + seeHelp(command, program);
    if (!leftOver.empty())
        return explainLeftOver(leftOver.front(), command, program) + seeHelp(command, program);
    if (&command == &program)
        return "name a command" + seeHelp(command, program);
    return command.get_name() + ": " + error.what() + seeHelp(command, program);
}

}  // namespace natwalk::cli
