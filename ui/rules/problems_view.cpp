#include "ui/rules/problems_view.h"

#include "ui/labels.h"
#include "ui/panels/table_look.h"
#include "ui/session.h"

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
    setTableLook(m_table, 24);
    auto* delegate = new RowDelegate(m_table);
    delegate->setHairlines(true);
    m_table->setModel(&m_model);
    m_table->setItemDelegate(delegate);
    m_table->horizontalHeader()->resizeSection(ProblemModel::severityColumn, scaled(90));
    m_table->horizontalHeader()->resizeSection(ProblemModel::placeColumn, scaled(110));
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setAccessibleName(tr("Problems"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setText(tr("Every line was understood."));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table);
    layout->addWidget(m_empty);

    connect(m_session, &Session::documentChanged, this, [this] {
        if (m_session->opened())
            showProblems(*m_session->opened());
    });
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (const ProblemRow& row = m_model.at(index); row.where.line > 0 && !row.inScenario)
            emit lineWanted(row.where.line);
    });
}

void ProblemsView::showProblems(const Opened& opened)
{
    m_model.show(problemRowsOf(opened));
    m_table->setVisible(count() > 0);
    m_empty->setVisible(count() == 0);
    emit countChanged();
}

}  // namespace natwalk
