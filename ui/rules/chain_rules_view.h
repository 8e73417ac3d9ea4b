// All rules of the selected chain, with what each compared and why it did not match.
#pragma once

#include "ui/models/chain_rules_model.h"

#include <QWidget>

class QTableView;

namespace natwalk {

class RowDelegate;
class Session;

class ChainRulesView : public QWidget
{
    Q_OBJECT

public:
    explicit ChainRulesView(Session* session, QWidget* parent = nullptr);

    const ChainRulesModel& model() const { return m_model; }

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void showChain();
    void fitColumns();
    ChainId firstChain() const;

    Session* m_session;
    ChainRulesModel m_model;
    QTableView* m_table;
    RowDelegate* m_delegate;
    std::size_t m_position = 0;  ///< the step whose visit of the chain is shown
};

}  // namespace natwalk
