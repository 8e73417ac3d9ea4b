// The story of a chain that draws: rules are tried in turn, and each sees what the ones before left over.
#include "ui/words/share_story.h"

#include "ui/words/share_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace natwalk {

namespace {

struct StoryWords
{
    Q_DECLARE_TR_FUNCTIONS(StoryWords)
};

constexpr std::size_t mostRows = 8;

/// The last random draw before the end of a step, within the same visit of a table.
std::optional<RuleId> lastDraw(const Trace& trace, std::size_t step)
{
    for (std::size_t i = step + 1; i-- > 0;) {
        if (const auto* drawn = std::get_if<Drawn>(&trace.steps[i].event); drawn != nullptr && drawn->random)
            return drawn->rule;
        if (std::holds_alternative<HookEntered>(trace.steps[i].event))
            return {};
    }
    return {};
}

/// The chance that a rule takes a packet that comes to it.
double chanceOf(const Trace& trace, std::size_t step, const Rule& rule)
{
    const Packet& packet = trace.packetBefore(step);
    if (!rule.conditions.holdFor(packet))
        return 0;
    const auto hook = trace.hookAt(step);
    const Tracked tracking = trace.trackingBefore(step);
    const MatchContext context{packet,         *trace.host,       trace.before, hook ? hook->hook : Hook::prerouting,
                               tracking.state, tracking.direction};
    double chance = 1;
    for (const Match* match : rule.matches)
        chance *= match->ask(context).probability.share();
    return chance;
}

bool leadsAway(const Rule& rule) { return rule.action != RuleAction::none; }

/// The step at which the packet came to a rule's chain.
std::size_t arrival(const Trace& trace, std::size_t step, ChainId chain)
{
    for (std::size_t i = step + 1; i-- > 0;)
        if (const auto* entered = std::get_if<ChainEntered>(&trace.steps[i].event);
            entered != nullptr && entered->chain == chain)
            return i;
    return step;
}

std::vector<ShareRow> rowsOf(const Trace& trace, std::size_t step, ChainId chain, RuleId chosen)
{
    std::vector<ShareRow> rows;
    double reaches = 1;
    for (std::uint32_t number = 1; number <= trace.ruleset->chain(chain).ruleCount && reaches > 0; ++number) {
        const RuleId id = trace.ruleset->ruleAt(chain, number);
        const Rule& rule = trace.ruleset->rule(id);
        const double chance = chanceOf(trace, step, rule);
        const bool draws = chance > 0 && chance < 1;
        if (!leadsAway(rule) || chance == 0 || (rows.empty() && !draws))
            continue;
        const double takes = chance * reaches;
        rows.push_back({number, reaches, takes,
                        QStringLiteral("%1 × %2").arg(fractionText(chance), fractionText(reaches)),
                        QStringLiteral("= %1").arg(fractionText(takes)), id == chosen});
        reaches -= takes;
    }
    return rows;
}

bool areEqual(const std::vector<ShareRow>& rows)
{
    const auto [low, high] = std::ranges::minmax_element(rows, {}, &ShareRow::takes);
    return high->takes - low->takes < 1e-6;
}

QString titleFor(const std::vector<ShareRow>& rows)
{
    if (!areEqual(rows))
        return StoryWords::tr("How they share");
    switch (rows.size()) {
    case 2: return StoryWords::tr("Why one half each?");
    case 3: return StoryWords::tr("Why one third each?");
    case 4: return StoryWords::tr("Why one quarter each?");
    case 5: return StoryWords::tr("Why one fifth each?");
    default: return StoryWords::tr("Why one in %1 each?").arg(rows.size());
    }
}

/// The first rows, and the chosen one where it lies beyond them.
void shorten(std::vector<ShareRow>& rows)
{
    if (rows.size() <= mostRows)
        return;
    const auto chosen = std::ranges::find_if(rows, &ShareRow::chosen);
    if (chosen != rows.end() && chosen - rows.begin() >= static_cast<std::ptrdiff_t>(mostRows))
        rows[mostRows - 1] = *chosen;
    rows.resize(mostRows);
}

/// The rule of a chain that the packet went on by, up to a step.
RuleId choiceIn(const Trace& trace, std::size_t step, ChainId chain)
{
    RuleId choice = noRule;
    for (std::size_t i = arrival(trace, step, chain); i <= step; ++i)
        if (const RuleId rule = trace.ruleAt(i); rule != noRule && trace.ruleset->rule(rule).chain == chain)
            choice = rule;
    return choice;
}

}  // namespace

std::optional<ShareStory> shareStoryOf(const Trace& trace, std::size_t step)
{
    const auto draw = lastDraw(trace, step);
    if (!draw)
        return {};
    const ChainId chain = trace.ruleset->rule(*draw).chain;
    ShareStory story;
    story.rows = rowsOf(trace, arrival(trace, step, chain), chain, choiceIn(trace, step, chain));
    if (story.rows.size() < 2)
        return {};
    story.title = titleFor(story.rows);
    story.text = StoryWords::tr("Rules are tried in order; each sees only what the ones before left over:");
    shorten(story.rows);
    return story;
}

}  // namespace natwalk
