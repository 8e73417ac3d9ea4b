#include "ui/panels/saved_packets_panel.h"

#include "ui/labels.h"
#include "ui/session.h"
#include "ui/translate.h"

#include <QEvent>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace natwalk {

namespace {

constexpr int summaryRole = Qt::UserRole + 1;

QVariant packetValue(const ScenarioPacket& packet, int role)
{
    switch (role) {
    case Qt::DisplayRole: return QString::fromStdString(packet.id);
    case Qt::ToolTipRole:
    case summaryRole: return qstring(toText(packet.packet));
    default: return {};
    }
}

/// Two lines: the packet's name, and what it is.
class PacketDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {scaled(100), scaled(44)}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect box = option.rect.adjusted(scaled(6), scaled(1), -scaled(6), -scaled(1));
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme().header);
            painter->drawRoundedRect(box, scaled(6), scaled(6));
        }
        const QRect text = box.adjusted(scaled(8), scaled(4), -scaled(8), -scaled(4));
        write(painter, text, Qt::AlignTop, Type::strong, theme().text, index.data().toString());
        write(painter, text, Qt::AlignBottom, Type::ruleSecond, theme().text3, index.data(summaryRole).toString());
        painter->restore();
    }

private:
    static void write(QPainter* painter, const QRect& place, Qt::Alignment where, Type type, const QColor& ink,
                      const QString& text)
    {
        painter->setFont(fontFor(type));
        painter->setPen(ink);
        painter->drawText(place, static_cast<int>(where | Qt::AlignLeft),
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
    }
};

}  // namespace

SavedPacketsPanel::SavedPacketsPanel(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_model({{[] { return tr("Packet"); }, packetValue}})
    , m_list(new QListView)
    , m_empty(makeLabel(Type::body, QStringLiteral("text3")))
{
    setProperty("ground", QStringLiteral("surface"));
    setAttribute(Qt::WA_StyledBackground);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new PacketDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_empty->setWordWrap(true);
    m_empty->setContentsMargins(scaled(14), scaled(12), scaled(14), 0);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, scaled(6), 0, 0);
    layout->addWidget(m_empty);
    layout->addWidget(m_list);
    connect(m_session, &Session::documentChanged, this, &SavedPacketsPanel::showPackets);
    connect(m_session, &Session::traceChanged, this, &SavedPacketsPanel::showCurrent);
    const auto ask = [this](const QModelIndex& index) { m_session->askSaved(m_model.at(index).id); };
    connect(m_list, &QListView::clicked, this, ask);
    connect(m_list, &QListView::activated, this, ask);
    retranslate();
}

void SavedPacketsPanel::retranslate()
{
    m_list->setAccessibleName(tr("Saved packets"));
    m_empty->setText(tr("No scenario beside this dump."));
}

void SavedPacketsPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SavedPacketsPanel::showPackets()
{
    const bool has = m_session->opened() && m_session->opened()->scenario;
    m_model.show(has ? m_session->opened()->scenario->packets : std::vector<ScenarioPacket>());
    m_list->setVisible(m_model.rowCount() > 0);
    m_empty->setVisible(m_model.rowCount() == 0);
}

void SavedPacketsPanel::showCurrent()
{
    const std::string name = m_session->asked().packetName.toStdString();
    const auto found = std::ranges::find(m_model.rows(), name, &ScenarioPacket::id);
    const bool known = found != m_model.rows().end();
    m_list->setCurrentIndex(known ? m_model.index(static_cast<int>(found - m_model.rows().begin()), 0) : QModelIndex());
}

}  // namespace natwalk
