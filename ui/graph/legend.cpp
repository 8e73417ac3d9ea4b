#include "ui/graph/legend.h"

#include "ui/theme.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

namespace natwalk {

namespace {

constexpr double sampleWidth = 22;
constexpr double betweenSampleAndText = 6;
constexpr double betweenEntries = 18;
constexpr std::size_t leftEntries = 2;  // flow and line stand at the left, shares at the right

}  // namespace

Legend::Legend(QWidget* parent) : QWidget(parent) { setAccessibleName(tr("Legend")); }

void Legend::setTrials(std::uint64_t trials, double axis)
{
    m_trials = trials;
    m_axis = axis;
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

std::vector<Legend::Entry> Legend::entries() const
{
    std::vector<Entry> entries = {{Sample::band, tr("width = probability")},
                                  {Sample::line, tr("line = this packet")},
                                  {Sample::bar, tr("exact share")}};
    if (m_trials > 0) {
        const QLocale locale;
        const QString trials = locale.toString(static_cast<qulonglong>(m_trials));
        const QString axis = locale.toString(m_axis * 100, 'g', 3);
        entries.push_back({Sample::whisker, m_isBrief
                                                ? tr("%1 trials, axis ±%2 points").arg(trials, axis)
                                                : tr("%1 trials, 95 % interval, axis ±%2 points").arg(trials, axis)});
    }
    return entries;
}

double Legend::widthOf(const Entry& entry) const
{
    return scaled(sampleWidth + betweenSampleAndText)
           + QFontMetricsF(fontFor(Type::small)).horizontalAdvance(entry.text);
}

QSize Legend::sizeHint() const
{
    double width = 2 * m_margin;
    for (const Entry& entry : entries())
        width += widthOf(entry) + scaled(betweenEntries);
    return {static_cast<int>(width), scaled(26)};
}

void Legend::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const std::vector<Entry> all = entries();
    double left = m_margin;
    double right = width() - m_margin;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::size_t next = i < leftEntries ? i : all.size() - 1 - (i - leftEntries);
        const double wanted = widthOf(all[next]);
        if (left + wanted > right)
            return;
        paintEntry(painter, all[next], next < leftEntries ? left : right - wanted);
        (next < leftEntries ? left : right) += (next < leftEntries ? 1 : -1) * (wanted + scaled(betweenEntries));
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
    painter.drawText(QRectF(textLeft, 0, width(), height()), Qt::AlignVCenter | Qt::AlignLeft, entry.text);
}

}  // namespace natwalk
