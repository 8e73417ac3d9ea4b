#include "ui/words/judgement_words.h"

#include "ui/translate.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace natwalk {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(JudgementWords)
};

QString number(std::uint64_t count) { return QLocale().toString(static_cast<qulonglong>(count)); }

Suspicion suspicionOf(const Judgement& judgement)
{
    switch (judgement.sentence.id) {
    case MessageId::ConsistentWithChance: return Suspicion::chance;
    case MessageId::UnusualForChance: return Suspicion::unusual;
    case MessageId::TooLargeForChance:
    case MessageId::CannotBeChance: return Suspicion::fault;
    default: return Suspicion::unjudged;
    }
}

bool hasFigures(const Judgement& judgement)
{
    return judgement.pValue && judgement.degrees > 0 && std::isfinite(judgement.chiSquare);
}

QString figuresOf(const Judgement& judgement)
{
    if (!hasFigures(judgement))
        return {};
    const QLocale locale;
    return Words::tr("χ² = %1 with %n degree(s) of freedom, p = %2", nullptr, static_cast<int>(judgement.degrees))
        .arg(locale.toString(judgement.chiSquare, 'f', 2), locale.toString(*judgement.pValue, 'g', 3));
}

JudgementWords wordsOf(const Judgement& judgement, std::uint64_t total)
{
    JudgementWords words;
    words.suspicion = suspicionOf(judgement);
    words.sentence = translated(judgement.sentence);
    words.figures = figuresOf(judgement);
    if (judgement.smallestSkew)
        words.skew = translated(message(MessageId::SmallestSkew, number(total).toStdString(),
                                        QLocale().toString(*judgement.smallestSkew * 100, 'f', 2).toStdString()));
    for (const Message& remark : {judgement.caution, judgement.keepAlive})
        if (remark.id != MessageId::Nothing)
            words.remarks += translated(remark);
    return words;
}

}  // namespace

JudgementWords judgementWords(const Trials& trials)
{
    JudgementWords words = wordsOf(trials.judgement, trials.done);
    words.what = Words::tr("%1 trials").arg(number(trials.done));
    return words;
}

JudgementWords judgementWords(const Measurement& measurement)
{
    const std::uint64_t total = measurement.found.total();
    const bool requests = measurement.input.unit.requestsEach > 1 && !measurement.input.fromCounters;
    JudgementWords words = wordsOf(measurement.found.judgement, total);
    words.what =
        (requests ? Words::tr("%1 requests measured") : Words::tr("%1 connections measured")).arg(number(total));
    for (const Message& complaint : measurement.found.complaints)
        words.complaints += translated(complaint);
    return words;
}

QString briefFigures(const Judgement& judgement)
{
    if (!hasFigures(judgement))
        return {};
    const QLocale locale;
    return QStringLiteral("χ² = %1, p = %2")
        .arg(locale.toString(judgement.chiSquare, 'f', 2), locale.toString(*judgement.pValue, 'g', 3));
}

}  // namespace natwalk
