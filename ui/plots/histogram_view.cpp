#include "ui/plots/histogram_view.h"

#include "ui/graph/legend.h"
#include "ui/labels.h"
#include "ui/plots/export_button.h"
#include "ui/plots/shares_page.h"
#include "ui/session.h"
#include "ui/theme.h"
#include "ui/words/judgement_words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace natwalk {

namespace {

constexpr int mostTrials = 100'000'000;

}  // namespace

HistogramView::HistogramView(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_plot(new SharesPage(session, this))
    , m_countLabel(makeLabel(Type::small, QStringLiteral("text2")))
    , m_count(new QSpinBox)
    , m_seedLabel(makeLabel(Type::small, QStringLiteral("text2")))
    , m_seed(new QSpinBox)
    , m_run(new QPushButton)
    , m_cancel(new QPushButton)
    , m_laboratory(new QPushButton)
    , m_export(new ExportButton(m_plot))
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
    connect(m_laboratory, &QPushButton::clicked, this, &HistogramView::laboratoryWanted);
    for (const auto changed : {&Session::distributionChanged, &Session::trialsChanged, &Session::measurementChanged})
        connect(session, changed, this, &HistogramView::showAll);
    showAll();
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
    layout->addWidget(m_laboratory);
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
    m_laboratory->setText(tr("&Laboratory…"));
    m_laboratory->setToolTip(tr("Measured counts, convergence, how the shares come about"));
    m_progress->setAccessibleName(tr("Share of the trials done"));
    m_legend->show({}, {{Legend::Sample::bar, tr("exact")},
                        {Legend::Sample::observed, tr("observed")},
                        {Legend::Sample::whisker, tr("95 % interval")}});
}

void HistogramView::showAll()
{
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
    const auto join = [](const JudgementWords& words, const Judgement& judgement) {
        return QStringList{words.what + u'.', words.sentence, briefFigures(judgement), words.remarks.value(0)}.join(
            u' ');
    };
    if (const auto measured = m_session->measurement())
        return join(judgementWords(*measured), measured->found.judgement);
    const auto trials = m_session->trials();
    if (!trials)
        return m_session->distribution() ? tr("No trials yet.") : QString();
    if (m_session->trialsRunning())
        return tr("%1 trials so far").arg(QLocale().toString(static_cast<qulonglong>(trials->done)));
    return join(judgementWords(*trials), trials->judgement);
}

void HistogramView::run()
{
    TrialPlan plan = m_session->plan();
    plan.count = static_cast<std::uint64_t>(m_count->value());
    plan.seed = static_cast<std::uint64_t>(m_seed->value());
    m_session->measure({});
    m_session->runTrials(plan);
}

bool HistogramView::exportTo(const QString& path) { return save(*m_plot, path); }

void HistogramView::askForFile() { m_export->askForFile(); }

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
        showAll();
    }
}

}  // namespace natwalk
