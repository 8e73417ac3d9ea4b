// The matrix of ways to the service that the packet is sent to; a click on a cell traces its packet.
#pragma once

#include "ui/models/way_model.h"
#include "ui/service_packets.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace natwalk {

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
    void trace(const QModelIndex& index);
    void retranslate();

    Session* m_session;
    WayModel m_model;
    QTableView* m_table;
    QLabel* m_empty;
    std::optional<ServicePlace> m_shown;  ///< whose matrix stands there, ...
    DocumentPtr m_document;               ///< ... computed from this
};

}  // namespace natwalk
