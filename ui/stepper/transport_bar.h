// The debugger's buttons, the number of the step, and the timeline.
#pragma once

#include <QWidget>

class QLabel;

namespace natwalk {

class Actions;
class Session;

class TransportBar : public QWidget
{
    Q_OBJECT

public:
    TransportBar(Session* session, Actions* actions, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showStep();

    Session* m_session;
    QLabel* m_step;
};

}  // namespace natwalk
