#include "ui/words/share_words.h"

#include <QLocale>

#include <cmath>

namespace natwalk {

namespace {

constexpr int largestDenominator = 1000;
/// Fractions that kube-proxy writes are rounded to ten digits, and the kernel's to 2^-31.
constexpr double nearEnough = 1e-7;

}  // namespace

QString percentText(double share) { return QLocale().toString(share * 100, 'f', 1) + QStringLiteral("\u00a0%"); }

QString fractionText(double share)
{
    for (int below = 1; below <= largestDenominator; ++below) {
        const double above = std::round(share * below);
        if (std::abs(share - above / below) < nearEnough)
            return below == 1 ? QString::number(above) : QStringLiteral("%1/%2").arg(above).arg(below);
    }
    return probabilityText(share);
}

QString probabilityText(double probability) { return QLocale().toString(probability, 'f', 3); }

}  // namespace natwalk
