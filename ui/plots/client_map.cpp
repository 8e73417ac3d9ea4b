#include "ui/plots/client_map.h"

#include "ui/session.h"
#include "ui/theme.h"
#include "ui/translate.h"
#include "ui/words/share_words.h"
#include "ui/words/verdict_words.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace natwalk {

namespace {

constexpr int clientsAtOnce = 24;
constexpr double labelWidth = 170;

ClientRow rowOf(const ClientResult& client, std::size_t ends)
{
    ClientRow row{qstring(toText(client.address)), client.connections, client.moves, std::vector<double>(ends)};
    for (const auto& [outcome, count] : client.outcomes)
        if (outcome < ends && client.connections > 0)
            row.shares[outcome] = static_cast<double>(count) / static_cast<double>(client.connections);
    return row;
}

}  // namespace

ClientMap::ClientMap(Session* session, QWidget* parent) : PlotWidget(parent), m_session(session)
{
    m_map = new QCPColorMap(plot()->xAxis, plot()->yAxis);
    m_map->setInterpolate(false);
    m_map->setTightBoundary(false);
    m_map->setDataRange(QCPRange(0, 1));
    m_words = new QCPItemText(plot());
    m_words->position->setType(QCPItemPosition::ptAxisRectRatio);
    m_words->position->setCoords(0.5, 0.5);
    m_words->setSelectable(false);
    m_mark = new QCPItemRect(plot());
    m_mark->setSelectable(false);
    plot()->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    plot()->axisRect()->setRangeDrag(Qt::Vertical);
    plot()->axisRect()->setRangeZoom(Qt::Vertical);
    plot()->yAxis->setRangeReversed(true);
    connect(session, &Session::trialsChanged, this, &ClientMap::fetch);
    connect(session, &Session::distributionChanged, this, &ClientMap::fetch);
    fetch();
}

void ClientMap::fetch()
{
    m_clients.clear();
    m_current = -1;
    m_ends.clear();
    m_sentence.clear();
    const auto trials = m_session->trials();
    if (trials && !m_session->trialsRunning()) {
        for (const OutcomeShare& outcome : trials->expected.outcomes)
            m_ends += outcomeTitle(outcome);
        for (const ClientResult& client : trials->clients)
            m_clients.push_back(rowOf(client, trials->expected.outcomes.size()));
    }
    useColours();
}

void ClientMap::draw()
{
    const bool isEmpty = m_clients.empty();
    const int clients = static_cast<int>(m_clients.size());
    const int ends = static_cast<int>(m_ends.size());
    m_map->setVisible(!isEmpty);
    plot()->xAxis->setVisible(!isEmpty);
    plot()->yAxis->setVisible(!isEmpty);
    m_words->setVisible(isEmpty);
    m_mark->setVisible(false);
    m_words->setText(tr("Choose under “Connects” who connects, and run the trials."));
    setAccessibleDescription(isEmpty ? m_words->text() : m_sentence);
    if (isEmpty)
        return replotSoon();
    m_map->data()->setSize(ends, clients);
    m_map->data()->setRange(QCPRange(0, std::max(ends - 1, 1)), QCPRange(0, std::max(clients - 1, 1)));
    for (int client = 0; client < clients; ++client)
        for (int end = 0; end < ends; ++end)
            m_map->data()->setCell(end, client,
                                   m_clients[static_cast<std::size_t>(client)].shares[static_cast<std::size_t>(end)]);
    plot()->xAxis->setRange(-0.5, ends - 0.5);
    plot()->yAxis->setRange(-0.5, std::min(clients, clientsAtOnce) - 0.5);
    labelAxes();
    const auto constant = std::ranges::count(m_clients, 0U, &ClientRow::moves);
    m_sentence = tr("%1 of %n client(s) always came to the same end.", nullptr, clients).arg(constant);
    showMark();
}

// Keyboard

QString ClientMap::currentWords() const
{
    if (m_current < 0)
        return {};
    const ClientRow& row = m_clients[static_cast<std::size_t>(m_current)];
    const auto largest = std::ranges::max_element(row.shares) - row.shares.begin();
    return wordsOf(row, static_cast<std::size_t>(largest));
}

/// Below the map stands what is to be said of all clients, or of the one that the keyboard stands on.
void ClientMap::showMark()
{
    const bool isMarked = hasFocus() && m_current >= 0;
    m_mark->setVisible(isMarked);
    m_mark->topLeft->setCoords(-0.5, m_current - 0.5);
    m_mark->bottomRight->setCoords(static_cast<double>(m_ends.size()) - 0.5, m_current + 0.5);
    if (!m_clients.empty()) {
        plot()->xAxis->setLabel(isMarked ? currentWords() : m_sentence);
        setAccessibleDescription(plot()->xAxis->label());
    }
    replotSoon();
}

void ClientMap::setCurrent(int client)
{
    if (m_clients.empty())
        return;
    m_current = std::clamp(client, 0, static_cast<int>(m_clients.size()) - 1);
    const QCPRange shown = plot()->yAxis->range();
    if (m_current - 0.5 < shown.lower)
        plot()->yAxis->moveRange(m_current - 0.5 - shown.lower);
    else if (m_current + 0.5 > shown.upper)
        plot()->yAxis->moveRange(m_current + 0.5 - shown.upper);
    showMark();
}

void ClientMap::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Up: return setCurrent(m_current - 1);
    case Qt::Key_Down: return setCurrent(m_current + 1);
    case Qt::Key_PageUp: return setCurrent(m_current - clientsAtOnce);
    case Qt::Key_PageDown: return setCurrent(m_current + clientsAtOnce);
    case Qt::Key_Home: return setCurrent(0);
    case Qt::Key_End: return setCurrent(static_cast<int>(m_clients.size()) - 1);
    default: PlotWidget::keyPressEvent(event);
    }
}

void ClientMap::focusInEvent(QFocusEvent* event)
{
    PlotWidget::focusInEvent(event);
    showMark();
}

void ClientMap::focusOutEvent(QFocusEvent* event)
{
    PlotWidget::focusOutEvent(event);
    showMark();
}

void ClientMap::labelAxes()
{
    QSharedPointer<QCPAxisTickerText> across(new QCPAxisTickerText);
    QSharedPointer<QCPAxisTickerText> down(new QCPAxisTickerText);
    const auto room = std::max(width() / scaled(labelWidth), 1);
    const qsizetype every = (m_ends.size() + room - 1) / room;
    for (qsizetype end = 0; end < m_ends.size(); end += every)
        across->addTick(static_cast<double>(end), m_ends[end]);
    for (std::size_t client = 0; client < m_clients.size(); ++client)
        down->addTick(static_cast<double>(client), m_clients[client].client);
    plot()->xAxis->setTicker(across);
    plot()->yAxis->setTicker(down);
}

void ClientMap::useColours()
{
    PlotWidget::useColours();
    setAccessibleName(tr("Ends of each client"));
    QCPColorGradient gradient;
    gradient.setColorStops({{0, theme().unreached}, {1, theme().path}});
    m_map->setGradient(gradient);
    m_words->setFont(fontFor(Type::body));
    m_words->setColor(theme().text2);
    m_mark->setPen(QPen(theme().text, 1.6));
    plot()->yAxis->setTickLabelFont(fontFor(Type::table));
    plot()->xAxis->setTickLabelFont(fontFor(Type::table));
    for (QCPAxis* axis : {plot()->xAxis, plot()->yAxis}) {
        axis->grid()->setVisible(false);
        axis->setTickPen(Qt::NoPen);
    }
    draw();
}

void ClientMap::resizeEvent(QResizeEvent* event)
{
    PlotWidget::resizeEvent(event);
    labelAxes();
}

QString ClientMap::wordsAt(const QPoint& point) const
{
    const auto client = std::lround(plot()->yAxis->pixelToCoord(point.y()));
    const auto end = std::lround(plot()->xAxis->pixelToCoord(point.x()));
    if (client < 0 || client >= static_cast<long>(m_clients.size()) || end < 0 || end >= m_ends.size())
        return {};
    return wordsOf(m_clients[static_cast<std::size_t>(client)], static_cast<std::size_t>(end));
}

QString ClientMap::wordsOf(const ClientRow& row, std::size_t end) const
{
    return tr("%1: %2 of %3 connections ended at %4; it moved %5 times")
        .arg(row.client, percentText(row.shares[end]))
        .arg(row.connections)
        .arg(m_ends[static_cast<qsizetype>(end)])
        .arg(row.moves);
}

bool ClientMap::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return PlotWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), wordsAt(help->pos()), this);
    return true;
}

QString ClientMap::csv() const
{
    QString text = QStringLiteral("client,connections,moves");
    for (const QString& end : m_ends)
        text += QStringLiteral(",\"%1\"").arg(end);
    text += u'\n';
    for (const ClientRow& row : m_clients) {
        text += QStringLiteral("%1,%2,%3").arg(row.client).arg(row.connections).arg(row.moves);
        for (const double share : row.shares)
            text += u',' + QString::number(share, 'g', 15);
        text += u'\n';
    }
    return text;
}

}  // namespace natwalk
