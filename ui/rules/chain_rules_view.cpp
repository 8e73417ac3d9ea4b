#include "ui/rules/chain_rules_view.h"

#include "ui/panels/table_look.h"
#include "ui/rules/rule_marks.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace natwalk {

namespace {

class RulesDelegate : public RowDelegate
{
public:
    RulesDelegate(const Session* session, const ChainRulesModel* model, QObject* parent)
        : RowDelegate(parent)
        , m_session(session)
        , m_model(model)
    {
        setHairlines(true);
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QRect text = textPlace(option.rect, index);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        paintGround(painter, option, index);
        if (index.column() == ChainRulesModel::numberColumn)
            paintPlaceMark(painter, option.rect, m_session->hasBreakpoint(m_model->ruleAt(index.row())),
                           index.row() == currentRow());
        if (index.column() == ChainRulesModel::comparedColumn)
            text.adjust(paintStateMark(painter, text, m_model->stateAt(index.row())), 0, 0, 0);
        paintText(painter, text, index);
        painter->restore();
    }

private:
    const Session* m_session;
    const ChainRulesModel* m_model;
};

}  // namespace

ChainRulesView::ChainRulesView(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_table(new QTableView)
    , m_delegate(new RulesDelegate(session, &m_model, m_table))
{
    setTableLook(m_table, 24);
    m_table->setModel(&m_model);
    m_table->setItemDelegate(m_delegate);
    m_table->horizontalHeader()->setSectionResizeMode(ChainRulesModel::ruleColumn, QHeaderView::Stretch);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusProxy(m_table);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table);
    m_table->setAccessibleName(tr("Rules of the chain"));
    fitColumns();

    for (const auto signal : {&Session::traceChanged, &Session::positionChanged, &Session::selectionChanged})
        connect(m_session, signal, this, &ChainRulesView::showChain);
    connect(m_session, &Session::breakpointsChanged, m_table->viewport(), qOverload<>(&QWidget::update));
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& index) {
        m_session->select({m_model.chain(), m_model.ruleAt(index.row())});
    });
    const auto jump = [this](const QModelIndex& index) {
        if (const auto step = m_model.stepAt(index.row()))
            m_session->jumpTo(*step);
    };
    connect(m_table, &QTableView::activated, this, jump);
}

/// Only what is seen is read: chains may have thousands of rules.
void ChainRulesView::showChain()
{
    if (!isVisible())
        return;
    Selection selection = m_session->selection();
    if (selection.chain == noChain)  // between chains the last one stays
        selection.chain = m_model.trace() == m_session->trace() ? m_model.chain() : firstChain();
    const bool same = m_model.trace() == m_session->trace() && m_model.chain() == selection.chain
                      && m_position == m_session->position();
    m_position = m_session->position();
    if (!same)
        m_model.show(m_session->trace(), selection.chain, m_position);
    int row = m_model.rowOf(m_session->position());
    m_delegate->setCurrentRow(row);
    if (row < 0 && selection.rule != noRule)
        row = static_cast<int>(m_session->ruleset()->numberOf(selection.rule)) - 1;
    if (row >= 0 && row < m_model.rowCount()) {
        m_table->selectRow(row);
        m_table->scrollTo(m_model.index(row, 0));
    }
}

/// The first chain that the packet was in.
ChainId ChainRulesView::firstChain() const
{
    if (const TracePtr trace = m_session->trace())
        for (const Step& step : trace->steps)
            if (const auto* entered = std::get_if<ChainEntered>(&step.event))
                return entered->chain;
    return noChain;
}

void ChainRulesView::fitColumns()
{
    constexpr std::pair<int, double> widths[] = {{ChainRulesModel::numberColumn, 56},
                                                 {ChainRulesModel::comparedColumn, 260},
                                                 {ChainRulesModel::resultColumn, 92},
                                                 {ChainRulesModel::lineColumn, 60}};
    for (const auto& [column, width] : widths)
        m_table->horizontalHeader()->resizeSection(column, scaled(width));
}

void ChainRulesView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    showChain();
}

void ChainRulesView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_table->setAccessibleName(tr("Rules of the chain"));
        m_table->reset();
    }
    QWidget::changeEvent(event);
}

}  // namespace natwalk
