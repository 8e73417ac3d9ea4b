#include "probability/history_counts.h"

#include <utility>

namespace natwalk {

HistorySum::HistorySum(Trials& trials, std::vector<std::uint64_t> marks)
    : m_trials(trials)
    , m_ledger(trials.expected)
    , m_marks(std::move(marks))
    , m_points(m_marks.size())
    , m_reached(m_marks.size())
{}

void HistorySum::add(std::uint32_t replica, Tally tally)
{
    const std::lock_guard lock(m_mutex);
    m_waiting.emplace(replica, std::move(tally));
    for (; !m_waiting.empty() && m_waiting.begin()->first == m_next; ++m_next)
        addFirst();
}

void HistorySum::finish()
{
    while (!m_waiting.empty())
        addFirst();
    m_trials.counts = m_ledger.counts;
    m_trials.expected.outcomes.insert(m_trials.expected.outcomes.end(), m_ledger.unexpected.begin(),
                                      m_ledger.unexpected.end());
    m_trials.series = seriesOf();
    if (m_trials.done > 0)
        m_trials.series.push_back({m_trials.done, m_trials.counts});
    m_trials.snapshots = m_snapshots;
}

std::vector<SharePoint> HistorySum::series()
{
    const std::lock_guard lock(m_mutex);
    return seriesOf();
}

std::vector<SharePoint> HistorySum::seriesOf() const
{
    std::vector<SharePoint> series;
    for (std::size_t i = 0; i < m_marks.size(); ++i)
        if (m_added > 0 && m_reached[i] == m_added && m_marks[i] * m_added < m_trials.done)
            series.push_back({m_marks[i] * m_added, m_points[i]});
    return series;
}

void HistorySum::addFirst()
{
    Tally tally = std::move(m_waiting.extract(m_waiting.begin()).mapped());
    const std::vector<std::uint32_t> places = m_ledger.placesOf(tally.ledger);
    addTo(m_ledger.counts, tally.ledger.counts, places);
    for (std::size_t i = 0; i < tally.points.size(); ++i) {
        addTo(m_points[i], tally.points[i], places);
        ++m_reached[i];
    }
    scatter(tally, places);
    m_trials.done += tally.done;
    m_trials.met += tally.met;
    m_trials.full += tally.full;
    m_trials.cut += tally.cut;
    if (m_added++ == 0)
        m_trials.clients = std::move(tally.clients);
    m_snapshots->replicas.push_back(std::move(tally.moments));
}

void HistorySum::scatter(const Tally& tally, const std::vector<std::uint32_t>& places)
{
    if (tally.done == 0)
        return;
    m_trials.scatter.resize(m_ledger.counts.size(), Scatter(m_added));
    Counts counts(m_ledger.counts.size());
    addTo(counts, tally.ledger.counts, places);
    for (std::size_t i = 0; i < counts.size(); ++i)
        m_trials.scatter[i].add(static_cast<double>(counts[i]) / static_cast<double>(tally.done));
}

void HistoryShown::add(const Tally& tally, Counts& known)
{
    const std::lock_guard lock(m_mutex);
    const Ledger& ledger = tally.ledger;
    known.resize(ledger.counts.size());
    const std::vector<std::uint32_t> places = m_ledger.placesOf(ledger);
    for (std::size_t i = 0; i < known.size(); ++i)
        m_ledger.counts[places[i]] += ledger.counts[i] - known[i];
    known = ledger.counts;
}

void HistoryShown::addPoints(const Tally& first, const std::vector<std::uint64_t>& marks)
{
    const std::lock_guard lock(m_mutex);
    const std::vector<std::uint32_t> places = m_ledger.placesOf(first.ledger);
    for (std::size_t i = m_series.size(); i < first.points.size(); ++i) {
        m_series.push_back({marks[i], {}});
        addTo(m_series.back().counts, first.points[i], places);
    }
}

std::vector<SharePoint> HistoryShown::series()
{
    const std::lock_guard lock(m_mutex);
    return m_series;
}

Counts HistoryShown::counts()
{
    const std::lock_guard lock(m_mutex);
    return m_ledger.counts;
}

}  // namespace natwalk
