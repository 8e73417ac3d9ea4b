#include "ui/words/step_words.h"

#include "trace/event_words.h"
#include "ui/names.h"
#include "ui/steps/stops.h"
#include "ui/theme.h"
#include "ui/translate.h"
#include "ui/words/rule_words.h"
#include "ui/words/share_words.h"
#include "ui/words/verdict_words.h"

#include <QCoreApplication>
#include <QStringList>

namespace natwalk {

namespace {

struct StepWords
{
    Q_DECLARE_TR_FUNCTIONS(StepWords)
};

/// An address of IPv6 may be broken behind its colons: it is wider than most panels.
QString breakable(const QString& text)
{
    constexpr qsizetype longest = 24;
    QString html = text.toHtmlEscaped();
    return text.size() <= longest ? html : html.replace(u':', QStringLiteral(":&#8203;"));
}

QString fixedWidth(const QString& text)
{
    return QStringLiteral("<span style=\"font-family:'JetBrains Mono','monospace'\">%1</span>").arg(breakable(text));
}

QString changed(const QString& text)
{
    return QStringLiteral("<span style=\"font-family:'JetBrains Mono','monospace';font-weight:600;color:%1\">%2</span>")
        .arg(theme().natText.name(), breakable(text));
}

struct Ends
{
    QString before;
    QString after;
};

Ends destinationsOf(const Change& change)
{
    return {qstring(endpointText(change.before.dst, change.before.dport, change.before.protocol)),
            qstring(endpointText(change.after.dst, change.after.dport, change.after.protocol))};
}

Ends sourcesOf(const Change& change)
{
    return {qstring(endpointText(change.before.src, change.before.sport, change.before.protocol)),
            qstring(endpointText(change.after.src, change.after.sport, change.after.protocol))};
}

Ends marksOf(const Change& change)
{
    return {QStringLiteral("0x%1").arg(change.before.mark, 0, 16),
            QStringLiteral("0x%1").arg(change.after.mark, 0, 16)};
}

/// Tells the headline of each kind of event.
class Headline
{
public:
    Headline(const Trace& trace, std::size_t step) : m_trace(trace), m_step(step) {}

    QString operator()(const RulesPassed& passed) const
    {
        return passed.first == passed.last
                   ? StepWords::tr("Rule %1 does not match.").arg(passed.first)
                   : StepWords::tr("Rules %1 to %2 do not match.").arg(passed.first).arg(passed.last);
    }
    QString operator()(const Drawn& drawn) const
    {
        const QString pattern =
            drawn.outcome ? StepWords::tr("The draw falls to rule %1.") : StepWords::tr("The draw passes rule %1 by.");
        return pattern.arg(numberOf(drawn.rule));
    }
    QString operator()(const RuleMatched& matched) const
    {
        const Rule& rule = m_trace.ruleset->rule(matched.rule);
        const QString number = numberOf(matched.rule);
        switch (rule.action) {
        case RuleAction::jump:
        case RuleAction::go:
            return StepWords::tr("Rule %1 leads on to %2.").arg(number, titleOf(*m_trace.ruleset, rule.destination));
        case RuleAction::accept: return StepWords::tr("Rule %1 accepts the packet.").arg(number);
        case RuleAction::drop: return StepWords::tr("Rule %1 drops the packet.").arg(number);
        case RuleAction::returnToCaller: return StepWords::tr("Rule %1 returns to the chain before.").arg(number);
        case RuleAction::none: return StepWords::tr("Rule %1 matches and only counts.").arg(number);
        case RuleAction::target: break;
        }
        return StepWords::tr("Rule %1 matches: %2.").arg(number, translated(rule.target->describe()));
    }
    QString operator()(const Rewritten& rewritten) const
    {
        const Change& change = m_trace.changes[rewritten.change];
        if (rewritten.by == RewriteBy::connection)
            return StepWords::tr("The connection's entry translates the packet.");
        if (rewritten.by == RewriteBy::routing)
            return StepWords::tr("Routing fills in what was open.");
        const QString number = numberOf(rewritten.rule);
        if (change.before.dst != change.after.dst || change.before.dport != change.after.dport)
            return StepWords::tr("Rule %1 rewrites the destination.").arg(number);
        if (change.before.src != change.after.src || change.before.sport != change.after.sport)
            return StepWords::tr("Rule %1 rewrites the source.").arg(number);
        if (change.before.mark != change.after.mark)
            return StepWords::tr("Rule %1 marks the packet.").arg(number);
        return StepWords::tr("Rule %1 changes the packet.").arg(number);
    }
    QString operator()(const Routed& routed) const
    {
        if (!routed.answer.found)
            return StepWords::tr("There is no route to %1.").arg(qstring(toText(packet().dst)));
        if (routed.answer.type == RouteType::unicast)
            return StepWords::tr("The packet is to leave by %1.").arg(qstring(routed.answer.dev.view()));
        return StepWords::tr("The packet is for this host.");
    }
    QString operator()(const Doubted& doubted) const
    {
        if (doubted.rule == noRule)
            return StepWords::tr("natwalk only approximates the kernel here.");
        if (doubted.chosen)
            return doubted.assumed ? StepWords::tr("Rule %1 is assumed to match.").arg(numberOf(doubted.rule))
                                   : StepWords::tr("Rule %1 is assumed not to match.").arg(numberOf(doubted.rule));
        return doubted.assumed ? StepWords::tr("Rule %1 is supposed to match.").arg(numberOf(doubted.rule))
                               : StepWords::tr("Rule %1 is supposed not to match.").arg(numberOf(doubted.rule));
    }
    QString operator()(const TableLeft& left) const
    {
        const ChainId id = m_trace.ruleset->entry(left.table, left.hook, left.backEnd);
        const bool accepts = m_trace.ruleset->chain(id).policy == Policy::accept;
        const QString pattern =
            accepts ? StepWords::tr("%1 of %2 lets the packet pass.") : StepWords::tr("%1 of %2 drops the packet.");
        return pattern.arg(qstring(nameOf(left.hook)), qstring(nameOf(left.table)));
    }
    QString operator()(const Decided&) const { return verdictTitle(m_trace) + u'.'; }
    template <typename Other>
    QString operator()(const Other& /*event*/) const
    {
        return packet().in.empty() ? StepWords::tr("This host makes the packet.")
                                   : StepWords::tr("The packet comes in by %1.").arg(qstring(packet().in.view()));
    }

private:
    const Packet& packet() const { return m_trace.packetBefore(m_step); }
    QString numberOf(RuleId rule) const { return QString::number(m_trace.ruleset->numberOf(rule)); }

    const Trace& m_trace;
    std::size_t m_step;
};

/// Tells what the event means.
class Detail
{
public:
    Detail(const Trace& trace, std::size_t step) : m_trace(trace), m_step(step) {}

    QString operator()(const RulesPassed& passed) const
    {
        const RuleId first = m_trace.ruleset->ruleAt(passed.chain, passed.first);
        const QString why = translated(whyNot(m_trace, m_step, first)).toHtmlEscaped();
        if (passed.first == passed.last)
            return why + u'.';
        return StepWords::tr("Rule %1: %2. The table lists why each of the others did not.").arg(passed.first).arg(why);
    }
    QString operator()(const Drawn& drawn) const
    {
        if (!drawn.random)
            return translated(whyNot(m_trace, m_step, drawn.rule)).toHtmlEscaped();
        const QString takes = percentText(drawn.probability.share());
        const QString leaves = percentText(1 - drawn.probability.share());
        return drawn.outcome ? StepWords::tr("It takes %1 of the packets that reach it.").arg(takes)
                             : StepWords::tr("It takes %1 of the packets that reach it; the other %2 go on to the next "
                                             "rule, and this one is among them.")
                                   .arg(takes, leaves);
    }
    QString operator()(const RuleMatched& matched) const
    {
        QString text = StepWords::tr("Compared: %1.").arg(fixedWidth(comparedText(m_trace, m_step, matched.rule)));
        for (std::size_t step = m_step, end = endOfStop(m_trace, m_step); step <= end; ++step)
            if (const auto* changed = std::get_if<SetChanged>(&m_trace.steps[step].event))
                text += u' ' + translated(wordsOf(m_trace.setChanges[changed->change])).toHtmlEscaped() + u'.';
        return text;
    }
    QString operator()(const Rewritten& rewritten) const
    {
        const Change& change = m_trace.changes[rewritten.change];
        QStringList sentences;
        const Ends destinations = destinationsOf(change);
        const Ends sources = sourcesOf(change);
        addChange(sentences, destinations);
        addChange(sentences, sources);
        addChange(sentences, marksOf(change));
        if (destinations.before != destinations.after && sources.before == sources.after)
            sentences += StepWords::tr("The source stays.");
        if (rewritten.by == RewriteBy::target
            && (destinations.before != destinations.after || sources.before != sources.after))
            sentences += StepWords::tr("Conntrack remembers it: later packets of this connection skip nat.");
        return sentences.join(u' ');
    }
    QString operator()(const Routed& routed) const
    {
        if (!routed.answer.found || routed.answer.type != RouteType::unicast)
            return StepWords::tr("The destination is %1.").arg(fixedWidth(qstring(toText(packet().dst))));
        return StepWords::tr("%1 is not an address of this host, so the packet goes on, next to %2.")
            .arg(fixedWidth(qstring(toText(packet().dst))), fixedWidth(qstring(toText(routed.answer.nextHop))));
    }
    QString operator()(const Doubted& doubted) const
    {
        if (doubted.rule == noRule)
            return translated(message(doubted.what)).toHtmlEscaped();
        const QString rule = fixedWidth(ruleText(*m_trace.ruleset, doubted.rule));
        const Message assumed = assumedWords(*m_trace.ruleset, doubted);
        if (assumed.id != MessageId::Nothing)
            return StepWords::tr("Neither packet nor host tells whether a part of this rule holds; %1. The rule: %2")
                .arg(translated(assumed).toHtmlEscaped(), rule);
        return StepWords::tr("natwalk does not simulate a part of this rule: %1").arg(rule);
    }
    QString operator()(const TableLeft& left) const
    {
        const ChainId id = m_trace.ruleset->entry(left.table, left.hook, left.backEnd);
        return m_trace.ruleset->chain(id).ruleCount == 0 ? StepWords::tr("The chain has no rules; its policy decides.")
                                                         : StepWords::tr("No rule decided; the chain's policy does.");
    }
    QString operator()(const Decided&) const { return verdictDetail(m_trace).toHtmlEscaped(); }
    template <typename Other>
    QString operator()(const Other& /*event*/) const
    {
        return fixedWidth(qstring(toText(m_trace.packetIn)));
    }

private:
    const Packet& packet() const { return m_trace.packetBefore(m_step); }

    static void addChange(QStringList& sentences, const Ends& ends)
    {
        if (ends.before != ends.after)
            sentences += StepWords::tr("%1 becomes %2.").arg(fixedWidth(ends.before), changed(ends.after));
    }

    const Trace& m_trace;
    std::size_t m_step;
};

/// The event that a stop is about: the rewriting where a rule asked for one, the packet's coming where it all begins.
Event eventToTell(const Trace& trace, std::size_t stop)
{
    if (stop == 0)
        return Tracked{};
    if (std::holds_alternative<RuleMatched>(trace.steps[stop].event))
        for (std::size_t step = stop, end = endOfStop(trace, stop); step <= end; ++step)
            if (std::holds_alternative<Rewritten>(trace.steps[step].event))
                return trace.steps[step].event;
    return trace.steps[stop].event;
}

}  // namespace

QString headlineOf(const Trace& trace, std::size_t step)
{
    return std::visit(Headline(trace, step), eventToTell(trace, step));
}

QString detailOf(const Trace& trace, std::size_t step)
{
    return std::visit(Detail(trace, step), eventToTell(trace, step));
}

QString changeText(const Trace& trace, std::size_t step)
{
    const Change* change = changeAt(trace, step);
    if (change == nullptr)
        return {};
    QStringList parts;
    const auto add = [&parts](const char* field, const Ends& ends) {
        if (ends.before != ends.after)
            parts += QStringLiteral("%1 %2 → %3").arg(QLatin1String(field), ends.before, ends.after);
    };
    add("dst", destinationsOf(*change));
    add("src", sourcesOf(*change));
    add("mark", marksOf(*change));
    return parts.join(QStringLiteral(", "));
}

}  // namespace natwalk
