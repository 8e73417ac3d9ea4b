#include "ui/status_line.h"

#include "ui/icons.h"
#include "ui/labels.h"
#include "ui/session.h"
#include "ui/translate.h"

#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QStringList>

#include <algorithm>

namespace natwalk {

namespace {

/// The last folder and the file: enough to tell two apart, short enough to stand there.
QString shortPath(const Opened& opened)
{
    if (opened.path.isEmpty())
        return opened.name;
    const QFileInfo info(opened.path);
    return info.absoluteDir().dirName() + u'/' + info.fileName();
}

QString families(const Document& document)
{
    QStringList names;
    for (const RulesetPtr& ruleset : document.rulesets)
        names += ruleset->family() == Family::ipv4 ? QStringLiteral("IPv4") : QStringLiteral("IPv6");
    names.removeDuplicates();
    return names.join(u' ');
}

QString timeText(double seconds)
{
    const double milliseconds = seconds * 1000;
    return StatusLine::tr("read in %1 ms").arg(QLocale().toString(milliseconds, 'f', milliseconds < 10 ? 1 : 0));
}

std::size_t doubtsOf(const Trace& trace)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        trace.steps, [](const Step& step) { return std::holds_alternative<Doubted>(step.event); }));
}

}  // namespace

StatusLine::StatusLine(Session* session, QWidget* parent)
    : QStatusBar(parent)
    , m_session(session)
    , m_file(makeLabel(Type::ruleSecond, QStringLiteral("text2")))
    , m_counts(makeLabel(Type::small, QStringLiteral("text2")))
    , m_problem(makeLabel(Type::small))
    , m_doubtSymbol(new QLabel)
    , m_doubts(makeLabel(Type::small, QStringLiteral("text2")))
    , m_assumptions(new QPushButton)
{
    setSizeGripEnabled(false);
    setFixedHeight(scaled(26));
    m_assumptions->setProperty("link", true);
    m_assumptions->setFont(fontFor(Type::small));
    m_assumptions->setCursor(Qt::PointingHandCursor);
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(scaled(12), 0, scaled(12), 0);
    layout->setSpacing(scaled(14));
    layout->addWidget(m_file);
    layout->addWidget(m_counts);
    layout->addWidget(m_problem, 1);
    auto* doubts = new QHBoxLayout;
    doubts->setSpacing(scaled(5));
    doubts->addWidget(m_doubtSymbol);
    doubts->addWidget(m_doubts);
    layout->addLayout(doubts);
    layout->addWidget(m_assumptions);
    addWidget(row, 1);
    for (QLabel* label : {m_counts, m_problem})
        label->setMinimumWidth(0);
    m_counts->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);

    connect(m_session, &Session::documentChanged, this, &StatusLine::showDocument);
    connect(m_session, &Session::traceChanged, this, &StatusLine::showTrace);
    connect(m_session, &Session::hostChanged, this, &StatusLine::showDocument);
    connect(m_assumptions, &QPushButton::clicked, this, &StatusLine::assumptionsWanted);
    showDocument();
    showTrace();
}

void StatusLine::showDocument()
{
    const OpenedPtr opened = m_session->opened();
    m_file->setText(opened ? shortPath(*opened) : QString());
    m_file->setToolTip(opened ? opened->path : QString());
    m_counts->clear();
    m_assumptions->hide();
    if (!m_session->document())
        return;
    const Document& document = *m_session->document();
    std::size_t tables = 0;
    std::size_t chains = 0;
    std::size_t rules = 0;
    for (const RulesetPtr& ruleset : document.rulesets) {
        tables += ruleset->tableCount();
        chains += ruleset->chainCount();
        rules += ruleset->ruleCount();
    }
    const QStringList parts = {
        tr("%n table(s)", nullptr, static_cast<int>(tables)), tr("%n chain(s)", nullptr, static_cast<int>(chains)),
        tr("%n rule(s)", nullptr, static_cast<int>(rules)), families(document), timeText(opened->seconds)};
    m_counts->setText(parts.join(QStringLiteral(" · ")));
    const auto assumptions = static_cast<int>(document.host->assumptions.size() + document.host->assumedMatches.size());
    m_assumptions->setVisible(assumptions > 0);
    m_assumptions->setText(tr("%n assumption(s) about the host", nullptr, assumptions));
}

void StatusLine::showTrace()
{
    const TracePtr trace = m_session->trace();
    m_doubtSymbol->setVisible(trace != nullptr);
    m_doubts->setVisible(trace != nullptr);
    if (!trace)
        return;
    const auto doubts = static_cast<int>(doubtsOf(*trace));
    const bool none = doubts == 0;
    m_doubtSymbol->setPixmap(symbol(none ? QStringLiteral("check") : QStringLiteral("warning"),
                                    none ? theme().pass : theme().warningText, scaled(12), devicePixelRatioF()));
    m_doubts->setText(none ? tr("Nothing left unsimulated") : tr("%n step(s) only supposed", nullptr, doubts));
}

void StatusLine::showProblem(const QString& problem)
{
    m_problem->setText(problem);
    QPalette palette = m_problem->palette();
    palette.setColor(QPalette::WindowText, theme().failText);
    m_problem->setPalette(palette);
}

void StatusLine::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        showDocument();
        showTrace();
    }
    QStatusBar::changeEvent(event);
}

}  // namespace natwalk
