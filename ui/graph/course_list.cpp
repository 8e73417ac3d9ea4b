#include "ui/graph/course_list.h"

#include "ui/theme.h"
#include "ui/words/share_words.h"
#include "ui/words/verdict_words.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace natwalk {

CourseList::CourseList(const Distribution& distribution, QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , m_filter(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Other ends"));
    m_filter->setPlaceholderText(tr("Filter by address"));
    m_filter->installEventFilter(this);
    m_list->setFont(fontFor(Type::table));
    m_list->setUniformItemSizes(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_filter);
    layout->addWidget(m_list);
    resize(scaled(300), scaled(280));
    connect(m_filter, &QLineEdit::textChanged, this, &CourseList::filter);
    connect(m_list, &QListWidget::itemActivated, this, &CourseList::choose);
    connect(m_list, &QListWidget::itemClicked, this, &CourseList::choose);
    fill(distribution);
}

void CourseList::fill(const Distribution& distribution)
{
    for (const OutcomeShare& outcome : distribution.outcomes) {
        m_courses.push_back(outcome.course);
        m_list->addItem(outcomeTitle(outcome) + QStringLiteral("   ") + percentText(outcome.probability));
    }
    m_list->setCurrentRow(0);
}

void CourseList::popUp(const QPoint& globalPosition)
{
    move(globalPosition);
    show();
    m_filter->setFocus();
}

void CourseList::filter(const QString& text)
{
    int first = -1;
    for (int i = 0; i < m_list->count(); ++i) {
        const bool fits = m_list->item(i)->text().contains(text, Qt::CaseInsensitive);
        m_list->item(i)->setHidden(!fits);
        if (fits && first < 0)
            first = i;
    }
    m_list->setCurrentRow(first);
}

void CourseList::choose()
{
    const int row = m_list->currentRow();
    if (row >= 0)
        emit chosen(m_courses[static_cast<std::size_t>(row)]);
    close();
}

bool CourseList::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: choose(); return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown: QCoreApplication::sendEvent(m_list, event); return true;
    default: return QFrame::eventFilter(watched, event);
    }
}

}  // namespace natwalk
