#include "ui/steps/moves.h"

#include "trace/stepping.h"
#include "ui/session.h"
#include "ui/steps/deciding_step.h"

#include <algorithm>

namespace natwalk::moves {

namespace {

/// The stop at or after a step: where a move forwards comes to rest.
std::size_t stopFrom(const Session& session, std::size_t step)
{
    const auto stop = std::ranges::lower_bound(session.stops(), step);
    return stop == session.stops().end() ? session.stops().back() : *stop;
}

/// The stop at or before a step: where a move backwards comes to rest.
std::size_t stopBefore(const Session& session, std::size_t step)
{
    const auto stop = std::ranges::upper_bound(session.stops(), step);
    return stop == session.stops().begin() ? session.stops().front() : *std::prev(stop);
}

/// Leads from stop to stop until a condition on depth holds.
template <typename Holds>
std::size_t searchForwards(const Session& session, Holds holds)
{
    const auto next = std::ranges::upper_bound(session.stops(), session.position());
    const auto found = std::find_if(next, session.stops().end(), holds);
    return found == session.stops().end() ? session.stops().back() : *found;
}

template <typename Holds>
std::size_t searchBackwards(const Session& session, Holds holds)
{
    const auto here = std::ranges::lower_bound(session.stops(), session.position());
    const auto found = std::find_if(std::make_reverse_iterator(here), session.stops().rend(), holds);
    return found == session.stops().rend() ? session.stops().front() : *found;
}

auto notDeeper(const Session& session)
{
    const Trace& trace = *session.trace();
    return [&trace, depth = trace.steps[session.position()].depth](std::size_t step) {
        return trace.steps[step].depth <= depth;
    };
}

auto outside(const Session& session)
{
    const Trace& trace = *session.trace();
    return [&trace, depth = trace.steps[session.position()].depth](std::size_t step) {
        return trace.steps[step].depth < depth;
    };
}

bool always(std::size_t /*step*/) { return true; }

auto breakpointsOf(const Session& session)
{
    return [&session](RuleId rule) { return session.hasBreakpoint(rule); };
}

}  // namespace

std::size_t first(const Session& session) { return session.stops().front(); }
std::size_t last(const Session& session) { return session.stops().back(); }
std::size_t into(const Session& session) { return searchForwards(session, always); }
std::size_t backInto(const Session& session) { return searchBackwards(session, always); }
std::size_t over(const Session& session) { return searchForwards(session, notDeeper(session)); }
std::size_t backOver(const Session& session) { return searchBackwards(session, notDeeper(session)); }
std::size_t out(const Session& session) { return searchForwards(session, outside(session)); }
std::size_t backOut(const Session& session) { return searchBackwards(session, outside(session)); }

std::size_t nextHook(const Session& session)
{
    return stopFrom(session, natwalk::nextHook(*session.trace(), session.position()));
}

std::size_t previousHook(const Session& session)
{
    const Trace& trace = *session.trace();
    const std::size_t hook = stopFrom(session, natwalk::previousHook(trace, session.position()));
    if (hook < session.position())
        return hook;
    // At the hook's first stop already: the hook before.
    const std::size_t entered = natwalk::previousHook(trace, session.position());
    return entered == 0 ? first(session) : stopFrom(session, natwalk::previousHook(trace, entered));
}

std::size_t run(const Session& session)
{
    return stopFrom(session, runTo(*session.trace(), session.position(), breakpointsOf(session)));
}

std::size_t runBack(const Session& session)
{
    const std::size_t found = runBackTo(*session.trace(), session.position(), breakpointsOf(session));
    const std::size_t stop = stopFrom(session, found);
    return stop < session.position() ? stop
                                     : stopBefore(session, runBackTo(*session.trace(), found, breakpointsOf(session)));
}

std::size_t verdict(const Session& session) { return decidingStep(*session.trace()); }

}  // namespace natwalk::moves
