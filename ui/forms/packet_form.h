// The question, always in view: where the packet comes from, what it is, where it goes.
#pragma once

#include "host/connections.h"
#include "packet/packet.h"
#include "ui/models/destination_model.h"

#include <QWidget>

#include <array>
#include <optional>
#include <vector>

class QComboBox;
class QCompleter;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QToolButton;

namespace natwalk {

class Actions;
class MoreFields;
class Session;

class PacketForm : public QWidget
{
    Q_OBJECT

public:
    PacketForm(Session* session, Actions* actions, QWidget* parent = nullptr);

    /// Puts the cursor where the destination is typed.
    void focusDestination();
    /// Asks what the fields say; where one of them is wrong, says so instead.
    void trace();

    QSize minimumSizeHint() const override;

signals:
    /// What is wrong with a field; empty when nothing is any more.
    void problemChanged(const QString& problem);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum Origin { outside, pod, node };
    /// What a person may suppose of the packet's connection, in the order of the list.
    static constexpr std::array supposable = {TrackState::newConnection, TrackState::established, TrackState::related,
                                              TrackState::invalid};
    /// Behind them: what the packets before left stays as it is.
    static constexpr int carriedState = static_cast<int>(supposable.size());

    void build(Actions* actions);
    void retranslate();
    void showDocument();
    void showPacket();
    void showDestination(const Packet& packet);
    void showDevices(const Packet& packet);
    void showState();
    void fillSavedPackets();
    void takeState(int state);
    void takeOrigin(int origin);
    void takeDestination(const QString& text);
    std::optional<Packet> packet();
    std::optional<Packet> checked(Packet packet);
    bool check(QLineEdit* field, bool valid, const QString& problem);
    void enablePorts();

    Session* m_session;
    DestinationModel m_destinations;  ///< that the rules name
    QLabel* m_fromLabel;
    QComboBox* m_origin;
    QComboBox* m_protocol;
    QLineEdit* m_src;
    QLineEdit* m_sport;
    QLineEdit* m_dst;
    QLineEdit* m_dport;
    QLabel* m_inLabel;
    QComboBox* m_in;
    QLabel* m_stateLabel;
    QComboBox* m_state;
    QPushButton* m_more;
    MoreFields* m_moreFields;
    QPushButton* m_trace;
    QPushButton* m_reply;
    QPushButton* m_saved;
    QMenu* m_savedMenu;
    QString m_problem;
};

}  // namespace natwalk
