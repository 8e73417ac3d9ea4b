#include "ui/panels/packet_panel.h"

#include "ui/panels/table_look.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace natwalk {

namespace {

constexpr double margin = 14;  ///< of the names; the header has the same
constexpr double rightMargin = 8;
constexpr double pillPadding = 6;
/// Between columns: less where two long addresses have to stand beside each other.
constexpr double wideGap = 14;
constexpr double narrowGap = 4;

/// Changed values stand on NAT's ground.
class FieldDelegate : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        QRect text = option.rect;
        if (index.column() == PacketModel::fieldColumn)
            text.setLeft(text.left() + scaled(margin));
        if (index.column() == PacketModel::nowColumn) {
            text.adjust(scaled(pillPadding), 0, -scaled(rightMargin), 0);
            if (index.data().toString() != u"=")
                paintPill(painter, text, sizeHint(option, index).width());
        }
        paintText(painter, text, index, Qt::ElideMiddle);
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& index) const override
    {
        const QFontMetrics metrics(index.data(Qt::FontRole).value<QFont>());
        return {metrics.horizontalAdvance(index.data().toString()) + 1, metrics.height()};
    }

private:
    static void paintPill(QPainter* painter, const QRect& text, int wanted)
    {
        constexpr double least = 100;
        QRect rect = text.adjusted(-scaled(pillPadding), scaled(1), 0, -scaled(1));
        rect.setWidth(std::min(rect.width(), std::max(wanted, scaled(least)) + scaled(2 * pillPadding)));
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme().natGround);
        painter->drawRoundedRect(rect, scaled(4), scaled(4));
    }
};

constexpr double rowHeight = 22;

}  // namespace

PacketPanel::PacketPanel(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_table(new FittedTable)
{
    setTableLook(m_table, rowHeight);
    m_table->setObjectName(QStringLiteral("packetTable"));
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new FieldDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QHeaderView* header = m_table->horizontalHeader();
    header->setSectionResizeMode(PacketModel::nowColumn, QHeaderView::Stretch);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, scaled(8));
    layout->addWidget(m_table);
    connect(m_session, &Session::traceChanged, this, &PacketPanel::showPacket);
    connect(m_session, &Session::positionChanged, this, &PacketPanel::showPacket);
    connect(m_table, &QTableView::clicked, this, &PacketPanel::goToWriter);
    connect(m_table, &QTableView::activated, this, &PacketPanel::goToWriter);
}

void PacketPanel::showPacket()
{
    const TracePtr trace = m_session->trace();
    m_table->setAccessibleName(tr("Packet"));
    m_model.show(trace ? packetFieldsOf(*trace, m_session->position()) : std::vector<PacketField>());
    m_table->updateGeometry();
    fitColumns();
}

/// Names and values in full where they have room; what is left goes between them, then to the right. Where they have
/// none (IPv6), the two addresses share it.
void PacketPanel::fitColumns()
{
    QHeaderView* header = m_table->horizontalHeader();
    const auto wanted = [this, header](int column) {
        int width = header->fontMetrics().horizontalAdvance(m_model.headerData(column, Qt::Horizontal).toString());
        for (int row = 0; row < m_model.rowCount(); ++row)
            width = std::max(width, m_table->sizeHintForIndex(m_model.index(row, column)).width());
        return width;
    };
    const int field = wanted(PacketModel::fieldColumn) + scaled(margin);
    const int entry = wanted(PacketModel::entryColumn);
    const int around = scaled(2 * pillPadding + rightMargin);
    const int both = m_table->viewport()->width() - field - around;
    const int rest = both - wanted(PacketModel::nowColumn);
    const int gap = std::clamp((rest - entry) / 2, scaled(narrowGap), scaled(wideGap));
    header->resizeSection(PacketModel::fieldColumn, field + gap);
    header->resizeSection(PacketModel::entryColumn, std::min(entry, std::max(both / 2, rest) - 2 * gap) + gap);
}

void PacketPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

void PacketPanel::goToWriter(const QModelIndex& index)
{
    if (const auto step = m_model.at(index).writtenAt; step && index.column() == PacketModel::nowColumn)
        m_session->jumpTo(*step);
}

void PacketPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        showPacket();
    QWidget::changeEvent(event);
}

}  // namespace natwalk
