// The rarer fields of a packet, in a small window below the form.
#pragma once

#include "packet/packet.h"

#include <QFrame>
#include <QString>

#include <optional>

class QFormLayout;
class QLineEdit;

namespace natwalk {

class MoreFields : public QFrame
{
    Q_OBJECT

public:
    explicit MoreFields(QWidget* parent = nullptr);

    void setPacket(const Packet& packet);
    void setFlags(std::uint8_t flags);
    /// The packet with these fields as they stand; nothing when one of them is wrong: see problem().
    std::optional<Packet> applied(Packet packet);
    QString problem() const { return m_problem; }
    void retranslate();

signals:
    void accepted();

private:
    QLineEdit* addField();
    bool check(QLineEdit* field, bool valid, const QString& problem);

    QFormLayout* m_layout;
    QLineEdit* m_flags;
    QLineEdit* m_mark;
    QLineEdit* m_ttl;
    QLineEdit* m_uid;
    QLineEdit* m_icmp;
    QLineEdit* m_headers;  ///< of IPv6
    QString m_problem;
};

}  // namespace natwalk
