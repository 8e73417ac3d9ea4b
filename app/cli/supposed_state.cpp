#include "cli/supposed_state.h"

#include "cli/exit_code.h"
#include "emulator/emulate.h"
#include "emulator/tcp_window.h"

namespace natwalk::cli {

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
Connection openedConnection(const Question& question)
{
    const TracePtr opening = emulate(question);
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

void suppose(const std::string& state, Question& question, bool mayChangeFlags)
{
    const bool changesFlags = mayChangeFlags && isTcp(question);
    if (state == "ESTABLISHED") {
        addConnection(question, openedConnection(question), status::seenReply | status::assured, TcpState::established);
        question.packet.tcpFlags = changesFlags ? tcpflag::ack : question.packet.tcpFlags;
    } else if (state == "RELATED") {
        addConnection(question, plainConnection(question), status::expected, TcpState::synSent);
    } else if (state == "INVALID") {
        // The answer to a SYN that nobody sent; for others a checksum that does not fit.
        question.packet.tcpFlags = changesFlags ? tcpflag::syn | tcpflag::ack : question.packet.tcpFlags;
        question.packet.badChecksum = !changesFlags;
    } else if (state == "UNTRACKED") {
        throw Failure("UNTRACKED comes from a rule (-j CT --notrack in raw), it cannot be supposed");
    } else if (state != "NEW") {
        throw Failure("--state takes NEW, ESTABLISHED, RELATED or INVALID, not \"" + state + '"');
    }
}

}  // namespace natwalk::cli
