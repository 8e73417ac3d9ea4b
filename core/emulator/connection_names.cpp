#include "emulator/connection_names.h"

#include <algorithm>
#include <array>

namespace natwalk {

namespace {

// Linux include/uapi/linux/netfilter/nf_conntrack_common.h, enum ip_conntrack_status
constexpr std::array<std::string_view, 14> statusBits = {
    "EXPECTED",     "SEEN_REPLY",   "ASSURED", "CONFIRMED",     "SRC_NAT",  "DST_NAT",   "SEQ_ADJUST",
    "SRC_NAT_DONE", "DST_NAT_DONE", "DYING",   "FIXED_TIMEOUT", "TEMPLATE", "UNTRACKED", "HELPER"};

// Linux include/uapi/linux/netfilter/nf_conntrack_tcp.h, enum tcp_conntrack
constexpr std::array<std::string_view, 10> tcpStates = {"NONE",     "SYN_SENT",   "SYN_RECV", "ESTABLISHED",
                                                        "FIN_WAIT", "CLOSE_WAIT", "LAST_ACK", "TIME_WAIT",
                                                        "CLOSE",    "SYN_SENT2"};

constexpr std::array<std::string_view, 5> trackStates = {"INVALID", "NEW", "ESTABLISHED", "RELATED", "UNTRACKED"};

template <std::size_t size>
std::optional<std::size_t> placeOf(std::string_view name, const std::array<std::string_view, size>& names)
{
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - names.begin()));
}

}  // namespace

std::optional<std::uint32_t> statusBitNamed(std::string_view name)
{
    const auto place = placeOf(name, statusBits);
    return place ? std::optional(std::uint32_t{1} << *place) : std::nullopt;
}

std::vector<std::string_view> statusNames(std::uint32_t bits)
{
    std::vector<std::string_view> names;
    for (std::size_t bit = 0; bit < statusBits.size(); ++bit)
        if (bits >> bit & 1U)
            names.push_back(statusBits.at(bit));
    return names;
}

std::optional<TcpState> tcpStateNamed(std::string_view name)
{
    const auto place = placeOf(name, tcpStates);
    return place ? std::optional(static_cast<TcpState>(*place)) : std::nullopt;
}

std::string_view nameOf(TcpState state) { return tcpStates.at(static_cast<std::size_t>(state)); }

std::optional<TrackState> trackStateNamed(std::string_view name)
{
    const auto place = placeOf(name, trackStates);
    return place ? std::optional(static_cast<TrackState>(*place)) : std::nullopt;
}

std::string_view nameOf(TrackState state) { return trackStates.at(static_cast<std::size_t>(state)); }

}  // namespace natwalk
