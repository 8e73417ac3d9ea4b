#include "ui/rules/ways_view.h"

#include "ui/labels.h"
#include "ui/panels/table_look.h"
#include "ui/service_packets.h"
#include "ui/session.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <span>

namespace natwalk {

namespace {

std::vector<WayRow> waysTo(const Session& session, const ServicePlace& place)
{
    const DocumentPtr document = session.document();
    const Service& service = serviceAt(session, place);
    const Family family = document->rulesets[place.ruleset]->family();
    std::vector<WayRow> rows;
    auto matrix = waysMatrix(document, family, std::span(&service, 1));
    for (WayCell& cell : matrix.front())
        rows.push_back({service.waysIn[cell.way], std::move(cell)});
    return rows;
}

}  // namespace

WaysView::WaysView(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_table(new QTableView)
    , m_empty(makeLabel(Type::body, QStringLiteral("text2")))
    , m_delegate(new RowDelegate(m_table))
{
    setProperty("ground", QStringLiteral("surface"));
    setAttribute(Qt::WA_StyledBackground);
    setTableLook(m_table, 24);
    m_delegate->setHairlines(true);
    m_table->setModel(&m_model);
    m_table->setItemDelegate(m_delegate);
    QHeaderView* header = m_table->horizontalHeader();
    header->resizeSection(WayModel::wayColumn, scaled(200));
    header->resizeSection(WayModel::clientColumn, scaled(150));
    header->resizeSection(WayModel::endsColumn, scaled(320));
    header->resizeSection(WayModel::seenColumn, scaled(160));
    header->setStretchLastSection(true);
    m_empty->setAlignment(Qt::AlignCenter);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table);
    layout->addWidget(m_empty);

    connect(m_session, &Session::traceChanged, this, &WaysView::showWays);
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex& index) { m_session->askPacket(Packet(m_model.at(index).cell.packet)); });
    connect(m_table, &QTableView::clicked, this,
            [this](const QModelIndex& index) { m_session->askPacket(Packet(m_model.at(index).cell.packet)); });
    retranslate();
    showWays();
}

void WaysView::showWays()
{
    const auto aim = serviceAimedAt(*m_session);
    m_model.show(aim ? waysTo(*m_session, *aim) : std::vector<WayRow>());
    m_table->setVisible(m_model.rowCount() > 0);
    m_empty->setVisible(m_model.rowCount() == 0);
    showCurrent();
}

/// The row of the packet that is traced.
void WaysView::showCurrent()
{
    int current = -1;
    const auto question = m_session->question();
    for (std::size_t row = 0; question && row < m_model.rows().size(); ++row) {
        const Packet& packet = m_model.rows()[row].cell.packet;
        if (packet.in == question->packet.in && packet.dst == question->packet.dst
            && packet.src.isLoopback() == question->packet.src.isLoopback())
            current = static_cast<int>(row);
    }
    m_delegate->setCurrentRow(current);
}

void WaysView::retranslate()
{
    m_table->setAccessibleName(tr("All ways in"));
    m_empty->setText(tr("The packet is sent to no service."));
}

void WaysView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showWays();
    }
    QWidget::changeEvent(event);
}

}  // namespace natwalk
