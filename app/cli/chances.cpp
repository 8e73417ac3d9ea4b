#include "cli/chances.h"

#include "probability/takings.h"

#include <algorithm>
#include <span>

namespace natwalk::cli {

namespace {

constexpr std::size_t shownDraws = 40;

std::string takes(const Taking& taking, const Ruleset& ruleset)
{
    const std::string_view target = ruleset.targetName(ruleset.rule(taking.rule));
    return target.empty() ? std::string() : "-> " + std::string(target);
}

}  // namespace

void tellChances(Paper& paper, const Question& question)
{
    const std::vector<Taking> takings = takingsOf(question, shownDraws);
    if (takings.empty())
        return;
    const Ruleset& ruleset = *question.ruleset();
    paper.line();
    paper.line(paper.inked(Ink::heading, "How the shares come about")
               + "  (a rule's chance is a share of the packets that reach it)");
    using enum Table::Align;
    Table table({left, right, right, left, right, left});
    for (const Taking& taking : std::span(takings).first(std::min(takings.size(), shownDraws)))
        table.add({ruleset.kernelName(taking.rule), shortPercent(taking.chance.share(), 6),
                   "of the " + shortPercent(taking.reached, 6), "that reach it =", shortPercent(taking.share(), 6),
                   takes(taking, ruleset)});
    table.print(paper);
    if (takings.size() > shownDraws)
        paper.line("  ... and " + counted(takings.size() - shownDraws, "more rule"));
}

}  // namespace natwalk::cli
