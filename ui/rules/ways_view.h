// All ways to the service that the packet is sent to; a click traces one of them.
#pragma once

#include "ui/models/way_model.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace natwalk {

class RowDelegate;
class Session;

class WaysView : public QWidget
{
    Q_OBJECT

public:
    explicit WaysView(Session* session, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showWays();
    void showCurrent();
    void retranslate();

    Session* m_session;
    WayModel m_model;
    QTableView* m_table;
    QLabel* m_empty;
    RowDelegate* m_delegate;
};

}  // namespace natwalk
