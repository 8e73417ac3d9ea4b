// The plan of the trials: how many, who connects, and how they are drawn.
#pragma once

#include "probability/trials.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace natwalk {

class Session;

class PlanPanel : public QWidget
{
    Q_OBJECT

public:
    /// Who connects, as it is mostly wanted.
    enum Habit { eachAlone, oneClient, manyClients, keepAlive, own };

    explicit PlanPanel(Session* session, QWidget* parent = nullptr);

    void choose(Habit habit);
    /// What stands here; nothing where a field holds no sense.
    std::optional<TrialPlan> plan() const;
    void run();

protected:
    void changeEvent(QEvent* event) override;

private:
    void addFields();
    QWidget* makeButtons();
    QWidget* makeTrialRow();
    void listen();
    void retranslate();
    void showState();
    /// Takes up how many trials there are, and their seed, from those that were run.
    void followTrials();
    void showPlan(const TrialPlan& plan);
    void showHabit();
    QString about() const;
    bool isDrawn() const;

    Session* m_session;
    QFormLayout* m_form;
    QSpinBox* m_count;
    QSpinBox* m_seed;
    QComboBox* m_kind;
    QComboBox* m_habit;
    QSpinBox* m_clients;
    QLineEdit* m_network;
    QDoubleSpinBox* m_pace;
    QSpinBox* m_requests;
    QDoubleSpinBox* m_open;
    QSpinBox* m_replicas;
    QCheckBox* m_samePort;
    QLabel* m_about;  ///< what such trials are, or what is wrong with the plan
    QPushButton* m_run;
    QPushButton* m_cancel;
    QProgressBar* m_progress;
    QLabel* m_trialLabel;
    QSpinBox* m_trial;  ///< to be shown, counted from 0
    QPushButton* m_showTrial;
};

}  // namespace natwalk
