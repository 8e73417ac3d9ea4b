#include "ui/panels/node_checks_dialog.h"

#include "ui/labels.h"
#include "ui/panels/table_look.h"
#include "ui/theme.h"
#include "ui/translate.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace natwalk {

namespace {

struct CheckTitles
{
    Q_DECLARE_TR_FUNCTIONS(CheckTitles)
};

QString showsText(const NodeCheck& check) { return translated({check.shows, {}}); }

QVariant commandValue(const NodeCheck& check, int role)
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return qstring(check.command);
    case Qt::FontRole: return fontFor(Type::table);
    case Qt::ForegroundRole: return check.changes() ? theme().warningText : theme().text;
    default: return {};
    }
}

QVariant showsValue(const NodeCheck& check, int role)
{
    if (role == Qt::ForegroundRole)
        return check.changes() ? theme().warningText : theme().text2;
    return role == Qt::DisplayRole || role == Qt::ToolTipRole ? QVariant(showsText(check)) : QVariant();
}

}  // namespace

NodeCheckModel::NodeCheckModel(QObject* parent)
    : TableModel({{[] { return CheckTitles::tr("Command"); }, commandValue},
                  {[] { return CheckTitles::tr("What it shows"); }, showsValue}},
                 parent)
{}

NodeChecksDialog::NodeChecksDialog(QWidget* parent)
    : QDialog(parent)
    , m_sentence(makeLabel(Type::body))
    , m_table(new QTableView)
    , m_hint(makeLabel(Type::small, QStringLiteral("text2")))
    , m_copy(new QPushButton)
    , m_copyAll(new QPushButton)
    , m_close(new QPushButton)
{
    resize(scaled(860), scaled(380));
    setTableLook(m_table, 26);
    auto* delegate = new RowDelegate(m_table);
    delegate->setHairlines(true);
    m_table->setModel(&m_model);
    m_table->setItemDelegate(delegate);
    m_table->horizontalHeader()->resizeSection(NodeCheckModel::commandColumn, scaled(520));
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_sentence->setWordWrap(true);
    m_hint->setWordWrap(true);
    m_copyAll->setObjectName(QStringLiteral("copyAll"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_hint, 1);
    for (QPushButton* button : {m_copy, m_copyAll, m_close})
        buttons->addWidget(button);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_sentence);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);

    connect(m_table, &QTableView::activated, this, &NodeChecksDialog::copyRow);
    connect(m_copy, &QPushButton::clicked, this, [this] { copyRow(m_table->currentIndex()); });
    connect(m_copyAll, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(text()); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    retranslate();
}

void NodeChecksDialog::showChecks(const QString& sentence, const std::vector<NodeCheck>& checks)
{
    m_sentence->setText(sentence);
    m_model.show(checks);
    m_table->setCurrentIndex(m_model.index(0, 0));
    show();
    raise();
}

QString NodeChecksDialog::text() const
{
    QString lines;
    MessageId shown = MessageId::Nothing;
    for (const NodeCheck& check : m_model.rows()) {
        if (check.shows != shown)
            lines += QStringLiteral("# %1\n").arg(showsText(check));
        shown = check.shows;
        lines += qstring(check.command) + u'\n';
    }
    return lines;
}

void NodeChecksDialog::copyRow(const QModelIndex& index)
{
    if (index.isValid())
        QGuiApplication::clipboard()->setText(qstring(m_model.at(index).command));
}

void NodeChecksDialog::retranslate()
{
    setWindowTitle(tr("Check on the Node"));
    m_table->setAccessibleName(windowTitle());
    m_hint->setText(tr("natwalk runs none of these. All of them only read, but for the two in another colour: the last "
                       "one takes back what the first one puts in."));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copy the selected command"));
    m_copyAll->setText(tr("Copy All"));
    m_copyAll->setToolTip(tr("Copy all commands, with what they show as comments"));
    m_close->setText(tr("Close"));
}

void NodeChecksDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

}  // namespace natwalk
