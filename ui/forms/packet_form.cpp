#include "ui/forms/packet_form.h"

#include "ui/actions.h"
#include "ui/first_packet.h"
#include "ui/follow_up.h"
#include "ui/forms/more_fields.h"
#include "ui/icons.h"
#include "ui/labels.h"
#include "ui/session.h"
#include "ui/translate.h"

#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStandardItemModel>

#include <algorithm>

namespace natwalk {

namespace {

constexpr int addressRole = Qt::UserRole + 1;

QLineEdit* makeField(const char* name, double narrowest, double widest)
{
    auto* field = new QLineEdit;
    field->setObjectName(QLatin1String(name));
    field->setFont(fontFor(Type::rule));
    field->setMinimumWidth(scaled(narrowest));
    field->setMaximumWidth(scaled(widest));
    field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return field;
}

QComboBox* makeCombo(double width)
{
    auto* combo = new QComboBox;
    combo->setMinimumWidth(scaled(width));
    combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return combo;
}

std::optional<std::uint16_t> readPort(const QString& text)
{
    bool fits = false;
    const std::uint16_t port = text.toUShort(&fits);
    return fits ? std::optional(port) : std::nullopt;
}

/// An address that a pod behind a device may have: some way into the device's net.
std::optional<Address> podBehind(const Interface& device, Family family)
{
    constexpr std::uint64_t someWay = 20;
    for (const LocalAddress& local : device.addresses)
        if (local.address.family == family)
            return local.net.base.plus(someWay);
    return {};
}

const Interface* podDevice(const Host& host)
{
    const InterfaceName outsideDevice = outsideInterface(host);
    const auto found = std::ranges::find_if(host.interfaces, [&](const Interface& device) {
        return device.name.view() != "lo" && !(device.name == outsideDevice);
    });
    return found == host.interfaces.end() ? nullptr : &*found;
}

}  // namespace

PacketForm::PacketForm(Session* session, Actions* actions, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_completions(new QStandardItemModel(this))
    , m_fromLabel(makeLabel(Type::body, QStringLiteral("text2")))
    , m_origin(makeCombo(88))
    , m_protocol(makeCombo(62))
    , m_src(makeField("src", 112, 190))
    , m_sport(makeField("sport", 56, 56))
    , m_dst(makeField("dst", 150, 330))
    , m_dport(makeField("dport", 56, 56))
    , m_inLabel(makeLabel(Type::body, QStringLiteral("text2")))
    , m_in(makeCombo(70))
    , m_stateLabel(makeLabel(Type::body, QStringLiteral("text2")))
    , m_state(makeCombo(80))
    , m_more(new QPushButton(icon(QStringLiteral("more")), {}))
    , m_moreFields(new MoreFields(this))
    , m_trace(new QPushButton(icon(QStringLiteral("play-solid"), &Theme::onPath), {}))
    , m_reply(new QPushButton)
    , m_saved(new QPushButton)
    , m_savedMenu(new QMenu(this))
{
    build(actions);
    retranslate();
    connect(m_session, &Session::documentChanged, this, &PacketForm::showDocument);
    connect(m_session, &Session::traceChanged, this, &PacketForm::showPacket);
}

void PacketForm::build(Actions* actions)
{
    setFixedHeight(scaled(44));
    for (const char* name : {"tcp", "udp", "icmp", "sctp"})
        m_protocol->addItem(QLatin1String(name));
    m_state->addItems({QStringLiteral("NEW"), QStringLiteral("ESTABLISHED")});
    m_origin->addItems({QString(), QString(), QString()});
    m_trace->setProperty("primary", true);
    m_saved->setProperty("menuButton", true);
    m_saved->setMenu(m_savedMenu);
    m_more->setFixedWidth(scaled(30));
    m_more->setProperty("compact", true);

    auto* completer = new QCompleter(m_completions, this);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_dst->setCompleter(completer);
    connect(completer, qOverload<const QString&>(&QCompleter::activated), this, &PacketForm::takeDestination,
            Qt::QueuedConnection);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(scaled(12), 0, scaled(12), 0);
    layout->setSpacing(scaled(6));
    const auto addText = [layout](const QString& text) {
        QLabel* label = makeLabel(Type::body, QStringLiteral("text2"));
        label->setText(text);
        layout->addWidget(label);
    };
    layout->addWidget(m_fromLabel);
    layout->addWidget(m_origin);
    layout->addWidget(m_protocol);
    layout->addSpacing(scaled(4));
    layout->addWidget(m_src, 1);
    addText(QStringLiteral(":"));
    layout->addWidget(m_sport);
    layout->addSpacing(scaled(2));
    addText(QStringLiteral("→"));
    layout->addSpacing(scaled(2));
    layout->addWidget(m_dst, 4);
    addText(QStringLiteral(":"));
    layout->addWidget(m_dport);
    layout->addSpacing(scaled(4));
    layout->addWidget(m_inLabel);
    layout->addWidget(m_in);
    layout->addWidget(m_stateLabel);
    layout->addWidget(m_state);
    layout->addWidget(m_more);
    layout->addStretch();
    layout->addWidget(m_trace);
    layout->addWidget(m_reply);
    layout->addWidget(m_saved);

    connect(m_origin, &QComboBox::activated, this, &PacketForm::takeOrigin);
    connect(m_protocol, &QComboBox::activated, this, &PacketForm::enablePorts);
    connect(m_trace, &QPushButton::clicked, this, &PacketForm::trace);
    connect(m_reply, &QPushButton::clicked, actions->reply, &QAction::trigger);
    connect(m_savedMenu, &QMenu::aboutToShow, this, &PacketForm::fillSavedPackets);
    connect(m_moreFields, &MoreFields::accepted, this, &PacketForm::trace);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_moreFields->move(m_more->mapToGlobal(QPoint(0, m_more->height() + scaled(4))));
        m_moreFields->show();
    });
    for (QLineEdit* field : {m_src, m_sport, m_dst, m_dport}) {
        connect(field, &QLineEdit::returnPressed, this, &PacketForm::trace);
        connect(field, &QLineEdit::textEdited, this, [this] { packet(); });
    }
}

void PacketForm::retranslate()
{
    m_fromLabel->setText(tr("From"));
    m_inLabel->setText(tr("in"));
    m_stateLabel->setText(tr("state"));
    m_origin->setItemText(outside, tr("Outside"));
    m_origin->setItemText(pod, tr("Pod"));
    m_origin->setItemText(node, tr("Node"));
    m_more->setToolTip(tr("More: flags, mark, ttl, uid, ICMP type"));
    m_more->setAccessibleName(tr("More"));
    m_trace->setText(tr("Trace"));
    m_trace->setToolTip(
        tr("Trace this packet (%1)").arg(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText)));
    m_reply->setText(tr("Reply"));
    m_reply->setToolTip(tr("Trace the answer to this packet"));
    m_saved->setText(tr("Saved packets"));
    m_saved->setToolTip(tr("The scenario's packets"));
    m_saved->setAccessibleName(tr("Saved packets"));
    m_state->setToolTip(
        tr("NEW: the first packet of a connection; ESTABLISHED: a later one, after the answer came through"));
    m_origin->setAccessibleName(tr("From"));
    m_protocol->setAccessibleName(tr("Protocol"));
    m_src->setAccessibleName(tr("Source address"));
    m_sport->setAccessibleName(tr("Source port"));
    m_dst->setAccessibleName(tr("Destination: address or service"));
    m_dst->setToolTip(m_dst->accessibleName());
    m_dport->setAccessibleName(tr("Destination port"));
    m_in->setAccessibleName(tr("Interface"));
    m_moreFields->retranslate();
}

QSize PacketForm::minimumSizeHint() const { return {scaled(600), scaled(44)}; }

void PacketForm::focusDestination()
{
    m_dst->setFocus();
    m_dst->selectAll();
}

void PacketForm::showDocument()
{
    m_completions->clear();
    m_destinations.clear();
    if (!m_session->document())
        return;
    m_destinations = destinationsOf(*m_session->document());
    for (const Destination& destination : m_destinations)
        m_completions->appendRow(new QStandardItem(destination.text()));
    const bool hasPackets = m_session->opened()->scenario && !m_session->opened()->scenario->packets.empty();
    m_saved->setEnabled(hasPackets);
}

void PacketForm::showPacket()
{
    if (!m_session->question())
        return;
    const Packet& packet = m_session->question()->packet;
    const QString protocol = qstring(protocolName(packet.protocol));
    if (m_protocol->findText(protocol) < 0)
        m_protocol->addItem(protocol);
    m_protocol->setCurrentText(protocol);
    m_src->setText(qstring(toText(packet.src)));
    m_sport->setText(QString::number(packet.sport));
    m_dport->setText(QString::number(packet.dport));
    showDestination(packet);
    showDevices(packet);
    m_moreFields->setPacket(packet);
    const TracePtr trace = m_session->trace();
    const bool tracked = trace && trace->trackingBefore(trace->steps.size()).state == TrackState::established;
    m_state->setCurrentIndex(tracked ? 1 : 0);
    enablePorts();
    this->packet();
}

void PacketForm::showDestination(const Packet& packet)
{
    const Destination* known = destinationAt(m_destinations, packet.dst, packet.dport);
    const QString address = qstring(toText(packet.dst));
    m_dst->setText(
        known == nullptr || known->service.isEmpty() ? address : QStringLiteral("%1  %2").arg(known->service, address));
    m_dst->setCursorPosition(0);
}

void PacketForm::showDevices(const Packet& packet)
{
    const Host& host = m_session->question()->host();
    m_in->clear();
    m_in->addItem(QStringLiteral("–"));
    for (const Interface& device : host.interfaces)
        m_in->addItem(qstring(device.name.view()));
    const QString in = qstring(packet.in.view());
    if (!in.isEmpty() && m_in->findText(in) < 0)
        m_in->addItem(in);
    m_in->setCurrentIndex(in.isEmpty() ? 0 : m_in->findText(in));
    m_origin->setCurrentIndex(packet.in.empty() ? node : packet.in == outsideInterface(host) ? outside : pod);
}

void PacketForm::enablePorts()
{
    const auto number = protocolNamed(m_protocol->currentText().toStdString());
    const bool ports = number && hasPorts(*number);
    m_sport->setEnabled(ports);
    m_dport->setEnabled(ports);
}

void PacketForm::fillSavedPackets()
{
    m_savedMenu->clear();
    if (!m_session->opened() || !m_session->opened()->scenario)
        return;
    for (const ScenarioPacket& saved : m_session->opened()->scenario->packets) {
        QAction* action = m_savedMenu->addAction(QString::fromStdString(saved.id));
        action->setCheckable(true);
        action->setChecked(m_session->asked().packetName == action->text());
        action->setToolTip(qstring(toText(saved.packet)));
        connect(action, &QAction::triggered, this, [this, id = saved.id] { m_session->askSaved(id); });
    }
    m_savedMenu->setToolTipsVisible(true);
}

/// Fills in device and source as somebody there would have them.
void PacketForm::takeOrigin(int origin)
{
    if (!m_session->question())
        return;
    const Host& host = m_session->question()->host();
    const Family family = m_session->question()->packet.src.family;
    const InterfaceName outsideDevice = outsideInterface(host);
    const auto fill = [this](const InterfaceName& device, const Address& source) {
        m_in->setCurrentIndex(std::max(0, m_in->findText(qstring(device.view()))));
        m_src->setText(qstring(toText(source)));
    };
    if (origin == outside)
        fill(outsideDevice, outsideAddress(family));
    else if (origin == node)
        fill({}, host.primaryAddress(outsideDevice, family).value_or(outsideAddress(family)));
    else if (const Interface* device = podDevice(host))
        fill(device->name, podBehind(*device, family).value_or(outsideAddress(family)));
    packet();
}

void PacketForm::takeDestination(const QString& text)
{
    const auto typed = readDestination(text, m_destinations);
    if (!typed)
        return;
    if (typed->port)
        m_dport->setText(QString::number(*typed->port));
    const Destination* known = destinationAt(m_destinations, typed->address, typed->port.value_or(0));
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
    const auto dst = readDestination(m_dst->text(), m_destinations);
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
    m_session->askPacket(*asked, m_state->currentIndex() == 1);
}

void PacketForm::resizeEvent(QResizeEvent* event)
{
    const bool narrow = width() < scaled(1360);
    m_stateLabel->setVisible(!narrow);
    m_state->setVisible(!narrow);
    m_saved->setText(narrow ? QString() : tr("Saved packets"));
    m_saved->setFixedWidth(narrow ? scaled(32) : m_saved->sizeHint().width());
    QWidget::resizeEvent(event);
}

void PacketForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

}  // namespace natwalk
