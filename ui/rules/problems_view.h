// The list of what the readers had to say and of what was found. Enter shows the line; a finding can be checked on the
// node, and its kind can be hidden.
#pragma once

#include "ui/models/problem_model.h"

#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;
class QTableView;
class QToolButton;

namespace natwalk {

class Session;

class ProblemsView : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemsView(Session* session, QWidget* parent = nullptr);

    /// Problems of a file that could not be opened, in place of the document's.
    void showProblems(const OpenedPtr& opened);
    int count() const { return m_model.rowCount(); }
    /// Selects the problem so many rows further (-1: before), round the ends, and looks at its rule.
    void next(int rows);
    const ProblemModel& model() const { return m_model; }

signals:
    /// Somebody wants to see a line of the ruleset.
    void lineWanted(std::uint32_t line);
    /// Somebody wants commands that check a finding of the document.
    void checkWanted(const natwalk::Finding& finding);
    void countChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    QLayout* makeBar();
    void showCurrent();
    void showHidden();
    void fillHidden();
    void lookAt(const QModelIndex& index);
    void openRow(const QModelIndex& index);
    void openMenu(const QPoint& place);
    const Finding* findingAt(const QModelIndex& index) const;
    void checkCurrent();
    void hideCurrent();
    void retranslate();

    Session* m_session;
    OpenedPtr m_shown;
    ProblemModel m_model;
    QTableView* m_table;
    QLabel* m_cause;
    QPushButton* m_check;
    QPushButton* m_hide;
    QToolButton* m_hidden;
    QMenu* m_hiddenMenu;
    QLabel* m_empty;
};

}  // namespace natwalk
