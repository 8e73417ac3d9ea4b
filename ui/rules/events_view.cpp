#include "ui/rules/events_view.h"

#include "ui/icons.h"
#include "ui/panels/table_look.h"
#include "ui/session.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace natwalk {

EventsView::EventsView(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_filter(new QLineEdit)
    , m_copy(new QPushButton(icon(QStringLiteral("copy")), {}))
    , m_table(new QTableView)
    , m_delegate(new RowDelegate(m_table))
{
    setProperty("ground", QStringLiteral("surface"));
    setAttribute(Qt::WA_StyledBackground);
    setFocusProxy(m_table);
    setTableLook(m_table, 24);
    m_filtered.setSourceModel(&m_model);
    m_delegate->setHairlines(true);
    m_table->setModel(&m_filtered);
    m_table->setItemDelegate(m_delegate);
    QHeaderView* header = m_table->horizontalHeader();
    header->resizeSection(EventModel::numberColumn, scaled(40));
    header->resizeSection(EventModel::hookColumn, scaled(136));
    header->resizeSection(EventModel::kernelColumn, scaled(300));
    header->resizeSection(EventModel::whatColumn, scaled(260));
    header->setStretchLastSection(true);
    m_filter->setClearButtonEnabled(true);

    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(scaled(14), scaled(6), scaled(14), scaled(4));
    bar->addWidget(m_filter, 1);
    bar->addWidget(m_copy);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_table);

    connect(m_session, &Session::traceChanged, this, &EventsView::showTrace);
    connect(m_session, &Session::positionChanged, this, &EventsView::showPosition);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& words) {
        m_filtered.setWords(words);
        showPosition();
    });
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(text()); });
    const auto goTo = [this](const QModelIndex& index) {
        m_session->jumpTo(m_model.at(m_filtered.mapToSource(index)).step);
    };
    connect(m_table, &QTableView::clicked, this, goTo);
    connect(m_table, &QTableView::activated, this, goTo);
    retranslate();
}

QString EventsView::text() const
{
    QString lines;
    for (int row = 0; row < m_filtered.rowCount(); ++row)
        lines += toLine(m_model.at(m_filtered.mapToSource(m_filtered.index(row, 0)))) + u'\n';
    return lines;
}

void EventsView::showTrace()
{
    const TracePtr trace = m_session->trace();
    m_model.show(trace ? eventRowsOf(*trace, m_session->stops()) : std::vector<EventRow>());
    showPosition();
}

void EventsView::showPosition()
{
    const QModelIndex source = m_model.index(static_cast<int>(m_session->stopIndex()), 0);
    const QModelIndex current = source.isValid() ? m_filtered.mapFromSource(source) : QModelIndex();
    m_delegate->setCurrentRow(current.isValid() ? current.row() : -1);
    if (current.isValid())
        m_table->scrollTo(current);
    m_table->viewport()->update();
}

void EventsView::retranslate()
{
    m_filter->setPlaceholderText(tr("Filter: words, !words that must not be there"));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copy the events shown as text"));
    m_table->setAccessibleName(tr("Events"));
}

void EventsView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showTrace();
    }
    QWidget::changeEvent(event);
}

}  // namespace natwalk
