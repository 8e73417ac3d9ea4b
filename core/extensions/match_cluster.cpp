// -m cluster: shares connections out among the nodes of a cluster, by a hash of who began them.
// Source: Linux net/netfilter/xt_cluster.c, include/linux/jhash.h, iptables extensions/libxt_cluster.c.
#include "extensions/all.h"
#include "extensions/numbers.h"
#include "extensions/saved_options.h"

#include <array>
#include <bit>
#include <cstdio>

namespace natwalk {

namespace {

/// XT_CLUSTER_NODES_MAX
constexpr std::uint64_t mostNodes = 32;

struct Share
{
    std::uint32_t nodes = 0;
    std::uint32_t mask = 0;
    std::uint32_t seed = 0;
    bool inverted = false;
};

/// Three words of Bob Jenkins' hash.
struct Words
{
    std::uint32_t a, b, c;
};

constexpr std::uint32_t initial = 0xdeadbeefU;

std::uint32_t finished(Words w)
{
    w.c ^= w.b, w.c -= std::rotl(w.b, 14);
    w.a ^= w.c, w.a -= std::rotl(w.c, 11);
    w.b ^= w.a, w.b -= std::rotl(w.a, 25);
    w.c ^= w.b, w.c -= std::rotl(w.b, 16);
    w.a ^= w.c, w.a -= std::rotl(w.c, 4);
    w.b ^= w.a, w.b -= std::rotl(w.a, 14);
    w.c ^= w.b, w.c -= std::rotl(w.b, 24);
    return w.c;
}

constexpr std::uint32_t swapped(std::uint32_t word)
{
    return word >> 24U | (word >> 8U & 0xff00U) | (word << 8U & 0xff0000U) | word << 24U;
}

/// The kernel hashes the first word of the address, for IPv6, too (it takes a length in words for one in bytes). It
/// lies in memory in network order; machines that count from the little end (x86, most of arm) read it swapped.
std::uint32_t hashOf(const Address& address, std::uint32_t seed)
{
    const std::uint32_t start = initial + (1U << 2U) + seed;
    const auto first = address.family == Family::ipv4 ? address.v4() : static_cast<std::uint32_t>(address.high >> 32U);
    return finished({start + swapped(first), start, start});
}

class Cluster final : public Match
{
public:
    explicit Cluster(const Share& share) : m_share(share) {}

    std::string_view name() const override { return "cluster"; }

    /// Without a connection it never holds, negated or not, nor while conntrack is still to look, behind CT; one that a
    /// helper expected goes where its master went.
    Answer ask(const MatchContext& context) const override
    {
        const Connection* connection = context.lookedUp();
        if (connection == nullptr)
            return Answer::of(false);
        if (connection->has(status::expected))
            return Answer::doubt();
        return Answer::of(((m_share.mask >> nodeOf(*connection) & 1U) != 0) != m_share.inverted);
    }

    std::string save() const override
    {
        SavedOptions saved;
        saved.value("--cluster-local-nodemask", eightDigits(m_share.mask), m_share.inverted);
        saved.value("--cluster-total-nodes", toText(m_share.nodes));
        return std::move(saved.value("--cluster-hash-seed", eightDigits(m_share.seed))).text();
    }

    Message describe() const override
    {
        return message(MessageId::ClusterNodeIs, std::string(m_share.inverted ? "! " : "") + eightDigits(m_share.mask),
                       m_share.nodes);
    }

    Message whyNot(const MatchContext& context) const override
    {
        const Connection* connection = context.lookedUp();
        if (connection == nullptr)
            return message(MessageId::NoConnection);
        return message(m_share.inverted ? MessageId::ConnectionValueExcluded : MessageId::ConnectionValueDiffers,
                       "cluster-local-node", nodeOf(*connection) + 1, eightDigits(m_share.mask));
    }

private:
    static std::string eightDigits(std::uint32_t number)
    {
        std::array<char, 16> text{};
        std::snprintf(text.data(), text.size(), "0x%08x", number);
        return text.data();
    }

    /// From 0. Linux include/linux/math.h, reciprocal_scale()
    std::uint32_t nodeOf(const Connection& connection) const
    {
        const std::uint64_t hash = hashOf(connection.original.src, m_share.seed);
        return static_cast<std::uint32_t>(hash * m_share.nodes >> 32U);
    }

    Share m_share;
};

constexpr auto options = std::to_array<OptionSpec>({
    {"--cluster-local-node"},
    {"--cluster-local-nodemask"},
    {"--cluster-total-nodes"},
    {"--cluster-hash-seed"},
});

const Match* parse(Options& words)
{
    Share share;
    std::string_view which;
    bool hasSeed = false;
    while (const auto option = words.next()) {
        if (option->is("--cluster-total-nodes")) {
            share.nodes = static_cast<std::uint32_t>(option->number(1, mostNodes));
        } else if (option->is("--cluster-hash-seed")) {
            hasSeed = true;
            share.seed = static_cast<std::uint32_t>(option->number(0, 0xffffffffU));
        } else {
            if (!which.empty())
                words.reject(message(MessageId::OptionsExclude, which, option->name()));
            which = option->name();
            share.inverted = option->inverted();
            const bool isMask = option->is("--cluster-local-nodemask");
            const auto number = static_cast<std::uint32_t>(option->number(isMask ? 0 : 1, isMask ? 0xffffffffU : 32));
            share.mask = isMask ? number : 1U << (number - 1);
        }
    }
    if (which.empty() || share.nodes == 0 || !hasSeed)
        words.rejectMissing(which.empty()      ? "--cluster-local-node"
                            : share.nodes == 0 ? "--cluster-total-nodes"
                                               : "--cluster-hash-seed");
    if (share.nodes < mostNodes && share.mask >= 1ULL << share.nodes)
        words.reject(message(MessageId::OptionDoesNotTake, which, hexadecimal(share.mask)));
    return words.arena().make<Cluster>(share);
}

}  // namespace

extern const MatchExtension clusterMatch = {"cluster", options, parse};

}  // namespace natwalk
