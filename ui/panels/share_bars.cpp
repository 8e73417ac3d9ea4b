#include "ui/panels/share_bars.h"

#include "ui/theme.h"

#include <QPainter>

#include <algorithm>

namespace natwalk {

namespace {

constexpr double rowHeight = 22;
constexpr double barHeight = 8;
constexpr double barX = 18;
constexpr double space = 10;

}  // namespace

ShareBars::ShareBars(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); }

void ShareBars::setRows(std::vector<ShareRow> rows)
{
    m_rows = std::move(rows);
    updateGeometry();
    update();
}

QSize ShareBars::sizeHint() const { return {scaled(220), scaled(rowHeight) * static_cast<int>(m_rows.size())}; }

void ShareBars::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetricsF metrics(fontFor(Type::table));
    double formula = 0;
    double result = 0;
    for (const ShareRow& row : m_rows) {
        formula = std::max(formula, metrics.horizontalAdvance(row.formula));
        result = std::max(result, metrics.horizontalAdvance(row.result));
    }
    const double resultX = width() - result - 1;
    const double formulaX = resultX - formula - scaled(space);
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        paintRow(painter, m_rows[i], scaled(rowHeight) * static_cast<double>(i), formulaX, resultX);
}

void ShareBars::paintRow(QPainter& painter, const ShareRow& row, double y, double formulaX, double resultX) const
{
    QFont font = fontFor(Type::table);
    const double height = scaled(rowHeight);
    const auto write = [&](double x, const QString& text, const QColor& ink) {
        painter.setPen(ink);
        painter.drawText(QRectF(x, y, width() - x, height), Qt::AlignLeft | Qt::AlignVCenter, text);
    };
    const QColor ink = row.chosen ? theme().text : theme().text2;
    font.setWeight(row.chosen ? QFont::Bold : QFont::Normal);
    painter.setFont(font);
    write(0, QString::number(row.number), ink);
    font.setWeight(QFont::Normal);
    painter.setFont(font);
    write(formulaX, row.formula, theme().text2);
    write(resultX, row.result, theme().text);

    const double barWidth = formulaX - scaled(space) - scaled(barX);
    const double barY = y + (height - scaled(barHeight)) / 2;
    const double left = scaled(barX);
    // What is left over shrinks from the right, so what a rule takes stands at the right end of what reaches it.
    const QRectF reaches(left, barY, barWidth * row.reaches, scaled(barHeight));
    const QRectF takes(left + barWidth * (row.reaches - row.takes), barY, barWidth * row.takes, scaled(barHeight));
    painter.fillRect(reaches, theme().flow);
    painter.fillRect(takes, row.chosen ? theme().path : theme().course);
}

}  // namespace natwalk
