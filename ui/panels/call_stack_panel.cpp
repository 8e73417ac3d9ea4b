#include "ui/panels/call_stack_panel.h"

#include "ui/names.h"
#include "ui/panels/table_look.h"
#include "ui/session.h"
#include "ui/steps/deciding_step.h"
#include "ui/theme.h"
#include "ui/translate.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace natwalk {

namespace {

constexpr double rowHeight = 22;
constexpr qsizetype longestName = 28;  ///< as long as the kernel lets a chain's name be

QVariant numberOf(const Ruleset& ruleset, const Frame& frame, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return frame.rule == noRule ? QString() : QStringLiteral("#%1").arg(ruleset.numberOf(frame.rule));
    case Qt::FontRole: return fontFor(Type::table);
    case Qt::ForegroundRole: return theme().text2;
    default: return {};
    }
}

QVariant nameOf(const Ruleset& ruleset, const Frame& frame, int role)
{
    const QString title = fullTitleOf(ruleset, frame.chain);
    switch (role) {
    case Qt::DisplayRole: return serviceOf(ruleset, frame.chain).isEmpty() ? elidedName(title, longestName) : title;
    case Qt::ToolTipRole: return title;
    case Qt::FontRole: return fontFor(Type::table);
    default: return {};
    }
}

}  // namespace

StackModel::StackModel(QObject* parent)
    : TableModel({{[] { return CallStackPanel::tr("Chain"); },
                   [this](const Frame& frame, int role) { return nameOf(*m_ruleset, frame, role); }},
                  {[] { return CallStackPanel::tr("Rule"); },
                   [this](const Frame& frame, int role) { return numberOf(*m_ruleset, frame, role); }, Qt::AlignRight}},
                 parent)
{}

void StackModel::showStack(const TracePtr& trace, std::size_t step)
{
    m_ruleset = trace ? trace->ruleset : nullptr;
    std::vector<Frame> frames = trace ? callStack(*trace, step) : std::vector<Frame>();
    std::ranges::reverse(frames);
    show(std::move(frames));
}

CallStackPanel::CallStackPanel(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_table(new FittedTable)
    , m_delegate(new RowDelegate(m_table))
{
    setTableLook(m_table, rowHeight);
    m_table->setModel(&m_model);
    m_table->setItemDelegate(m_delegate);
    m_table->horizontalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, scaled(8));
    layout->addWidget(m_table);

    showStack();
    connect(m_session, &Session::traceChanged, this, &CallStackPanel::showStack);
    connect(m_session, &Session::positionChanged, this, &CallStackPanel::showStack);
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& index) {
        m_session->select({m_model.at(index).chain, m_model.at(index).rule});
    });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        if (const auto step = stepOfRule(*m_session->trace(), m_model.at(index).rule))
            m_session->jumpTo(*step);
    });
}

void CallStackPanel::showStack()
{
    m_table->setAccessibleName(tr("Call stack"));
    m_model.showStack(m_session->trace(), m_session->position());
    m_delegate->setCurrentRow(m_model.rowCount() > 0 ? 0 : -1);
    m_table->updateGeometry();
}

void CallStackPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        showStack();
    QWidget::changeEvent(event);
}

}  // namespace natwalk
