#include "ui/rules/ways_view.h"

#include "ui/labels.h"
#include "ui/panels/detail_delegate.h"
#include "ui/session.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

#include <span>

namespace natwalk {

namespace {

constexpr double rowHeight = 42;

std::vector<WayRow> waysTo(const Session& session, const ServicePlace& place)
{
    const DocumentPtr document = session.document();
    const Service& service = serviceAt(session, place);
    const Ruleset& ruleset = *document->rulesets[place.ruleset];
    return wayRowsOf(service, waysMatrix(document, ruleset.family(), std::span(&service, 1)).front(), ruleset);
}

}  // namespace

WaysView::WaysView(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_table(new QTableView)
    , m_empty(makeLabel(Type::body, QStringLiteral("text2")))
{
    setProperty("ground", QStringLiteral("surface"));
    setAttribute(Qt::WA_StyledBackground);
    setTableLook(m_table, rowHeight);
    auto* delegate = new DetailDelegate(m_table);
    delegate->setHairlines(true);
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setModel(&m_model);
    m_table->setItemDelegate(delegate);
    QHeaderView* header = m_table->horizontalHeader();
    header->setFixedHeight(scaled(26));
    header->resizeSection(WayModel::wayColumn, scaled(150));
    for (int column = WayModel::firstClientColumn; column < m_model.columnCount(); ++column)
        header->setSectionResizeMode(column, QHeaderView::Stretch);
    m_empty->setAlignment(Qt::AlignCenter);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table);
    layout->addWidget(m_empty);

    connect(m_session, &Session::traceChanged, this, &WaysView::showWays);
    connect(m_table, &QTableView::activated, this, &WaysView::trace);
    connect(m_table, &QTableView::clicked, this, &WaysView::trace);
    retranslate();
    showWays();
}

void WaysView::showWays()
{
    const auto aim = serviceAimedAt(*m_session);
    if (aim != m_shown || m_session->document() != m_document)
        m_model.show(aim ? waysTo(*m_session, *aim) : std::vector<WayRow>());
    m_shown = aim;
    m_document = m_session->document();
    if (const auto question = m_session->question())
        m_model.markCurrent(question->packet);
    m_table->setVisible(m_model.rowCount() > 0);
    m_empty->setVisible(m_model.rowCount() == 0);
}

void WaysView::trace(const QModelIndex& index)
{
    if (const WayEnd* end = m_model.endAt(index))
        m_session->askPacket(Packet(end->packet));
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
        m_document.reset();
        showWays();
    }
    QWidget::changeEvent(event);
}

}  // namespace natwalk
