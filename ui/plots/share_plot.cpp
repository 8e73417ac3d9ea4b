#include "ui/plots/share_plot.h"

#include "ui/theme.h"
#include "ui/words/share_words.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QLocale>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace natwalk {

namespace {

/// Where bars stand within the room of one end, which is 1 high; ends stand at -1, -2... so that the first is on top.
constexpr double exactPlace = 0.19;
constexpr double observedPlace = -0.19;
constexpr double barHeight = 0.32;
/// Room for the figures at the right of the longest bar.
constexpr double leastShare = 0.01;
constexpr int figurePadding = 8;
constexpr int leastWidth = 120;
constexpr int besideLabels = 40;  ///< the plot's margins
constexpr std::size_t mostFigures = 40;
/// In a lower plot each row has one line of figures, and the axis is told by them alone.
constexpr int lowHeight = 130;
constexpr int lowestRow = 18;

double placeOf(std::size_t bar) { return -1.0 - static_cast<double>(bar); }

}  // namespace

SharePlot::SharePlot(QWidget* parent) : PlotWidget(parent)
{
    plot()->setCursor(Qt::PointingHandCursor);
    plot()->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    plot()->axisRect()->setRangeDrag(Qt::Vertical);
    plot()->axisRect()->setRangeZoom(Qt::Vertical);
    m_mark = new QCPItemRect(plot());
    m_mark->setLayer(QStringLiteral("grid"));
    m_mark->setSelectable(false);
    const auto makeBars = [this](double width) {
        auto* bars = new QCPBars(plot()->yAxis, plot()->xAxis);
        bars->setWidth(width);
        return bars;
    };
    m_exact = makeBars(barHeight);
    m_exactShown = makeBars(barHeight);
    m_observed = makeBars(barHeight);
    m_intervals = new QCPErrorBars(plot()->yAxis, plot()->xAxis);
    m_intervals->setDataPlottable(m_observed);
    m_intervals->setErrorType(QCPErrorBars::etValueError);
    connect(plot(), &QCustomPlot::mouseRelease, this, [this](QMouseEvent* event) {
        if (const int bar = barAt(event->pos()); bar >= 0 && event->button() == Qt::LeftButton)
            emit barClicked(bar);
    });
    useColours();
}

void SharePlot::show(std::vector<ShareBar> bars)
{
    const bool sameEnds = bars.size() == m_bars.size();
    m_bars = std::move(bars);
    m_current = std::min(m_current, static_cast<int>(m_bars.size()) - 1);
    fill();
    if (!sameEnds || !hasGoodRange())
        setRanges();
    writeFigures();
    QStringList words;
    for (const ShareBar& bar : m_bars)
        words += bar.label + QStringLiteral(": ") + figuresOf(bar);
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    replotSoon();
}

void SharePlot::fill()
{
    QVector<double> exactAt;
    QVector<double> exact;
    QVector<double> shownAt;
    QVector<double> shown;
    QVector<double> observedAt;
    QVector<double> observed;
    QVector<double> below;
    QVector<double> above;
    QSharedPointer<QCPAxisTickerText> labels(new QCPAxisTickerText);
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        const ShareBar& bar = m_bars[i];
        labels->addTick(placeOf(i), bar.label);
        (bar.isShown ? shownAt : exactAt) << placeOf(i) + exactPlace;
        (bar.isShown ? shown : exact) << bar.exact * 100;
        if (!bar.observed)
            continue;
        observedAt << placeOf(i) + observedPlace;
        observed << bar.observed->share * 100;
        below << (bar.observed->share - bar.observed->low) * 100;
        above << (bar.observed->high - bar.observed->share) * 100;
    }
    m_exact->setData(exactAt, exact);
    m_exactShown->setData(shownAt, shown);
    m_observed->setData(observedAt, observed);
    m_intervals->setData(below, above);
    plot()->yAxis->setTicker(labels);
}

/// The figures of a bar: what they say, from which share on, at which height in the bar's row.
std::vector<SharePlot::Figure> SharePlot::figuresAt(const ShareBar& bar) const
{
    if (m_low) {
        const QString observed = bar.observed ? QStringLiteral("   ") + observedText(bar) : QString();
        const double end = bar.observed ? std::max(bar.exact, bar.observed->high) : bar.exact;
        return {{end, 0, percentText(bar.exact) + observed, false}};
    }
    std::vector<Figure> figures{{bar.exact, exactPlace, percentText(bar.exact), true}};
    if (bar.observed)
        figures.push_back({bar.observed->high, observedPlace, observedText(bar), false});
    return figures;
}

/// How far the axis must reach so that behind each bar its figures have room.
double SharePlot::neededRange() const
{
    const QFontMetricsF labels(fontFor(Type::table));
    double label = 0;
    for (const ShareBar& bar : m_bars)
        label = std::max(label, labels.horizontalAdvance(bar.label));
    const double width =
        std::max(this->width() - label - scaled(besideLabels), static_cast<double>(scaled(leastWidth)));
    double needed = leastShare;
    for (std::size_t i = 0; i < std::min(m_bars.size(), mostFigures); ++i)
        for (const Figure& figure : figuresAt(m_bars[i])) {
            const QFontMetricsF metrics(fontFor(figure.strong ? Type::strong : Type::small));
            const double text = metrics.horizontalAdvance(figure.words) + scaled(2 * figurePadding);
            needed = std::max(needed, std::min(figure.from, 1.0) / std::max(1 - text / width, 0.2));
        }
    return needed * 100;
}

/// Bars that grow while trials run do not let the axis jump about.
bool SharePlot::hasGoodRange() const
{
    constexpr double muchLess = 0.7;
    const double upper = plot()->xAxis->range().upper;
    const double needed = neededRange();
    return needed <= upper && needed > muchLess * upper;
}

void SharePlot::setRanges()
{
    plot()->xAxis->setRange(0, neededRange());
    constexpr std::size_t atOnce = 12;
    const auto room = static_cast<std::size_t>(std::max(height() / scaled(lowestRow), 1));
    const auto count = static_cast<double>(std::min({m_bars.size(), atOnce, room}));
    plot()->yAxis->setRange(-count - 0.6, -0.4);
}

void SharePlot::writeFigures()
{
    setAccessibleName(tr("Shares of the ends"));
    for (QCPItemText* text : m_figures)
        plot()->removeItem(text);
    m_figures.clear();
    for (std::size_t i = 0; i < std::min(m_bars.size(), mostFigures); ++i)
        for (const Figure& figure : figuresAt(m_bars[i])) {
            auto* text = new QCPItemText(plot());
            text->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
            text->position->setCoords(figure.from * 100, placeOf(i) + figure.place);
            text->setPadding(QMargins(scaled(figurePadding), 0, 0, 0));
            text->setText(figure.words);
            text->setFont(fontFor(figure.strong ? Type::strong : Type::small));
            text->setColor(figure.strong ? theme().text : theme().text2);
            text->setSelectable(false);
            m_figures.push_back(text);
        }
}

/// "33.55 % (33,555)"
QString SharePlot::observedText(const ShareBar& bar)
{
    const QLocale locale;
    return tr("%1 % (%2)")
        .arg(locale.toString(bar.observed->share * 100, 'f', 2), locale.toString(static_cast<qulonglong>(bar.count)));
}

void SharePlot::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_low = height() < scaled(lowHeight);
    setRanges();
    useColours();
}

QString SharePlot::figuresOf(const ShareBar& bar) const
{
    const QLocale locale;
    const auto percent = [&](double share, int decimals) {
        return locale.toString(share * 100, 'f', decimals) + QStringLiteral("\u00a0%");
    };
    if (!bar.observed)
        return tr("exactly %1").arg(percent(bar.exact, 4));
    return tr("exactly %1, observed %2 (95 % interval %3 to %4)")
        .arg(percent(bar.exact, 4), percent(bar.observed->share, 2), percent(bar.observed->low, 2),
             percent(bar.observed->high, 2));
}

void SharePlot::useColours()
{
    PlotWidget::useColours();
    plot()->xAxis->setNumberFormat(QStringLiteral("f"));
    plot()->xAxis->setNumberPrecision(0);
    plot()->xAxis->setLabel(m_low ? QString() : tr("Share of connections in %"));
    plot()->xAxis->setTickLabels(!m_low);
    plot()->yAxis->grid()->setVisible(false);
    plot()->yAxis->setTickPen(Qt::NoPen);
    plot()->yAxis->setTickLabelFont(fontFor(Type::table));
    const auto paint = [](QCPBars* bars, const QColor& colour) {
        bars->setPen(Qt::NoPen);
        bars->setBrush(colour);
    };
    m_mark->setBrush(theme().header);
    m_mark->setPen(QPen(theme().path));
    paint(m_exact, theme().course);
    paint(m_exactShown, theme().path);
    paint(m_observed, theme().border);
    m_intervals->setPen(QPen(theme().text, 1.4));
    m_intervals->setWhiskerWidth(scaled(8));
    m_intervals->setSymbolGap(0);
    writeFigures();
}

// Pointer and keyboard

int SharePlot::barAt(const QPoint& point) const
{
    const int bar = static_cast<int>(std::lround(-plot()->yAxis->pixelToCoord(point.y()) - 1));
    return bar >= 0 && bar < static_cast<int>(m_bars.size()) ? bar : -1;
}

QPoint SharePlot::centreOf(int bar) const
{
    return {width() / 2, static_cast<int>(plot()->yAxis->coordToPixel(placeOf(static_cast<std::size_t>(bar))))};
}

void SharePlot::setCurrent(int bar)
{
    m_current = m_bars.empty() ? -1 : std::clamp(bar, 0, static_cast<int>(m_bars.size()) - 1);
    showMark();
}

void SharePlot::showMark()
{
    m_mark->setVisible(hasFocus() && m_current >= 0);
    const double place = placeOf(static_cast<std::size_t>(std::max(m_current, 0)));
    m_mark->topLeft->setCoords(0, place + 0.45);
    m_mark->bottomRight->setCoords(plot()->xAxis->range().upper, place - 0.45);
    replotSoon();
}

void SharePlot::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    showMark();
}

void SharePlot::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    showMark();
}

void SharePlot::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Up: setCurrent(m_current - 1); return;
    case Qt::Key_Down: setCurrent(m_current + 1); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0)
            emit barClicked(m_current);
        return;
    default: QWidget::keyPressEvent(event);
    }
}

bool SharePlot::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const int bar = barAt(help->pos()); bar >= 0)
        QToolTip::showText(help->globalPos(), figuresOf(m_bars[static_cast<std::size_t>(bar)]), this);
    return true;
}

}  // namespace natwalk
