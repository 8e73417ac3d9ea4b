#include "ui/models/packet_model.h"

#include "emulator/connection_names.h"
#include "ui/steps/stops.h"
#include "ui/theme.h"
#include "ui/translate.h"
#include "ui/words/rule_words.h"

#include <QCoreApplication>

#include <functional>

namespace natwalk {

namespace {

struct PacketTitles
{
    Q_DECLARE_TR_FUNCTIONS(PacketTitles)
};

using TextOf = std::function<QString(const Packet&)>;

QString portText(std::uint16_t port) { return QString::number(port); }

QString deviceText(const InterfaceName& device)
{
    return device.empty() ? QStringLiteral("–") : qstring(device.view());
}

QString typeText(const Packet& packet) { return QStringLiteral("%1/%2").arg(packet.icmpType).arg(packet.icmpCode); }

struct Field
{
    const char* name;
    TextOf text;
    bool onlyChanged = false;  ///< says nothing until it changes
};

std::vector<Field> fieldsOf(const Packet& packet)
{
    std::vector<Field> fields = {{"src", [](const Packet& p) { return qstring(toText(p.src)); }}};
    if (hasPorts(packet.protocol))
        fields.push_back({"sport", [](const Packet& p) { return portText(p.sport); }});
    fields.push_back({"dst", [](const Packet& p) { return qstring(toText(p.dst)); }});
    if (hasPorts(packet.protocol))
        fields.push_back({"dport", [](const Packet& p) { return portText(p.dport); }});
    fields.push_back({"proto", [](const Packet& p) { return qstring(protocolName(p.protocol)); }});
    if (packet.isIcmp())
        fields.push_back({"type", typeText});
    fields.push_back({"in", [](const Packet& p) { return deviceText(p.in); }});
    fields.push_back({"out", [](const Packet& p) { return deviceText(p.out); }, true});
    fields.push_back({"mark", [](const Packet& p) { return QStringLiteral("0x%1").arg(p.mark, 0, 16); }});
    fields.push_back({"ttl", [](const Packet& p) { return QString::number(p.ttl); }, true});
    return fields;
}

/// The last stop up to the end of one whose change this field shows.
std::optional<std::size_t> lastWriter(const Trace& trace, std::size_t end, const TextOf& text)
{
    for (std::size_t i = end + 1; i-- > 0;)
        if (const auto* rewritten = std::get_if<Rewritten>(&trace.steps[i].event)) {
            const Change& change = trace.changes[rewritten->change];
            if (text(change.before) != text(change.after))
                return stopOf(trace, i);
        }
    return {};
}

QString stateText(TrackState state)
{
    return state == TrackState::untracked ? QStringLiteral("–") : qstring(nameOf(state));
}

/// Conntrack's view: the state, and what NAT did to the connection so far.
PacketField connectionField(const Trace& trace, std::size_t step)
{
    PacketField field{
        QStringLiteral("ct"), stateText(trace.trackingBefore(trace.steps.size()).state), QStringLiteral("="), {}};
    QStringList done;
    for (const std::size_t stop : stopsOf(trace))
        if (const Change* change = stop <= step ? translationAt(trace, stop) : nullptr) {
            done += translationText(*change);
            field.writtenAt = stop;
        }
    if (!done.isEmpty())
        field.now = done.join(u'+');
    return field;
}

QVariant nameValue(const PacketField& field, int role)
{
    switch (role) {
    case Qt::DisplayRole: return field.name;
    case Qt::FontRole: return fontFor(Type::small);
    case Qt::ForegroundRole: return theme().text2;
    default: return {};
    }
}

QVariant entryValue(const PacketField& field, int role)
{
    QFont font = fontFor(Type::ruleSecond);
    font.setStrikeOut(field.isChanged() && field.now != u"=" && field.name != u"ct");
    switch (role) {
    case Qt::DisplayRole: return field.entry;
    case Qt::FontRole: return font;
    case Qt::ForegroundRole: return field.isChanged() || field.name == u"ct" ? theme().text3 : theme().text;
    default: return {};
    }
}

QVariant nowValue(const PacketField& field, int role)
{
    switch (role) {
    case Qt::DisplayRole: return field.now;
    case Qt::FontRole: return fontFor(Type::ruleSecond);
    case Qt::ForegroundRole: return field.isChanged() ? theme().natText : theme().text3;
    case Qt::ToolTipRole: return field.isChanged() ? PacketTitles::tr("Go to the rule that wrote this") : QString();
    default: return {};
    }
}

}  // namespace

std::vector<PacketField> packetFieldsOf(const Trace& trace, std::size_t step)
{
    const Packet& entry = trace.packetIn;
    const std::size_t end = endOfStop(trace, step);
    const Packet& now = trace.packetAfter(end);
    std::vector<PacketField> rows;
    for (const Field& field : fieldsOf(entry)) {
        const QString before = field.text(entry);
        const QString after = field.text(now);
        if (before == after && field.onlyChanged)
            continue;
        PacketField row{QLatin1String(field.name), before, before == after ? QStringLiteral("=") : after, {}};
        if (before != after)
            row.writtenAt = lastWriter(trace, end, field.text);
        rows.push_back(std::move(row));
    }
    rows.push_back(connectionField(trace, step));
    return rows;
}

PacketModel::PacketModel(QObject* parent)
    : TableModel({{[] { return PacketTitles::tr("Field"); }, nameValue},
                  {[] { return PacketTitles::tr("At entry"); }, entryValue},
                  {[] { return PacketTitles::tr("Now"); }, nowValue}},
                 parent)
{}

}  // namespace natwalk
