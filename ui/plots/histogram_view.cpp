#include "ui/plots/histogram_view.h"

#include "ui/session.h"

namespace natwalk {

HistogramView::HistogramView(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
{
    connect(m_session, &Session::trialsChanged, this, qOverload<>(&QWidget::update));
}

}  // namespace natwalk
