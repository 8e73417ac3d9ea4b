#include "ui/panels/services_panel.h"

#include "ui/labels.h"
#include "ui/panels/detail_delegate.h"
#include "ui/service_packets.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace natwalk {

namespace {

constexpr double rowHeight = 42;
constexpr double countMargins = 14;
constexpr double sharesWidth = 120;
/// From this width on, namespaces and shares have columns of their own.
constexpr double wideEnough = 380;

}  // namespace

ServicesPanel::ServicesPanel(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_filter(new QLineEdit)
    , m_table(new QTableView)
    , m_empty(makeLabel(Type::body, QStringLiteral("text2")))
    , m_delegate(new DetailDelegate(m_table))
{
    setProperty("ground", QStringLiteral("surface"));
    setAttribute(Qt::WA_StyledBackground);
    setTableLook(m_table, rowHeight);
    m_filtered.setSourceModel(&m_model);
    m_table->setModel(&m_filtered);
    m_table->setItemDelegate(m_delegate);
    QHeaderView* header = m_table->horizontalHeader();
    header->setFixedHeight(scaled(26));
    header->setSectionResizeMode(ServiceModel::nameColumn, QHeaderView::Stretch);
    m_filter->setClearButtonEnabled(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* bar = new QVBoxLayout;
    bar->setContentsMargins(scaled(12), scaled(10), scaled(12), scaled(6));
    bar->addWidget(m_filter);
    layout->addLayout(bar);
    layout->addWidget(m_table);
    layout->addWidget(m_empty, 1);

    connect(m_session, &Session::documentChanged, this, &ServicesPanel::showServices);
    connect(m_session->hiddenFindings(), &HiddenFindings::changed, this, &ServicesPanel::showServices);
    connect(m_session, &Session::traceChanged, this, &ServicesPanel::showCurrent);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& words) {
        m_filtered.setWords(words);
        showCurrent();
    });
    connect(m_filter, &QLineEdit::returnPressed, this, [this] { askRow(m_filtered.index(0, 0)); });
    connect(m_table, &QTableView::activated, this, &ServicesPanel::askRow);
    connect(m_table, &QTableView::clicked, this, &ServicesPanel::askRow);
    retranslate();
    fitColumns();
    showServices();
}

void ServicesPanel::focusFilter()
{
    m_filter->setFocus();
    m_filter->selectAll();
}

void ServicesPanel::showServices()
{
    const OpenedPtr opened = m_session->opened();
    m_model.show(opened && opened->kube ? serviceRowsOf(*opened->kube, opened->findings, m_session->hiddenFindings())
                                        : std::vector<ServiceRow>());
    m_shown = opened;
    fitCounts();
    m_table->setVisible(m_model.rowCount() > 0);
    m_empty->setVisible(m_model.rowCount() == 0);
    showCurrent();
}

/// The names have what counts and marks leave.
void ServicesPanel::fitCounts()
{
    std::size_t most = 0;
    for (const ServiceRow& row : m_model.rows())
        most = std::max(most, row.meant->endpoints.size());
    QHeaderView* header = m_table->horizontalHeader();
    const QFontMetrics metrics(fontFor(Type::table));
    const QString heading = m_wide.value_or(false)
                                ? m_model.headerData(ServiceModel::endpointsColumn, Qt::Horizontal).toString()
                                : QString();
    const int widest = std::max(metrics.horizontalAdvance(QString::number(most)), metrics.horizontalAdvance(heading));
    header->resizeSection(ServiceModel::endpointsColumn, widest + scaled(countMargins));
    header->resizeSection(ServiceModel::marksColumn, metrics.horizontalAdvance(u'!') + scaled(countMargins));
    header->resizeSection(ServiceModel::sharesColumn, scaled(sharesWidth));
}

/// Narrow: names with their namespace, counts and marks. Wide: everything in columns of its own.
void ServicesPanel::fitColumns()
{
    const bool wide = width() >= scaled(wideEnough);
    if (m_wide == wide)
        return;
    m_wide = wide;
    m_table->setColumnHidden(ServiceModel::spaceColumn, !wide);
    m_table->setColumnHidden(ServiceModel::sharesColumn, !wide);
    m_table->horizontalHeader()->setVisible(wide);
    m_model.setSpacesApart(wide);
    fitCounts();
}

void ServicesPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

/// The row of the service that the packet is sent to.
void ServicesPanel::showCurrent()
{
    const auto aim = serviceAimedAt(*m_session);
    const std::vector<ServiceRow>& rows = m_model.rows();
    const auto found = std::ranges::find_if(
        rows, [&](const ServiceRow& row) { return aim && row.ruleset == aim->ruleset && row.service == aim->service; });
    const QModelIndex row = m_model.index(static_cast<int>(found - rows.begin()), 0);
    m_delegate->setCurrentRow(m_filtered.mapFromSource(row).row());
    m_table->viewport()->update();
}

void ServicesPanel::askRow(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    const ServiceRow& row = m_model.at(m_filtered.mapToSource(index));
    if (const auto packet = packetToService(*m_session, {row.ruleset, row.service}))
        m_session->askPacket(*packet);
}

void ServicesPanel::retranslate()
{
    m_filter->setPlaceholderText(tr("Filter services"));
    m_filter->setToolTip(tr("Words of the name; ns:, ip:, port: and type: look at one thing; ! finds what is wrong"));
    m_table->setAccessibleName(tr("Services"));
    m_empty->setText(tr("The rules lead to no services."));
}

void ServicesPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showServices();
    }
    QWidget::changeEvent(event);
}

}  // namespace natwalk
