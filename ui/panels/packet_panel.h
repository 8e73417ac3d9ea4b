// The packet: as it came, and as it is at the current step. A click on a changed value goes to the rule that wrote it.
#pragma once

#include "ui/models/packet_model.h"

#include <QWidget>

class QTableView;

namespace natwalk {

class Session;

class PacketPanel : public QWidget
{
    Q_OBJECT

public:
    explicit PacketPanel(Session* session, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showPacket();
    void fitColumns();
    void goToWriter(const QModelIndex& index);

    Session* m_session;
    PacketModel m_model;
    QTableView* m_table;
};

}  // namespace natwalk
