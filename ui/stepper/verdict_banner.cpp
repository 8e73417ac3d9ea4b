#include "ui/stepper/verdict_banner.h"

#include "ui/icons.h"
#include "ui/labels.h"
#include "ui/session.h"
#include "ui/steps/deciding_step.h"
#include "ui/translate.h"
#include "ui/words/share_words.h"
#include "ui/words/verdict_words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>

namespace natwalk {

namespace {

struct MoodLook
{
    QString symbol;
    QColor ground;
    QColor mark;
    QColor text;
};

MoodLook lookOf(const Trace& trace)
{
    const Theme& now = theme();
    switch (moodOf(trace.depends ? Outcome::depends : trace.verdict.outcome)) {
    case Mood::good: return {QStringLiteral("check-circle"), now.passGround, now.pass, now.passText};
    case Mood::bad: return {QStringLiteral("cross-circle"), now.dropGround, now.drop, now.dropText};
    case Mood::unsure: break;
    }
    return {QStringLiteral("question-circle"), now.warningGround, now.current, now.warningText};
}

QPushButton* makeLink(QWidget* parent)
{
    auto* button = new QPushButton(parent);
    button->setProperty("link", true);
    button->setCursor(Qt::PointingHandCursor);
    return button;
}

/// More outcomes than this are not a menu any more; the histogram shows them all.
constexpr std::size_t longestMenu = 40;

}  // namespace

VerdictBanner::VerdictBanner(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_title(new ElidedLabel(Type::verdict))
    , m_detail(new ElidedLabel(Type::body))
    , m_shares(new ElidedLabel(Type::body))
    , m_why(makeLink(this))
    , m_check(makeLink(this))
    , m_others(makeLink(this))
    , m_outcomes(new QMenu(this))
{
    auto* first = new QHBoxLayout;
    first->setSpacing(scaled(10));
    first->addWidget(m_title);
    first->addWidget(m_detail, 1);
    auto* lines = new QVBoxLayout;
    lines->setSpacing(scaled(2));
    lines->addStretch();
    lines->addLayout(first);
    lines->addWidget(m_shares);
    lines->addStretch();
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(scaled(52), 0, scaled(14), 0);
    layout->setSpacing(scaled(8));
    layout->addLayout(lines, 1);
    layout->addWidget(m_why);
    layout->addWidget(m_check);
    layout->addWidget(m_others);
    setCompact(false);

    connect(m_session, &Session::traceChanged, this, &VerdictBanner::showVerdict);
    connect(m_session, &Session::distributionChanged, this, &VerdictBanner::showShares);
    connect(m_why, &QPushButton::clicked, this, &VerdictBanner::showWhy);
    connect(m_check, &QPushButton::clicked, this, &VerdictBanner::checkWanted);
    connect(m_others, &QPushButton::clicked, this, &VerdictBanner::showOutcomes);
    connect(m_outcomes, &QMenu::aboutToShow, this, &VerdictBanner::fillOutcomes);
    retranslate();
}

void VerdictBanner::setCompact(bool compact)
{
    m_compact = compact;
    setFixedHeight(scaled(compact ? 40 : 56));
    showShares();
}

void VerdictBanner::retranslate()
{
    m_why->setText(tr("Why?"));
    m_why->setToolTip(tr("Go to the rule that decided"));
    m_check->setText(tr("Check on the Node"));
    m_check->setToolTip(tr("Commands that check this verdict on the node"));
    m_others->setToolTip(tr("Show another course of this packet"));
    showVerdict();
}

void VerdictBanner::showVerdict()
{
    const TracePtr trace = m_session->trace();
    m_title->setText(trace ? verdictTitle(*trace) : tr("No rules for this packet"));
    m_detail->setText(trace ? verdictDetail(*trace) : tr("the document has no ruleset for its family"));
    if (trace)
        m_detail->setColour(lookOf(*trace).text);
    m_why->setEnabled(trace != nullptr);
    m_check->setEnabled(trace != nullptr);
    setAccessibleName(m_title->text() + u' ' + m_detail->text());
    showShares();
    update();
}

void VerdictBanner::showShares()
{
    const auto distribution = m_session->distribution();
    const QString sentence =
        distribution ? shareSentence(*distribution, m_session->outcome(), !m_session->asked().course) : QString();
    m_shares->setText(sentence);
    m_shares->setColour(theme().text2);
    m_shares->setVisible(!sentence.isEmpty() && !m_compact);
    m_title->setToolTip(sentence.isEmpty() ? m_title->text() : sentence);
    const int others = distribution ? static_cast<int>(distribution->outcomes.size()) - 1 : 0;
    m_others->setVisible(others > 0);
    m_others->setText(tr("Other outcomes (%1)").arg(others));
}

void VerdictBanner::showWhy()
{
    if (const TracePtr trace = m_session->trace())
        m_session->jumpTo(decidingStep(*trace));
}

void VerdictBanner::showOutcomes() { m_outcomes->popup(m_others->mapToGlobal(QPoint(0, m_others->height()))); }

void VerdictBanner::fillOutcomes()
{
    m_outcomes->clear();
    const auto distribution = m_session->distribution();
    if (!distribution)
        return;
    const auto shown = m_session->outcome();
    for (std::size_t i = 0; i < std::min(distribution->outcomes.size(), longestMenu); ++i) {
        const OutcomeShare& outcome = distribution->outcomes[i];
        QAction* action = m_outcomes->addAction(
            QStringLiteral("%1\t%2").arg(outcomeTitle(outcome), percentText(outcome.probability)));
        action->setCheckable(true);
        action->setChecked(shown == i);
        connect(action, &QAction::triggered, this, [this, course = outcome.course] { m_session->follow(course); });
    }
}

void VerdictBanner::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const TracePtr trace = m_session->trace();
    if (!trace) {
        painter.fillRect(rect(), theme().surface);
        return;
    }
    const MoodLook look = lookOf(*trace);
    painter.fillRect(rect(), look.ground);
    painter.fillRect(0, 0, scaled(4), height(), look.mark);
    const int size = scaled(22);
    painter.drawPixmap(scaled(18), (height() - size) / 2, symbol(look.symbol, look.mark, size, devicePixelRatioF()));
}

void VerdictBanner::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        showVerdict();
    QWidget::changeEvent(event);
}

}  // namespace natwalk
