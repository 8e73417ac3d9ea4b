#include "ui/panels/chains_panel.h"

#include "ui/names.h"
#include "ui/panels/table_look.h"
#include "ui/session.h"
#include "ui/steps/deciding_step.h"
#include "ui/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace natwalk {

namespace {

constexpr double countMargins = 18;

/// Chains stand in a step under their table, and what tells them apart (their ends) stays.
class ChainDelegate : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const bool name = index.column() == ChainModel::nameColumn;
        const bool chain = index.data(Qt::ToolTipRole).toString() != QString();
        const QRect text = option.rect.adjusted(name ? scaled(chain ? 20 : 12) : 0, 0, -scaled(name ? 2 : 12), 0);
        painter->save();
        paintGround(painter, option, index);
        if (name)
            paintName(painter, text, index);
        else
            paintText(painter, text, index);
        painter->restore();
    }

private:
    static void paintName(QPainter* painter, const QRect& place, const QModelIndex& index)
    {
        const auto font = index.data(Qt::FontRole).value<QFont>();
        painter->setFont(font);
        painter->setPen(index.data(Qt::ForegroundRole).value<QColor>());
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                          fittedName(index.data().toString(), font, place.width()));
    }
};

}  // namespace

ChainsPanel::ChainsPanel(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_filter(new QLineEdit)
    , m_table(new QTableView)
    , m_delegate(new ChainDelegate(m_table))
{
    setProperty("ground", QStringLiteral("surface"));
    setAttribute(Qt::WA_StyledBackground);
    setTableLook(m_table, 24);
    m_filtered.setSourceModel(&m_model);
    m_table->setModel(&m_filtered);
    m_table->setItemDelegate(m_delegate);
    QHeaderView* header = m_table->horizontalHeader();
    header->hide();
    header->setSectionResizeMode(ChainModel::nameColumn, QHeaderView::Stretch);
    m_filter->setClearButtonEnabled(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* bar = new QVBoxLayout;
    bar->setContentsMargins(scaled(12), scaled(10), scaled(12), scaled(6));
    bar->addWidget(m_filter);
    layout->addLayout(bar);
    layout->addWidget(m_table);

    connect(m_session, &Session::traceChanged, this, &ChainsPanel::showChains);
    for (const auto signal : {&Session::positionChanged, &Session::selectionChanged})
        connect(m_session, signal, this, &ChainsPanel::showSelection);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& words) {
        m_filtered.setWords(words);
        showSelection();
    });
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (const ChainId chain = m_model.at(m_filtered.mapToSource(index)).chain; chain != noChain)
            m_session->select({chain, noRule});
    });
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        if (const TracePtr trace = m_session->trace())
            if (const auto step = stepInChain(*trace, m_model.at(m_filtered.mapToSource(index)).chain))
                m_session->jumpTo(*step);
    });
    retranslate();
}

void ChainsPanel::showChains()
{
    m_model.showChains(m_session->ruleset(), m_session->trace());
    fitCounts();
    showSelection();
}

/// The names have what the largest count leaves.
void ChainsPanel::fitCounts()
{
    std::size_t most = 0;
    for (const ChainRow& row : m_model.rows())
        most = std::max(most, row.count());
    const QFontMetrics metrics(fontFor(Type::table));
    m_table->horizontalHeader()->resizeSection(ChainModel::rulesColumn,
                                               metrics.horizontalAdvance(QString::number(most)) + scaled(countMargins));
}

void ChainsPanel::showSelection()
{
    const ChainId chain = m_session->selection().chain;
    const auto row = std::ranges::find(m_model.rows(), chain, &ChainRow::chain);
    int current = -1;
    if (chain != noChain && row != m_model.rows().end())
        current = m_filtered.mapFromSource(m_model.index(static_cast<int>(row - m_model.rows().begin()), 0)).row();
    m_delegate->setCurrentRow(current);
    if (current >= 0)
        m_table->scrollTo(m_filtered.index(current, 0));
    m_table->viewport()->update();
}

void ChainsPanel::retranslate()
{
    m_filter->setPlaceholderText(tr("Filter chains"));
    m_table->setAccessibleName(tr("Chains"));
}

void ChainsPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

}  // namespace natwalk
