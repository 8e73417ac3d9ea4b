// The list of what the readers had to say; a click shows the line.
#pragma once

#include "ui/models/problem_model.h"

#include <QWidget>

class QLabel;
class QTableView;

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

signals:
    /// Somebody wants to see a line of the ruleset.
    void lineWanted(std::uint32_t line);
    void countChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    Session* m_session;
    OpenedPtr m_shown;
    ProblemModel m_model;
    QTableView* m_table;
    QLabel* m_empty;
};

}  // namespace natwalk
