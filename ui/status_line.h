// The status bar: which file, what it holds, what was only supposed.
#pragma once

#include <QStatusBar>

class QLabel;
class QPushButton;

namespace natwalk {

class Session;

class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(Session* session, QWidget* parent = nullptr);

    /// A problem of the packet form: stays until it is gone.
    void showProblem(const QString& problem);

signals:
    /// Somebody wants to see what was supposed of the host.
    void assumptionsWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void showDocument();
    void showTrace();

    Session* m_session;
    QLabel* m_file;
    QLabel* m_counts;
    QLabel* m_problem;
    QLabel* m_doubtSymbol;
    QLabel* m_doubts;
    QPushButton* m_assumptions;
};

}  // namespace natwalk
