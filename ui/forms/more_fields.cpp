#include "ui/forms/more_fields.h"

#include "packet/extension_headers.h"
#include "ui/labels.h"
#include "ui/translate.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QRegularExpression>

namespace natwalk {

namespace {

std::optional<std::uint32_t> readNumber(const QString& text, std::uint32_t largest)
{
    bool fits = false;
    const std::uint32_t number = text.toUInt(&fits, 0);
    return fits && number <= largest ? std::optional(number) : std::nullopt;
}

}  // namespace

MoreFields::MoreFields(QWidget* parent) : QFrame(parent, Qt::Popup), m_layout(new QFormLayout(this))
{
    setProperty("ground", QStringLiteral("surface"));
    setFrameShape(QFrame::StyledPanel);
    m_layout->setContentsMargins(scaled(14), scaled(12), scaled(14), scaled(12));
    m_layout->setSpacing(scaled(8));
    m_flags = addField();
    m_mark = addField();
    m_ttl = addField();
    m_uid = addField();
    m_icmp = addField();
    m_headers = addField();
    retranslate();
}

QLineEdit* MoreFields::addField()
{
    auto* field = new QLineEdit;
    field->setFont(fontFor(Type::rule));
    field->setMinimumWidth(scaled(150));
    m_layout->addRow(makeLabel(Type::body, QStringLiteral("text2")), field);
    connect(field, &QLineEdit::returnPressed, this, &MoreFields::accepted);
    return field;
}

void MoreFields::retranslate()
{
    const auto name = [this](QLineEdit* field, const QString& text, const QString& tip) {
        qobject_cast<QLabel*>(m_layout->labelForField(field))->setText(text);
        field->setToolTip(tip);
        field->setAccessibleName(text);
    };
    name(m_flags, tr("TCP flags"), tr("SYN,ACK, NONE or ALL"));
    name(m_mark, tr("mark"), tr("The packet's mark, as a number or 0x…"));
    name(m_ttl, tr("ttl"), tr("Hops left, 1 to 255"));
    name(m_uid, tr("uid"), tr("Number of the sending user, for packets of this host; empty: nobody"));
    name(m_icmp, tr("ICMP type"), tr("TYPE or TYPE/CODE"));
    name(m_headers, tr("headers"),
         tr("Extension headers of IPv6, such as hbh,dst; there are hbh, rt, frag, ah and dst"));
}

void MoreFields::setPacket(const Packet& packet)
{
    setFlags(packet.tcpFlags);
    m_flags->setEnabled(packet.protocol == protocol::tcp);
    m_mark->setText(QStringLiteral("0x%1").arg(packet.mark, 0, 16));
    m_ttl->setText(QString::number(packet.ttl));
    m_uid->setText(packet.uid == nobody ? QString() : QString::number(packet.uid));
    m_icmp->setText(QStringLiteral("%1/%2").arg(packet.icmpType).arg(packet.icmpCode));
    m_icmp->setEnabled(packet.isIcmp());
    m_headers->setText(qstring(extensionHeadersText(packet.headers)));
    m_layout->setRowVisible(m_headers, packet.src.family == Family::ipv6);
}

void MoreFields::setFlags(std::uint8_t flags) { m_flags->setText(qstring(tcpFlagNames(flags))); }

bool MoreFields::check(QLineEdit* field, bool valid, const QString& problem)
{
    setLook(field, "invalid", !valid);
    if (!valid && m_problem.isEmpty())
        m_problem = problem;
    return valid;
}

std::optional<Packet> MoreFields::applied(Packet packet)
{
    m_problem.clear();
    if (const auto flags = tcpFlagsNamed(m_flags->text().toStdString());
        check(m_flags, flags.has_value(), tr("TCP flags are names like SYN,ACK")))
        packet.tcpFlags = *flags;
    if (const auto mark = readNumber(m_mark->text(), 0xffffffffU);
        check(m_mark, mark.has_value(), tr("A mark is a number of 32 bits")))
        packet.mark = *mark;
    if (const auto ttl = readNumber(m_ttl->text(), 255);
        check(m_ttl, ttl.has_value(), tr("ttl is a number from 0 to 255")))
        packet.ttl = static_cast<std::uint8_t>(*ttl);
    const auto uid = m_uid->text().isEmpty() ? std::optional(nobody) : readNumber(m_uid->text(), nobody);
    if (check(m_uid, uid.has_value(), tr("uid is a number")))
        packet.uid = *uid;
    const QStringList icmp = m_icmp->text().split(u'/');
    const auto type = readNumber(icmp.value(0), 255);
    const auto code = readNumber(icmp.value(1, QStringLiteral("0")), 255);
    if (check(m_icmp, type && code && icmp.size() <= 2, tr("An ICMP type is TYPE or TYPE/CODE, both from 0 to 255"))) {
        packet.icmpType = static_cast<std::uint8_t>(*type);
        packet.icmpCode = static_cast<std::uint8_t>(*code);
    }
    const auto headers = extensionHeadersNamed(m_headers->text().trimmed().toStdString());
    if (check(m_headers, packet.src.family == Family::ipv4 || headers,
              tr("Extension headers are some of hbh, rt, frag, ah and dst, with commas between them")))
        packet.headers = packet.src.family == Family::ipv6 ? *headers : std::uint8_t{0};
    return m_problem.isEmpty() ? std::optional(packet) : std::nullopt;
}

}  // namespace natwalk
