#include "extensions/extension_table.h"

#include <algorithm>
#include <array>

namespace natwalk {

namespace {

std::string_view valueOf(const OptionSpec& option)
{
    switch (option.values) {
    case Values::none: return "";
    case Values::one: return " Ar value";
    case Values::two: return " Ar value value";
    case Values::optional: return " Op Ar value";
    }
    return "";
}

/// ".Op Fl -limit Ar value": mdoc sets the first dash of a flag itself.
std::string optionLine(const OptionSpec& option)
{
    return ".Op Fl " + std::string(option.name.substr(1)) + std::string(valueOf(option)) + '\n';
}

std::string item(const ExtensionRow& row)
{
    std::string text = ".It Fl " + std::string(row.option().substr(1)) + " Cm " + std::string(row.name) + '\n'
                       + english(purposeOf(row)) + '\n';
    for (const OptionSpec& option : row.options)
        text += optionLine(option);
    return text;
}

}  // namespace

std::vector<ExtensionRow> extensionTable()
{
    std::vector<ExtensionRow> table;
    for (const MatchExtension* match : matchExtensions())
        table.push_back({true, match->name, match->standing, match->options});
    for (const TargetExtension* target : targetExtensions())
        table.push_back({false, target->name, target->standing, target->options});
    return table;
}

std::string_view nameOf(Standing standing)
{
    switch (standing) {
    case Standing::simulated: return "simulated";
    case Standing::noEffect: return "no effect on the path";
    case Standing::doubted: return "kept with doubt";
    }
    return "";
}

std::string manualOf(std::span<const ExtensionRow> table)
{
    struct Section
    {
        Standing standing;
        std::string_view title;
        std::string_view words;
    };
    constexpr auto sections = std::to_array<Section>({
        {Standing::simulated, "Simulated", "natwalk does what the kernel does."},
        {Standing::noEffect, "Without effect on the path", "They are read and printed back; the packet goes on."},
        {Standing::doubted, "Kept with doubt",
         "They are read and printed back; natwalk cannot decide them, and a trace says so."},
    });
    std::string text;
    for (const Section& section : sections) {
        text.append(".Ss ")
            .append(section.title)
            .append("\n")
            .append(section.words)
            .append("\n.Bl -tag -width indent\n");
        for (const ExtensionRow& row : table)
            if (row.standing == section.standing)
                text += item(row);
        text += ".El\n";
    }
    return text;
}

}  // namespace natwalk
