#include "ui/rules/problems_view.h"

#include "ui/labels.h"
#include "ui/panels/table_look.h"
#include "ui/session.h"
#include "ui/translate.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace natwalk {

namespace {

/// "unequal shares", or the name itself where a newer natwalk hid a kind that this one does not know.
QString titleOfKind(const QString& code)
{
    const auto kinds = findingKinds();
    const auto kind =
        std::ranges::find_if(kinds, [&](const FindingKind& each) { return qstring(each.code()) == code; });
    return kind == kinds.end() ? code : translated({kind->title, {}});
}

}  // namespace

ProblemsView::ProblemsView(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_table(new QTableView)
    , m_cause(makeLabel(Type::small, QStringLiteral("text2")))
    , m_check(new QPushButton)
    , m_hide(new QPushButton)
    , m_hidden(new QToolButton)
    , m_hiddenMenu(new QMenu(this))
    , m_empty(makeLabel(Type::body, QStringLiteral("text2")))
{
    setProperty("ground", QStringLiteral("surface"));
    setAttribute(Qt::WA_StyledBackground);
    setFocusPolicy(Qt::StrongFocus);
    setTableLook(m_table, 24);
    auto* delegate = new RowDelegate(m_table);
    delegate->setHairlines(true);
    m_table->setModel(&m_model);
    m_table->setItemDelegate(delegate);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->horizontalHeader()->resizeSection(ProblemModel::severityColumn, scaled(90));
    m_table->horizontalHeader()->resizeSection(ProblemModel::placeColumn, scaled(110));
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_empty->setAlignment(Qt::AlignCenter);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_empty, 1);
    layout->addLayout(makeBar());

    connect(m_session, &Session::documentChanged, this, [this] {
        if (m_session->opened())
            showProblems(m_session->opened());
    });
    connect(m_session->hiddenFindings(), &HiddenFindings::changed, this, [this] {
        if (m_shown)
            showProblems(m_shown);
    });
    connect(m_table, &QTableView::clicked, this, &ProblemsView::lookAt);
    connect(m_table, &QTableView::activated, this, &ProblemsView::openRow);
    connect(m_table, &QTableView::customContextMenuRequested, this, &ProblemsView::openMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ProblemsView::showCurrent);
    retranslate();
    showHidden();
}

/// The selected one as a whole, its usual cause, and what can be done about it.
QLayout* ProblemsView::makeBar()
{
    m_cause->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_cause->setWordWrap(true);
    m_cause->setObjectName(QStringLiteral("cause"));
    m_check->setObjectName(QStringLiteral("check"));
    m_hide->setObjectName(QStringLiteral("hide"));
    m_hidden->setObjectName(QStringLiteral("hidden"));
    m_hidden->setMenu(m_hiddenMenu);
    m_hidden->setPopupMode(QToolButton::InstantPopup);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(scaled(14), scaled(4), scaled(14), scaled(4));
    bar->setSpacing(scaled(8));
    bar->addWidget(m_cause, 1);
    bar->addWidget(m_check);
    bar->addWidget(m_hide);
    bar->addWidget(m_hidden);
    connect(m_check, &QPushButton::clicked, this, &ProblemsView::checkCurrent);
    connect(m_hide, &QPushButton::clicked, this, &ProblemsView::hideCurrent);
    connect(m_hiddenMenu, &QMenu::aboutToShow, this, &ProblemsView::fillHidden);
    return bar;
}

const Finding* ProblemsView::findingAt(const QModelIndex& index) const
{
    if (!index.isValid())
        return nullptr;
    const auto number = m_model.at(index).finding;
    return number ? &m_shown->findings[*number] : nullptr;
}

void ProblemsView::next(int rows)
{
    if (count() == 0)
        return;
    const QModelIndex current = m_table->currentIndex();
    const int from = current.isValid() ? current.row() : rows > 0 ? -1 : 0;
    const int row = (from + rows + count()) % count();
    m_table->setCurrentIndex(m_model.index(row, ProblemModel::sentenceColumn));
    lookAt(m_table->currentIndex());
}

/// The other panes show the finding's rule, where the packet's ruleset holds it.
void ProblemsView::lookAt(const QModelIndex& index)
{
    const Finding* finding = findingAt(index);
    if (finding == nullptr || finding->chain == noChain || m_shown != m_session->opened())
        return;
    if (m_shown->document->rulesets[finding->ruleset] == m_session->ruleset())
        m_session->select({finding->chain, finding->rule});
}

void ProblemsView::openRow(const QModelIndex& index)
{
    if (const ProblemRow& row = m_model.at(index); row.where.line > 0 && !row.inScenario)
        emit lineWanted(row.where.line);
}

void ProblemsView::checkCurrent()
{
    if (const Finding* finding = findingAt(m_table->currentIndex()))
        emit checkWanted(*finding);
}

void ProblemsView::hideCurrent()
{
    if (const Finding* finding = findingAt(m_table->currentIndex()))
        m_session->hiddenFindings()->setHidden(qstring(finding->code()), true);
}

void ProblemsView::openMenu(const QPoint& place)
{
    const QModelIndex index = m_table->indexAt(place);
    if (!index.isValid())
        return;
    QMenu menu;
    QAction* line = menu.addAction(tr("Show the &Line"), this, [this, index] { openRow(index); });
    line->setEnabled(m_model.at(index).where.line > 0 && !m_model.at(index).inScenario);
    if (findingAt(index) != nullptr) {
        menu.addAction(m_check->text(), this, &ProblemsView::checkCurrent);
        menu.addAction(m_hide->text(), this, &ProblemsView::hideCurrent);
    }
    menu.exec(m_table->viewport()->mapToGlobal(place));
}

void ProblemsView::fillHidden()
{
    m_hiddenMenu->clear();
    for (const QString& kind : m_session->hiddenFindings()->kinds())
        m_hiddenMenu->addAction(tr("Show: %1").arg(titleOfKind(kind)), this,
                                [this, kind] { m_session->hiddenFindings()->setHidden(kind, false); });
}

void ProblemsView::showCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    const Finding* finding = findingAt(current);
    const QString cause = finding == nullptr ? QString() : m_model.at(current).cause;
    QStringList whole = {current.siblingAtColumn(ProblemModel::sentenceColumn).data().toString()};
    if (!cause.isEmpty())
        whole += tr("Usual cause: %1").arg(cause);
    m_cause->setText(whole.join(u'\n'));
    m_check->setEnabled(finding != nullptr);
    m_hide->setEnabled(finding != nullptr);
}

/// How many kinds are hidden; nothing where none is.
void ProblemsView::showHidden()
{
    const auto kinds = static_cast<int>(m_session->hiddenFindings()->kinds().size());
    m_hidden->setText(tr("Hidden: %n kind(s)", nullptr, kinds));
    m_hidden->setVisible(kinds > 0);
}

void ProblemsView::retranslate()
{
    m_table->setAccessibleName(tr("Problems"));
    m_check->setText(tr("Check on the &Node…"));
    m_check->setToolTip(tr("Commands that check this finding on the node"));
    m_hide->setText(tr("&Hide This Kind"));
    m_hide->setToolTip(tr("Hide all findings of this kind, from now on"));
    m_hidden->setToolTip(tr("Show findings of a kind again"));
    m_empty->setText(tr("Every line was understood."));
    showCurrent();
    showHidden();
}

void ProblemsView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (m_shown)
            showProblems(m_shown);
    }
    QWidget::changeEvent(event);
}

void ProblemsView::showProblems(const OpenedPtr& opened)
{
    m_shown = opened;
    m_model.show(problemRowsOf(*opened, m_session->hiddenFindings()));
    m_table->setVisible(count() > 0);
    m_empty->setVisible(count() == 0);
    setFocusProxy(count() > 0 ? m_table : nullptr);
    showCurrent();
    showHidden();
    emit countChanged();
}

}  // namespace natwalk
