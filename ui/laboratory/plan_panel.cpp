#include "ui/laboratory/plan_panel.h"

#include "ui/labels.h"
#include "ui/session.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace natwalk {

namespace {

constexpr int mostTrials = 2'000'000'000;
constexpr int mostRequests = 1'000;
constexpr int mostReplicas = 100'000;
constexpr double mostPace = 1e6;
constexpr double mostSeconds = 1e6;
constexpr int fineness = 1000;

ClientPlan clientsOf(PlanPanel::Habit habit)
{
    switch (habit) {
    case PlanPanel::oneClient: return {.count = 1, .connectionsPerSecond = 1};
    case PlanPanel::manyClients: return {.count = 100, .connectionsPerSecond = 10};
    case PlanPanel::keepAlive:
        return {.count = 100, .requestsPerConnection = 10, .connectionsPerSecond = 10, .secondsOpen = 60};
    default: return {};
    }
}

}  // namespace

PlanPanel::PlanPanel(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_form(new QFormLayout)
    , m_count(new QSpinBox)
    , m_seed(new QSpinBox)
    , m_kind(new QComboBox)
    , m_habit(new QComboBox)
    , m_clients(new QSpinBox)
    , m_network(new QLineEdit)
    , m_pace(new QDoubleSpinBox)
    , m_requests(new QSpinBox)
    , m_open(new QDoubleSpinBox)
    , m_replicas(new QSpinBox)
    , m_samePort(new QCheckBox)
    , m_about(makeLabel(Type::small, QStringLiteral("text2")))
    , m_run(new QPushButton)
    , m_cancel(new QPushButton)
    , m_progress(new QProgressBar)
    , m_trialLabel(makeLabel(Type::small, QStringLiteral("text2")))
    , m_trial(new QSpinBox)
    , m_showTrial(new QPushButton)
{
    addFields();
    m_about->setWordWrap(true);
    m_progress->setTextVisible(false);
    m_progress->setRange(0, fineness);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(8));
    layout->addLayout(m_form);
    layout->addWidget(m_samePort);
    layout->addWidget(m_about);
    layout->addWidget(makeButtons());
    layout->addWidget(m_progress);
    layout->addStretch(1);
    layout->addWidget(makeTrialRow());
    retranslate();
    showPlan(session->plan());
    followTrials();
    listen();
}

void PlanPanel::addFields()
{
    m_count->setRange(1, mostTrials);
    m_seed->setRange(0, std::numeric_limits<int>::max());
    m_kind->addItems({QString(), QString()});
    m_habit->addItems({QString(), QString(), QString(), QString(), QString()});
    m_clients->setRange(1, static_cast<int>(ClientPlan::mostClients));
    m_requests->setRange(1, mostRequests);
    m_replicas->setRange(1, mostReplicas);
    m_pace->setRange(0, mostPace);
    m_open->setRange(0, mostSeconds);
    m_network->setFont(fontFor(Type::rule));
    for (QSpinBox* box : {m_count, m_clients, m_requests, m_replicas}) {
        box->setGroupSeparatorShown(true);
        box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    }
    for (QDoubleSpinBox* box : {m_pace, m_open}) {
        box->setDecimals(1);
        box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    }
    m_form->setHorizontalSpacing(scaled(8));
    m_form->setVerticalSpacing(scaled(5));
    for (QWidget* field : std::initializer_list<QWidget*>{m_count, m_seed, m_kind, m_habit, m_clients, m_network,
                                                          m_pace, m_requests, m_open, m_replicas})
        m_form->addRow(makeLabel(Type::small, QStringLiteral("text2")), field);
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

QWidget* PlanPanel::makeTrialRow()
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(6));
    layout->addWidget(m_trialLabel);
    layout->addWidget(m_trial, 1);
    layout->addWidget(m_showTrial);
    m_trialLabel->setBuddy(m_trial);
    m_trial->setGroupSeparatorShown(true);
    return row;
}

void PlanPanel::listen()
{
    connect(m_run, &QPushButton::clicked, this, &PlanPanel::run);
    connect(m_cancel, &QPushButton::clicked, m_session, &Session::cancelTrials);
    connect(m_showTrial, &QPushButton::clicked, this,
            [this] { m_session->replayTrial(static_cast<std::uint64_t>(m_trial->value())); });
    connect(m_habit, &QComboBox::activated, this, [this](int habit) { choose(static_cast<Habit>(habit)); });
    connect(m_kind, &QComboBox::currentIndexChanged, this, &PlanPanel::showState);
    connect(m_network, &QLineEdit::textChanged, this, &PlanPanel::showHabit);
    connect(m_samePort, &QCheckBox::toggled, this, &PlanPanel::showHabit);
    for (QSpinBox* box : {m_clients, m_requests, m_replicas})
        connect(box, &QSpinBox::valueChanged, this, &PlanPanel::showHabit);
    for (QDoubleSpinBox* box : {m_pace, m_open})
        connect(box, &QDoubleSpinBox::valueChanged, this, &PlanPanel::showHabit);
    connect(m_session, &Session::trialsChanged, this, &PlanPanel::followTrials);
    connect(m_session, &Session::distributionChanged, this, &PlanPanel::showState);
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
    name(m_habit, tr("Connects"), tr("Who connects, and how"));
    name(m_clients, tr("Clients"), tr("They connect in turn, from the packet's address on"));
    name(m_network, tr("Network"), tr("Clients have the addresses of this network; empty: from the packet's on"));
    name(m_pace, tr("A second"), tr("Connections of all clients in a second; 0: all at one moment"));
    name(m_requests, tr("Requests each"), tr("Keep-alive: so many requests go over each connection"));
    name(m_open, tr("Open for"), tr("How long a TCP connection stays open; 0: closed at once"));
    name(m_replicas, tr("Histories"), tr("So many histories, independent of each other, share the trials"));
    m_open->setSuffix(tr(" s"));
    m_network->setPlaceholderText(QStringLiteral("10.0.0.0/24"));
    m_samePort->setText(tr("&Always from the same port"));
    m_samePort->setToolTip(tr("Else each connection of a client comes from the next source port"));
    m_kind->setItemText(static_cast<int>(TrialKind::emulated), tr("walks the rules"));
    m_kind->setItemText(static_cast<int>(TrialKind::drawn), tr("draws a known course"));
    const QString habits[] = {tr("each alone"), tr("one client, on and on"), tr("many clients"), tr("with keep-alive"),
                              tr("as below")};
    for (int habit = eachAlone; habit <= own; ++habit)
        m_habit->setItemText(habit, habits[habit]);
    m_run->setText(tr("&Run"));
    m_cancel->setText(tr("C&ancel"));
    m_trialLabel->setText(tr("&Trial"));
    m_trial->setAccessibleName(tr("Number of a trial, from 0"));
    m_showTrial->setText(tr("&Show"));
    m_showTrial->setToolTip(tr("Shows the walk of this trial in the window, with what the trials before it left"));
    m_progress->setAccessibleName(tr("Share of the trials done"));
    showState();
}

bool PlanPanel::isDrawn() const { return m_kind->currentIndex() == static_cast<int>(TrialKind::drawn); }

QString PlanPanel::about() const
{
    if (isDrawn())
        return tr("Draws from the courses that were enumerated: some hundred million a second.");
    const auto wanted = plan();
    if (!wanted)
        return tr("No such network, or one with room for fewer clients.");
    if (wanted->clients == ClientPlan{})
        return tr("Each trial walks the packet through the rules by itself, with its own dice.");
    return tr("Each connection finds what the earlier ones left: affinity, counters, taken ports, the clock. Where "
              "trials hang on each other there is no p-value.");
}

void PlanPanel::choose(Habit habit)
{
    if (habit == own)
        return;
    TrialPlan wanted = m_session->plan();
    wanted.clients = clientsOf(habit);
    wanted.replicas = 1;
    showPlan(wanted);
}

/// Puts who connects into the fields; how many trials and their seed stay as they are.
void PlanPanel::showPlan(const TrialPlan& plan)
{
    const ClientPlan& clients = plan.clients;
    m_clients->setValue(static_cast<int>(clients.clients()));
    m_network->setText(clients.network ? QString::fromStdString(toText(*clients.network)) : QString());
    m_pace->setValue(clients.connectionsPerSecond);
    m_requests->setValue(static_cast<int>(clients.requestsPerConnection));
    m_open->setValue(clients.secondsOpen);
    m_samePort->setChecked(clients.keepsPort);
    m_replicas->setValue(static_cast<int>(plan.replicas));
    showHabit();
}

/// Which of the habits the fields say.
void PlanPanel::showHabit()
{
    const auto wanted = plan();
    int habit = own;
    for (const Habit one : {eachAlone, oneClient, manyClients, keepAlive})
        if (wanted && wanted->clients == clientsOf(one))
            habit = one;
    m_habit->setCurrentIndex(habit);
    setLook(m_network, "invalid", !wanted);
    showState();
}

std::optional<TrialPlan> PlanPanel::plan() const
{
    TrialPlan plan = m_session->plan();
    plan.count = static_cast<std::uint64_t>(m_count->value());
    plan.seed = static_cast<std::uint64_t>(m_seed->value());
    plan.kind = static_cast<TrialKind>(m_kind->currentIndex());
    plan.clients = {.keepsPort = m_samePort->isChecked(),
                    .requestsPerConnection = static_cast<std::uint32_t>(m_requests->value()),
                    .connectionsPerSecond = m_pace->value(),
                    .secondsOpen = m_open->value()};
    plan.replicas = static_cast<std::uint32_t>(m_replicas->value());
    const auto count = static_cast<std::uint32_t>(m_clients->value());
    if (const QString text = m_network->text().trimmed(); !text.isEmpty()) {
        plan.clients.network = Network::from(text.toStdString());
        if (!plan.clients.network || !plan.clients.network->prefixLength() || hostsOf(*plan.clients.network) < count)
            return {};
    }
    // One client that connects when and as it likes is the packet itself.
    const bool isPlain = count == 1 && plan.clients == ClientPlan{};
    plan.clients.count = isPlain ? 0 : count;
    if (plan.kind == TrialKind::drawn) {
        plan.clients = {};
        plan.replicas = 1;
    }
    return plan;
}

void PlanPanel::showState()
{
    const TrialPlan& plan = m_session->plan();
    const bool isRunning = m_session->trialsRunning();
    const auto trials = m_session->trials();
    m_run->setEnabled(m_session->distribution() && !isRunning && this->plan());
    m_cancel->setEnabled(isRunning);
    m_progress->setVisible(isRunning);
    const bool hasTrials = trials && !isRunning && trials->done > 0;
    m_trial->setEnabled(hasTrials);
    m_showTrial->setEnabled(hasTrials);
    if (hasTrials)
        m_trial->setMaximum(static_cast<int>(std::min<std::uint64_t>(trials->done - 1, mostTrials)));
    m_progress->setValue(trials && plan.count > 0 ? static_cast<int>(trials->done * fineness / plan.count) : 0);
    for (QWidget* field : std::initializer_list<QWidget*>{m_habit, m_clients, m_network, m_pace, m_requests, m_open,
                                                          m_replicas, m_samePort})
        field->setEnabled(!isDrawn());
    m_about->setText(about());
}

void PlanPanel::followTrials()
{
    const TrialPlan& plan = m_session->plan();
    if (!m_count->hasFocus())
        m_count->setValue(static_cast<int>(std::min<std::uint64_t>(plan.count, mostTrials)));
    if (!m_seed->hasFocus())
        m_seed->setValue(static_cast<int>(plan.seed));
    showState();
}

void PlanPanel::run()
{
    if (const auto wanted = plan()) {
        m_session->measure({});
        m_session->runTrials(*wanted);
    }
}

void PlanPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

}  // namespace natwalk
