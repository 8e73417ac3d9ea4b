#include "ui/stepper/timeline_cells.h"

#include "trace/trace.h"
#include "ui/names.h"
#include "ui/steps/stops.h"
#include "ui/steps/waypoints.h"
#include "ui/theme.h"
#include "ui/translate.h"
#include "ui/words/rule_words.h"

#include <QFontMetricsF>

#include <algorithm>

namespace natwalk {

namespace {

constexpr double cellY = 22;
constexpr double cellHeight = 20;
constexpr double gap = 2;
constexpr double betweenTables = 4;
constexpr double narrowestWithGap = 6;

QString bandTitle(const Waypoint& waypoint)
{
    switch (waypoint.kind) {
    case Waypoint::Kind::entry: return TimelineRow::tr("entry");
    case Waypoint::Kind::routing: return TimelineRow::tr("routing");
    case Waypoint::Kind::end: return TimelineRow::tr("out");
    case Waypoint::Kind::hook: break;
    }
    return qstring(nameOf(waypoint.hook));
}

/// The table that a step belongs to; empty where none reads the packet.
QString tableAt(const Waypoint& waypoint, std::size_t step)
{
    if (waypoint.tables.empty())
        return {};
    const auto after = std::ranges::upper_bound(waypoint.tables, step, {}, &TableVisit::first);
    const TableVisit& visit = *(after == waypoint.tables.begin() ? after : std::prev(after));
    return tableText(visit.table, visit.backEnd);
}

/// Whether something did not match, was refused or came to a bad end.
bool goesWrong(const Trace& trace, std::size_t stop, StopKind kind)
{
    switch (kind) {
    case StopKind::passed:
    case StopKind::missed: return true;
    case StopKind::routed: return !std::get<Routed>(trace.steps[stop].event).answer.found;
    case StopKind::tableEnd: {
        const ChainId chain = trace.chainAt(stop);
        return chain != noChain && trace.ruleset->chain(chain).policy == Policy::drop;
    }
    case StopKind::decided: return trace.verdict.outcome > Outcome::delivered;
    case StopKind::matched:
        return trace.ruleAt(stop) == trace.verdict.decidingRule && trace.verdict.outcome > Outcome::delivered;
    default: return false;
    }
}

/// What stands in a cell: the device, the rule's number, what NAT did.
QString textOf(const Trace& trace, std::size_t stop, StopKind kind)
{
    if (kind == StopKind::entry)
        return trace.packetIn.in.empty() ? TimelineRow::tr("host") : qstring(trace.packetIn.in.view());
    if (kind == StopKind::translated)
        return translationText(*translationAt(trace, stop));
    const auto* passed = std::get_if<RulesPassed>(&trace.steps[stop].event);
    if (passed != nullptr && passed->first != passed->last)
        return QStringLiteral("%1–%2").arg(passed->first).arg(passed->last);
    const RuleId rule = trace.ruleAt(stop);
    return rule == noRule ? QString() : QString::number(trace.ruleset->numberOf(rule));
}

double wordsWidth(const TimelineCell& cell)
{
    return QFontMetricsF(timelineFont()).horizontalAdvance(cell.text) + scaled(10);
}

}  // namespace

QFont timelineFont()
{
    QFont font = fontFor(Type::ruleSecond);
    font.setWeight(QFont::DemiBold);
    return font;
}

TimelineRow::TimelineRow(const Trace& trace, const std::vector<std::size_t>& stops)
{
    const std::vector<Waypoint> waypoints = waypointsOf(trace);
    for (const std::size_t step : stops) {
        const Waypoint& waypoint = waypoints[waypointAt(waypoints, step)];
        add(cellOf(trace, step), bandTitle(waypoint), tableAt(waypoint, step));
    }
}

TimelineCell TimelineRow::cellOf(const Trace& trace, std::size_t stop)
{
    const StopKind kind = kindOfStop(trace, stop);
    TimelineCell cell;
    cell.step = stop;
    cell.text = textOf(trace, stop, kind);
    cell.failed = goesWrong(trace, stop, kind);
    cell.translates = kind == StopKind::translated;
    cell.isEntry = kind == StopKind::entry;
    cell.symbol = cell.failed ? QStringLiteral("cross") : QStringLiteral("check");
    if (cell.translates)
        cell.symbol.clear();
    if (cell.isEntry)
        cell.symbol = QStringLiteral("arrow-right");
    if (kind == StopKind::doubted)
        cell.symbol = QStringLiteral("warning");
    return cell;
}

void TimelineRow::add(TimelineCell cell, const QString& band, const QString& table)
{
    if (m_bands.empty() || m_bands.back().title != band)
        m_bands.push_back({band, m_cells.size(), m_cells.size()});
    std::vector<TimelinePart>& parts = m_bands.back().parts;
    cell.opensTable = !parts.empty() && parts.back().table != table;
    if (!table.isEmpty() && (parts.empty() || cell.opensTable))
        parts.push_back({table, m_cells.size()});
    m_bands.back().last = m_cells.size();
    m_cells.push_back(std::move(cell));
}

/// What NAT did is told in words at any width.
void TimelineRow::weighTranslations(double width)
{
    constexpr double wider = 1.25;
    const double each = width / static_cast<double>(std::max<std::size_t>(1, m_cells.size()));
    for (TimelineCell& cell : m_cells)
        if (cell.translates)
            cell.weight = std::max(wider, wordsWidth(cell) / each);
}

double TimelineRow::weightOf(const TimelineBand& band) const
{
    double weight = 0;
    for (std::size_t i = band.first; i <= band.last; ++i)
        weight += m_cells[i].weight;
    return weight;
}

/// Bands share the width by the weight of their cells, but none is narrower than its title where there is room for all.
std::vector<double> TimelineRow::bandWidths(double width) const
{
    const QFontMetricsF metrics(fontFor(Type::strong));
    std::vector<double> least;
    double sum = 0;
    for (const TimelineBand& band : m_bands) {
        least.push_back(metrics.horizontalAdvance(band.title) + scaled(6));
        sum += least.back();
    }
    std::vector<double> widths(m_bands.size());
    if (sum > width)
        std::ranges::fill(least, 0);
    std::vector<bool> settled(m_bands.size(), false);
    for (bool again = true; again;) {
        double space = width;
        double weight = 0;
        for (std::size_t b = 0; b < m_bands.size(); ++b)
            settled[b] ? space -= least[b] : weight += weightOf(m_bands[b]);
        again = false;
        for (std::size_t b = 0; b < m_bands.size(); ++b) {
            widths[b] = settled[b] ? least[b] : space * weightOf(m_bands[b]) / weight;
            if (!settled[b] && widths[b] < least[b])
                settled[b] = again = true;
        }
    }
    return widths;
}

void TimelineRow::place(double width)
{
    weighTranslations(width);
    const std::vector<double> widths = bandWidths(width);
    double x = 0;
    for (std::size_t b = 0; b < m_bands.size(); ++b) {
        placeBand(m_bands[b], x, widths[b]);
        x += widths[b];
    }
}

/// Cells share the band by weight, but what NAT did is told in words at any width.
void TimelineRow::placeBand(const TimelineBand& band, double x, double width)
{
    double rest = width;
    double weights = weightOf(band);
    const double share = width / weights;
    const auto ownWidth = [share](const TimelineCell& cell) {
        return cell.translates ? std::max(cell.weight * share, wordsWidth(cell)) : 0;
    };
    for (std::size_t i = band.first; i <= band.last; ++i)
        if (m_cells[i].translates) {
            rest -= ownWidth(m_cells[i]);
            weights -= m_cells[i].weight;
        }
    for (std::size_t i = band.first; i <= band.last; ++i) {
        TimelineCell& cell = m_cells[i];
        const double own = cell.translates ? ownWidth(cell) : std::max(1.0, rest * cell.weight / weights);
        const double space = own < narrowestWithGap ? 0 : scaled(gap);
        const double before = cell.opensTable && space > 0 ? scaled(betweenTables) : 0;
        cell.box = QRectF(x + before, scaled(cellY), own - space - before, scaled(cellHeight));
        x += own;
    }
}

}  // namespace natwalk
