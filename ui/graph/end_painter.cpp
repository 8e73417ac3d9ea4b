#include "ui/graph/end_painter.h"

#include "ui/graph/block_painter.h"
#include "ui/graph/paint_marks.h"

#include <QFontMetricsF>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace natwalk {

namespace {

constexpr double gateRadius = 6;
constexpr double barHeight = 8;
constexpr double edge = 4;
constexpr double beforeText = 11;
constexpr double barLength = 80;

/// "33.3 %", and "100 %" where the decimals would say nothing.
QString shareText(double share, int decimals)
{
    const bool isWhole = share > 1 - 0.5 * std::pow(10, -2 - decimals);
    return QLocale().toString(share * 100, 'f', isWhole ? 0 : decimals) + QStringLiteral("\u00a0%");
}

class EndpointPainter
{
public:
    EndpointPainter(QPainter& painter, const PicturePaint& what, std::uint32_t index)
        : m_painter(painter)
        , m_what(what)
        , m_endpoint(what.picture.endpoints[index])
        , m_geometry(what.geometry.endpoints[index])
        , m_observed(index < what.state.observed.size() ? what.state.observed[index] : std::nullopt)
        , m_isCurrent(what.state.current == PictureSpot{PictureSpot::Kind::endpoint, index, 0})
    {}

    void paint()
    {
        paintEdge();
        if (m_what.detail() == Detail::titles)
            paintShort();
        if (m_what.detail() != Detail::full)
            return;
        paintLabel();
        paintExact();
        if (m_observed)
            paintObserved();
    }

private:
    const QRectF& rect() const { return m_geometry.rect; }
    double left() const { return rect().left() + grown(beforeText); }
    QColor ink() const { return m_endpoint.onCourse ? theme().text : theme().text2; }
    QRectF lineAt(double centre) const
    {
        return {left(), rect().top() + grown(centre - 9), rect().right() - left(), grown(18)};
    }

    void paintEdge() const
    {
        const QColor colour = m_isCurrent ? theme().current : m_endpoint.onCourse ? theme().path : theme().border;
        if (m_isCurrent)
            m_painter.fillRect(rect().adjusted(0, 0, grown(4), 0), theme().currentGround);
        m_painter.fillRect(QRectF(rect().left(), rect().top(), grown(edge), rect().height()), colour);
    }

    void paintShort() const
    {
        const QFont font = unzoomed(fontFor(Type::table), m_what.zoom);
        const double line = 15 / m_what.zoom;
        const double x = rect().left() + 8 / m_what.zoom;
        const QRectF upper(x, rect().center().y() - line, rect().right() - x, line);
        paintText(m_painter, upper, m_geometry.shortLabel, font, ink());
        paintText(m_painter, upper.translated(0, line), shareText(m_endpoint.share, 0), font, ink());
    }

    void paintLabel() const
    {
        const QFont font = withWeight(fontFor(Type::rule), m_endpoint.onCourse ? QFont::Medium : QFont::Normal);
        paintText(m_painter, lineAt(10), m_geometry.label, font, ink(), Qt::ElideMiddle);
    }

    void paintExact() const
    {
        const QRectF track(left(), rect().top() + grown(30 - barHeight / 2), grown(barLength), grown(barHeight));
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(theme().hairline);
        m_painter.drawRoundedRect(track, 2, 2);
        QRectF bar = track;
        bar.setWidth(track.width() * std::clamp(m_endpoint.share, 0.0, 1.0));
        m_painter.setBrush(m_endpoint.onCourse ? theme().path : theme().course);
        m_painter.drawRoundedRect(bar, 2, 2);
        paintText(m_painter, lineAt(30), shareText(m_endpoint.share, 1), fontFor(Type::strong), ink(), Qt::ElideRight,
                  Qt::AlignRight);
    }

    double onAxis(double share) const
    {
        const double along = (share - m_endpoint.share) / (2 * m_what.state.axis) + 0.5;
        return left() + grown(barLength) * std::clamp(along, 0.0, 1.0);
    }

    void paintObserved() const
    {
        const double y = rect().top() + grown(50);
        const auto bar = [&](double x, double half) { m_painter.drawLine(QPointF(x, y - half), QPointF(x, y + half)); };
        m_painter.setPen(QPen(theme().border, 1));
        m_painter.drawLine(QPointF(left(), y), QPointF(left() + grown(barLength), y));
        m_painter.setPen(QPen(m_endpoint.onCourse ? theme().path : theme().text3, 1.4));
        bar(onAxis(m_endpoint.share), grown(6));
        m_painter.setPen(QPen(ink(), 1.6, Qt::SolidLine, Qt::FlatCap));
        m_painter.drawLine(QPointF(onAxis(m_observed->low), y), QPointF(onAxis(m_observed->high), y));
        bar(onAxis(m_observed->low), grown(4));
        bar(onAxis(m_observed->high), grown(4));
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(ink());
        m_painter.drawEllipse(QPointF(onAxis(m_observed->share), y), grown(3.5), grown(3.5));
        const QString text = shareText(m_observed->share, 2);
        paintText(m_painter, lineAt(50), text, fontFor(Type::small), theme().text2, Qt::ElideRight, Qt::AlignRight);
    }

    QPainter& m_painter;
    const PicturePaint& m_what;
    const PictureEndpoint& m_endpoint;
    const EndpointGeometry& m_geometry;
    std::optional<Interval> m_observed;
    bool m_isCurrent;
};

/// Title and subtitle from bottom to top, in the middle of the gate.
void paintGateWords(QPainter& painter, const GateGeometry& gate)
{
    const QFont title = withWeight(fontFor(Type::small), QFont::DemiBold);
    const QFont subtitle = fontFor(Type::small);
    const double titleWidth = QFontMetricsF(title).horizontalAdvance(gate.title);
    const double gap = QFontMetricsF(title).averageCharWidth();
    const double whole = titleWidth + gap + QFontMetricsF(subtitle).horizontalAdvance(gate.subtitle);
    const bool alone = whole > gate.rect.height() - grown(8);
    const double start = -(alone ? titleWidth : whole) / 2;
    const double height = gate.rect.width();
    painter.save();
    painter.translate(gate.rect.center());
    painter.rotate(-90);
    const QColor ink = gate.gate.onCourse ? theme().text : theme().text2;
    paintText(painter, QRectF(start, -height / 2, titleWidth + 1, height), gate.title, title, ink);
    if (!alone)
        paintText(painter, QRectF(start + titleWidth + gap, -height / 2, whole, height), gate.subtitle, subtitle,
                  theme().text2);
    painter.restore();
}

}  // namespace

void paintPart(QPainter& painter, const PicturePaint& what, const PartGeometry& part)
{
    constexpr double besideName = 12;
    constexpr double lineHeight = 24;
    const double radius = grown(measure::radius);
    painter.setPen(QPen(theme().hairline, 1 / what.zoom));
    painter.setBrush(theme().window);
    painter.drawRoundedRect(part.rect, radius, radius);
    const QFont font = withWeight(unzoomed(fontFor(Type::small), std::min(1.0, what.zoom)), QFont::DemiBold);
    const QRectF line(part.rect.left() + grown(besideName), part.rect.top() + grown(4), part.rect.width(),
                      std::max(grown(lineHeight), QFontMetricsF(font).height()));
    paintText(painter, line, part.title, font, theme().text2);
}

void paintGate(QPainter& painter, const PicturePaint& what, std::uint32_t index)
{
    const GateGeometry& gate = what.geometry.gates[index];
    const bool isCurrent = what.state.current == PictureSpot{PictureSpot::Kind::gate, index, 0};
    const double radius = grown(gateRadius);
    const QColor ground = isCurrent ? theme().currentGround : gate.gate.open ? theme().canvas : theme().surface;
    const QColor border = isCurrent ? theme().current : gate.gate.onCourse ? theme().path : theme().border;
    painter.setBrush(ground);
    painter.setPen(QPen(border, isCurrent ? 2 : 1.4));
    painter.drawRoundedRect(gate.rect, radius, radius);
    constexpr double leastForWords = 12;
    if (!gate.gate.open && gate.rect.width() * what.zoom >= leastForWords)
        paintGateWords(painter, gate);
    if (what.state.selected == PictureSpot{PictureSpot::Kind::gate, index, 0})
        paintSelection(painter, gate.rect, what.state.focused);
}

void paintEndpoint(QPainter& painter, const PicturePaint& what, std::uint32_t index)
{
    EndpointPainter(painter, what, index).paint();
    if (what.state.selected == PictureSpot{PictureSpot::Kind::endpoint, index, 0})
        paintSelection(painter, what.geometry.endpoints[index].rect, what.state.focused);
}

}  // namespace natwalk
