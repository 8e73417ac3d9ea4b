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

/// Changed values stand on NAT's ground.
class FieldDelegate : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (index.column() == PacketModel::nowColumn && index.data().toString() != u"=") {
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme().natGround);
            painter->drawRoundedRect(option.rect.adjusted(scaled(1), scaled(1), -scaled(2), -scaled(1)), scaled(4),
                                     scaled(4));
        }
        paintText(painter, textPlace(option.rect, index).adjusted(0, 0, scaled(8), 0), index);
        painter->restore();
    }

    /// A little closer than elsewhere: two IPv4 addresses have to fit beside each other.
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        return RowDelegate::sizeHint(option, index) - QSize(scaled(5), 0);
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
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new FieldDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setAccessibleName(tr("Packet"));
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
    m_model.show(trace ? packetFieldsOf(*trace, m_session->position()) : std::vector<PacketField>());
    m_table->updateGeometry();
    fitColumns();
}

/// The field's name in full, what it was in at most half of the rest, what it is now in what remains.
void PacketPanel::fitColumns()
{
    const auto wanted = [this](int column) {
        int width = 0;
        for (int row = 0; row < m_model.rowCount(); ++row)
            width = std::max(width, m_table->sizeHintForIndex(m_model.index(row, column)).width());
        return width;
    };
    QHeaderView* header = m_table->horizontalHeader();
    const int field = std::max(wanted(PacketModel::fieldColumn), header->sectionSizeHint(PacketModel::fieldColumn));
    const int rest = m_table->width() - field;
    header->resizeSection(PacketModel::fieldColumn, field);
    header->resizeSection(PacketModel::entryColumn, std::max(std::min(wanted(PacketModel::entryColumn), rest / 2),
                                                             header->sectionSizeHint(PacketModel::entryColumn)));
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
