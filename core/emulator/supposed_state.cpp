#include "emulator/supposed_state.h"

#include "emulator/emulate.h"
#include "emulator/tcp_window.h"

namespace natwalk {

namespace {

constexpr double oneDay = 86'400;  // no supposed connection times out before its packet comes

bool isTcp(const Question& question) { return question.packet.protocol == protocol::tcp; }

Connection plainConnection(const Question& question)
{
    Connection connection;
    connection.original = tupleOf(question.packet);
    connection.reply = inverse(connection.original);
    return connection;
}

/// The entry that the connection's first packet would have left: with the addresses that NAT chose.
Connection openedConnection(const Question& question, const ChooseCourse& choose)
{
    Forced course(choose ? choose(question) : std::vector<bool>());
    const TracePtr opening = emulate(question, course);
    return opening->connection ? *opening->connection : plainConnection(question);
}

void addConnection(Question& question, Connection connection, std::uint32_t bits, TcpState tcp)
{
    connection.status |= bits | status::confirmed;
    connection.tcp = isTcp(question) ? tcp : TcpState::none;
    takeAnyNumbers(connection);
    connection.expires = question.before->clock + oneDay;
    auto before = std::make_shared<State>(*question.before);
    before->connections.insert(connection);
    question.before = std::move(before);
}

}  // namespace

bool suppose(TrackState state, Question& question, bool mayChangeFlags, const ChooseCourse& choose)
{
    const bool changesFlags = mayChangeFlags && isTcp(question);
    switch (state) {
    case TrackState::newConnection: return true;
    case TrackState::established:
        addConnection(question, openedConnection(question, choose), status::seenReply | status::assured,
                      TcpState::established);
        question.packet.tcpFlags = changesFlags ? tcpflag::ack : question.packet.tcpFlags;
        return true;
    case TrackState::related:
        addConnection(question, plainConnection(question), status::expected, TcpState::synSent);
        return true;
    case TrackState::invalid:
        // The answer to a SYN that nobody sent; for others a checksum that does not fit.
        question.packet.tcpFlags = changesFlags ? tcpflag::syn | tcpflag::ack : question.packet.tcpFlags;
        question.packet.badChecksum = !changesFlags;
        return true;
    case TrackState::untracked: break;
    }
    return false;
}

}  // namespace natwalk
