// Where connections of many sources end up, each source with its weight: a client network, all ways into all services.
#pragma once

#include "probability/client_plan.h"
#include "probability/distribution.h"

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace natwalk {

/// A packet, and how many connections begin like it, compared with those of other sources.
struct WeightedPacket
{
    Packet packet;
    double weight = 1;  ///< above 0
    std::string name;   ///< "10.0.0.0/24", "shop/web ClusterIP 10.97.35.60:80 from pod"
};

/// What became of one source.
struct SourceShares
{
    double weight = 0;                                     ///< of all sources together 1
    std::vector<std::pair<std::uint32_t, double>> shares;  ///< index of the outcome, and its share of this source
    double uncovered = 0;
};

struct SourcesDistribution
{
    /// The shares of all connections. An outcome's course is that of the first source that comes to it.
    Distribution all;
    std::vector<SourceShares> sources;  ///< in the order in which they were given; fewer when stopped

    /// Whether all sources have the same shares (to 1e-12).
    bool areAlike() const;
};

/// @param goOn  told the share of the sources done
SourcesDistribution distributionOver(const DocumentPtr& document, const std::shared_ptr<const State>& before,
                                     std::span<const WeightedPacket> sources, const Checkpoint& goOn = keepGoing);

/// Addresses in a row that no rule and no route tells apart.
struct AddressRun
{
    Address first;
    std::uint64_t count = 1;
};

/// Cuts a run of source addresses where rules, routes, sets or earlier connections may tell them apart.
struct SourceRuns
{
    std::vector<AddressRun> runs;
    bool sampled = false;  ///< each could fare otherwise, and they are too many: some stand for their neighbours
};

/// @param all  of source addresses
SourceRuns sourceRuns(const Document& document, const State& before, const AddressRun& all);

/// The same for the clients of a plan; one is a run of its own.
SourceRuns clientRuns(const Question& question, const ClientPlan& clients);

/// The packet from each run of a network's addresses (those that hosts may have), which share a weight.
/// @return sampled as SourceRuns says
struct NetworkSources
{
    std::vector<WeightedPacket> packets;
    bool sampled = false;
};

NetworkSources sourcesIn(const Question& question, const Network& network, double weight);

}  // namespace natwalk
