#include "ui/host/host_panel.h"

#include "ui/host/host_model.h"
#include "ui/icons.h"
#include "ui/labels.h"
#include "ui/panels/table_look.h"
#include "ui/session.h"
#include "ui/translate.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace natwalk {

namespace {

/// What was supposed has its mark before the words; the cell that the keyboard stands on is framed.
class FactDelegate : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QRect text = textPlace(option.rect, index);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        paintGround(painter, option, index);
        if (const auto mark = index.data(Qt::DecorationRole).value<QIcon>(); !mark.isNull()) {
            const int size = scaled(13);
            mark.paint(painter, text.left(), text.center().y() - size / 2 + 1, size, size);
            text.adjust(size + scaled(6), 0, 0, 0);
        }
        paintText(painter, text, index);
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(theme().path);
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5), scaled(3), scaled(3));
        }
        painter->restore();
    }
};

}  // namespace

HostPanel::HostPanel(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_title(makeLabel(Type::small, QStringLiteral("text2")))
    , m_assumptions(new QListWidget)
    , m_parts(new QTabBar)
    , m_table(new QTableView)
    , m_remove(new QPushButton)
    , m_reset(new QPushButton)
{
    setProperty("ground", QStringLiteral("surface"));
    setAttribute(Qt::WA_StyledBackground);
    for (const HostPart part : allHostParts) {
        m_models.push_back(new HostModel(part, this));
        connect(m_models.back(), &HostModel::edited, this, &HostPanel::askHost, Qt::QueuedConnection);
        connect(m_models.back(), &HostModel::problemChanged, this, &HostPanel::problemChanged);
        m_parts->addTab(QString());
    }
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(scaled(6), scaled(2), scaled(8), scaled(2));
    bar->addWidget(m_parts, 1);
    auto* halves = new QHBoxLayout;
    halves->setSpacing(0);
    makeTable();
    halves->addWidget(m_table, 3);
    halves->addWidget(makeAssumptions(), 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addLayout(halves, 1);

    connect(m_session, &Session::hostChanged, this, &HostPanel::showHost);
    connect(m_session, &Session::documentChanged, this, &HostPanel::showHost);
    connect(m_parts, &QTabBar::currentChanged, this, &HostPanel::showPart);
    connect(m_remove, &QPushButton::clicked, this, &HostPanel::removeRow);
    connect(m_reset, &QPushButton::clicked, this, [this] { askHost(m_session->opened()->document->host); });
    const auto showAssumed = [this](const QListWidgetItem* item) {
        const Host& host = *m_session->document()->host;
        const auto index = static_cast<std::size_t>(m_assumptions->row(item));
        if (index >= host.assumptions.size())
            showPlace({HostPart::matches, index - host.assumptions.size()});
        else if (const auto place = placeOf(host.assumptions.at(index), host))
            showPlace(*place);
    };
    connect(m_assumptions, &QListWidget::itemClicked, this, showAssumed);
    connect(m_assumptions, &QListWidget::itemActivated, this, showAssumed);
    retranslate();
    showPart(0);
}

void HostPanel::makeTable()
{
    setFocusProxy(m_table);
    setTableLook(m_table, 24);
    auto* delegate = new FactDelegate(m_table);
    delegate->setHairlines(true);
    m_table->setItemDelegate(delegate);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                             | QAbstractItemView::AnyKeyPressed | QAbstractItemView::SelectedClicked);
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_parts->setDrawBase(false);
    m_parts->setExpanding(false);
    m_parts->setUsesScrollButtons(true);
    m_parts->setProperty("compact", true);
}

QWidget* HostPanel::makeAssumptions()
{
    m_assumptions->setFrameShape(QFrame::NoFrame);
    m_assumptions->setWordWrap(true);
    m_assumptions->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_assumptions->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_assumptions->setFont(fontFor(Type::small));
    m_assumptions->setIconSize(QSize(scaled(13), scaled(13)));
    auto* part = new QWidget;
    auto* layout = new QVBoxLayout(part);
    layout->setContentsMargins(scaled(8), scaled(4), scaled(8), 0);
    auto* bar = new QHBoxLayout;
    bar->addWidget(m_title, 1);
    bar->addWidget(m_remove);
    bar->addWidget(m_reset);
    layout->addLayout(bar);
    layout->addWidget(m_assumptions);
    m_title->setWordWrap(true);
    return part;
}

void HostPanel::retranslate()
{
    for (std::size_t i = 0; i < allHostParts.size(); ++i)
        m_parts->setTabText(static_cast<int>(i), titleOf(allHostParts.at(i)));
    m_parts->setAccessibleName(tr("Parts of the host"));
    m_table->setAccessibleName(tr("Facts of the host"));
    m_assumptions->setAccessibleName(tr("Assumptions"));
    m_remove->setText(tr("Remove"));
    m_remove->setToolTip(
        tr("Take this row away (%1)").arg(QKeySequence(QKeySequence::Delete).toString(QKeySequence::NativeText)));
    m_reset->setText(tr("As Read"));
    m_reset->setToolTip(tr("The host as it was given or supposed when the file was opened"));
    showHost();
}

void HostPanel::showHost()
{
    const DocumentPtr document = m_session->document();
    const QModelIndex current = m_table->currentIndex();
    for (HostModel* model : m_models)
        model->show(document ? document->host : nullptr);
    if (current.isValid())
        m_table->setCurrentIndex(
            m_table->model()->index(std::min(current.row(), m_table->model()->rowCount() - 1), current.column()));
    m_assumptions->clear();
    const auto add = [this](const Message& message) {
        m_assumptions->addItem(
            new QListWidgetItem(icon(QStringLiteral("question-circle"), &Theme::warningText), translated(message)));
    };
    if (document) {
        for (const Assumption& assumption : document->host->assumptions)
            add(assumption.message);
        for (const AssumedMatch& each : document->host->assumedMatches)
            add(message(each.holds ? MessageId::AssumedToMatch : MessageId::AssumedNotToMatch, each.match));
    }
    m_title->setText(m_assumptions->count() == 0 ? tr("Nothing is supposed of this host.")
                                                 : tr("Supposed of this host; what you write counts instead:"));
    enableButtons();
}

void HostPanel::showPart(int part)
{
    if (part < 0)
        return;
    HostModel* model = m_models[static_cast<std::size_t>(part)];
    const std::unique_ptr<QItemSelectionModel> before(m_table->selectionModel());
    m_table->setModel(model);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &HostPanel::enableButtons);
    const bool switches = model->part() == HostPart::switches;
    const double first = switches ? 260 : 150;
    for (int column = 0; column + 1 < model->columnCount(); ++column)
        m_table->setColumnWidth(column, scaled(column == 0                             ? first
                                               : model->part() == HostPart::interfaces ? 260
                                                                                       : 130));
    enableButtons();
}

void HostPanel::enableButtons()
{
    const int row = m_table->currentIndex().row();
    m_remove->setEnabled(row >= 0 && row + 1 < m_table->model()->rowCount());
    const DocumentPtr document = m_session->document();
    m_reset->setEnabled(document && document->host != m_session->opened()->document->host);
}

void HostPanel::showPlace(const HostPlace& place)
{
    m_parts->setCurrentIndex(static_cast<int>(place.part));
    m_table->setCurrentIndex(m_table->model()->index(static_cast<int>(place.row), 0));
    m_table->scrollTo(m_table->currentIndex());
    m_table->setFocus();
}

void HostPanel::removeRow()
{
    m_models[static_cast<std::size_t>(m_parts->currentIndex())]->removeRowAt(m_table->currentIndex().row());
}

void HostPanel::askHost(const std::shared_ptr<const Host>& host)
{
    if (m_session->question())
        m_session->askHost(host);
}

void HostPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Delete) && m_remove->isEnabled())
        return removeRow();
    QWidget::keyPressEvent(event);
}

void HostPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

}  // namespace natwalk
