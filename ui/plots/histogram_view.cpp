#include "ui/plots/histogram_view.h"

#include "ui/graph/legend.h"
#include "ui/labels.h"
#include "ui/plots/share_plot.h"
#include "ui/session.h"
#include "ui/theme.h"
#include "ui/translate.h"

#include <QEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSaveFile>
#include <QSpinBox>
#include <QVBoxLayout>

namespace natwalk {

namespace {

constexpr std::size_t mostBars = 200;
constexpr int mostTrials = 100'000'000;
/// A click looks through so many trials for one that ended there.
constexpr std::uint64_t mostSearched = 200'000;
/// Where each trial hangs on those before it, all of them must be walked again.
constexpr std::uint64_t mostSearchedDependent = 200;

}  // namespace

HistogramView::HistogramView(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_plot(new SharePlot(this))
    , m_countLabel(makeLabel(Type::small, QStringLiteral("text2")))
    , m_count(new QSpinBox)
    , m_seedLabel(makeLabel(Type::small, QStringLiteral("text2")))
    , m_seed(new QSpinBox)
    , m_run(new QPushButton)
    , m_cancel(new QPushButton)
    , m_export(new QPushButton)
    , m_progress(new QProgressBar)
    , m_legend(new Legend)
    , m_judgement(makeLabel(Type::small, QStringLiteral("text2")))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(16), scaled(6), scaled(16), scaled(6));
    layout->setSpacing(scaled(4));
    layout->addWidget(makeBar());
    layout->addWidget(m_plot, 1);
    layout->addWidget(m_judgement);
    m_judgement->setWordWrap(true);
    m_judgement->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFocusProxy(m_plot);
    setAutoFillBackground(true);
    useColours();
    retranslate();

    connect(m_run, &QPushButton::clicked, this, &HistogramView::run);
    connect(m_cancel, &QPushButton::clicked, session, &Session::cancelTrials);
    connect(m_export, &QPushButton::clicked, this, &HistogramView::askForFile);
    connect(m_plot, &SharePlot::barClicked, this, &HistogramView::replay);
    connect(session, &Session::distributionChanged, this, [this] {
        m_search.cancel();
        m_nextTrial.clear();
        showShares();
    });
    connect(session, &Session::traceChanged, this, &HistogramView::showShares);
    connect(session, &Session::trialsChanged, this, &HistogramView::showShares);
    showShares();
}

QWidget* HistogramView::makeBar()
{
    m_count->setRange(1, mostTrials);
    m_count->setGroupSeparatorShown(true);
    m_count->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_seed->setRange(0, std::numeric_limits<int>::max());
    m_countLabel->setBuddy(m_count);
    m_seedLabel->setBuddy(m_seed);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(scaled(120));
    m_progress->setFixedHeight(scaled(4));
    auto* bar = new QWidget;
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(8));
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_countLabel, m_count, m_seedLabel, m_seed, m_run, m_cancel, m_progress})
        layout->addWidget(widget);
    layout->addWidget(m_legend, 1);
    layout->addWidget(m_export);
    return bar;
}

void HistogramView::retranslate()
{
    m_countLabel->setText(tr("&Trials"));
    m_seedLabel->setText(tr("See&d"));
    m_run->setText(tr("Run"));
    m_run->setToolTip(tr("Runs so many trials: the same seed gives the same trials"));
    m_cancel->setText(tr("Cancel"));
    m_export->setText(tr("Export…"));
    m_export->setToolTip(tr("Saves the histogram as PNG, SVG, PDF or CSV"));
    m_progress->setAccessibleName(tr("Share of the trials done"));
    m_legend->show({}, {{Legend::Sample::bar, tr("exact")},
                        {Legend::Sample::observed, tr("observed")},
                        {Legend::Sample::whisker, tr("95 % interval")}});
}

void HistogramView::showShares()
{
    const auto distribution = m_session->distribution();
    const auto trials = m_session->trials();
    std::vector<ShareBar> bars;
    if (distribution) {
        // Trials may have met ends that the first connection cannot come to: they stand behind the others.
        const bool knowsMore = trials && trials->expected.outcomes.size() > distribution->outcomes.size();
        bars = shareBars(knowsMore ? trials->expected : *distribution, trials.get(), m_session->outcome(), mostBars);
    }
    m_plot->show(std::move(bars));
    m_judgement->setText(judgement());
    showControls();
}

void HistogramView::showControls()
{
    const bool isRunning = m_session->trialsRunning();
    const TrialPlan& plan = m_session->plan();
    const auto trials = m_session->trials();
    m_cancel->setVisible(isRunning);
    m_progress->setVisible(isRunning);
    m_progress->setRange(0, 1000);
    m_progress->setValue(trials && plan.count > 0 ? static_cast<int>(trials->done * 1000 / plan.count) : 0);
    m_run->setEnabled(m_session->distribution() != nullptr && !isRunning);
    m_export->setEnabled(m_session->distribution() != nullptr);
    if (!m_count->hasFocus())
        m_count->setValue(static_cast<int>(std::min<std::uint64_t>(plan.count, mostTrials)));
    if (!m_seed->hasFocus())
        m_seed->setValue(static_cast<int>(plan.seed));
}

QString HistogramView::judgement() const
{
    const auto trials = m_session->trials();
    if (!trials)
        return m_session->distribution() ? tr("No trials yet.") : QString();
    const QLocale locale;
    const QString done = locale.toString(static_cast<qulonglong>(trials->done));
    if (m_session->trialsRunning())
        return tr("%1 trials so far").arg(done);
    QString text = tr("%1 trials.").arg(done) + u' ' + translated(trials->judgement.sentence);
    if (trials->judgement.pValue && trials->judgement.degrees > 0)
        text += QStringLiteral("  χ² = %1, p = %2")
                    .arg(locale.toString(trials->judgement.chiSquare, 'f', 2),
                         locale.toString(*trials->judgement.pValue, 'g', 3));
    if (trials->judgement.caution.id != MessageId::Nothing)
        text += u' ' + translated(trials->judgement.caution);
    return text;
}

void HistogramView::run()
{
    TrialPlan plan = m_session->plan();
    plan.count = static_cast<std::uint64_t>(m_count->value());
    plan.seed = static_cast<std::uint64_t>(m_seed->value());
    m_nextTrial.clear();
    m_session->runTrials(plan);
}

void HistogramView::replay(int bar)
{
    const auto distribution = m_session->distribution();
    const std::size_t outcome = m_plot->bars()[static_cast<std::size_t>(bar)].outcome;
    if (!distribution || outcome >= distribution->outcomes.size())
        return;
    const auto trials = m_session->trials();
    const std::uint64_t most = trials && trials->dependent ? mostSearchedDependent : mostSearched;
    const std::uint64_t from = m_nextTrial[outcome];
    m_search.start(
        [question = m_session->question(), plan = m_session->plan(), distribution, outcome, from,
         most](const Checkpoint& goOn) { return findTrial(*question, plan, *distribution, outcome, from, most, goOn); },
        [this, outcome, distribution](const std::optional<std::uint64_t>& trial) {
            m_nextTrial[outcome] = trial ? *trial + 1 : 0;
            if (trial)
                m_session->replayTrial(*trial);
            else
                m_session->follow(distribution->outcomes[outcome].course);
        });
}

bool HistogramView::exportTo(const QString& path)
{
    const QString kind = QFileInfo(path).suffix().toLower();
    if (kind == QStringLiteral("png"))
        return m_plot->savePng(path);
    if (kind == QStringLiteral("pdf"))
        return m_plot->savePdf(path);
    if (kind == QStringLiteral("svg"))
        return m_plot->saveSvg(path);
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(csvOf(m_plot->bars()).toUtf8()) >= 0 && file.commit();
}

void HistogramView::askForFile()
{
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Export histogram"), QStringLiteral("histogram.png"),
                                     tr("Picture (*.png);;Vector graphics (*.svg);;Document (*.pdf);;Table (*.csv)"));
    if (!path.isEmpty() && !exportTo(path))
        m_judgement->setText(tr("%1 could not be written.").arg(path));
}

void HistogramView::useColours()
{
    QPalette colours = palette();
    if (colours.color(QPalette::Window) == theme().surface)
        return;
    colours.setColor(QPalette::Window, theme().surface);
    setPalette(colours);
}

void HistogramView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        useColours();
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showShares();
    }
}

}  // namespace natwalk
