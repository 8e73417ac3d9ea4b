#include "ui/laboratory/plan_panel.h"

#include "ui/labels.h"
#include "ui/session.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <limits>

namespace natwalk {

namespace {

constexpr int mostTrials = 2'000'000'000;
constexpr int fineness = 1000;

QLabel* rowLabel() { return makeLabel(Type::small, QStringLiteral("text2")); }

}  // namespace

PlanPanel::PlanPanel(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_form(new QFormLayout)
    , m_count(new QSpinBox)
    , m_seed(new QSpinBox)
    , m_kind(new QComboBox)
    , m_about(makeLabel(Type::small, QStringLiteral("text2")))
    , m_run(new QPushButton)
    , m_cancel(new QPushButton)
    , m_progress(new QProgressBar)
{
    m_count->setRange(1, mostTrials);
    m_count->setGroupSeparatorShown(true);
    m_count->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_seed->setRange(0, std::numeric_limits<int>::max());
    m_kind->addItems({QString(), QString()});
    m_about->setWordWrap(true);
    m_form->setSpacing(scaled(8));
    for (QWidget* field : std::initializer_list<QWidget*>{m_count, m_seed, m_kind})
        m_form->addRow(rowLabel(), field);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(10));
    layout->addLayout(m_form);
    layout->addWidget(m_about);
    layout->addWidget(makeButtons());
    layout->addWidget(m_progress);
    layout->addStretch(1);
    m_progress->setTextVisible(false);
    m_progress->setRange(0, fineness);

    connect(m_run, &QPushButton::clicked, this, &PlanPanel::run);
    connect(m_cancel, &QPushButton::clicked, session, &Session::cancelTrials);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &PlanPanel::retranslate);
    connect(session, &Session::trialsChanged, this, &PlanPanel::showState);
    connect(session, &Session::distributionChanged, this, &PlanPanel::showState);
    retranslate();
    showState();
}

QWidget* PlanPanel::makeButtons()
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(6));
    layout->addWidget(m_run);
    layout->addWidget(m_cancel);
    layout->addStretch(1);
    m_run->setProperty("primary", true);
    return row;
}

void PlanPanel::retranslate()
{
    const auto name = [this](QWidget* field, const QString& text, const QString& tip) {
        qobject_cast<QLabel*>(m_form->labelForField(field))->setText(text);
        field->setToolTip(tip);
        field->setAccessibleName(text);
    };
    name(m_count, tr("Trials"), tr("How many connections are simulated"));
    name(m_seed, tr("Seed"), tr("The same seed gives the same trials"));
    name(m_kind, tr("Each trial"), tr("What is done for each connection"));
    m_kind->setItemText(static_cast<int>(TrialKind::emulated), tr("walks the rules"));
    m_kind->setItemText(static_cast<int>(TrialKind::drawn), tr("draws a known course"));
    const bool drawn = m_kind->currentIndex() == static_cast<int>(TrialKind::drawn);
    m_about->setText(drawn ? tr("Draws from the courses that were enumerated: some hundred million a second.")
                           : tr("Walks the packet through the rules with its own dice, as the kernel would."));
    m_run->setText(tr("&Run"));
    m_cancel->setText(tr("C&ancel"));
    m_progress->setAccessibleName(tr("Share of the trials done"));
}

void PlanPanel::showState()
{
    const TrialPlan& plan = m_session->plan();
    const bool isRunning = m_session->trialsRunning();
    const auto trials = m_session->trials();
    m_run->setEnabled(m_session->distribution() != nullptr && !isRunning);
    m_cancel->setEnabled(isRunning);
    m_progress->setVisible(isRunning);
    m_progress->setValue(trials && plan.count > 0 ? static_cast<int>(trials->done * fineness / plan.count) : 0);
    if (!m_count->hasFocus())
        m_count->setValue(static_cast<int>(std::min<std::uint64_t>(plan.count, mostTrials)));
    if (!m_seed->hasFocus())
        m_seed->setValue(static_cast<int>(plan.seed));
    if (!isRunning && !m_kind->hasFocus())
        m_kind->setCurrentIndex(static_cast<int>(plan.kind));
}

void PlanPanel::run()
{
    TrialPlan plan = m_session->plan();
    plan.count = static_cast<std::uint64_t>(m_count->value());
    plan.seed = static_cast<std::uint64_t>(m_seed->value());
    plan.kind = static_cast<TrialKind>(m_kind->currentIndex());
    m_session->runTrials(plan);
}

void PlanPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

}  // namespace natwalk
