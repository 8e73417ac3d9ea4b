#include "kube/kube_names.h"

#include "kube/sha256.h"

#include <array>
#include <utility>

namespace natwalk {

namespace {

constexpr std::size_t hashLength = 16;

/// The first 80 bits of a SHA-256, five to a letter.
std::string shortHash(const std::string& text)
{
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    const auto bytes = sha256(text);
    std::string hash;
    std::uint32_t bits = 0;
    unsigned count = 0;
    for (std::size_t i = 0; hash.size() < hashLength; ++i) {
        bits = bits << 8 | bytes[i];
        for (count += 8; count >= 5; count -= 5)
            hash += letters[bits >> (count - 5) & 31U];
    }
    return hash;
}

std::string joined(std::initializer_list<std::string_view> parts)
{
    std::string text;
    for (const std::string_view part : parts)
        text += part;
    return text;
}

}  // namespace

std::optional<ServicePortName> ServicePortName::from(std::string_view text)
{
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos || slash == 0 || text.find_first_of(" \t") != std::string_view::npos)
        return {};
    const std::string_view rest = text.substr(slash + 1);
    const std::size_t colon = rest.rfind(':');
    ServicePortName name{std::string(text.substr(0, slash)), std::string(rest.substr(0, colon)), {}};
    if (colon != std::string_view::npos)
        name.port = rest.substr(colon + 1);
    return name.name.empty() ? std::nullopt : std::optional(std::move(name));
}

std::string toText(const ServicePortName& name)
{
    return name.space + '/' + name.name + (name.port.empty() ? "" : ':' + name.port);
}

std::string serviceHash(std::string_view servicePort, std::string_view protocol)
{
    return shortHash(joined({servicePort, protocol}));
}

std::string endpointHash(std::string_view servicePort, std::string_view protocol, std::string_view endpoint)
{
    return shortHash(joined({servicePort, protocol, endpoint}));
}

KubeChainName kubeChainName(std::string_view chain)
{
    static constexpr auto prefixes = std::to_array<std::pair<std::string_view, KubeChain>>({
        {"KUBE-SVC-", KubeChain::service},
        {"KUBE-SVL-", KubeChain::localService},
        {"KUBE-EXT-", KubeChain::external},
        {"KUBE-XLB-", KubeChain::localExternal},
        {"KUBE-FW-", KubeChain::firewall},
        {"KUBE-SEP-", KubeChain::endpoint},
    });
    for (const auto& [prefix, kind] : prefixes)
        if (chain.starts_with(prefix))
            return {kind, chain.substr(prefix.size())};
    return {};
}

}  // namespace natwalk
