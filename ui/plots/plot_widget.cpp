#include "ui/plots/plot_widget.h"

#include "ui/theme.h"

#include <QEvent>
#include <QVBoxLayout>
#include <qcustomplot.h>

namespace natwalk {

PlotWidget::PlotWidget(QWidget* parent) : QWidget(parent), m_plot(new QCustomPlot(this))
{
    setFocusPolicy(Qt::StrongFocus);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setAttribute(Qt::WA_AlwaysShowToolTips);
    connect(m_plot, &QCustomPlot::mousePress, this, [this] { setFocus(Qt::MouseFocusReason); });
}

void PlotWidget::replotSoon() { m_plot->replot(QCustomPlot::rpQueuedReplot); }

// QCustomPlot knows no palette.

void PlotWidget::colourAxis(QCPAxis* axis)
{
    axis->setBasePen(QPen(theme().border));
    axis->setTickPen(QPen(theme().border));
    axis->setSubTickPen(Qt::NoPen);
    axis->setTickLabelColor(theme().text2);
    axis->setLabelColor(theme().text2);
    axis->setTickLabelFont(fontFor(Type::small));
    axis->setLabelFont(fontFor(Type::small));
    axis->grid()->setPen(QPen(theme().hairline));
    axis->grid()->setSubGridVisible(false);
    axis->grid()->setZeroLinePen(Qt::NoPen);
}

void PlotWidget::useColours()
{
    m_plot->setBackground(theme().surface);
    colourAxis(m_plot->xAxis);
    colourAxis(m_plot->yAxis);
    replotSoon();
}

void PlotWidget::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange)
        useColours();
}

bool PlotWidget::paintOn(QPaintDevice& device, double scale)
{
    QCPPainter painter;
    if (!painter.begin(&device))
        return false;
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.scale(scale, scale);
    m_plot->toPainter(&painter, width(), height());
    return painter.end();
}

}  // namespace natwalk
