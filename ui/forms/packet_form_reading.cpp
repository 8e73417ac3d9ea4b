// What the packet form's fields say, and what fills them in for a person.
#include "emulator/places.h"
#include "ui/forms/more_fields.h"
#include "ui/forms/packet_form.h"
#include "ui/labels.h"
#include "ui/session.h"
#include "ui/translate.h"

#include <QComboBox>
#include <QLineEdit>

#include <algorithm>

namespace natwalk {

namespace {

std::optional<std::uint16_t> readPort(const QString& text)
{
    bool fits = false;
    const std::uint16_t port = text.toUShort(&fits);
    return fits ? std::optional(port) : std::nullopt;
}

}  // namespace

/// A later packet of a TCP connection does not begin one: its flags follow, as long as nobody says others.
void PacketForm::takeState(int state)
{
    if (state < carriedState && m_protocol->currentText() == u"tcp")
        m_moreFields->setFlags(
            supposable.at(static_cast<std::size_t>(state)) == TrackState::established ? tcpflag::ack : tcpflag::syn);
    packet();
}

/// Fills in device and source as somebody there would have them.
void PacketForm::takeOrigin(int origin)
{
    if (!m_session->question())
        return;
    constexpr std::array places = {From::outside, From::pod, From::node};
    const Question& question = *m_session->question();
    const auto place =
        placeOf(places.at(static_cast<std::size_t>(origin)), *question.document, question.packet.src.family);
    if (place) {
        m_in->setCurrentIndex(place->in.empty() ? 0 : std::max(0, m_in->findText(qstring(place->in.view()))));
        m_src->setText(qstring(toText(place->src)));
        m_src->setCursorPosition(0);
    }
    packet();
}

void PacketForm::takeDestination(const QString& text)
{
    const auto typed = readDestination(text, m_destinations.rows());
    if (!typed)
        return;
    if (typed->port)
        m_dport->setText(QString::number(*typed->port));
    const Destination* known = destinationAt(m_destinations.rows(), typed->address, typed->port.value_or(0));
    if (known != nullptr && known->protocol != 0)
        m_protocol->setCurrentText(qstring(protocolName(known->protocol)));
    Packet shown;
    shown.dst = typed->address;
    shown.dport = typed->port.value_or(0);
    showDestination(shown);
    enablePorts();
    packet();
}

bool PacketForm::check(QLineEdit* field, bool valid, const QString& problem)
{
    setLook(field, "invalid", !valid);
    if (!valid && m_problem.isEmpty())
        m_problem = problem;
    return valid;
}

/// What the fields say; nothing (and the wrong ones tinted) when one of them is wrong.
std::optional<Packet> PacketForm::packet()
{
    const QString before = std::exchange(m_problem, QString());
    const auto made = m_session->question() ? checked(m_session->question()->packet) : std::nullopt;
    if (m_problem != before)
        emit problemChanged(m_problem);
    return made;
}

std::optional<Packet> PacketForm::checked(Packet packet)
{
    const auto protocol = protocolNamed(m_protocol->currentText().toStdString());
    packet.protocol = protocol.value_or(packet.protocol);
    const bool ports = hasPorts(packet.protocol);
    const auto src = Address::from(m_src->text().trimmed().toStdString());
    const auto dst = readDestination(m_dst->text(), m_destinations.rows());
    if (check(m_src, src.has_value(), tr("The source must be an address, like 10.0.0.7")))
        packet.src = *src;
    if (check(m_dst, dst.has_value(), tr("The destination must be an address or a service that the rules name"))) {
        packet.dst = dst->address;
        if (dst->port && !m_dst->text().contains(u' '))
            m_dport->setText(QString::number(*dst->port));
        check(m_dst, !src || dst->address.family == src->family,
              tr("Source and destination must both be IPv4 or both IPv6"));
    }
    const auto sport = readPort(m_sport->text());
    const auto dport = readPort(m_dport->text());
    if (check(m_sport, !ports || sport, tr("A port is a number from 0 to 65535")))
        packet.sport = ports ? *sport : std::uint16_t{0};
    if (check(m_dport, !ports || dport, tr("A port is a number from 0 to 65535")))
        packet.dport = ports ? *dport : std::uint16_t{0};
    packet.in = m_in->currentIndex() <= 0 ? InterfaceName() : InterfaceName(m_in->currentText().toStdString());
    packet.out = {};
    packet.badChecksum = packet.badChecksum && m_state->currentIndex() == carriedState;
    const auto made = m_moreFields->applied(packet);
    if (!made && m_problem.isEmpty())
        m_problem = m_moreFields->problem();
    return m_problem.isEmpty() ? made : std::nullopt;
}

void PacketForm::trace()
{
    const auto asked = packet();
    if (!asked)
        return;
    m_moreFields->hide();
    const int state = m_state->currentIndex();
    m_session->askPacket(*asked, state == carriedState ? std::nullopt
                                                       : std::optional(supposable.at(static_cast<std::size_t>(state))));
}

}  // namespace natwalk
