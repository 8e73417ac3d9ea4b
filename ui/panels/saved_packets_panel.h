// The scenario's packets: a click asks one.
#pragma once

#include "emulator/scenario.h"
#include "ui/models/table_model.h"

#include <QWidget>

class QLabel;
class QListView;

namespace natwalk {

class Session;

class SavedPacketsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit SavedPacketsPanel(Session* session, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showPackets();
    void showCurrent();

    Session* m_session;
    TableModel<ScenarioPacket> m_model;
    QListView* m_list;
    QLabel* m_empty;
};

}  // namespace natwalk
