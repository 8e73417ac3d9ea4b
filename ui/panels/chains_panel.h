// The list of chains: those that the packet was in stand out; a click selects, a double click goes there.
#pragma once

#include "ui/models/chain_model.h"
#include "ui/rules/filter_model.h"

#include <QWidget>

class QLineEdit;
class QTableView;

namespace natwalk {

class RowDelegate;
class Session;

class ChainsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ChainsPanel(Session* session, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showChains();
    void showSelection();
    void fitCounts();
    void retranslate();

    Session* m_session;
    ChainModel m_model;
    FilterModel m_filtered;
    QLineEdit* m_filter;
    QTableView* m_table;
    RowDelegate* m_delegate;
};

}  // namespace natwalk
