#include "ui/rules/rules_view.h"

#include "ui/rules/chain_rules_view.h"
#include "ui/rules/path_view.h"

namespace natwalk {

RulesView::RulesView(Session* session, QWidget* parent)
    : QStackedWidget(parent)
    , m_path(new PathView(session))
    , m_chain(new ChainRulesView(session))
{
    addWidget(m_path);
    addWidget(m_chain);
    setFocusProxy(m_path);
}

void RulesView::showWholeChain(bool whole)
{
    QWidget* shown = whole ? static_cast<QWidget*>(m_chain) : m_path;
    setCurrentWidget(shown);
    setFocusProxy(shown);
}

}  // namespace natwalk
