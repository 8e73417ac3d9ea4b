#include "ui/panels/packet_panel.h"

#include "ui/panels/table_look.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QTableView>
#include <QVBoxLayout>

namespace natwalk {

namespace {

/// Changed values stand on NAT's ground.
class FieldDelegate : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const bool changed = index.column() == PacketModel::nowColumn && index.data().toString() != u"=";
        if (changed) {
            painter->save();
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme().natGround);
            painter->drawRoundedRect(option.rect.adjusted(0, scaled(1), -scaled(8), -scaled(1)), scaled(4), scaled(4));
            painter->restore();
        }
        RowDelegate::paint(painter, option, index);
    }
};

constexpr double rowHeight = 22;

} // namespace

PacketPanel::PacketPanel(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_table(new QTableView)
{
    setTableLook(m_table, rowHeight);
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new FieldDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setAccessibleName(tr("Packet"));
    QHeaderView* header = m_table->horizontalHeader();
    header->setSectionResizeMode(PacketModel::fieldColumn, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(PacketModel::entryColumn, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(PacketModel::nowColumn, QHeaderView::Stretch);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(6), 0, 0, scaled(8));
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
    setRowsShown(m_table, m_model.rowCount());
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

} // namespace natwalk
