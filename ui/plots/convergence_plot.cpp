#include "ui/plots/convergence_plot.h"

#include "ui/session.h"
#include "ui/theme.h"
#include "ui/words/verdict_words.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QLocale>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace natwalk {

namespace {

constexpr std::size_t mostLines = 8;
constexpr std::size_t mostFunnels = 3;
constexpr int funnelPoints = 80;
constexpr double deviations = 1.959963984540054;
/// Shares that differ by less have one line and one funnel.
constexpr double sameShare = 1e-4;
constexpr double leastTrials = 10;

std::vector<std::size_t> largestEnds(const Distribution& distribution, std::optional<std::size_t> shown)
{
    std::vector<std::size_t> ends(distribution.outcomes.size());
    std::iota(ends.begin(), ends.end(), std::size_t{0});
    std::ranges::stable_sort(ends, std::greater{}, [&](std::size_t i) { return distribution.outcomes[i].probability; });
    if (ends.size() > mostLines) {
        ends.resize(mostLines);
        if (shown && *shown < distribution.outcomes.size() && std::ranges::find(ends, *shown) == ends.end())
            ends.back() = *shown;
    }
    std::ranges::sort(ends);
    return ends;
}

Convergence convergenceOf(const Trials& trials, std::optional<std::size_t> shown)
{
    Convergence found;
    found.dependent = trials.dependent;
    for (const SharePoint& point : trials.series)
        if (point.trials > 0)
            found.trials.push_back(static_cast<double>(point.trials));
    for (const std::size_t end : largestEnds(trials.expected, shown)) {
        const OutcomeShare& outcome = trials.expected.outcomes[end];
        ConvergenceLine line{end, outcomeTitle(outcome), outcome.probability, shown == end};
        for (const SharePoint& point : trials.series)
            if (point.trials > 0)
                line.shares.push_back(end < point.counts.size()
                                          ? static_cast<double>(point.counts[end]) / static_cast<double>(point.trials)
                                          : 0.0);
        found.lines.push_back(std::move(line));
    }
    return found;
}

double deviationOf(double share, double trials) { return std::sqrt(share * (1 - share) / trials); }

/// Places for texts of some height, near the wanted ones and in their order, so that none covers another.
std::vector<double> spread(std::vector<double> wanted, double height)
{
    for (std::size_t i = 1; i < wanted.size(); ++i)
        wanted[i] = std::max(wanted[i], wanted[i - 1] + height);
    return wanted;
}

}  // namespace

ConvergencePlot::ConvergencePlot(Session* session, QWidget* parent) : PlotWidget(parent), m_session(session)
{
    plot()->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    plot()->setLocale(QLocale::c());  // others write powers of ten in ways that QCustomPlot does not set as such
    plot()->xAxis->setScaleType(QCPAxis::stLogarithmic);
    plot()->xAxis->setTicker(QSharedPointer<QCPAxisTickerLog>(new QCPAxisTickerLog));
    connect(plot(), &QCustomPlot::mouseWheel, this, [this] { m_isZoomed = true; });
    connect(plot(), &QCustomPlot::mouseDoubleClick, this, [this] {
        m_isZoomed = false;
        draw();
    });
    for (const auto changed : {&Session::distributionChanged, &Session::trialsChanged, &Session::traceChanged})
        connect(session, changed, this, &ConvergencePlot::fetch);
    useColours();
    fetch();
}

void ConvergencePlot::fetch()
{
    const auto trials = m_session->trials();
    m_shown = trials ? convergenceOf(*trials, m_session->outcome()) : Convergence();
    const auto shown = std::ranges::find_if(m_shown.lines, &ConvergenceLine::isShown);
    m_current = shown == m_shown.lines.end() ? -1 : static_cast<int>(shown - m_shown.lines.begin());
    draw();
}

/// What nobody sees is not drawn.
void ConvergencePlot::draw()
{
    m_isStale = !isVisible();
    if (m_isStale)
        return;
    plot()->clearPlottables();
    if (!m_isZoomed)
        setRanges();
    std::vector<double> funnels;
    for (const ConvergenceLine& line : m_shown.lines)
        if (std::ranges::none_of(funnels, [&](double share) { return std::abs(share - line.exact) < sameShare; }))
            funnels.push_back(line.exact);
    // Where there are many, only that of the line told apart.
    if (funnels.size() > mostFunnels)
        funnels = {m_shown.lines[static_cast<std::size_t>(std::max(m_current, 0))].exact};
    for (const double share : funnels)
        drawFunnel(share);
    for (std::size_t i = 0; i < m_shown.lines.size(); ++i)
        if (static_cast<int>(i) != m_current)
            drawLine(m_shown.lines[i], false);
    if (m_current >= 0)
        drawLine(m_shown.lines[static_cast<std::size_t>(m_current)], true);
    writeEnds();
    replotSoon();
}

void ConvergencePlot::drawFunnel(double share)
{
    const QCPRange range = plot()->xAxis->range();
    QVector<double> trials;
    QVector<double> low;
    QVector<double> high;
    for (int i = 0; i <= funnelPoints; ++i) {
        trials << range.lower * std::pow(range.upper / range.lower, static_cast<double>(i) / funnelPoints);
        const double half = deviations * deviationOf(share, trials.back());
        low << std::max(0.0, share - half) * 100;
        high << std::min(1.0, share + half) * 100;
    }
    if (!m_shown.dependent) {
        QCPGraph* below = plot()->addGraph();
        QCPGraph* above = plot()->addGraph();
        below->setData(trials, low, true);
        above->setData(trials, high, true);
        below->setPen(Qt::NoPen);
        above->setPen(Qt::NoPen);
        above->setBrush(theme().header);
        above->setChannelFillGraph(below);
    }
    QCPGraph* exact = plot()->addGraph();
    exact->setData({range.lower, range.upper}, {share * 100, share * 100}, true);
    exact->setPen(QPen(theme().text3, 1.2, Qt::DashLine));
}

void ConvergencePlot::drawLine(const ConvergenceLine& line, bool isCurrent)
{
    QCPGraph* graph = plot()->addGraph();
    QVector<double> shares;
    for (const double share : line.shares)
        shares << share * 100;
    graph->setData(QVector<double>(m_shown.trials.begin(), m_shown.trials.end()), shares, true);
    graph->setPen(QPen(isCurrent ? theme().path : theme().course, isCurrent ? 2.4 : 1.6));
    graph->setAntialiased(true);
}

double ConvergencePlot::textWidth() const
{
    const QFontMetricsF metrics(fontFor(Type::strong));
    double width = 0;
    for (const ConvergenceLine& line : m_shown.lines)
        width = std::max(width, metrics.horizontalAdvance(line.label + QStringLiteral("  00.00 %")));
    return width + scaled(16);
}

/// From ten trials on, and so wide that the lines' names have room behind their ends.
void ConvergencePlot::setRanges()
{
    const double last = m_shown.isEmpty() ? 100'000 : m_shown.trials.back();
    const double first = last >= 100 * leastTrials ? leastTrials : 1;
    const double room = std::clamp(textWidth() / std::max(width() - scaled(80), 1), 0.05, 0.6);
    plot()->xAxis->setRange(first, first * std::pow(std::max(last / first, 10.0), 1 / (1 - room)));
    double low = 1;
    double high = 0;
    const double early = std::max(last / 300, first);
    for (const ConvergenceLine& line : m_shown.lines) {
        const double half = 4 * deviationOf(line.exact, early);
        const double now = line.shares.empty() ? line.exact : line.shares.back();
        low = std::min({low, line.exact - half, now});
        high = std::max({high, line.exact + half, now});
    }
    if (m_shown.lines.empty())
        std::swap(low, high);
    const double margin = std::max((high - low) * 0.05, 0.002);
    plot()->yAxis->setRange(std::max(low - margin, -0.01) * 100, std::min(high + margin, 1.01) * 100);
}

/// Each line says at its end whose it is.
void ConvergencePlot::writeEnds()
{
    for (QCPItemText* text : m_texts)
        plot()->removeItem(text);
    m_texts.clear();
    QStringList words;
    const auto write = [this](const QString& said, const QColor& ink, bool strong) {
        auto* text = new QCPItemText(plot());
        text->setText(said);
        text->setFont(fontFor(strong ? Type::strong : Type::small));
        text->setColor(ink);
        text->setSelectable(false);
        text->setPadding(QMargins(scaled(8), 0, 0, 0));
        m_texts.push_back(text);
        return text;
    };
    if (m_shown.isEmpty()) {
        QCPItemText* text = write(m_session->trialsRunning() ? QString() : tr("Run trials to see their shares settle."),
                                  theme().text2, false);
        text->position->setType(QCPItemPosition::ptAxisRectRatio);
        text->position->setCoords(0.5, 0.5);
        return;
    }
    std::vector<std::size_t> order(m_shown.lines.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, std::greater{}, [&](std::size_t i) { return m_shown.lines[i].shares.back(); });
    std::vector<double> wanted;
    for (const std::size_t i : order)
        wanted.push_back(plot()->yAxis->coordToPixel(m_shown.lines[i].shares.back() * 100));
    const std::vector<double> places = spread(wanted, QFontMetricsF(fontFor(Type::strong)).height());
    for (std::size_t at = 0; at < order.size(); ++at) {
        const ConvergenceLine& line = m_shown.lines[order[at]];
        const bool isCurrent = static_cast<int>(order[at]) == m_current;
        words += line.label + u' ' + QLocale().toString(line.shares.back() * 100, 'f', 2) + QStringLiteral("\u00a0%");
        QCPItemText* text = write(words.back(), isCurrent ? theme().path : theme().text2, isCurrent);
        text->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        text->position->setCoords(m_shown.trials.back(), plot()->yAxis->pixelToCoord(places[at]));
    }
    setAccessibleDescription(words.join(QStringLiteral("; ")));
}

QString ConvergencePlot::csv() const
{
    QString text = QStringLiteral("trials");
    for (const ConvergenceLine& line : m_shown.lines)
        text += QStringLiteral(",\"%1\"").arg(line.label);
    text += u'\n';
    for (std::size_t i = 0; i < m_shown.trials.size(); ++i) {
        text += QString::number(m_shown.trials[i], 'f', 0);
        for (const ConvergenceLine& line : m_shown.lines)
            text += u',' + QString::number(line.shares[i], 'g', 15);
        text += u'\n';
    }
    return text;
}

void ConvergencePlot::useColours()
{
    PlotWidget::useColours();
    setAccessibleName(tr("Shares over the trials"));
    plot()->xAxis->setLabel(tr("Trials"));
    plot()->yAxis->setLabel(tr("Share in %"));
    plot()->xAxis->setNumberFormat(QStringLiteral("eb"));
    plot()->xAxis->setNumberPrecision(0);
    draw();
}

void ConvergencePlot::resizeEvent(QResizeEvent* event)
{
    PlotWidget::resizeEvent(event);
    useColours();
}

void ConvergencePlot::showEvent(QShowEvent* event)
{
    PlotWidget::showEvent(event);
    if (m_isStale)
        draw();
}

void ConvergencePlot::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    if (step == 0 || m_shown.lines.empty())
        return PlotWidget::keyPressEvent(event);
    m_current = std::clamp(m_current + step, 0, static_cast<int>(m_shown.lines.size()) - 1);
    draw();
}

}  // namespace natwalk
