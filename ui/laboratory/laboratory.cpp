#include "ui/laboratory/laboratory.h"

#include "ui/graph/flat_button.h"
#include "ui/labels.h"
#include "ui/laboratory/judgement_panel.h"
#include "ui/laboratory/measured_panel.h"
#include "ui/laboratory/plan_panel.h"
#include "ui/plots/client_map.h"
#include "ui/plots/convergence_plot.h"
#include "ui/plots/draws_view.h"
#include "ui/plots/export_button.h"
#include "ui/plots/shares_page.h"
#include "ui/plots/sources_view.h"
#include "ui/session.h"
#include "ui/translate.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QShortcut>
#include <QStackedWidget>

#include <algorithm>

namespace natwalk {

namespace {

QWidget* makeLine(bool upright)
{
    auto* line = new QWidget;
    if (upright)
        line->setFixedWidth(1);
    else
        line->setFixedHeight(1);
    line->setProperty("ground", QStringLiteral("line"));
    line->setAttribute(Qt::WA_StyledBackground);
    return line;
}

QWidget* onSurface(QWidget* widget)
{
    widget->setProperty("ground", QStringLiteral("surface"));
    widget->setAttribute(Qt::WA_StyledBackground);
    return widget;
}

/// Room around a plot.
QWidget* framed(QWidget* plot)
{
    auto* frame = onSurface(new QWidget);
    auto* layout = new QVBoxLayout(frame);
    layout->setContentsMargins(scaled(16), scaled(12), scaled(16), scaled(12));
    layout->addWidget(plot);
    return frame;
}

}  // namespace

Laboratory::Laboratory(Session* session, QWidget* parent)
    : QDialog(parent)
    , m_session(session)
    , m_pages(new QStackedWidget)
    , m_sources(new QStackedWidget)
    , m_shares(new SharesPage(session))
    , m_convergence(new ConvergencePlot(session))
    , m_draws(new DrawsView(session))
    , m_clients(new ClientMap(session))
    , m_sourcesView(new SourcesView(session))
    , m_plan(new PlanPanel(session))
    , m_measured(new MeasuredPanel(session))
    , m_judgement(new JudgementPanel(session))
    , m_question(new ElidedLabel(Type::rule))
    , m_export(new ExportButton(m_shares))
{
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    // Most of the window's width: tables have much to say.
    resize(std::max(scaled(1180), parent != nullptr ? parent->width() * 9 / 10 : 0), scaled(680));
    m_pages->addWidget(framed(m_shares));
    m_pages->addWidget(framed(m_convergence));
    m_pages->addWidget(m_draws);
    m_pages->addWidget(framed(m_clients));
    m_pages->addWidget(m_sourcesView);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(makeSources());
    middle->addWidget(makeLine(true));
    middle->addWidget(m_pages, 1);
    middle->addWidget(makeLine(true));
    middle->addWidget(m_judgement);
    m_judgement->setFixedWidth(scaled(268));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(makeLine(false));
    layout->addLayout(middle, 1);

    connect(session, &Session::traceChanged, this, &Laboratory::showQuestion);
    connect(session, &Session::measurementChanged, this, &Laboratory::followMeasurement);
    retranslate();
    showQuestion();
    showPage(sharesPage);
    if (m_session->measurement())
        followMeasurement();
    else
        showSource(trialsSource);
}

QWidget* Laboratory::makeBar()
{
    auto* bar = new QWidget;
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(scaled(16), scaled(8), scaled(16), scaled(8));
    layout->setSpacing(scaled(16));
    auto* frame = new SegmentFrame;
    auto* group = new QButtonGroup(this);
    for (std::size_t i = 0; i < m_pageButtons.size(); ++i) {
        FlatButton* button = m_pageButtons.at(i) = new FlatButton;
        frame->add(button);
        group->addButton(button);
        const auto page = static_cast<Page>(i);
        connect(button, &FlatButton::clicked, this, [this, page] { showPage(page); });
        const QKeySequence keys(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(i)));
        connect(new QShortcut(keys, this), &QShortcut::activated, this, [this, page] { showPage(page); });
    }
    layout->addWidget(frame);
    layout->addWidget(m_question, 1);
    layout->addWidget(m_export);
    return bar;
}

QWidget* Laboratory::makeSources()
{
    auto* column = onSurface(new QWidget);
    column->setFixedWidth(scaled(270));
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(scaled(16), scaled(12), scaled(16), scaled(12));
    layout->setSpacing(scaled(12));
    auto* frame = new SegmentFrame;
    auto* group = new QButtonGroup(this);
    for (std::size_t i = 0; i < m_sourceButtons.size(); ++i) {
        FlatButton* button = m_sourceButtons.at(i) = new FlatButton;
        frame->add(button);
        group->addButton(button);
        connect(button, &FlatButton::clicked, this, [this, i] { showSource(static_cast<Source>(i)); });
    }
    m_sources->addWidget(m_plan);
    m_sources->addWidget(m_measured);
    layout->addWidget(frame);
    layout->addWidget(m_sources, 1);
    return column;
}

void Laboratory::retranslate()
{
    setWindowTitle(tr("Distribution Laboratory"));
    const std::array<QString, pages> titles = {tr("Shares"), tr("Convergence"), tr("Draws"), tr("Clients"),
                                               tr("Sources")};
    for (std::size_t i = 0; i < pages; ++i) {
        m_pageButtons.at(i)->setText(titles.at(i));
        m_pageButtons.at(i)->setToolTip(QStringLiteral("Alt+%1").arg(i + 1));
    }
    m_sourceButtons[trialsSource]->setText(tr("Trials"));
    m_sourceButtons[trialsSource]->setToolTip(tr("Connections that natwalk simulates"));
    m_sourceButtons[measuredSource]->setText(tr("Measured"));
    m_sourceButtons[measuredSource]->setToolTip(tr("Counts from the cluster"));
}

void Laboratory::showPage(Page page)
{
    m_pageButtons.at(page)->setChecked(true);
    m_pages->setCurrentIndex(page);
    m_judgement->setVisible(page != sourcesPage);  // there is nothing to judge
    m_export->setExhibit(exhibit());
}

Exhibit* Laboratory::exhibit() const
{
    switch (m_pages->currentIndex()) {
    case convergencePage: return m_convergence;
    case drawsPage: return m_draws;
    case clientsPage: return m_clients;
    case sourcesPage: return m_sourcesView;
    default: return m_shares;
    }
}

/// What is chosen here stands beside the exact shares.
void Laboratory::showSource(Source source)
{
    m_sourceButtons.at(source)->setChecked(true);
    m_sources->setCurrentIndex(source);
    if (source == measuredSource)
        m_measured->apply();
    else if (m_session->measurement())
        m_session->measure({});
}

/// Whoever runs trials elsewhere in the window puts what was measured aside.
void Laboratory::followMeasurement()
{
    const bool isShown = m_sources->currentIndex() == measuredSource;
    if (m_session->measurement() && !isShown) {
        m_measured->takeOver(m_session->measurement()->input);
        showSource(measuredSource);
    } else if (!m_session->measurement() && m_session->distribution() && isShown && !m_measured->isEmpty())
        showSource(trialsSource);
}

void Laboratory::showQuestion()
{
    const auto question = m_session->question();
    m_question->setText(question ? qstring(toText(question->packet)) : QString());
    m_question->setColour(theme().text2);
}

void Laboratory::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        showQuestion();
}

}  // namespace natwalk
