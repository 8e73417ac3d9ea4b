#include "ui/stepper/timeline.h"

#include "ui/icons.h"
#include "ui/names.h"
#include "ui/session.h"
#include "ui/theme.h"
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
/// Narrower cells are ticks without words.
constexpr double narrowestWithWords = 30;
constexpr double narrowestWithSymbol = 15;
/// A narrower band goes without its title: two letters and dots tell nothing.
constexpr double narrowestTitle = 40;

/// The table in which the packet is, or all that it passes at this hook.
QString tablesOf(const TimelineBand& band, std::size_t current)
{
    QStringList names;
    QString here;
    for (const TimelinePart& part : band.parts) {
        names += part.table;
        if (part.first <= current && current <= band.last)
            here = part.table;
    }
    return here.isEmpty() || current < band.first ? names.join(u' ') : here;
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
    const TracePtr trace = m_session->trace();
    m_row = trace ? TimelineRow(*trace, m_session->stops()) : TimelineRow();
    m_row.place(width());
    update();
}

void Timeline::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_row.cells().empty())
        return;
    const std::size_t current = m_session->stopIndex();
    for (const TimelineBand& band : m_row.bands())
        paintBand(painter, band, current);
    for (std::size_t i = 0; i < m_row.cells().size(); ++i)
        if (i != current)
            paintCell(painter, i, current);
    paintCell(painter, current, current);
    if (hasFocus())
        painter.fillRect(QRectF(m_row.cells()[current].box.left(), height() - 2, m_row.cells()[current].box.width(), 2),
                         theme().path);
}

void Timeline::paintBand(QPainter& painter, const TimelineBand& band, std::size_t current) const
{
    const bool here = band.first <= current && current <= band.last;
    const QRectF box(m_row.cells()[band.first].box.left(), 0,
                     m_row.cells()[band.last].box.right() - m_row.cells()[band.first].box.left(), scaled(bandHeight));
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

void Timeline::paintCell(QPainter& painter, std::size_t index, std::size_t current) const
{
    const TimelineCell& cell = m_row.cells()[index];
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

void Timeline::paintWords(QPainter& painter, const TimelineCell& cell, const QColor& ink) const
{
    const QFont font = timelineFont();
    const bool narrow = cell.box.width() < scaled(narrowestWithWords) && !cell.translates;
    const bool symbolAlone = cell.text.isEmpty() || narrow || !cell.isEntry;
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
    if (m_row.cells().empty())
        return -1;
    const auto after =
        std::ranges::upper_bound(m_row.cells(), x, {}, [](const TimelineCell& cell) { return cell.box.left(); });
    return after == m_row.cells().begin() ? 0 : static_cast<int>(after - m_row.cells().begin()) - 1;
}

void Timeline::goToCell(int cell)
{
    if (cell >= 0)
        m_session->goTo(m_row.cells()[static_cast<std::size_t>(cell)].step);
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
    else if (event->key() == Qt::Key_Right && cell + 1 < static_cast<int>(m_row.cells().size()))
        goToCell(cell + 1);
    else
        QWidget::keyPressEvent(event);
}

void Timeline::resizeEvent(QResizeEvent* event)
{
    m_row.place(width());
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
        QToolTip::showText(help->globalPos(), tipOf(static_cast<std::size_t>(cell)), this);
    return true;
}

QString Timeline::tipOf(std::size_t cell) const
{
    const Trace& trace = *m_session->trace();
    const std::size_t step = m_row.cells()[cell].step;
    const ChainId chain = trace.chainAt(step);
    const QString headline = headlineOf(trace, step);
    return chain == noChain ? headline : headline + u'\n' + fullTitleOf(*trace.ruleset, chain);
}

}  // namespace natwalk
