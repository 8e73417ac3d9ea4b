// `shares N`: how kube-proxy makes equal shares of rules that are tried one after the other.
#include "cli/answer.h"
#include "cli/command.h"
#include "cli/document.h"
#include "cli/judgement_words.h"
#include "cli/paper.h"
#include "cli/word_values.h"
#include "extensions/saved_options.h"
#include "kube/share_rules.h"
#include "probability/fraction.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace natwalk::cli {

namespace {

constexpr std::uint64_t mostEndpoints = 100'000;
constexpr std::size_t shownRules = 40;
constexpr std::size_t barWidth = 24;

struct Words
{
    std::string endpoints = "3";
    bool json = false;
    bool csv = false;
};

std::string fractionOfLeft(const ShareRule& rule) { return toText(Fraction{1, rule.left}); }

std::string storedText(const ShareRule& rule)
{
    return rule.written.empty() ? "always" : std::to_string(rule.stored.k) + " / 2^31";
}

std::string biasText(double bias)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%+.1e", bias);
    return bias == 0 ? "0" : text.data();
}

Json rulesJson(const std::vector<ShareRule>& rules)
{
    Json json = Json::array();
    for (const ShareRule& rule : rules)
        json.push_back({{"rule", rule.number},
                        {"meant", fractionOfLeft(rule)},
                        {"written", rule.written.empty() ? Json() : Json(rule.written)},
                        {"saved", rule.written.empty() ? Json() : Json(savedShare(rule.stored))},
                        {"numerator", rule.stored.k},
                        {"denominator_log2", 31},
                        {"reached", rule.reached},
                        {"share", rule.share},
                        {"bias", rule.bias}});
    return json;
}

void printCsv(const std::vector<ShareRule>& rules)
{
    paper().line("rule,meant,written,saved,numerator,reached,share,bias");
    for (const ShareRule& rule : rules)
        paper().line(std::to_string(rule.number) + ',' + fractionOfLeft(rule) + ',' + rule.written + ','
                     + (rule.written.empty() ? "" : savedShare(rule.stored)) + ',' + std::to_string(rule.stored.k) + ','
                     + plainNumber(rule.reached) + ',' + plainNumber(rule.share) + ',' + plainNumber(rule.bias));
}

void tell(const std::vector<ShareRule>& rules)
{
    paper().line("Rules are tried in order, and each sees only what the ones before left over. So that "
                 + counted(rules.size(), "endpoint") + " get the same, each rule takes one in as many as are left:");
    paper().line();
    using enum Table::Align;
    Table table({right, right, right, right, right, right, right, left});
    table.add({"rule", "takes", "written", "kernel keeps", "reached by", "its share", "bias", ""}, Ink::quiet);
    for (const ShareRule& rule : std::span(rules).first(std::min(rules.size(), shownRules)))
        table.add({std::to_string(rule.number), fractionOfLeft(rule), rule.written, storedText(rule),
                   shortPercent(rule.reached, 4), percent(rule.share, 10), biasText(rule.bias),
                   paper().bar(rule.reached, barWidth)});
    table.print(paper());
    if (rules.size() > shownRules)
        paper().line("  ... and " + counted(rules.size() - shownRules, "more rule"));
    const auto [least, most] = std::ranges::minmax_element(rules, {}, &ShareRule::share);
    paper().line();
    paper().line("  The bar is what reaches the rule. The largest and the smallest share differ by "
                 + biasText(most->share - least->share) + ": the kernel compares 31 random bits.");
}

ExitCode run(const Words& words)
{
    const auto rules = shareRules(static_cast<std::uint32_t>(numberOf("N", words.endpoints, 1, mostEndpoints)));
    if (words.json)
        printJson(rulesJson(rules));
    else if (words.csv)
        printCsv(rules);
    else
        tell(rules);
    return ExitCode::fine;
}

}  // namespace

Command sharesCommand(CLI::App& program)
{
    const auto words = std::make_shared<Words>();
    CLI::App* command =
        program.add_subcommand("shares", "How kube-proxy writes probabilities for N endpoints, and what comes of them");
    command->add_option("N", words->endpoints, "how many endpoints the service has (3)")->type_name("N");
    command->add_flag("--json", words->json, "print JSON (the keys stand in natwalk-cli(1))");
    addCsv(*command, words->csv);
    command->footer("Examples:\n  natwalk-cli shares 3\n  natwalk-cli shares 100 --csv");
    return {command, [words] { return run(*words); }};
}

}  // namespace natwalk::cli
