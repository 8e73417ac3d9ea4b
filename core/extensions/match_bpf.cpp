// -m bpf: a program decides, given as instructions or as an object of the running kernel.
// Source: Linux net/netfilter/xt_bpf.c, iptables extensions/libxt_bpf.c.
#include "extensions/all.h"
#include "extensions/kept.h"
#include "extensions/words.h"
#include "text/quoting.h"

#include <algorithm>
#include <array>

namespace natwalk {

namespace {

/// In the order in which they are printed.
constexpr auto options = std::to_array<OptionSpec>({{"--bytecode"}, {"--object-pinned"}});

/// "4,48 0 0 9,21 0 1 6,...": as many instructions as the first number says.
std::string bytecodeOf(const Option& option)
{
    constexpr std::size_t mostInstructions = 64;
    std::string text;
    std::size_t instructions = 0;
    const auto [countWord, rest] = splitAt(option.value().text, ',');
    const auto count = wholeNumber(countWord);
    if (!count || *count == 0 || *count > mostInstructions || !rest)
        option.rejectValue();
    std::string_view program = *rest;
    while (!program.empty()) {
        program.remove_prefix(std::min(program.find_first_not_of(' '), program.size()));
        const std::size_t end = std::min(program.find(','), program.size());
        const std::string_view instruction = program.substr(0, end);
        if (std::ranges::count(instruction, ' ') != 3
            || instruction.find_first_not_of("0123456789 ") != std::string_view::npos)
            option.rejectValue();
        text.append(",").append(instruction);
        program.remove_prefix(std::min(end + 1, program.size()));
        ++instructions;
    }
    if (instructions != *count)
        option.rejectValue();
    return '"' + toText(*count) + text + '"';
}

const Match* parse(Options& words)
{
    const Option option = words.only("--bytecode");
    option.rejectInverted();
    KeptOptions kept(options);
    kept.put(option, option.is("--bytecode") ? bytecodeOf(option) : bareOrQuoted(option.value().text));
    return doubtedMatch(words, kept.text(), MessageId::ProgramDecides);
}

}  // namespace

extern const MatchExtension bpfMatch = {"bpf", options, parse, Standing::doubted};

}  // namespace natwalk
