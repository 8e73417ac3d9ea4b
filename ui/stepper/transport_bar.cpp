#include "ui/stepper/transport_bar.h"

#include "ui/actions.h"
#include "ui/icons.h"
#include "ui/labels.h"
#include "ui/session.h"
#include "ui/stepper/timeline.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

namespace natwalk {

namespace {

QToolButton* makeButton(QAction* action)
{
    auto* button = new QToolButton;
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setIconSize(QSize(scaled(16), scaled(16)));
    button->setFixedSize(scaled(28), scaled(28));
    const auto follow = [button, action] { button->setAccessibleName(action->toolTip()); };
    QObject::connect(action, &QAction::changed, button, follow);
    follow();
    return button;
}

/// The button that most people press most: filled, so its icon has an ink of its own.
QToolButton* makePrimaryButton(QAction* action)
{
    auto* button = new QToolButton;
    button->setProperty("primary", true);
    button->setIcon(icon(QStringLiteral("forward"), &Theme::onPath));
    button->setIconSize(QSize(scaled(16), scaled(16)));
    button->setFixedSize(scaled(28), scaled(28));
    QObject::connect(button, &QToolButton::clicked, action, &QAction::trigger);
    const auto follow = [button, action] {
        button->setToolTip(action->toolTip());
        button->setAccessibleName(action->toolTip());
    };
    QObject::connect(action, &QAction::changed, button, follow);
    follow();
    return button;
}

}  // namespace

TransportBar::TransportBar(Session* session, Actions* actions, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_step(makeLabel(Type::strong))
{
    setProperty("ground", QStringLiteral("surface"));
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(scaled(52));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(scaled(10), scaled(2), scaled(16), scaled(2));
    layout->setSpacing(scaled(2));
    for (QAction* action : {actions->first, actions->previousHook, actions->back, actions->play, actions->forward,
                            actions->over, actions->nextHook, actions->last}) {
        layout->addWidget(action == actions->forward ? makePrimaryButton(action) : makeButton(action));
    }
    layout->addSpacing(scaled(10));
    layout->addWidget(m_step);
    layout->addSpacing(scaled(12));
    layout->addWidget(new Timeline(session), 1);
    connect(m_session, &Session::traceChanged, this, &TransportBar::showStep);
    connect(m_session, &Session::positionChanged, this, &TransportBar::showStep);
    showStep();
}

void TransportBar::showStep()
{
    const std::size_t count = m_session->stops().size();
    m_step->setMinimumWidth(QFontMetrics(m_step->font()).horizontalAdvance(tr("Step %1 of %2").arg(count).arg(count)));
    m_step->setText(count == 0 ? QString() : tr("Step %1 of %2").arg(m_session->stopIndex() + 1).arg(count));
}

void TransportBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        showStep();
    QWidget::changeEvent(event);
}

}  // namespace natwalk
