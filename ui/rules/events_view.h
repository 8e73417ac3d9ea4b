// All that happened, one row a stop: to filter, to copy, and to be read aloud.
#pragma once

#include "ui/models/event_model.h"
#include "ui/rules/filter_model.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QTableView;

namespace natwalk {

class RowDelegate;
class Session;

class EventsView : public QWidget
{
    Q_OBJECT

public:
    explicit EventsView(Session* session, QWidget* parent = nullptr);

    /// All rows shown, as text.
    QString text() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void showTrace();
    void showPosition();
    void retranslate();

    Session* m_session;
    EventModel m_model;
    FilterModel m_filtered;
    QLineEdit* m_filter;
    QPushButton* m_copy;
    QTableView* m_table;
    RowDelegate* m_delegate;
};

}  // namespace natwalk
