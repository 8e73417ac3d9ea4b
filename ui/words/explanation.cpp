#include "ui/words/explanation.h"

#include "ui/steps/stops.h"
#include "ui/translate.h"
#include "ui/words/share_story.h"
#include "ui/words/step_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace natwalk {

namespace {

struct ExplanationWords
{
    Q_DECLARE_TR_FUNCTIONS(ExplanationWords)
};

QString nextOf(const Trace& trace, std::size_t step, const std::vector<std::size_t>& stops)
{
    const auto next = std::ranges::upper_bound(stops, step);
    if (next == stops.end())
        return {};
    return ExplanationWords::tr("<b>Next</b> %1").arg(headlineOf(trace, *next).toHtmlEscaped());
}

QString assumptionsOf(const Trace& trace)
{
    const auto count = static_cast<int>(trace.host->assumptions.size() + trace.host->assumedMatches.size());
    return count == 0 ? QString() : ExplanationWords::tr("%n fact(s) about the host are assumed.", nullptr, count);
}

}  // namespace

Explanation explain(const Trace& trace, std::size_t step, const std::vector<std::size_t>& stops)
{
    return {headlineOf(trace, step), detailOf(trace, step), shareStoryOf(trace, step), nextOf(trace, step, stops),
            assumptionsOf(trace)};
}

}  // namespace natwalk
