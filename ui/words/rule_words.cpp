#include "ui/words/rule_words.h"

#include "ui/translate.h"
#include "ui/words/share_words.h"

#include <QCoreApplication>
#include <QStringList>

namespace natwalk {

namespace {

struct RuleWords
{
    Q_DECLARE_TR_FUNCTIONS(RuleWords)
};

bool asks(const Match& match, std::string_view option) { return match.save().find(option) != std::string::npos; }

/// The ports that a match of tcp, udp or multiport looks at.
void addPorts(QStringList& values, const Match& match, const Packet& packet)
{
    if (asks(match, "--sport") || asks(match, "--source-port"))
        values += RuleWords::tr("from %1").arg(packet.sport);
    if (asks(match, "--dport") || asks(match, "--dports") || asks(match, "--destination-port"))
        values += QString::number(packet.dport);
    if (asks(match, "--ports"))
        values += QStringLiteral("%1 > %2").arg(packet.sport).arg(packet.dport);
}

bool looksAtPorts(std::string_view name)
{
    return name == "tcp" || name == "udp" || name == "sctp" || name == "multiport";
}

void addMatch(QStringList& values, const Match& match, const Packet& packet)
{
    if (match.name() == "comment")
        return;
    if (looksAtPorts(match.name()))
        addPorts(values, match, packet);
    else if (match.name() == "mark")
        values += QStringLiteral("mark 0x%1").arg(packet.mark, 0, 16);
    else
        values += translated(match.describe());
}

void addConditions(QStringList& values, const Conditions& conditions, const Packet& packet)
{
    if (!conditions.src.isAny())
        values += RuleWords::tr("from %1").arg(qstring(toText(packet.src)));
    if (!conditions.dst.isAny())
        values += qstring(toText(packet.dst));
    if (!conditions.in.isAny())
        values += RuleWords::tr("in %1").arg(qstring(packet.in.view()));
    if (!conditions.out.isAny())
        values += RuleWords::tr("out %1").arg(qstring(packet.out.view()));
    if (conditions.protocol != protocol::any)
        values += qstring(protocolName(packet.protocol));
}

const Drawn* drawBefore(const Trace& trace, std::size_t step, RuleId rule)
{
    for (std::size_t i = step; i-- > 0 && trace.ruleAt(i) == rule;)
        if (const auto* drawn = std::get_if<Drawn>(&trace.steps[i].event); drawn != nullptr && drawn->random)
            return drawn;
    return nullptr;
}

}  // namespace

QString comparedText(const Trace& trace, std::size_t step, RuleId id)
{
    const Rule& rule = trace.ruleset->rule(id);
    const Packet& packet = trace.packetBefore(step);
    QStringList values;
    addConditions(values, rule.conditions, packet);
    const Drawn* drawn = drawBefore(trace, step, id);
    for (const Match* match : rule.matches) {
        if (match->name() == "statistic" && drawn != nullptr)
            values += drawText(*drawn);
        else
            addMatch(values, *match, packet);
    }
    return values.isEmpty() ? RuleWords::tr("no condition") : values.join(u' ');
}

QString drawText(const Drawn& drawn)
{
    const QString pattern = drawn.outcome ? RuleWords::tr("draw < %1") : RuleWords::tr("draw ≥ %1");
    return pattern.arg(probabilityText(drawn.probability.share()));
}

/// The messages of matches name the packet's value first, then the rule's.
QString refusalText(const Message& why)
{
    const std::string_view name = nameOf(why.id);
    const bool differs = name.ends_with("Differs");
    if (why.arguments.size() != 2 || !(differs || name.ends_with("Excluded")))
        return translated(why);
    const QString pattern = differs ? QStringLiteral("%1 ≠ %2") : QStringLiteral("%1 = %2");
    return pattern.arg(QString::fromStdString(why.arguments[0]), QString::fromStdString(why.arguments[1]));
}

QString resultText(const Ruleset& ruleset, const Rule& rule)
{
    switch (rule.action) {
    case RuleAction::none: return RuleWords::tr("next rule");
    case RuleAction::jump: return RuleWords::tr("jump");
    case RuleAction::go: return RuleWords::tr("goto");
    case RuleAction::returnToCaller: return RuleWords::tr("return");
    case RuleAction::accept:
    case RuleAction::drop:
    case RuleAction::target: return qstring(ruleset.targetName(rule));
    }
    return {};
}

QString policyText(const Chain& chain)
{
    const QString policy = chain.policy == Policy::accept ? QStringLiteral("ACCEPT") : QStringLiteral("DROP");
    return RuleWords::tr("%1 · policy %2").arg(qstring(nameOf(chain.table)), policy);
}

QString translationText(const Change& change)
{
    const bool source = change.before.src != change.after.src || change.before.sport != change.after.sport;
    const bool destination = change.before.dst != change.after.dst || change.before.dport != change.after.dport;
    if (source && destination)
        return QStringLiteral("SNAT+DNAT");
    return source ? QStringLiteral("SNAT") : QStringLiteral("DNAT");
}

QString routingText(const Routed& routed)
{
    if (!routed.answer.found)
        return RuleWords::tr("no route");
    switch (routed.answer.type) {
    case RouteType::local:
    case RouteType::broadcast: return RuleWords::tr("to this host");
    case RouteType::unicast: return RuleWords::tr("on by %1").arg(qstring(routed.answer.dev.view()));
    default: return RuleWords::tr("refused");
    }
}

QString endText(const Trace& trace)
{
    switch (trace.verdict.outcome) {
    case Outcome::forwarded:
    case Outcome::sent: return qstring(trace.packetOut.out.view());
    case Outcome::delivered: return RuleWords::tr("this host");
    case Outcome::rejected: return RuleWords::tr("rejected");
    case Outcome::dropped: return RuleWords::tr("dropped");
    case Outcome::icmpError: return RuleWords::tr("answered");
    case Outcome::depends: break;
    }
    return RuleWords::tr("depends");
}

QString numbersText(std::uint32_t first, std::uint32_t last)
{
    return first == last ? RuleWords::tr("rule %1").arg(first) : RuleWords::tr("rules %1–%2").arg(first).arg(last);
}

}  // namespace natwalk
