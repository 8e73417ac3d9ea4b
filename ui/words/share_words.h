// Probabilities as people write them.
#pragma once

#include <QString>

namespace natwalk {

/// "33.3 %"
QString percentText(double share);

/// "1/3" where the share is that near a fraction with a small denominator; else "0.372".
QString fractionText(double share);

/// "0.333": a probability beside a draw.
QString probabilityText(double probability);

}  // namespace natwalk
