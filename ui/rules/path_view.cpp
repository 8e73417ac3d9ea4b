#include "ui/rules/path_view.h"

#include "syntax/writer.h"
#include "ui/icons.h"
#include "ui/panels/table_look.h"
#include "ui/rules/rule_marks.h"
#include "ui/session.h"
#include "ui/theme.h"
#include "ui/translate.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace natwalk {

namespace {

constexpr double rowHeight = 24;

/// Adds to a row what words alone do not say: the mark of the current step, ticks and crosses, NAT's pill, breakpoints.
class PathDelegate : public RowDelegate
{
public:
    PathDelegate(const Session* session, const PathModel* model, QObject* parent)
        : RowDelegate(parent)
        , m_session(session)
        , m_model(model)
    {
        setHairlines(true);
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const PathRow& row = m_model->at(index);
        const QRect text = textPlace(option.rect, index);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        paintGround(painter, option, index);
        switch (index.column()) {
        case PathModel::chainColumn:
            paintPlaceMark(painter, option.rect, row.rule != noRule && m_session->hasBreakpoint(row.rule),
                           index.row() == currentRow());
            paintText(painter, text, index, Qt::ElideMiddle);
            break;
        case PathModel::comparedColumn:
            paintText(painter, text.adjusted(paintStateMark(painter, text, row.state), 0, 0, 0), index);
            break;
        case PathModel::resultColumn:
            row.translates ? paintPill(painter, text, row.result) : paintText(painter, text, index);
            break;
        default: paintText(painter, text, index);
        }
        painter->restore();
    }

private:
    static void paintPill(QPainter* painter, const QRect& cell, const QString& text)
    {
        QFont font = fontFor(Type::tiny);
        font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        const double width = QFontMetricsF(font).horizontalAdvance(text) + scaled(16);
        const QRectF pill(cell.left() - scaled(2), cell.center().y() - scaled(8) + 0.5, width, scaled(17));
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme().nat);
        painter->drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
        painter->setPen(theme().onNat);
        painter->drawText(pill, Qt::AlignCenter, text);
    }

    const Session* m_session;
    const PathModel* m_model;
};

}  // namespace

PathView::PathView(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_table(new QTableView)
    , m_delegate(new PathDelegate(session, &m_model, m_table))
{
    setTableLook(m_table, rowHeight);
    m_table->setModel(&m_model);
    m_table->setItemDelegate(m_delegate);
    m_table->horizontalHeader()->setSectionResizeMode(PathModel::ruleColumn, QHeaderView::Stretch);
    m_table->horizontalHeader()->resizeSection(PathModel::lineColumn, scaled(54));
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusProxy(m_table);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table);

    connect(m_session, &Session::traceChanged, this, &PathView::showTrace);
    connect(m_session, &Session::positionChanged, this, &PathView::showPosition);
    connect(m_session, &Session::breakpointsChanged, m_table->viewport(), qOverload<>(&QWidget::update));
    connect(m_table, &QTableView::clicked, this, &PathView::selectRow);
    connect(m_table, &QTableView::activated, this, &PathView::jumpToRow);
}

void PathView::showTrace()
{
    m_table->setAccessibleName(tr("Rules on the path"));
    m_model.showTrace(m_session->trace());
    fitColumns();
    showPosition();
}

void PathView::showPosition()
{
    const int row = m_model.rowOf(m_session->position());
    m_delegate->setCurrentRow(row);
    m_table->clearSelection();
    if (row >= 0)
        m_table->scrollTo(m_model.index(row, 0));
    m_table->viewport()->update();
}

void PathView::selectRow(const QModelIndex& index)
{
    const PathRow& row = m_model.at(index);
    if (row.chain != noChain)
        m_session->select({row.chain, row.rule});
}

void PathView::jumpToRow(const QModelIndex& index)
{
    const PathRow& row = m_model.at(index);
    if (row.first <= row.last)
        m_session->jumpTo(row.last);
}

/// Each column as wide as what stands in it, within limits; the rules have what is left.
void PathView::fitColumns()
{
    const bool narrow = m_table->viewport()->width() < scaled(820);
    struct Limits
    {
        int column;
        double least;
        double most;
        double beside;
    };
    const Limits columns[] = {{PathModel::chainColumn, 120, narrow ? 176.0 : 206.0, 0},
                              {PathModel::numberColumn, 34, 90, 0},
                              {PathModel::comparedColumn, narrow ? 130.0 : 150.0, narrow ? 170.0 : 210.0, 18},
                              {PathModel::resultColumn, 76, 110, 4}};
    for (const Limits& limits : columns)
        m_table->horizontalHeader()->resizeSection(
            limits.column,
            std::clamp(widthWanted(limits.column) + scaled(limits.beside), scaled(limits.least), scaled(limits.most)));
    m_table->setColumnHidden(PathModel::lineColumn, narrow);
    m_model.setBrief(narrow);
}

int PathView::widthWanted(int column) const
{
    constexpr int enough = 200;
    int width = 0;
    for (int row = 0; row < std::min(m_model.rowCount(), enough); ++row)
        width = std::max(width, m_table->sizeHintForIndex(m_model.index(row, column)).width());
    return width;
}

void PathView::copyRule(bool kernelName)
{
    const RuleId rule = m_session->selection().rule;
    if (rule == noRule)
        return;
    const Ruleset& ruleset = *m_session->ruleset();
    QGuiApplication::clipboard()->setText(qstring(kernelName ? ruleset.kernelName(rule) : write(ruleset, rule)));
}

/// What may be assumed of a row's rule.
std::optional<Assumable> PathView::assumableOf(const PathRow& row) const
{
    const TracePtr trace = m_session->trace();
    if (row.rule == noRule || !trace)
        return {};
    std::optional<Assumable> found;
    for (std::size_t step = row.first; step <= row.last && step < trace->steps.size(); ++step) {
        const bool doubted = std::holds_alternative<Doubted>(trace->steps[step].event);
        if (const auto here = assumableAt(*trace, step); here && here->rule == row.rule && (!found || doubted))
            found = here;
    }
    return found;
}

void PathView::addAssumptions(QMenu& menu, const Assumable& assumable)
{
    menu.addSeparator();
    const auto add = [&](const QString& text, std::optional<bool> holds) {
        QAction* action = menu.addAction(
            text, this, [this, assumable, holds] { m_session->assume(assumable.rule, assumable.match, holds); });
        action->setEnabled(assumable.said != holds);
    };
    add(tr("Assume It Matches"), true);
    add(tr("Assume It Does Not Match"), false);
    add(tr("Back to the Default"), std::nullopt);
}

std::unique_ptr<QMenu> PathView::menuFor(const QModelIndex& index)
{
    auto menu = std::make_unique<QMenu>(this);
    menu->addAction(tr("Go There"), this, [this, index] { jumpToRow(index); });
    menu->addAction(icon(QStringLiteral("copy")), tr("Copy Rule"), this, [this] { copyRule(false); });
    menu->addAction(tr("Copy the Kernel's Name of It"), this, [this] { copyRule(true); });
    if (m_session->selection().rule != noRule)
        menu->addAction(icon(QStringLiteral("breakpoint"), &Theme::drop), tr("Toggle Breakpoint"), this,
                        [this] { m_session->toggleBreakpoint(m_session->selection().rule); });
    if (const auto assumable = assumableOf(m_model.at(index)))
        addAssumptions(*menu, *assumable);
    return menu;
}

void PathView::contextMenuEvent(QContextMenuEvent* event)
{
    const QModelIndex index = m_table->indexAt(m_table->viewport()->mapFromGlobal(event->globalPos()));
    if (!index.isValid())
        return;
    selectRow(index);
    menuFor(index)->exec(event->globalPos());
}

void PathView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

void PathView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        showTrace();
    QWidget::changeEvent(event);
}

}  // namespace natwalk
