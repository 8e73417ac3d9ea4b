#include "ui/panels/notice_bar.h"

#include "ui/icons.h"
#include "ui/labels.h"
#include "ui/opener.h"
#include "ui/translate.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

namespace natwalk {

namespace {

constexpr int patience = 200;  ///< milliseconds: what is read faster needs no bar

/// Errors, and lines that were left out because nothing of a ruleset is in them.
int notUnderstood(const std::vector<Diagnostic>& diagnostics)
{
    return static_cast<int>(std::ranges::count_if(diagnostics, [](const Diagnostic& one) {
        const MessageId id = one.message.id;
        return one.severity == Severity::error || id == MessageId::LineNotUnderstood || id == MessageId::CutOff;
    }));
}

/// Why nothing could be opened.
QString failure(const Opened& opened)
{
    if (opened.problem)
        return translated(*opened.problem);
    if (!opened.diagnostics.empty())
        return translated(opened.diagnostics.front().message);
    return NoticeBar::tr("There are no rules in %1.").arg(opened.name);
}

/// That the dump does not hold the routing to services: to be known before any verdict. Empty where it does.
QString denialOf(const Opened& opened)
{
    const std::vector<Finding> denials = denialsOf(*opened.kube);
    if (denials.empty())
        return {};
    return NoticeBar::tr("%1; %2.").arg(translated(denials.front().what), translated(denials.front().consequence));
}

}  // namespace

NoticeBar::NoticeBar(Opener* opener, QWidget* parent)
    : QWidget(parent)
    , m_opener(opener)
    , m_symbol(new QLabel)
    , m_sentence(makeLabel(Type::body))
    , m_progress(new QProgressBar)
    , m_show(new QPushButton)
    , m_reload(new QPushButton)
    , m_cancel(new QPushButton)
    , m_close(new QToolButton)
{
    setObjectName(QStringLiteral("notice"));
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(scaled(40));
    m_sentence->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_show->setObjectName(QStringLiteral("show"));
    m_cancel->setObjectName(QStringLiteral("cancel"));
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 1000);
    m_progress->setMaximumWidth(scaled(240));
    m_close->setIcon(icon(QStringLiteral("close")));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(scaled(16), 0, scaled(10), 0);
    layout->setSpacing(scaled(10));
    layout->addWidget(m_symbol);
    layout->addWidget(m_sentence, 1);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_progress, m_show, m_reload, m_cancel, m_close})
        layout->addWidget(widget);
    hide();
    retranslate();

    connect(m_opener, &Opener::runningChanged, this, &NoticeBar::showProgress);
    connect(m_opener, &Opener::progressed, this,
            [this] { m_progress->setValue(static_cast<int>(m_opener->shareDone() * m_progress->maximum())); });
    connect(m_opener, &Opener::finished, this, &NoticeBar::showResult);
    connect(m_opener, &Opener::fileChanged, this, &NoticeBar::offerReload);
    connect(m_reload, &QPushButton::clicked, m_opener, &Opener::reload);
    connect(m_cancel, &QPushButton::clicked, m_opener, &Opener::cancel);
    connect(m_show, &QPushButton::clicked, this, &NoticeBar::problemsWanted);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
}

void NoticeBar::showProgress()
{
    if (!m_opener->isRunning()) {
        if (m_progress->isVisible())
            hide();
        return;
    }
    QTimer::singleShot(patience, this, [this] {
        if (!m_opener->isRunning())
            return;
        say(QStringLiteral("note"), tr("Reading %1…").arg(m_opener->name()), false);
        m_progress->show();
        m_cancel->show();
        m_close->hide();
    });
}

void NoticeBar::showResult()
{
    const Opened& opened = *m_opener->last();
    const int errors = notUnderstood(opened.diagnostics) + notUnderstood(opened.scenarioDiagnostics);
    if (!opened.document)
        say(QStringLiteral("error"), failure(opened), opened.diagnostics.size() > 1);
    else if (opened.problem)
        say(QStringLiteral("warning"), translated(*opened.problem), false);
    else if (!denialOf(opened).isEmpty())
        say(QStringLiteral("warning"), denialOf(opened), true);
    else if (errors > 0)
        say(QStringLiteral("warning"),
            tr("%n place(s) of %1 not understood. The trace may be incomplete where they matter.", nullptr, errors)
                .arg(opened.name),
            true);
    else
        hide();
}

void NoticeBar::offerReload()
{
    say(QStringLiteral("note"), tr("%1 was changed on disk.").arg(m_opener->last()->name), false);
    m_reload->show();
}

void NoticeBar::say(const QString& severity, const QString& sentence, bool withProblems)
{
    setLook(this, "severity", severity);
    const bool error = severity == u"error";
    const QColor ink = error ? theme().dropText : theme().warningText;
    m_symbol->setVisible(severity != u"note");
    m_symbol->setPixmap(symbol(error ? QStringLiteral("cross-circle") : QStringLiteral("warning"), ink, scaled(16),
                               devicePixelRatioF()));
    m_sentence->setText(sentence.left(1).toUpper() + sentence.mid(1));
    m_sentence->setToolTip(m_sentence->text());
    m_progress->hide();
    m_reload->hide();
    m_cancel->hide();
    m_show->setVisible(withProblems);
    m_close->show();
    show();
}

void NoticeBar::retranslate()
{
    m_cancel->setText(tr("Cancel"));
    m_reload->setText(tr("Reload"));
    m_show->setText(tr("Show"));
    m_close->setToolTip(tr("Close"));
    if (m_reload->isVisible())
        offerReload();
    else if (isVisible() && !m_opener->isRunning() && m_opener->last())
        showResult();
}

/// A sentence is of its moment: none is kept for later.
void NoticeBar::hideEvent(QHideEvent* event)
{
    m_sentence->clear();
    m_sentence->setToolTip({});
    QWidget::hideEvent(event);
}

void NoticeBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

}  // namespace natwalk
