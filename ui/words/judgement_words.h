// Chance or fault, in words: the sentence, the figures that it rests on, and what should be known beside it.
#pragma once

#include "ui/observed.h"

#include <QString>
#include <QStringList>

#include <cstdint>

namespace natwalk {

/// What a judgement comes to; decides colour and symbol.
enum class Suspicion : std::uint8_t {
    unjudged,  ///< nothing counted yet, or connections that hang on each other
    chance,
    unusual,
    fault
};

struct JudgementWords
{
    Suspicion suspicion = Suspicion::unjudged;
    QString what;            ///< "100,000 trials", "1,000 connections measured"
    QString sentence;        ///< "Consistent with chance: ..."
    QString figures;         ///< "χ² = 3.08 with 2 degrees of freedom, p = 0.214"; may be empty
    QString skew;            ///< the smallest skew that would be seen; may be empty
    QStringList remarks;     ///< how the p-value was found, keep-alive
    QStringList complaints;  ///< of what was measured
};

JudgementWords judgementWords(const Trials& trials);
JudgementWords judgementWords(const Measurement& measurement);

/// "χ² = 3.08, p = 0.214"; empty where there is none.
QString briefFigures(const Judgement& judgement);

}  // namespace natwalk
