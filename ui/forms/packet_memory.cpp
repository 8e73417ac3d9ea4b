#include "ui/forms/packet_memory.h"

#include "ui/opener.h"
#include "ui/translate.h"

#include <QSettings>
#include <QVariantMap>

namespace natwalk {

namespace {

const QString packetsKey = QStringLiteral("packets");

struct NumberField
{
    const char* name;
    std::uint32_t (*get)(const Packet&);
    void (*set)(Packet&, std::uint32_t);
};

template <auto Member>
constexpr NumberField field(const char* name)
{
    return {name, [](const Packet& packet) { return static_cast<std::uint32_t>(packet.*Member); },
            [](Packet& packet, std::uint32_t value) {
                packet.*Member = static_cast<std::remove_reference_t<decltype(packet.*Member)>>(value);
            }};
}

constexpr std::array fields = {field<&Packet::protocol>("proto"), field<&Packet::sport>("sport"),
                               field<&Packet::dport>("dport"),    field<&Packet::tcpFlags>("flags"),
                               field<&Packet::icmpType>("type"),  field<&Packet::icmpCode>("code"),
                               field<&Packet::mark>("mark"),      field<&Packet::ttl>("ttl"),
                               field<&Packet::uid>("uid"),        field<&Packet::headers>("headers")};

QVariantMap written(const Packet& packet)
{
    QVariantMap map = {{QStringLiteral("src"), qstring(toText(packet.src))},
                       {QStringLiteral("dst"), qstring(toText(packet.dst))},
                       {QStringLiteral("in"), qstring(packet.in.view())}};
    for (const NumberField& field : fields)
        map.insert(QLatin1String(field.name), field.get(packet));
    return map;
}

std::optional<Packet> read(const QVariantMap& map)
{
    const auto text = [&map](const char* name) { return map.value(QLatin1String(name)).toString().toStdString(); };
    const auto src = Address::from(text("src"));
    const auto dst = Address::from(text("dst"));
    const std::string in = text("in");
    if (!src || !dst || src->family != dst->family || in.size() > InterfaceName::longest)
        return {};
    Packet packet;
    packet.src = *src;
    packet.dst = *dst;
    packet.in = std::string_view(in);
    for (const NumberField& field : fields)
        field.set(packet, map.value(QLatin1String(field.name)).toUInt());
    return packet;
}

}  // namespace

void rememberPacket(const QString& path, const Asked& asked)
{
    const QVariantMap before = QSettings().value(packetsKey).toMap();
    QVariantMap kept;
    for (const QString& recent : Opener::recentFiles())
        if (before.contains(recent))
            kept.insert(recent, before.value(recent));
    QVariantMap packet = written(asked.question->packet);
    packet.insert(QStringLiteral("name"), asked.packetName);
    kept.insert(path, packet);
    QSettings().setValue(packetsKey, kept);
}

std::optional<RememberedPacket> rememberedPacket(const QString& path)
{
    const QVariantMap map = QSettings().value(packetsKey).toMap().value(path).toMap();
    const auto packet = read(map);
    if (!packet)
        return {};
    return RememberedPacket{map.value(QStringLiteral("name")).toString().toStdString(), *packet};
}

}  // namespace natwalk
