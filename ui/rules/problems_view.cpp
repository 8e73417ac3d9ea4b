#include "ui/rules/problems_view.h"

#include "ui/labels.h"
#include "ui/panels/table_look.h"
#include "ui/session.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace natwalk {

ProblemsView::ProblemsView(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_table(new QTableView)
    , m_empty(makeLabel(Type::body, QStringLiteral("text2")))
{
    setProperty("ground", QStringLiteral("surface"));
    setAttribute(Qt::WA_StyledBackground);
    setFocusPolicy(Qt::StrongFocus);
    setTableLook(m_table, 24);
    auto* delegate = new RowDelegate(m_table);
    delegate->setHairlines(true);
    m_table->setModel(&m_model);
    m_table->setItemDelegate(delegate);
    m_table->horizontalHeader()->resizeSection(ProblemModel::severityColumn, scaled(90));
    m_table->horizontalHeader()->resizeSection(ProblemModel::placeColumn, scaled(110));
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_empty->setAlignment(Qt::AlignCenter);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table);
    layout->addWidget(m_empty);

    connect(m_session, &Session::documentChanged, this, [this] {
        if (m_session->opened())
            showProblems(m_session->opened());
    });
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (const ProblemRow& row = m_model.at(index); row.where.line > 0 && !row.inScenario)
            emit lineWanted(row.where.line);
    });
    retranslate();
}

void ProblemsView::retranslate()
{
    m_table->setAccessibleName(tr("Problems"));
    m_empty->setText(tr("Every line was understood."));
}

void ProblemsView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (m_shown)
            showProblems(m_shown);
    }
    QWidget::changeEvent(event);
}

void ProblemsView::showProblems(const OpenedPtr& opened)
{
    m_shown = opened;
    m_model.show(problemRowsOf(*opened));
    m_table->setVisible(count() > 0);
    m_empty->setVisible(count() == 0);
    setFocusProxy(count() > 0 ? m_table : nullptr);
    emit countChanged();
}

}  // namespace natwalk
