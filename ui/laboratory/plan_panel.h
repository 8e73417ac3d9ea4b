// The plan of the trials: how many, who connects, and how they are drawn.
#pragma once

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace natwalk {

class Session;

class PlanPanel : public QWidget
{
    Q_OBJECT

public:
    explicit PlanPanel(Session* session, QWidget* parent = nullptr);

    void run();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeButtons();
    void retranslate();
    void showState();

    Session* m_session;
    QFormLayout* m_form;
    QSpinBox* m_count;
    QSpinBox* m_seed;
    QComboBox* m_kind;
    QLabel* m_about;  ///< what the kind of trials is
    QPushButton* m_run;
    QPushButton* m_cancel;
    QProgressBar* m_progress;
};

}  // namespace natwalk
