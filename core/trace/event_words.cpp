#include "trace/event_words.h"

#include "extensions/situational.h"

namespace natwalk {

Message wordsOf(const IpSetChange& change)
{
    const auto seconds = static_cast<std::uint64_t>(change.secondsLeft);
    const auto said = [&change](MessageId id) { return message(id, change.entry, change.set); };
    switch (change.outcome) {
    case IpSetOutcome::added:
        return seconds == 0 ? said(MessageId::EntryAdded)
                            : message(MessageId::EntryAddedFor, change.entry, change.set, seconds);
    case IpSetOutcome::refreshed:
        return seconds == 0 ? said(MessageId::EntryRefreshed)
                            : message(MessageId::EntryRefreshedFor, change.entry, change.set, seconds);
    case IpSetOutcome::alreadyThere: return said(MessageId::EntryAlreadyThere);
    case IpSetOutcome::full: return said(MessageId::SetIsFull);
    case IpSetOutcome::removed: return said(MessageId::EntryTakenOut);
    case IpSetOutcome::notThere: return said(MessageId::EntryNotThere);
    case IpSetOutcome::unfit: return message(MessageId::EntryUnfit, change.set);
    case IpSetOutcome::unknown: break;
    }
    return message(MessageId::SetChangeUnknown, change.set);
}

std::string doubtedMatchText(const Ruleset& ruleset, const Doubted& doubt)
{
    if (doubt.rule == noRule || doubt.match >= ruleset.rule(doubt.rule).matches.size())
        return {};
    return matchText(*ruleset.rule(doubt.rule).matches[doubt.match]);
}

Message assumedWords(const Ruleset& ruleset, const Doubted& doubt)
{
    const std::string text = doubtedMatchText(ruleset, doubt);
    if (text.empty())
        return {};
    return message(doubt.assumed ? MessageId::AssumedToMatch : MessageId::AssumedNotToMatch, text);
}

std::optional<Assumable> assumableAt(const Trace& trace, std::size_t step)
{
    const Event& event = trace.steps[step].event;
    const auto* doubted = std::get_if<Doubted>(&event);
    const auto* passed = std::get_if<RulesPassed>(&event);
    const RuleId rule = trace.ruleAt(step);
    if (rule == noRule || (passed != nullptr && passed->first != passed->last))
        return {};
    const bool byMatch = doubted != nullptr && doubted->match < trace.ruleset->rule(rule).matches.size();
    const auto match = byMatch ? std::optional(doubted->match) : situationalMatchOf(trace.ruleset->rule(rule));
    if (!match)
        return {};
    return Assumable{rule, *match, trace.host->assumed(matchText(*trace.ruleset->rule(rule).matches[*match]))};
}

}  // namespace natwalk
