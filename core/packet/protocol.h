// Protocol numbers and their names, TCP flags, ICMP types.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace natwalk {

namespace protocol {
inline constexpr std::uint8_t any = 0;
inline constexpr std::uint8_t icmp = 1;
inline constexpr std::uint8_t tcp = 6;
inline constexpr std::uint8_t udp = 17;
inline constexpr std::uint8_t dccp = 33;
inline constexpr std::uint8_t gre = 47;
inline constexpr std::uint8_t esp = 50;
inline constexpr std::uint8_t ah = 51;
inline constexpr std::uint8_t icmp6 = 58;
inline constexpr std::uint8_t none = 59;  ///< nothing follows
inline constexpr std::uint8_t sctp = 132;
inline constexpr std::uint8_t mobility = 135;
inline constexpr std::uint8_t udplite = 136;
}  // namespace protocol

/// Reads "tcp", "TCP" or "6"; "all" and "0" are 0; nothing when unknown. Names as in iptables' own list and
/// /etc/protocols.
std::optional<std::uint8_t> protocolNamed(std::string_view name);

/// "tcp", or the number where iptables-save prints a number.
std::string protocolName(std::uint8_t number);

/// tcp, udp, udplite, sctp, dccp.
bool hasPorts(std::uint8_t number);

namespace tcpflag {
inline constexpr std::uint8_t fin = 0x01;
inline constexpr std::uint8_t syn = 0x02;
inline constexpr std::uint8_t rst = 0x04;
inline constexpr std::uint8_t psh = 0x08;
inline constexpr std::uint8_t ack = 0x10;
inline constexpr std::uint8_t urg = 0x20;
inline constexpr std::uint8_t ece = 0x40;
inline constexpr std::uint8_t cwr = 0x80;
}  // namespace tcpflag

/// Reads "SYN,ACK", "NONE" or "ALL" (the six classic flags); separators "," "|" "+" or a blank; nothing when a word is
/// no flag.
std::optional<std::uint8_t> tcpFlagsNamed(std::string_view names);

/// "FIN,SYN,RST,ACK" in the order iptables-save prints them; "NONE" for none.
std::string tcpFlagNames(std::uint8_t flags);

}  // namespace natwalk
