#include "emulator/tcp_states.h"

#include <array>
#include <string_view>

namespace natwalk {

namespace {

// One letter per state that a segment leads to, in the columns' order:
//   none, synSent, synReceived, established, finWait, closeWait, lastAck, timeWait, close, synSent2
// S R E F C L T X 2 name those states, "-" is invalid and "." ignored.
constexpr std::size_t stateCount = 10;
using Row = std::array<TcpMove, stateCount>;

constexpr TcpMove moveOf(char letter)
{
    constexpr std::string_view letters = "-SREFCLTX2";
    if (letter == '-')
        return {TcpMove::Kind::invalid, TcpState::none};
    if (letter == '.')
        return {TcpMove::Kind::ignored, TcpState::none};
    return {TcpMove::Kind::to, static_cast<TcpState>(letters.find(letter))};
}

constexpr Row row(std::string_view letters)
{
    Row moves;
    for (std::size_t state = 0; state < stateCount; ++state)
        moves[state] = moveOf(letters[state]);
    return moves;
}

constexpr std::array<std::array<Row, 6>, 2> moves = {{
    {row("SS.....SS2"), row("--R------R"), row("--FFLLLTX-"), row("E-EECCTTX-"), row("-XXXXXXXXX"), row("----------")},
    {row("-2-----S-2"), row("-R.......R"), row("--FFLLLTX-"), row("-.RECCTTX."), row("-XXXXXXXXX"), row("----------")},
}};

}  // namespace

Segment segmentOf(std::uint8_t flags)
{
    if (flags & tcpflag::rst)
        return Segment::rst;
    if (flags & tcpflag::syn)
        return flags & tcpflag::ack ? Segment::synAck : Segment::syn;
    if (flags & tcpflag::fin)
        return Segment::fin;
    return flags & tcpflag::ack ? Segment::ack : Segment::none;
}

TcpMove tcpMove(Direction direction, Segment segment, TcpState from)
{
    return moves[static_cast<std::size_t>(direction)][static_cast<std::size_t>(segment)]
                [static_cast<std::size_t>(from)];
}

bool tcpFlagsAreValid(std::uint8_t flags)
{
    using namespace tcpflag;
    switch (flags & ~(psh | ece | cwr)) {
    case syn:
    case syn | urg:
    case syn | tcpflag::ack:
    case rst:
    case rst | tcpflag::ack:
    case fin | tcpflag::ack:
    case fin | tcpflag::ack | urg:
    case tcpflag::ack:
    case tcpflag::ack | urg: return true;
    default: return false;
    }
}

double tcpTimeoutSeconds(TcpState state)
{
    switch (state) {
    case TcpState::synReceived:
    case TcpState::closeWait: return 60;
    case TcpState::established: return 432'000;
    case TcpState::lastAck: return 30;
    case TcpState::close: return 10;
    default: return 120;
    }
}

}  // namespace natwalk
