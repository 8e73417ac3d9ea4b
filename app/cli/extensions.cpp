#include "cli/answer.h"
#include "cli/command.h"
#include "cli/nearest.h"
#include "cli/paper.h"
#include "extensions/extension_table.h"

#include <algorithm>

namespace natwalk::cli {

namespace {

struct Words
{
    std::string name;
    bool json = false;
    bool manual = false;
};

std::string_view meaningOf(Standing standing)
{
    switch (standing) {
    case Standing::simulated: return "natwalk does what the kernel does.";
    case Standing::noEffect: return "It never changes where a packet goes.";
    case Standing::doubted: return "It is kept and printed back; natwalk cannot decide it, and a trace says so.";
    }
    return "";
}

std::string valuesText(Values values)
{
    switch (values) {
    case Values::none: return "";
    case Values::one: return " VALUE";
    case Values::two: return " VALUE VALUE";
    case Values::optional: return " [VALUE]";
    }
    return "";
}

/// Both the match and the target of a name ("mark" and "MARK" are two names: case counts first).
std::vector<ExtensionRow> entriesNamed(const std::string& name)
{
    std::vector<ExtensionRow> entries = extensionTable();
    std::erase_if(entries, [&name](const ExtensionRow& entry) { return entry.name != name; });
    if (!entries.empty())
        return entries;
    std::vector<std::string> names;
    for (const ExtensionRow& entry : extensionTable())
        names.emplace_back(entry.name);
    throw Failure("natwalk knows no extension \"" + name + '"' + didYouMean(name, names)
                  + " Rules that use an unknown one are kept, and stay in doubt.");
}

Json entryJson(const ExtensionRow& entry)
{
    Json options = Json::array();
    for (const OptionSpec& option : entry.options)
        options.push_back({{"name", option.name}, {"alias", option.alias.empty() ? Json() : Json(option.alias)}});
    return {{"kind", entry.isMatch ? "match" : "target"},
            {"name", entry.name},
            {"standing", nameOf(entry.standing)},
            {"purpose", english(purposeOf(entry))},
            {"options", options}};
}

Json entriesJson(const std::vector<ExtensionRow>& entries)
{
    Json json = Json::array();
    for (const ExtensionRow& entry : entries)
        json.push_back(entryJson(entry));
    return json;
}

void list(const std::vector<ExtensionRow>& entries)
{
    using enum Table::Align;
    Table table({left, left, left});
    for (const ExtensionRow& entry : entries)
        table.add({std::string(entry.option()), std::string(entry.name), std::string(nameOf(entry.standing))},
                  entry.standing == Standing::doubted ? Ink::warning : Ink::plain);
    table.print(paper(), 0);
}

void describe(const ExtensionRow& entry)
{
    paper().line(paper().inked(Ink::heading, std::string(entry.option()) + ' ' + std::string(entry.name)) + "  "
                 + std::string(nameOf(entry.standing)));
    paper().line("  " + english(purposeOf(entry)));
    paper().line("  " + std::string(meaningOf(entry.standing)));
    for (const OptionSpec& option : entry.options) {
        const std::string alias = option.alias.empty() ? "" : "  (or " + std::string(option.alias) + ')';
        paper().line("  " + std::string(option.name) + valuesText(option.values) + alias);
    }
}

ExitCode run(const Words& words)
{
    if (words.manual) {
        paper().out() << manualOf(extensionTable());
        return ExitCode::fine;
    }
    const std::vector<ExtensionRow> entries = words.name.empty() ? extensionTable() : entriesNamed(words.name);
    if (words.json)
        printJson(entriesJson(entries));
    else if (words.name.empty())
        list(entries);
    else
        std::ranges::for_each(entries, describe);
    return ExitCode::fine;
}

}  // namespace

Command extensionsCommand(CLI::App& program)
{
    const auto words = std::make_shared<Words>();
    CLI::App* command = program.add_subcommand("extensions", "Which matches and targets are simulated");
    command->add_option("NAME", words->name, "describe this one");
    command->add_flag("--mdoc", words->manual, "print the table as natwalk-cli(1) has it");
    command->add_flag("--json", words->json, "print JSON (the keys stand in natwalk-cli(1))");
    command->footer("Examples:\n"
                    "  natwalk-cli extensions\n"
                    "  natwalk-cli extensions statistic");
    return {command, [words] { return run(*words); }};
}

}  // namespace natwalk::cli
