// What replicas counted, added up: when they are through, and while they run.
#pragma once

#include "probability/ledger.h"
#include "probability/snapshots.h"
#include "probability/trials.h"

#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace natwalk {

/// What one replica counted.
struct Tally
{
    Tally(const Distribution& expected, std::size_t bytesOfMoments) : ledger(expected), moments(bytesOfMoments) {}

    Ledger ledger;
    std::uint64_t done = 0, met = 0, full = 0, cut = 0;
    std::vector<Counts> points;
    std::vector<ClientResult> clients;
    KeptMoments moments;
};

/// Adds up replicas in their order, whichever is through first: outcomes keep the same places on any machine.
class HistorySum
{
public:
    /// @param trials  gets the sums; must outlive this
    /// @param marks   after how many trials of a replica it keeps its counts
    HistorySum(Trials& trials, std::vector<std::uint64_t> marks);

    void add(std::uint32_t replica, Tally tally);
    void finish();
    /// How the counts of the replicas that are through came about; empty before the first of them.
    std::vector<SharePoint> series();

private:
    std::vector<SharePoint> seriesOf() const;
    void addFirst();
    void scatter(const Tally& tally, const std::vector<std::uint32_t>& places);

    std::mutex m_mutex;
    Trials& m_trials;
    Ledger m_ledger;
    std::vector<std::uint64_t> m_marks;
    std::vector<Counts> m_points;
    std::vector<std::uint32_t> m_reached;  ///< by how many replicas
    std::map<std::uint32_t, Tally> m_waiting;
    std::uint32_t m_next = 0;
    std::uint32_t m_added = 0;
    std::shared_ptr<TrialSnapshots> m_snapshots = std::make_shared<TrialSnapshots>();
};

/// Live counts, by outcomes as they were met.
class HistoryShown
{
public:
    explicit HistoryShown(const Distribution& expected) : m_ledger(expected) {}

    /// Adds what a replica counted since it was here last.
    void add(const Tally& tally, Counts& known);
    /// Adds the points that the first replica came to since it was here last.
    void addPoints(const Tally& first, const std::vector<std::uint64_t>& marks);
    /// How the first replica's counts came about.
    std::vector<SharePoint> series();
    Counts counts();

private:
    std::mutex m_mutex;
    Ledger m_ledger;
    std::vector<SharePoint> m_series;
};

}  // namespace natwalk
