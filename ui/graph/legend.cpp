#include "ui/graph/legend.h"

#include "ui/theme.h"

#include <QFontMetricsF>
#include <QPainter>

namespace natwalk {

namespace {

constexpr double sampleWidth = 22;
constexpr double betweenSampleAndText = 6;
constexpr double betweenEntries = 18;

}  // namespace

Legend::Legend(QWidget* parent) : QWidget(parent) {}

void Legend::show(std::vector<Entry> left, std::vector<Entry> right)
{
    setAccessibleName(tr("Legend"));
    m_left = std::move(left);
    m_right = std::move(right);
    updateGeometry();
    update();
}

void Legend::setRoom(int margin, bool isBrief)
{
    m_margin = margin;
    m_isBrief = isBrief;
    updateGeometry();
    update();
}

const QString& Legend::textOf(const Entry& entry) const
{
    return m_isBrief && !entry.briefly.isEmpty() ? entry.briefly : entry.text;
}

double Legend::widthOf(const Entry& entry) const
{
    return scaled(sampleWidth + betweenSampleAndText)
           + QFontMetricsF(fontFor(Type::small)).horizontalAdvance(textOf(entry));
}

QSize Legend::sizeHint() const
{
    double width = 2 * m_margin;
    for (const auto* entries : {&m_left, &m_right})
        for (const Entry& entry : *entries)
            width += widthOf(entry) + scaled(betweenEntries);
    return {static_cast<int>(width), scaled(26)};
}

void Legend::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    double left = m_margin;
    double right = width() - m_margin;
    for (const Entry& entry : m_left) {
        if (left + widthOf(entry) > right)
            return;
        paintEntry(painter, entry, left);
        left += widthOf(entry) + scaled(betweenEntries);
    }
    for (std::size_t i = m_right.size(); i-- > 0;) {
        right -= widthOf(m_right[i]);
        if (right < left)
            return;
        paintEntry(painter, m_right[i], right);
        right -= scaled(betweenEntries);
    }
}

void Legend::paintEntry(QPainter& painter, const Entry& entry, double x) const
{
    const double middle = height() / 2.0;
    const QRectF sample(x, middle - scaled(4), scaled(sampleWidth), scaled(8));
    const QPointF left(sample.left(), middle);
    const QPointF right(sample.right(), middle);
    switch (entry.sample) {
    case Sample::band: painter.fillRect(sample, theme().flow); break;
    case Sample::bar: painter.fillRect(sample.adjusted(0, 1, 0, -1), theme().path); break;
    case Sample::observed: painter.fillRect(sample.adjusted(0, 1, 0, -1), theme().border); break;
    case Sample::line:
        painter.setPen(QPen(theme().path, 2.2));
        painter.drawLine(left, right);
        break;
    case Sample::whisker:
        painter.setPen(QPen(theme().text, 1.6));
        painter.drawLine(left + QPointF(2, 0), right - QPointF(2, 0));
        painter.setBrush(theme().text);
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(sample.center(), scaled(3), scaled(3));
        break;
    }
    painter.setFont(fontFor(Type::small));
    painter.setPen(theme().text2);
    const double textLeft = x + scaled(sampleWidth + betweenSampleAndText);
    painter.drawText(QRectF(textLeft, 0, width(), height()), Qt::AlignVCenter | Qt::AlignLeft, textOf(entry));
}

}  // namespace natwalk
