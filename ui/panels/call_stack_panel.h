// The chains entered and not yet left, innermost first, each with the rule that led on.
#pragma once

#include "trace/trace.h"
#include "ui/models/table_model.h"

#include <QWidget>

class QTableView;

namespace natwalk {

class RowDelegate;
class Session;

class StackModel : public TableModel<Frame>
{
public:
    explicit StackModel(QObject* parent = nullptr);

    /// The frames of a step; those of a ruleset that outlives the model's use of them.
    void showStack(const TracePtr& trace, std::size_t step);

private:
    RulesetPtr m_ruleset;
};

class CallStackPanel : public QWidget
{
    Q_OBJECT

public:
    explicit CallStackPanel(Session* session, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showStack();

    Session* m_session;
    StackModel m_model;
    QTableView* m_table;
    RowDelegate* m_delegate;
};

}  // namespace natwalk
