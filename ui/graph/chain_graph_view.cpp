#include "ui/graph/chain_graph_view.h"

#include "ui/session.h"

namespace natwalk {

ChainGraphView::ChainGraphView(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
{
    connect(m_session, &Session::traceChanged, this, qOverload<>(&QWidget::update));
}

}  // namespace natwalk
