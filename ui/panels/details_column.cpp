#include "ui/panels/details_column.h"

#include "ui/labels.h"
#include "ui/panels/call_stack_panel.h"
#include "ui/panels/explanation_panel.h"
#include "ui/panels/packet_panel.h"

#include <QEvent>
#include <QFrame>
#include <QTabWidget>
#include <QVBoxLayout>

namespace natwalk {

DetailsColumn::DetailsColumn(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_tabs(new QTabWidget)
    , m_column(new QVBoxLayout(this))
    , m_explanation(new ExplanationPanel(session))
{
    setProperty("ground", QStringLiteral("surface"));
    setAttribute(Qt::WA_StyledBackground);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_tabs->setDocumentMode(true);
    m_tabs->setAttribute(Qt::WA_StyledBackground);
    m_tabs->hide();
    m_column->addWidget(m_tabs);
    addPart(new PacketPanel(session), 0);
    addPart(new CallStackPanel(session), 0);
    addPart(m_explanation, 1);
    retranslate();
}

void DetailsColumn::addPart(QWidget* panel, int stretch)
{
    Part part;
    part.panel = panel;
    part.title = makeLabel(Type::strong);
    part.bar = makePanelTitle(part.title);
    part.line = new QWidget;
    part.line->setFixedHeight(1);
    part.line->setProperty("ground", QStringLiteral("line"));
    part.line->setAttribute(Qt::WA_StyledBackground);
    part.stretch = stretch;
    if (!m_parts.empty())
        m_column->addWidget(part.line);
    m_column->addWidget(part.bar);
    m_column->addWidget(panel, stretch);
    m_parts.push_back(part);
}

void DetailsColumn::setTabbed(bool tabbed)
{
    if (tabbed == m_tabbed)
        return;
    m_tabbed = tabbed;
    for (const Part& part : m_parts) {
        part.bar->setVisible(!tabbed);
        part.line->setVisible(!tabbed);
        if (tabbed) {
            m_tabs->addTab(part.panel, part.title->text());
        } else {
            m_column->insertWidget(m_column->indexOf(part.bar) + 1, part.panel, part.stretch);
            part.panel->show();
        }
    }
    m_tabs->setVisible(tabbed);
}

void DetailsColumn::retranslate()
{
    const QStringList titles = {tr("Packet"), tr("Call stack"), tr("Explanation")};
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        m_parts[i].title->setText(titles[static_cast<qsizetype>(i)]);
        if (m_tabbed)
            m_tabs->setTabText(static_cast<int>(i), titles[static_cast<qsizetype>(i)]);
    }
}

void DetailsColumn::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

}  // namespace natwalk
