#include "syntax/connection_line.h"

#include "syntax/lines.h"
#include "text/number.h"

#include <array>
#include <utility>

namespace natwalk {

namespace {

std::optional<std::uint32_t> numberIn(std::string_view word)
{
    const auto number = wholeNumber(word, UINT32_MAX);
    return number ? std::optional(static_cast<std::uint32_t>(*number)) : std::nullopt;
}

constexpr auto tcpStates = std::to_array<std::pair<std::string_view, TcpState>>({
    {"NONE", TcpState::none},
    {"SYN_SENT", TcpState::synSent},
    {"SYN_RECV", TcpState::synReceived},
    {"ESTABLISHED", TcpState::established},
    {"FIN_WAIT", TcpState::finWait},
    {"CLOSE_WAIT", TcpState::closeWait},
    {"LAST_ACK", TcpState::lastAck},
    {"TIME_WAIT", TcpState::timeWait},
    {"CLOSE", TcpState::close},
    {"SYN_SENT2", TcpState::synSent2},
});

/// What the kernel keeps refreshing while a flow table forwards a connection.
constexpr double secondsOffloaded = 86'400;

/// The fields of one direction while they are read.
struct TupleDraft
{
    Tuple tuple;
    std::uint32_t type = 0;
    std::uint32_t code = 0;
    bool hasSource = false;
    bool hasDestination = false;

    bool isWhole() const { return hasSource && hasDestination; }
    Tuple finished(std::uint8_t protocol) const
    {
        Tuple result = tuple;
        result.protocol = protocol;
        if (protocol == protocol::icmp || protocol == protocol::icmp6)
            result.dport = static_cast<std::uint16_t>(type << 8 | code);
        return result;
    }
};

class ConnectionDraft
{
public:
    void read(std::string_view word)
    {
        const std::size_t equals = word.find('=');
        if (equals != std::string_view::npos)
            return readField(word.substr(0, equals), word.substr(equals + 1));
        if (word == "[UNREPLIED]")
            m_unreplied = true;
        else if (word == "[ASSURED]")
            m_connection.status |= status::assured;
        else if (word.ends_with("OFFLOAD]"))
            m_connection.expires = secondsOffloaded;  // no time-out is printed
        else if (const auto protocol = m_hasProtocol || numberIn(word) ? std::nullopt : protocolNamed(word))
            setProtocol(*protocol);
        else if (const auto seconds = numberIn(word))
            m_connection.expires = *seconds;  // behind the protocol's number, which it overwrites
        else
            readState(word);
    }

    std::optional<Connection> finished()
    {
        if (!m_directions[0].isWhole() || !m_directions[1].isWhole() || !m_hasProtocol)
            return {};
        m_connection.original = m_directions[0].finished(m_protocol);
        m_connection.reply = m_directions[1].finished(m_protocol);
        const Tuple plain = inverse(m_connection.original);
        m_connection.status |= status::confirmed | status::sourceNatDone | status::destinationNatDone;
        m_connection.labels.known = false;
        if (!m_unreplied)
            m_connection.status |= status::seenReply;
        if (m_connection.reply.dst != plain.dst || m_connection.reply.dport != plain.dport)
            m_connection.status |= status::sourceNat;
        if (m_connection.reply.src != plain.src || m_connection.reply.sport != plain.sport)
            m_connection.status |= status::destinationNat;
        return m_connection;
    }

private:
    void setProtocol(std::uint8_t protocol)
    {
        m_protocol = protocol;
        m_hasProtocol = true;
    }
    void readState(std::string_view word)
    {
        for (const auto& [name, state] : tcpStates)
            if (word == name)
                m_connection.tcp = state;
    }
    void readField(std::string_view name, std::string_view value)
    {
        if (name == "src" && m_directions[m_direction].hasSource && m_direction == 0)
            m_direction = 1;
        TupleDraft& draft = m_directions[m_direction];
        if (name == "src" || name == "dst")
            return readAddress(draft, name == "src", value);
        const auto number = numberIn(value).value_or(0);
        const auto port = static_cast<std::uint16_t>(number);
        if (name == "sport" || name == "id")
            draft.tuple.sport = port;
        else if (name == "dport")
            draft.tuple.dport = port;
        else if (name == "type")
            draft.type = number;
        else if (name == "code")
            draft.code = number;
        else if (name == "mark")
            m_connection.mark = number;
        else if (name == "packets" || name == "bytes")
            readTraffic(name == "packets", value);
        else if (name == "zone")
            m_directions[0].tuple.zone = m_directions[1].tuple.zone = port;
    }
    /// Counters stand behind their direction's tuple; they may be larger than what numberIn() takes.
    void readTraffic(bool packets, std::string_view value)
    {
        Traffic& traffic = m_connection.traffic[m_direction];
        (packets ? traffic.packets : traffic.bytes) = wholeNumber(value).value_or(0);
    }
    static void readAddress(TupleDraft& draft, bool isSource, std::string_view value)
    {
        const auto address = Address::from(value);
        if (!address)
            return;
        (isSource ? draft.tuple.src : draft.tuple.dst) = *address;
        (isSource ? draft.hasSource : draft.hasDestination) = true;
    }

    Connection m_connection;
    std::array<TupleDraft, 2> m_directions;
    std::size_t m_direction = 0;
    std::uint8_t m_protocol = 0;
    bool m_hasProtocol = false;
    bool m_unreplied = false;
};

}  // namespace

std::optional<Connection> connectionIn(std::string_view line)
{
    if (line.find(" src=") == std::string_view::npos)
        return {};
    ConnectionDraft draft;
    bool first = true;
    for (Words words(line); const auto word = words.next(); first = false) {
        if (first && (*word == "ipv4" || *word == "ipv6")) {
            words.next();  // the family's number
            continue;
        }
        draft.read(*word);
    }
    return draft.finished();
}

}  // namespace natwalk
