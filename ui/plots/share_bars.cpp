#include "ui/plots/share_bars.h"

#include "ui/words/verdict_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace natwalk {

namespace {

struct ShareBars
{
    Q_DECLARE_TR_FUNCTIONS(ShareBars)
};

/// The outcomes that have a bar of their own: the largest, and the one shown.
std::vector<bool> ownBars(const Distribution& distribution, std::optional<std::size_t> shown, std::size_t most)
{
    const std::size_t count = distribution.outcomes.size();
    std::vector<std::size_t> bySize(count);
    std::iota(bySize.begin(), bySize.end(), std::size_t{0});
    std::ranges::stable_sort(bySize, std::greater{},
                             [&](std::size_t i) { return distribution.outcomes[i].probability; });
    std::vector<bool> own(count);
    for (std::size_t i = 0; i < std::min(count, count > most ? most - 1 : most); ++i)
        own[bySize[i]] = true;
    if (shown && *shown < count)
        own[*shown] = true;
    return own;
}

QString quoted(QString text) { return u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"'; }

}  // namespace

std::vector<ShareBar> shareBars(const Distribution& distribution, const Observed* observed,
                                std::optional<std::size_t> shown, std::size_t most)
{
    const std::vector<bool> own = ownBars(distribution, shown, most);
    const QStringList titles = outcomeTitles(distribution.outcomes);
    std::vector<ShareBar> bars;
    ShareBar rest;
    std::size_t folded = 0;
    for (std::size_t i = 0; i < distribution.outcomes.size(); ++i) {
        const OutcomeShare& outcome = distribution.outcomes[i];
        const std::uint64_t count = observed != nullptr ? observed->countOf(i) : 0;
        if (own[i]) {
            bars.push_back({i, titles[static_cast<qsizetype>(i)], outcome.probability, {}, count, shown == i});
            continue;
        }
        rest.exact += outcome.probability;
        rest.count += count;
        ++folded;
    }
    if (folded > 0) {
        rest.label = ShareBars::tr("+ %n other end(s)", nullptr, static_cast<int>(folded));
        bars.push_back(rest);
    }
    if (observed != nullptr && observed->elsewhere > 0)
        bars.push_back({.label = ShareBars::tr("elsewhere"), .count = observed->elsewhere});
    if (observed != nullptr && observed->total > 0)
        for (ShareBar& bar : bars)
            bar.observed = observed->intervalOf(bar.count);
    return bars;
}

QString csvOf(const std::vector<ShareBar>& bars)
{
    const auto number = [](double value) { return QString::number(value, 'g', 15); };
    QString text = QStringLiteral("end,exact,count,observed,low,high\n");
    for (const ShareBar& bar : bars) {
        QStringList cells = {quoted(bar.label), number(bar.exact)};
        if (bar.observed)
            cells += {QString::number(bar.count), number(bar.observed->share), number(bar.observed->low),
                      number(bar.observed->high)};
        else
            cells += {QString(), QString(), QString(), QString()};
        text += cells.join(u',') + u'\n';
    }
    return text;
}

}  // namespace natwalk
