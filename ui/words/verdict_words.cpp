#include "ui/words/verdict_words.h"

#include "emulator/emulate.h"
#include "ui/translate.h"
#include "ui/words/share_words.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <cmath>

namespace natwalk {

namespace {

struct VerdictWords
{
    Q_DECLARE_TR_FUNCTIONS(VerdictWords)
};

/// Where the sentence's first clause ends, in any of our languages.
qsizetype endOfFirstClause(const QString& sentence)
{
    const qsizetype comma = sentence.indexOf(QStringLiteral(", "));
    const qsizetype wideComma = sentence.indexOf(QChar(0xff0c));
    const qsizetype end = comma < 0 ? wideComma : comma;
    return end < 0 ? sentence.size() : end;
}

bool allAlike(const std::vector<double>& shares)
{
    const auto [low, high] = std::ranges::minmax_element(shares);
    return *high - *low < 1e-4;
}

/// An end that is reached in several ways, with what is not plain about this one.
QString withItsWay(QString title, const Verdict& verdict)
{
    if (verdict.outcome == Outcome::sent)
        title = VerdictWords::tr("%1, sent by this host").arg(title);
    return verdict.sourceNat ? VerdictWords::tr("%1, source changed").arg(title) : title;
}

}  // namespace

Mood moodOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::forwarded:
    case Outcome::sent:
    case Outcome::delivered: return Mood::good;
    case Outcome::depends: return Mood::unsure;
    case Outcome::rejected:
    case Outcome::dropped:
    case Outcome::icmpError: break;
    }
    return Mood::bad;
}

QString verdictTitle(const Trace& trace)
{
    const QString sentence = translated(sentenceOf(trace));
    return sentence.left(endOfFirstClause(sentence));
}

QString verdictDetail(const Trace& trace)
{
    QString rest = translated(sentenceOf(trace));
    rest.remove(0, endOfFirstClause(rest));
    while (!rest.isEmpty() && (rest.front() == u',' || rest.front() == QChar(0xff0c) || rest.front().isSpace()))
        rest.remove(0, 1);
    return rest;
}

QString shareSentence(const Distribution& distribution, std::optional<std::size_t> shown, bool likeliest)
{
    if (!shown || distribution.outcomes.size() < 2)
        return {};
    std::vector<double> others;
    for (std::size_t i = 0; i < distribution.outcomes.size(); ++i)
        if (i != *shown)
            others.push_back(distribution.outcomes[i].probability);
    const QString own = percentText(distribution.outcomes[*shown].probability);
    const int count = static_cast<int>(others.size());
    const auto [low, high] = std::ranges::minmax_element(others);
    const bool alike = allAlike(others);
    const QString pattern =
        alike ? likeliest
                    ? VerdictWords::tr("The likeliest course has %1; %n other outcome(s) have %2 each.", nullptr, count)
                    : VerdictWords::tr("This course has %1; %n other outcome(s) have %2 each.", nullptr, count)
        : likeliest
            ? VerdictWords::tr("The likeliest course has %1; %n other outcome(s) have %2 to %3.", nullptr, count)
            : VerdictWords::tr("This course has %1; %n other outcome(s) have %2 to %3.", nullptr, count);
    const QString sentence = pattern.arg(own, percentText(*low));
    return alike ? sentence : sentence.arg(percentText(*high));
}

QString outcomeTitle(const OutcomeShare& outcome)
{
    if (outcome.endpoint)
        return qstring(*outcome.endpoint);
    const Packet& packet = outcome.result;
    const QString target = qstring(endpointText(packet.dst, packet.dport, packet.protocol));
    switch (outcome.verdict.outcome) {
    case Outcome::forwarded: return VerdictWords::tr("Forwarded to %1").arg(target);
    case Outcome::sent: return VerdictWords::tr("Sent to %1").arg(target);
    case Outcome::delivered: return VerdictWords::tr("Delivered to this host");
    case Outcome::rejected: return VerdictWords::tr("Rejected");
    case Outcome::dropped: return VerdictWords::tr("Dropped");
    case Outcome::icmpError: return VerdictWords::tr("Answered by this host");
    case Outcome::depends: break;
    }
    return VerdictWords::tr("Depends");
}

QStringList outcomeTitles(const std::vector<OutcomeShare>& outcomes)
{
    QStringList titles;
    QHash<QString, int> met;
    for (const OutcomeShare& outcome : outcomes)
        ++met[titles.emplace_back(outcomeTitle(outcome))];
    for (std::size_t i = 0; i < outcomes.size(); ++i)
        if (QString& title = titles[static_cast<qsizetype>(i)]; met[title] > 1)
            title = withItsWay(title, outcomes[i].verdict);
    return titles;
}

}  // namespace natwalk
