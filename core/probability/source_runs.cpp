#include "probability/sources.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <string_view>

namespace natwalk {

namespace {

/// So many addresses are asked one by one where nothing shows who fares alike.
constexpr std::uint64_t mostAsked = 4096;

/// The places in a run of addresses where it may have to be cut.
class Cuts
{
public:
    explicit Cuts(const AddressRun& all) : m_all(all) {}

    /// Before the first and behind the last address of a network.
    void add(const Network& network)
    {
        m_holes |= !network.prefixLength();
        add(network.base, network.broadcast());
    }
    void add(const Address& address) { add(address, address); }
    void add(const Address& first, const Address& last)
    {
        if (first.family != m_all.first.family)
            return;
        cutAt(offsetOf(first));
        if (const auto end = offsetOf(last))
            cutAt(*end + 1);
    }

    std::vector<AddressRun> runs()
    {
        m_at.push_back(0);
        std::ranges::sort(m_at);
        m_at.erase(std::unique(m_at.begin(), m_at.end()), m_at.end());
        std::vector<AddressRun> runs;
        for (std::size_t i = 0; i < m_at.size(); ++i) {
            const std::uint64_t end = i + 1 < m_at.size() ? m_at[i + 1] : m_all.count;
            runs.push_back({m_all.first.plus(m_at[i]), end - m_at[i]});
        }
        return runs;
    }

    /// A mask with holes was met, which no cuts can follow.
    bool hasHoles() const { return m_holes; }

private:
    /// How far behind the first address; nothing before it or 2^64 and more behind it.
    std::optional<std::uint64_t> offsetOf(const Address& address) const
    {
        const Address& first = m_all.first;
        if (address < first)
            return {};
        const std::uint64_t low = address.low - first.low;
        const std::uint64_t high = address.high - first.high - (address.low < first.low ? 1 : 0);
        return high == 0 ? std::optional(low) : std::nullopt;
    }

    void cutAt(std::optional<std::uint64_t> offset)
    {
        if (offset && *offset > 0 && *offset < m_all.count)
            m_at.push_back(*offset);
    }

    const AddressRun& m_all;
    std::vector<std::uint64_t> m_at;
    bool m_holes = false;
};

/// Calls with each word of options as iptables-save writes them; ranges come as two words.
template <typename Use>
void forEachWord(std::string_view options, const Use& use)
{
    while (!options.empty()) {
        const std::size_t end = std::min(options.find_first_of(" ,"), options.size());
        use(options.substr(0, end));
        options.remove_prefix(std::min(end + 1, options.size()));
    }
}

struct Ends
{
    Address first;
    Address last;
};

/// "10.0.0.1-10.0.0.9"; a port behind the last address is passed over.
std::optional<Ends> rangeOf(std::string_view word)
{
    const std::size_t dash = word.find('-');
    if (dash == 0 || dash == word.npos)
        return {};
    const auto first = Address::from(word.substr(0, dash));
    std::string_view rest = word.substr(dash + 1);
    auto last = Address::from(rest);
    if (!last && rest.find(':') != rest.npos)
        last = Address::from(rest.substr(0, rest.rfind(':')));
    return first && last ? std::optional(Ends{*first, *last}) : std::nullopt;
}

void cutByWords(const std::string& options, Cuts& cuts)
{
    forEachWord(options, [&](std::string_view word) {
        if (const auto range = rangeOf(word))
            cuts.add(range->first, range->last);
        else if (const auto network = Network::from(word))
            cuts.add(*network);
    });
}

/// A destination out of many is chosen by hashing the source.
bool spreadsBySource(const Rule& rule)
{
    if (rule.target == nullptr || rule.target->name() != "DNAT")
        return false;
    bool spreads = false;
    forEachWord(rule.target->save(), [&](std::string_view word) {
        const auto range = rangeOf(word);
        spreads |= range && !(range->first == range->last);
    });
    return spreads;
}

bool cutByRules(const Ruleset& ruleset, Cuts& cuts)
{
    bool spreads = false;
    for (const Rule& rule : ruleset.rules()) {
        if (!rule.conditions.src.isAny())
            cuts.add(rule.conditions.src);
        for (const Match* match : rule.matches)
            if (!match->isRemark())
                cutByWords(match->save(), cuts);
        spreads |= spreadsBySource(rule);
    }
    return spreads;
}

void cutByHost(const Host& host, Cuts& cuts)
{
    for (const Interface& interface : host.interfaces)
        for (const LocalAddress& local : interface.addresses) {
            cuts.add(local.address);
            cuts.add(local.net);
            cuts.add(local.net.broadcast());
            cuts.add(local.net.base);
        }
    for (const Route& route : host.routes)
        cuts.add(route.to);
    for (const RoutingRule& rule : host.rules)
        if (rule.from)
            cuts.add(*rule.from);
    for (const IpSet& set : host.ipsets.all())
        for (const IpSetEntry& entry : set.entries)
            for (const IpSetPart& part : entry.parts)
                cuts.add(part.addresses);
    // Addresses that nobody may send from, or that only this host has.
    for (const char* special : {"0.0.0.0/8", "127.0.0.0/8", "224.0.0.0/4", "240.0.0.0/4", "255.255.255.255",
                                "::", "::1", "fe80::/10", "ff00::/8"})
        cuts.add(*Network::from(special));
}

void cutByConnections(const State& before, Cuts& cuts)
{
    for (const Connection& connection : before.connections)
        for (const Tuple* tuple : {&connection.original, &connection.reply}) {
            cuts.add(tuple->src);
            cuts.add(tuple->dst);
        }
}

bool remembersAddresses(const State& before)
{
    return std::ranges::any_of(before.memory.recentLists(),
                               [](const RecentList& list) { return !list.entries.empty(); });
}

/// Each address for itself, or, where they are too many, as many evenly apart.
SourceRuns oneByOne(const AddressRun& all)
{
    SourceRuns found;
    found.sampled = all.count > mostAsked;
    const std::uint64_t pieces = std::min(all.count, mostAsked);
    const std::uint64_t each = all.count / pieces;
    const std::uint64_t longer = all.count % pieces;
    std::uint64_t at = 0;
    for (std::uint64_t i = 0; i < pieces; ++i) {
        const std::uint64_t count = each + (i < longer ? 1 : 0);
        found.runs.push_back({all.first.plus(at), count});
        at += count;
    }
    return found;
}

}  // namespace

SourceRuns sourceRuns(const Document& document, const State& before, const AddressRun& all)
{
    Cuts cuts(all);
    const RulesetPtr ruleset = document.rulesetFor(all.first.family);
    const bool spreads = cutByRules(*ruleset, cuts);
    cutByHost(*document.host, cuts);
    cutByConnections(before, cuts);
    if (spreads || cuts.hasHoles() || remembersAddresses(before))
        return oneByOne(all);
    return {cuts.runs(), false};
}

SourceRuns clientRuns(const Question& question, const ClientPlan& clients)
{
    const AddressRun all{clients.addressOf(question.packet, 0), clients.clients()};
    return all.count == 1 ? SourceRuns{{all}, false} : sourceRuns(*question.document, *question.before, all);
}

NetworkSources sourcesIn(const Question& question, const Network& network, double weight)
{
    const std::uint64_t hosts = hostsOf(network);
    const AddressRun all{ClientPlan{network}.addressOf(question.packet, 0), hosts};
    const SourceRuns found = sourceRuns(*question.document, *question.before, all);
    NetworkSources sources{{}, found.sampled};
    for (const AddressRun& run : found.runs) {
        WeightedPacket packet{
            question.packet, weight * static_cast<double>(run.count) / static_cast<double>(hosts), {}};
        packet.packet.src = run.first;
        packet.name =
            run.count == 1 ? toText(run.first) : toText(run.first) + " to " + toText(run.first.plus(run.count - 1));
        sources.packets.push_back(std::move(packet));
    }
    return sources;
}

}  // namespace natwalk
