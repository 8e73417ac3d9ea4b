#include "ui/stepper/timeline.h"

#include "ui/icons.h"
#include "ui/session.h"
#include "ui/steps/stops.h"
#include "ui/steps/waypoints.h"
#include "ui/theme.h"
#include "ui/translate.h"
#include "ui/words/rule_words.h"
#include "ui/words/step_words.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStringList>
#include <QToolTip>

#include <algorithm>

namespace natwalk {

namespace {

constexpr double bandHeight = 18;
constexpr double cellY = 22;
constexpr double cellHeight = 20;
constexpr double gap = 2;
constexpr double betweenTables = 4;
/// Narrower cells are ticks without words.
constexpr double narrowestWithWords = 30;
constexpr double narrowestWithSymbol = 15;
constexpr double narrowestWithGap = 6;
/// A narrower band goes without its title: two letters and dots tell nothing.
constexpr double narrowestTitle = 40;

const QString check = QStringLiteral("check");
const QString cross = QStringLiteral("cross");
const QString entrySymbol = QStringLiteral("arrow-right");

QString bandTitle(const Waypoint& waypoint)
{
    switch (waypoint.kind) {
    case Waypoint::Kind::entry: return Timeline::tr("entry");
    case Waypoint::Kind::routing: return Timeline::tr("routing");
    case Waypoint::Kind::end: return Timeline::tr("out");
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
    return qstring(nameOf((after == waypoint.tables.begin() ? after : std::prev(after))->table));
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
        return trace.packetIn.in.empty() ? Timeline::tr("host") : qstring(trace.packetIn.in.view());
    if (kind == StopKind::translated)
        return translationText(*translationAt(trace, stop));
    const auto* passed = std::get_if<RulesPassed>(&trace.steps[stop].event);
    if (passed != nullptr && passed->first != passed->last)
        return QStringLiteral("%1–%2").arg(passed->first).arg(passed->last);
    const RuleId rule = trace.ruleAt(stop);
    return rule == noRule ? QString() : QString::number(trace.ruleset->numberOf(rule));
}

QFont wordsFont()
{
    QFont font = fontFor(Type::ruleSecond);
    font.setWeight(QFont::DemiBold);
    return font;
}

}  // namespace

Timeline::Timeline(Session* session, QWidget* parent) : QWidget(parent), m_session(session)
{
    setMouseTracking(true);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    connect(m_session, &Session::traceChanged, this, &Timeline::readTrace);
    connect(m_session, &Session::positionChanged, this, qOverload<>(&QWidget::update));
    connect(m_session, &Session::breakpointsChanged, this, qOverload<>(&QWidget::update));
}

QSize Timeline::sizeHint() const { return {scaled(480), scaled(46)}; }

QSize Timeline::minimumSizeHint() const { return {scaled(200), scaled(46)}; }

void Timeline::readTrace()
{
    setAccessibleName(tr("Timeline"));
    m_cells.clear();
    m_bands.clear();
    const TracePtr trace = m_session->trace();
    if (!trace)
        return update();
    const std::vector<Waypoint> waypoints = waypointsOf(*trace);
    for (const std::size_t step : m_session->stops()) {
        const Waypoint& waypoint = waypoints[waypointAt(waypoints, step)];
        addCell(step, bandTitle(waypoint), tableAt(waypoint, step));
    }
    place();
    update();
}

void Timeline::addCell(std::size_t step, const QString& band, const QString& table)
{
    if (m_bands.empty() || m_bands.back().title != band)
        m_bands.push_back({band, m_cells.size(), m_cells.size()});
    std::vector<Part>& parts = m_bands.back().parts;
    Cell cell;
    cell.step = step;
    cell.band = m_bands.size() - 1;
    cell.opensTable = !parts.empty() && parts.back().table != table;
    if (!table.isEmpty() && (parts.empty() || cell.opensTable))
        parts.push_back({table, m_cells.size()});
    m_bands.back().last = m_cells.size();
    describe(cell);
    m_cells.push_back(std::move(cell));
}

void Timeline::describe(Cell& cell) const
{
    const Trace& trace = *m_session->trace();
    const StopKind kind = kindOfStop(trace, cell.step);
    cell.text = textOf(trace, cell.step, kind);
    cell.failed = goesWrong(trace, cell.step, kind);
    cell.symbol = cell.failed ? cross : check;
    if (kind == StopKind::translated)
        cell.symbol.clear();
    if (kind == StopKind::entry)
        cell.symbol = entrySymbol;
    if (kind == StopKind::doubted)
        cell.symbol = QStringLiteral("warning");
    cell.translates = kind == StopKind::translated;
}

/// What NAT did is told in words at any width.
void Timeline::weighTranslations()
{
    constexpr double wider = 1.25;
    const double each = width() / static_cast<double>(std::max<std::size_t>(1, m_cells.size()));
    for (Cell& cell : m_cells)
        if (cell.translates)
            cell.weight = std::max(wider, wordsWidth(cell) / each);
}

double Timeline::wordsWidth(const Cell& cell)
{
    return QFontMetricsF(wordsFont()).horizontalAdvance(cell.text) + scaled(10);
}

double Timeline::weightOf(const Band& band) const
{
    double weight = 0;
    for (std::size_t i = band.first; i <= band.last; ++i)
        weight += m_cells[i].weight;
    return weight;
}

/// Bands share the width by the weight of their cells, but none is narrower than its title where there is room for all.
std::vector<double> Timeline::bandWidths() const
{
    const QFontMetricsF metrics(fontFor(Type::strong));
    std::vector<double> least;
    double sum = 0;
    for (const Band& band : m_bands) {
        least.push_back(metrics.horizontalAdvance(band.title) + scaled(6));
        sum += least.back();
    }
    std::vector<double> widths(m_bands.size());
    if (sum > width())
        std::ranges::fill(least, 0);
    std::vector<bool> settled(m_bands.size(), false);
    for (bool again = true; again;) {
        double space = width();
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

void Timeline::place()
{
    weighTranslations();
    const std::vector<double> widths = bandWidths();
    double x = 0;
    for (std::size_t b = 0; b < m_bands.size(); ++b) {
        placeBand(m_bands[b], x, widths[b]);
        x += widths[b];
    }
}

/// Cells share the band by weight, but what NAT did is told in words at any width.
void Timeline::placeBand(const Band& band, double x, double width)
{
    double rest = width;
    double weights = weightOf(band);
    const double share = width / weights;
    const auto ownWidth = [this, share](const Cell& cell) {
        return cell.translates ? std::max(cell.weight * share, wordsWidth(cell)) : 0;
    };
    for (std::size_t i = band.first; i <= band.last; ++i)
        if (m_cells[i].translates) {
            rest -= ownWidth(m_cells[i]);
            weights -= m_cells[i].weight;
        }
    for (std::size_t i = band.first; i <= band.last; ++i) {
        Cell& cell = m_cells[i];
        const double own = cell.translates ? ownWidth(cell) : std::max(1.0, rest * cell.weight / weights);
        const double space = own < narrowestWithGap ? 0 : scaled(gap);
        const double before = cell.opensTable && space > 0 ? scaled(betweenTables) : 0;
        cell.box = QRectF(x + before, scaled(cellY), own - space - before, scaled(cellHeight));
        x += own;
    }
}

void Timeline::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_cells.empty())
        return;
    const std::size_t current = m_session->stopIndex();
    for (const Band& band : m_bands)
        paintBand(painter, band, current);
    for (std::size_t i = 0; i < m_cells.size(); ++i)
        if (i != current)
            paintCell(painter, i, current);
    paintCell(painter, current, current);
    if (hasFocus())
        painter.fillRect(QRectF(m_cells[current].box.left(), height() - 2, m_cells[current].box.width(), 2),
                         theme().path);
}

void Timeline::paintBand(QPainter& painter, const Band& band, std::size_t current) const
{
    const bool here = band.first <= current && current <= band.last;
    const QRectF box(m_cells[band.first].box.left(), 0, m_cells[band.last].box.right() - m_cells[band.first].box.left(),
                     scaled(bandHeight));
    QFont font = fontFor(Type::small);
    font.setWeight(here ? QFont::DemiBold : QFont::Normal);
    const QFontMetricsF metrics(font);
    const double title = metrics.horizontalAdvance(band.title);
    painter.setFont(font);
    painter.setPen(here ? theme().text : theme().text3);
    if (box.width() >= scaled(narrowestTitle))
        painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(band.title, Qt::ElideRight, box.width()));
    const QString separator = QStringLiteral(" · ");
    const double room = box.width() - title - metrics.horizontalAdvance(separator);
    const QString tables = band.parts.empty() ? QString() : tablesOf(band, current);
    if (!tables.isEmpty() && metrics.horizontalAdvance(tables) <= room)
        painter.drawText(box.adjusted(title, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, separator + tables);
    painter.fillRect(QRectF(box.left(), box.bottom() + 1, box.width(), 1), here ? theme().text : theme().border);
}

/// The table in which the packet is, or all that it passes at this hook.
QString Timeline::tablesOf(const Band& band, std::size_t current) const
{
    QStringList names;
    QString here;
    for (const Part& part : band.parts) {
        names += part.table;
        if (part.first <= current && current <= band.last)
            here = part.table;
    }
    return here.isEmpty() || current < band.first ? names.join(u' ') : here;
}

void Timeline::paintCell(QPainter& painter, std::size_t index, std::size_t current) const
{
    const Cell& cell = m_cells[index];
    const bool behind = index <= current;
    QColor ground = behind ? theme().course : theme().flow;
    QColor ink = behind ? theme().text : theme().text3;
    if (cell.failed) {
        ground = behind ? theme().failGround : theme().unreached;
        ink = behind ? theme().failText : theme().text3;
    } else if (cell.translates && behind) {
        ground = theme().nat;
        ink = theme().onNat;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(cell.box, scaled(3), scaled(3));
    if (cell.box.width() >= scaled(narrowestWithSymbol))
        paintWords(painter, cell, ink);
    if (m_session->hasBreakpoint(m_session->trace()->ruleAt(cell.step))) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().drop);
        painter.drawEllipse(QPointF(cell.box.left() + scaled(4), cell.box.top()), scaled(3), scaled(3));
    }
    if (index == current) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme().current, scaled(2)));
        painter.drawRoundedRect(cell.box.adjusted(-1, -1, 1, 1), scaled(4), scaled(4));
    }
}

void Timeline::paintWords(QPainter& painter, const Cell& cell, const QColor& ink) const
{
    const QFont font = wordsFont();
    const bool narrow = cell.box.width() < scaled(narrowestWithWords) && !cell.translates;
    const bool symbolAlone = cell.text.isEmpty() || narrow || cell.symbol != entrySymbol;
    const double symbolSize = cell.symbol.isEmpty() || !symbolAlone ? 0 : scaled(11);
    const double space = narrow || cell.text.isEmpty() || symbolSize == 0 ? 0 : scaled(4);
    const QString text = narrow ? QString()
                                : QFontMetricsF(font).elidedText(cell.text, Qt::ElideRight,
                                                                 cell.box.width() - symbolSize - space - scaled(4));
    const double textWidth = text.isEmpty() ? 0 : QFontMetricsF(font).horizontalAdvance(text);
    const double x = cell.box.center().x() - (textWidth + space + symbolSize) / 2;
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(QRectF(x, cell.box.top(), textWidth + 1, cell.box.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     text);
    if (symbolSize > 0)
        painter.drawPixmap(QPointF(x + textWidth + space, cell.box.center().y() - symbolSize / 2),
                           symbol(cell.symbol, ink, static_cast<int>(symbolSize), devicePixelRatioF()));
}

int Timeline::cellAt(double x) const
{
    if (m_cells.empty())
        return -1;
    const auto after = std::ranges::upper_bound(m_cells, x, {}, [](const Cell& cell) { return cell.box.left(); });
    return after == m_cells.begin() ? 0 : static_cast<int>(after - m_cells.begin()) - 1;
}

void Timeline::goToCell(int cell)
{
    if (cell >= 0)
        m_session->goTo(m_cells[static_cast<std::size_t>(cell)].step);
}

void Timeline::mousePressEvent(QMouseEvent* event) { goToCell(cellAt(event->position().x())); }

void Timeline::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        goToCell(cellAt(event->position().x()));
}

void Timeline::keyPressEvent(QKeyEvent* event)
{
    const int cell = static_cast<int>(m_session->stopIndex());
    if (event->key() == Qt::Key_Left && cell > 0)
        goToCell(cell - 1);
    else if (event->key() == Qt::Key_Right && cell + 1 < static_cast<int>(m_cells.size()))
        goToCell(cell + 1);
    else
        QWidget::keyPressEvent(event);
}

void Timeline::resizeEvent(QResizeEvent* event)
{
    place();
    QWidget::resizeEvent(event);
}

void Timeline::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        readTrace();
    QWidget::changeEvent(event);
}

bool Timeline::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const int cell = cellAt(help->pos().x()); cell >= 0)
        QToolTip::showText(help->globalPos(),
                           headlineOf(*m_session->trace(), m_cells[static_cast<std::size_t>(cell)].step), this);
    return true;
}

}  // namespace natwalk
