#include "emulator/tcp_window.h"

#include "emulator/tcp_states.h"

#include <algorithm>
#include <memory>

namespace natwalk {

namespace {

/// How far back an acknowledgement may lie at least.
constexpr std::uint32_t leastAckWindow = 66000;

constexpr bool comesAfter(std::uint32_t a, std::uint32_t b) { return comesBefore(b, a); }

struct Numbers
{
    std::uint32_t seq;
    std::uint32_t end;
    std::uint32_t ack;
    std::uint32_t window;
};

bool has(const Packet& packet, std::uint8_t flag) { return (packet.tcpFlags & flag) != 0; }

std::uint32_t offeredWindow(const Packet& packet) { return std::max<std::uint32_t>(packet.window, 1); }

void beginSide(TcpSide& side, const Packet& packet)
{
    side.end = side.maxEnd = packet.sequenceEnd();
    side.maxWindow = offeredWindow(packet);
}

/// The first that is seen of a side, in the middle of its stream.
void pickUp(TcpSide& sender, TcpSide& receiver, const Packet& packet)
{
    sender.end = packet.sequenceEnd();
    sender.maxWindow = offeredWindow(packet);
    sender.maxEnd = sender.end + sender.maxWindow;
    if (receiver.maxWindow == 0)
        receiver.end = receiver.maxEnd = packet.ack;
    else if (packet.ack == receiver.end + 1)
        ++receiver.end;  // likely the answer to a keep-alive
}

/// A segment that acknowledges nothing acknowledges all; a reset that answers a SYN has no number.
/// @param shift  what the receiver's numbers grew by on their way to the sender
Numbers numbersOf(const Packet& packet, TcpState state, const TcpSide& sender, const TcpSide& receiver,
                  std::uint32_t shift)
{
    Numbers numbers{packet.seq, packet.sequenceEnd(), packet.ack - shift, packet.window};
    const bool reset = has(packet, tcpflag::rst);
    if (!has(packet, tcpflag::ack) || (reset && packet.ack == 0))
        numbers.ack = receiver.end;
    if (reset && packet.seq == 0 && state == TcpState::synSent)
        numbers.seq = numbers.end = sender.end;
    return numbers;
}

bool acknowledgesRecently(const Numbers& numbers, const TcpSide& sender, const TcpSide& receiver)
{
    return comesAfter(numbers.ack, receiver.end - std::max(sender.maxWindow, leastAckWindow) - 1);
}

bool endsInWindow(const Numbers& numbers, const TcpSide& sender, const TcpSide& receiver)
{
    return comesAfter(numbers.end, sender.end - receiver.maxWindow - 1);
}

/// More than the receiver asked for: less than a window more is let pass, as the receiver may take it.
WindowFit judgeTooMuch(const Numbers& numbers, TcpSide& sender, const TcpSide& receiver)
{
    const bool tolerable = receiver.maxWindow != 0 && endsInWindow(numbers, sender, receiver)
                           && acknowledgesRecently(numbers, sender, receiver)
                           && numbers.end - sender.maxEnd + 1 <= receiver.maxWindow
                           && comesBefore(numbers.ack, receiver.end + 1);
    if (!tolerable)
        return WindowFit::invalid;
    sender.end = numbers.end;
    sender.unacknowledged = true;
    return WindowFit::ignored;
}

WindowFit judge(const Numbers& numbers, TcpSide& sender, const TcpSide& receiver)
{
    if (!comesBefore(numbers.seq, sender.maxEnd + 1))
        return judgeTooMuch(numbers, sender, receiver);
    if (!comesBefore(numbers.ack, receiver.end + 1))
        return WindowFit::invalid;  // acknowledges what was never sent
    const bool repeatsOldData = receiver.maxWindow != 0 && !endsInWindow(numbers, sender, receiver);
    if (repeatsOldData || !acknowledgesRecently(numbers, sender, receiver))
        return WindowFit::ignored;
    return WindowFit::fits;
}

void noteSent(TcpSide& sender, const Numbers& numbers, bool acknowledges)
{
    sender.maxWindow = std::max(sender.maxWindow, numbers.window);
    if (comesAfter(numbers.end, sender.end)) {
        sender.end = numbers.end;
        sender.unacknowledged = true;
    }
    if (acknowledges && (!sender.acknowledges || comesAfter(numbers.ack, sender.maxAck))) {
        sender.maxAck = numbers.ack;
        sender.acknowledges = true;
    }
}

void noteReceived(TcpSide& receiver, const Numbers& numbers, std::uint32_t senderMaxEnd)
{
    if (receiver.maxWindow != 0 && comesAfter(numbers.end, senderMaxEnd))
        receiver.maxWindow += numbers.end - senderMaxEnd;
    const std::uint32_t allowed = numbers.ack + numbers.window;
    if (comesAfter(allowed, receiver.maxEnd - 1))
        receiver.maxEnd = numbers.window == 0 ? allowed + 1 : allowed;
    if (numbers.ack == receiver.end)
        receiver.unacknowledged = false;
}

void countRepetition(TcpMemory& memory, Direction direction, const Numbers& numbers, std::uint16_t window)
{
    const bool same = memory.lastDirection == direction && memory.lastSeq == numbers.seq
                      && memory.lastAck == numbers.ack && memory.lastEnd == numbers.end && memory.lastWindow == window;
    memory.repeated = same ? static_cast<std::uint8_t>(memory.repeated + 1) : std::uint8_t{0};
    memory.lastDirection = direction;
    memory.lastSeq = numbers.seq;
    memory.lastAck = numbers.ack;
    memory.lastEnd = numbers.end;
    memory.lastWindow = window;
}

/// Begins or begins anew to follow a side; answers true where nothing else is to be compared.
bool beginsSide(const Connection& connection, TcpSide& sender, TcpSide& receiver, Direction direction,
                const Packet& packet)
{
    const bool opens = has(packet, tcpflag::syn);
    const bool crosses = opens && !has(packet, tcpflag::ack);
    const bool opening = connection.tcp == TcpState::synSent || connection.tcp == TcpState::synReceived;
    if (sender.maxWindow == 0) {
        if (opens)
            beginSide(sender, packet);
        else
            pickUp(sender, receiver, packet);
        return crosses;
    }
    if (!opens || !opening || !comesAfter(packet.sequenceEnd(), sender.end))
        return false;
    beginSide(sender, packet);
    return crosses && direction == Direction::reply;
}

}  // namespace

void beginWindow(Connection& connection, const Packet& packet)
{
    std::construct_at(&connection.segments);
    TcpSide& sender = connection.segments.side(Direction::original);
    beginSide(sender, packet);
    if (segmentOf(packet.tcpFlags) == Segment::syn)
        return;
    sender.maxEnd += sender.maxWindow;
    takeAnyNumbers(connection);
}

void takeAnyNumbers(Connection& connection)
{
    for (TcpSide& side : connection.segments.sides)
        side.liberal = true;
}

WindowFit fitIntoWindow(Connection& connection, Direction direction, const Packet& packet)
{
    TcpSide& sender = connection.segments.side(direction);
    TcpSide& receiver = connection.segments.side(opposite(direction));
    if (beginsSide(connection, sender, receiver, direction, packet))
        return WindowFit::fits;
    const std::uint32_t shift = direction == Direction::original ? connection.segments.shift : 0;
    const Numbers numbers = numbersOf(packet, connection.tcp, sender, receiver, shift);
    if (const WindowFit fit = judge(numbers, sender, receiver); fit != WindowFit::fits)
        return sender.liberal ? WindowFit::fits : fit;
    const std::uint32_t maxEnd = sender.maxEnd;
    noteSent(sender, numbers, has(packet, tcpflag::ack));
    noteReceived(receiver, numbers, maxEnd);
    if (segmentOf(packet.tcpFlags) == Segment::ack)
        countRepetition(connection.segments, direction, numbers, packet.window);
    return WindowFit::fits;
}

}  // namespace natwalk
