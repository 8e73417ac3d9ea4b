#include "ui/forms/packet_form.h"

#include "emulator/connection_names.h"
#include "emulator/places.h"
#include "ui/actions.h"
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

#include <algorithm>
#include <array>

namespace natwalk {

namespace {

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

}  // namespace

PacketForm::PacketForm(Session* session, Actions* actions, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_fromLabel(makeLabel(Type::body, QStringLiteral("text2")))
    , m_origin(makeCombo(88))
    , m_protocol(makeCombo(62))
    , m_src(makeField("src", 128, 190))
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
    m_state->setObjectName(QStringLiteral("state"));
    for (const TrackState state : supposable)
        m_state->addItem(qstring(nameOf(state)));
    m_origin->addItems({QString(), QString(), QString()});
    m_trace->setProperty("primary", true);
    m_saved->setProperty("menuButton", true);
    m_saved->setMenu(m_savedMenu);
    m_more->setFixedWidth(scaled(30));
    m_more->setProperty("compact", true);

    auto* completer = new QCompleter(&m_destinations, this);
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
    connect(m_state, &QComboBox::activated, this, &PacketForm::takeState);
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
        tr("NEW: the first packet of a connection; ESTABLISHED: a later one, after the answer came through; RELATED: "
           "of a connection that another one expects; INVALID: of none; carried on: after the packets before"));
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
    const OpenedPtr opened = m_session->opened();
    m_destinations.show(opened ? opened->destinations : std::vector<Destination>());
    if (!opened)
        return;
    const bool hasPackets = opened->scenario && !opened->scenario->packets.empty();
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
    m_src->setCursorPosition(0);
    m_sport->setText(QString::number(packet.sport));
    m_dport->setText(QString::number(packet.dport));
    showDestination(packet);
    showDevices(packet);
    m_moreFields->setPacket(packet);
    showState();
    enablePorts();
    this->packet();
}

/// The state that tracking sees; after other packets it can be kept, or supposed anew.
void PacketForm::showState()
{
    const TracePtr trace = m_session->trace();
    const TrackState state = trace ? trace->trackingBefore(trace->steps.size()).state : TrackState::newConnection;
    while (m_state->count() > carriedState)
        m_state->removeItem(carriedState);
    const bool carried = m_session->asked().carried;
    if (carried)
        m_state->addItem(tr("%1, carried on").arg(qstring(nameOf(state))));
    const auto place = std::ranges::find(supposable, state) - supposable.begin();
    m_state->setCurrentIndex(carried ? carriedState : static_cast<int>(place % carriedState));
}

void PacketForm::showDestination(const Packet& packet)
{
    const Destination* known = destinationAt(m_destinations.rows(), packet.dst, packet.dport);
    const QString address = qstring(toText(packet.dst));
    m_dst->setText(
        known == nullptr || known->service.isEmpty() ? address : QStringLiteral("%1  %2").arg(known->service, address));
    m_dst->setCursorPosition(0);
}

void PacketForm::showDevices(const Packet& packet)
{
    const Document& document = *m_session->question()->document;
    const Host& host = *document.host;
    m_in->clear();
    m_in->addItem(QStringLiteral("–"));
    for (const Interface& device : host.interfaces)
        m_in->addItem(qstring(device.name.view()));
    const QString in = qstring(packet.in.view());
    if (!in.isEmpty() && m_in->findText(in) < 0)
        m_in->addItem(in);
    m_in->setCurrentIndex(in.isEmpty() ? 0 : m_in->findText(in));
    const auto outsidePlace = placeOf(From::outside, document, packet.src.family);
    m_origin->setCurrentIndex(packet.in.empty() ? node : outsidePlace && packet.in == outsidePlace->in ? outside : pod);
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
