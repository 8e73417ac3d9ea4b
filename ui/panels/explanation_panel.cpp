#include "ui/panels/explanation_panel.h"

#include "trace/event_words.h"
#include "ui/labels.h"
#include "ui/panels/share_bars.h"
#include "ui/session.h"
#include "ui/words/explanation.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace natwalk {

namespace {

QLabel* makeParagraph(Type type, const QString& ink = {})
{
    QLabel* label = makeLabel(type, ink);
    label->setWordWrap(true);
    label->setTextFormat(Qt::RichText);
    label->setTextInteractionFlags(Qt::TextBrowserInteraction);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    label->setMinimumWidth(0);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    return label;
}

/// Lines as far apart as reading wants them.
QString spaced(const QString& html) { return QStringLiteral(R"(<div style="line-height:135%">%1</div>)").arg(html); }

void showIn(QLabel* label, const QString& html)
{
    label->setText(spaced(html));
    label->setVisible(!html.isEmpty());
}

QString doubtLinks(const Trace& trace, std::size_t step)
{
    const auto assumable = assumableAt(trace, step);
    if (!assumable)
        return {};
    const QString yes = QStringLiteral("<a href=\"yes\">%1</a>").arg(ExplanationPanel::tr("Assume it matches"));
    const QString no = QStringLiteral("<a href=\"no\">%1</a>").arg(ExplanationPanel::tr("Assume it does not match"));
    const QString back = QStringLiteral("<a href=\"default\">%1</a>").arg(ExplanationPanel::tr("Back to the default"));
    QStringList links;
    if (assumable->said != true)
        links += yes;
    if (assumable->said != false)
        links += no;
    if (assumable->said)
        links += back;
    return links.join(QStringLiteral(" · "));
}

}  // namespace

ExplanationPanel::ExplanationPanel(Session* session, QWidget* parent)
    : QScrollArea(parent)
    , m_session(session)
    , m_headline(makeParagraph(Type::strong))
    , m_detail(makeParagraph(Type::body))
    , m_storyTitle(makeParagraph(Type::strong))
    , m_storyText(makeParagraph(Type::body))
    , m_bars(new ShareBars)
    , m_doubt(makeParagraph(Type::body))
    , m_next(makeParagraph(Type::body))
    , m_assumption(makeParagraph(Type::body, QStringLiteral("text3")))
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(scaled(14), 0, scaled(14), scaled(12));
    layout->setSpacing(0);
    layout->addWidget(m_headline);
    layout->addWidget(m_detail);
    layout->addWidget(m_doubt);
    layout->addWidget(m_storyTitle);
    layout->addWidget(m_storyText);
    layout->addWidget(m_bars);
    layout->addWidget(m_next);
    layout->addWidget(m_assumption);
    // Space above belongs to what begins there, and goes with it when it is hidden.
    for (QLabel* paragraph : {m_storyTitle, m_next, m_assumption})
        paragraph->setContentsMargins(0, scaled(12), 0, 0);
    layout->addStretch();
    setWidget(page);

    connect(m_session, &Session::traceChanged, this, &ExplanationPanel::showStep);
    connect(m_session, &Session::positionChanged, this, &ExplanationPanel::showStep);
    connect(m_assumption, &QLabel::linkActivated, this, &ExplanationPanel::assumptionsWanted);
    connect(m_doubt, &QLabel::linkActivated, this, [this](const QString& answer) {
        if (const auto assumable = assumableAt(*m_session->trace(), m_session->position()))
            m_session->assume(assumable->rule, assumable->match,
                              answer == u"default" ? std::nullopt : std::optional(answer == u"yes"));
    });
}

void ExplanationPanel::showStep()
{
    const TracePtr trace = m_session->trace();
    if (!trace)
        return;
    const std::size_t step = m_session->position();
    const Explanation explanation = explain(*trace, step, m_session->stops());
    showIn(m_headline, explanation.headline.toHtmlEscaped());
    showIn(m_detail, explanation.detail);
    showIn(m_doubt, doubtLinks(*trace, step));
    showIn(m_storyTitle, explanation.shares ? explanation.shares->title.toHtmlEscaped() : QString());
    showIn(m_storyText, explanation.shares ? explanation.shares->text.toHtmlEscaped() : QString());
    m_bars->setRows(explanation.shares ? explanation.shares->rows : std::vector<ShareRow>());
    m_bars->setVisible(explanation.shares.has_value());
    showIn(m_next, explanation.next);
    const QString see = tr("See…");
    showIn(m_assumption, explanation.assumption.isEmpty()
                             ? QString()
                             : QStringLiteral("%1 <a href=\"#\">%2</a>").arg(explanation.assumption, see));
    fitPage();
}

/// As wide as there is room, as high as its words are at that width.
void ExplanationPanel::fitPage()
{
    const int width = viewport()->width();
    QLayout* layout = widget()->layout();
    layout->invalidate();
    widget()->resize(width, std::max(layout->totalHeightForWidth(width), viewport()->height()));
}

void ExplanationPanel::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    fitPage();
}

void ExplanationPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        showStep();
    QScrollArea::changeEvent(event);
}

}  // namespace natwalk
