#include "ui/stepper/hook_strip.h"

#include "ui/names.h"
#include "ui/session.h"
#include "ui/steps/stops.h"
#include "ui/theme.h"
#include "ui/translate.h"
#include "ui/words/rule_words.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStringList>
#include <QToolTip>

#include <algorithm>

namespace natwalk {

namespace {

constexpr double lineY = 16;
constexpr double wordsY = 26;
constexpr double wordsHeight = 18;
constexpr double margin = 26;
constexpr double tagPadding = 6;

QFont titleFont() { return fontFor(Type::strong); }

double textWidth(const QFont& font, const QString& text) { return QFontMetricsF(font).horizontalAdvance(text); }

/// A rounded tag with a word in it.
/// @return the x after it
double paintTag(QPainter& painter, double x, double middle, const QString& text, const QColor& ground,
                const QColor& ink)
{
    const QFont tagFont = [] {
        QFont tag = fontFor(Type::tiny);
        tag.setWeight(QFont::DemiBold);
        return tag;
    }();
    const QRectF box(x, middle - scaled(7.5), textWidth(tagFont, text) + 2 * scaled(tagPadding), scaled(15));
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
    painter.setPen(ink);
    painter.setFont(tagFont);
    painter.drawText(box, Qt::AlignCenter, text);
    return box.right() + scaled(4);
}

QString tablesText(const Waypoint& waypoint)
{
    QStringList names;
    for (const TableVisit& visit : waypoint.tables)
        names += tableText(visit.table, visit.backEnd);
    return names.join(u' ');
}

}  // namespace

HookStrip::HookStrip(Session* session, QWidget* parent) : QWidget(parent), m_session(session)
{
    setFixedHeight(scaled(48));
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    connect(m_session, &Session::traceChanged, this, &HookStrip::readTrace);
    connect(m_session, &Session::positionChanged, this, qOverload<>(&QWidget::update));
}

QSize HookStrip::sizeHint() const { return {scaled(600), scaled(48)}; }

void HookStrip::readTrace()
{
    setAccessibleName(tr("Hooks"));
    m_nodes.clear();
    if (const TracePtr trace = m_session->trace())
        for (const Waypoint& waypoint : waypointsOf(*trace))
            m_nodes.push_back(nodeOf(waypoint));
    update();
}

HookStrip::Node HookStrip::nodeOf(const Waypoint& waypoint) const
{
    const Trace& trace = *m_session->trace();
    Node node{waypoint, {}, {}, {}, 0};
    for (const std::size_t stop : m_session->stops())
        if (stop >= waypoint.first && stop <= waypoint.last && translationAt(trace, stop) != nullptr)
            node.translations.push_back(stop);
    switch (waypoint.kind) {
    case Waypoint::Kind::entry:
        node.title = trace.packetIn.in.empty() ? tr("this host") : qstring(trace.packetIn.in.view());
        node.detail = trace.packetIn.in.empty() ? tr("sends") : tr("entry");
        break;
    case Waypoint::Kind::hook:
        node.title = qstring(nameOf(waypoint.hook));
        node.detail = tablesText(waypoint);
        break;
    case Waypoint::Kind::routing:
        node.title = tr("routing");
        node.detail = routingText(std::get<Routed>(trace.steps[waypoint.first].event));
        break;
    case Waypoint::Kind::end:
        node.title = endText(trace);
        node.detail = trace.packetOut.out.empty() ? QString() : tr("out");
        break;
    }
    return node;
}

double HookStrip::widthOf(const Node& node) const
{
    double width = textWidth(titleFont(), node.title) + scaled(6) + textWidth(fontFor(Type::small), node.detail);
    if (!node.translations.empty())
        width += scaled(48);
    return width + scaled(node.waypoint.kind == Waypoint::Kind::hook ? 14 : 2);
}

/// Spreads what is left of the width evenly between the nodes' words.
void HookStrip::place()
{
    double words = 0;
    for (const Node& node : m_nodes)
        words += widthOf(node);
    const double gaps = m_nodes.size() > 1 ? static_cast<double>(m_nodes.size() - 1) : 1;
    const double gap = std::max(scaled(6) * 1.0, (width() - 2 * scaled(margin) - words) / gaps);
    double x = scaled(margin);
    for (Node& node : m_nodes) {
        node.x = x;
        x += widthOf(node) + gap;
    }
}

void HookStrip::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme().surface);
    painter.fillRect(0, height() - 1, width(), 1, theme().border);
    if (m_nodes.empty())
        return;
    place();
    std::size_t current = 0;
    while (current + 1 < m_nodes.size() && m_nodes[current + 1].waypoint.first <= m_session->position())
        ++current;
    paintLines(painter, current);
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        paintNode(painter, m_nodes[i], i, current);
        paintWords(painter, m_nodes[i], i, current);
    }
}

void HookStrip::paintLines(QPainter& painter, std::size_t current) const
{
    const double y = scaled(lineY);
    const double dot = scaled(6);
    for (std::size_t i = 0; i + 1 < m_nodes.size(); ++i) {
        const bool behind = i < current;
        QPen pen(theme().path, scaled(behind ? 2.6 : 1.6), behind ? Qt::SolidLine : Qt::CustomDashLine, Qt::FlatCap);
        if (!behind)
            pen.setDashPattern({3, 2});
        painter.setPen(pen);
        painter.drawLine(QPointF(m_nodes[i].x + 2 * dot, y), QPointF(m_nodes[i + 1].x, y));
    }
}

void HookStrip::paintNode(QPainter& painter, const Node& node, std::size_t index, std::size_t current) const
{
    const double radius = scaled(5.5);
    const QPointF centre(node.x + radius, scaled(lineY));
    painter.setPen(QPen(theme().path, scaled(1.6)));
    painter.setBrush(index < current || index == 0 ? theme().path : theme().surface);
    if (node.waypoint.kind == Waypoint::Kind::routing) {
        const double reach = radius + 1;
        painter.drawPolygon(QPolygonF({centre + QPointF(0, -reach), centre + QPointF(reach, 0),
                                       centre + QPointF(0, reach), centre + QPointF(-reach, 0)}));
    } else {
        painter.drawEllipse(centre, radius, radius);
    }
    if (index != current)
        return;
    painter.setBrush(theme().path);
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(centre, radius - scaled(2), radius - scaled(2));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme().current, scaled(2.2)));
    painter.drawEllipse(centre, radius + scaled(2.5), radius + scaled(2.5));
}

void HookStrip::paintWords(QPainter& painter, const Node& node, std::size_t index, std::size_t current) const
{
    const QRectF row(node.x, scaled(wordsY), width(), scaled(wordsHeight));
    painter.setFont(titleFont());
    painter.setPen(index <= current || static_cast<int>(index) == m_hovered ? theme().text : theme().text2);
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, node.title);
    double x = node.x + textWidth(titleFont(), node.title) + scaled(6);
    const std::size_t position = m_session->position();
    if (node.waypoint.kind != Waypoint::Kind::hook) {
        painter.setFont(fontFor(Type::small));
        painter.setPen(theme().text3);
        painter.drawText(row.translated(x - node.x, 0), Qt::AlignLeft | Qt::AlignVCenter, node.detail);
        return;
    }
    for (const TableVisit& visit : node.waypoint.tables) {
        const QString name = tableText(visit.table, visit.backEnd);
        if (index == current && visit.first <= position && position <= visit.last) {
            x = paintTag(painter, x, row.center().y(), name, theme().current, theme().onNat);
            continue;
        }
        painter.setFont(fontFor(Type::small));
        painter.setPen(theme().text3);
        painter.drawText(row.translated(x - node.x, 0), Qt::AlignLeft | Qt::AlignVCenter, name);
        x += textWidth(fontFor(Type::small), name) + scaled(5);
    }
    if (!node.translations.empty() && node.translations.front() <= position)
        paintTag(painter, x, row.center().y(),
                 translationText(*translationAt(*m_session->trace(), node.translations.front())), theme().nat,
                 theme().onNat);
}

int HookStrip::nodeAt(const QPoint& point) const
{
    for (std::size_t i = m_nodes.size(); i-- > 0;)
        if (point.x() >= m_nodes[i].x - scaled(8) && point.x() <= m_nodes[i].x + widthOf(m_nodes[i]) + scaled(8))
            return static_cast<int>(i);
    return -1;
}

void HookStrip::goToNode(int node)
{
    if (node < 0 || node >= static_cast<int>(m_nodes.size()))
        return;
    const std::size_t first = m_nodes[static_cast<std::size_t>(node)].waypoint.first;
    const auto stop = std::ranges::lower_bound(m_session->stops(), first);
    m_session->jumpTo(stop == m_session->stops().end() ? first : *stop);
}

void HookStrip::mousePressEvent(QMouseEvent* event) { goToNode(nodeAt(event->pos())); }

void HookStrip::mouseMoveEvent(QMouseEvent* event)
{
    m_hovered = nodeAt(event->pos());
    setCursor(m_hovered < 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
    update();
}

void HookStrip::leaveEvent(QEvent* event)
{
    m_hovered = -1;
    update();
    QWidget::leaveEvent(event);
}

void HookStrip::keyPressEvent(QKeyEvent* event)
{
    std::vector<Waypoint> waypoints;
    for (const Node& node : m_nodes)
        waypoints.push_back(node.waypoint);
    const int current = static_cast<int>(waypointAt(waypoints, m_session->position()));
    if (event->key() == Qt::Key_Left)
        goToNode(current - 1);
    else if (event->key() == Qt::Key_Right)
        goToNode(current + 1);
    else
        QWidget::keyPressEvent(event);
}

void HookStrip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        readTrace();
    QWidget::changeEvent(event);
}

bool HookStrip::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int node = nodeAt(help->pos());
    if (node >= 0) {
        const Node& hovered = m_nodes[static_cast<std::size_t>(node)];
        QToolTip::showText(help->globalPos(), tr("%1 %2: go there").arg(hovered.title, hovered.detail), this);
    }
    return true;
}

}  // namespace natwalk
