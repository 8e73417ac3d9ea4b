#include "probability/parallel_count.h"

#include "probability/glances.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>
#include <utility>

namespace natwalk {

namespace {

class Counting
{
public:
    Counting(const CountingPlan& plan, const std::function<CountRange()>& counter)
        : m_plan(plan)
        , m_counter(counter)
        , m_counts(plan.cells)
    {}

    Counts run(const Checkpoint& goOn, const std::function<void(const Counts&)>& live,
               const std::function<void(std::uint64_t, const Counts&)>& atMark)
    {
        for (const std::uint64_t mark : m_plan.marks) {
            m_next = m_end;
            m_end = mark;
            countToEnd([&](std::uint64_t done) { return watch(done, goOn, live); });
            if (m_stop)
                break;
            atMark(mark, m_counts);
        }
        return std::move(m_counts);
    }

private:
    template <typename Watch>
    void countToEnd(const Watch& watch)
    {
        std::vector<std::thread> helpers;
        for (unsigned i = 1; i < threads(); ++i)
            helpers.emplace_back([this] { work([](std::uint64_t) { return true; }); });
        work(watch);
        for (std::thread& helper : helpers)
            helper.join();
    }

    unsigned threads() const
    {
        const std::uint64_t chunks = (m_end - m_next + m_plan.chunk - 1) / m_plan.chunk;
        const unsigned wanted = m_plan.threads > 0 ? m_plan.threads : std::max(1U, std::thread::hardware_concurrency());
        return static_cast<unsigned>(std::clamp<std::uint64_t>(chunks, 1, wanted));
    }

    /// Takes chunk after chunk; asks `mayGoOn` after each, with the numbers that all threads have done.
    template <typename Watch>
    void work(const Watch& mayGoOn)
    {
        const CountRange count = m_counter();
        Counts mine(m_plan.cells);
        while (!m_stop) {
            const std::uint64_t first = m_next.fetch_add(m_plan.chunk);
            if (first >= m_end)
                break;
            const std::uint64_t last = std::min(first + m_plan.chunk, m_end);
            count(first, last, mine);
            if (!mayGoOn(handIn(mine, last - first)))
                m_stop = true;
        }
    }

    std::uint64_t handIn(Counts& mine, std::uint64_t numbers)
    {
        const std::lock_guard lock(m_mutex);
        for (std::size_t i = 0; i < mine.size(); ++i)
            m_counts[i] += std::exchange(mine[i], 0);
        return m_done += numbers;
    }

    bool watch(std::uint64_t done, const Checkpoint& goOn, const std::function<void(const Counts&)>& live)
    {
        if (live && m_glances.isDue())
            live(snapshot());
        return goOn(static_cast<double>(done) / static_cast<double>(m_plan.marks.back()));
    }

    Counts snapshot()
    {
        const std::lock_guard lock(m_mutex);
        return m_counts;
    }

    const CountingPlan& m_plan;
    const std::function<CountRange()>& m_counter;
    std::atomic<std::uint64_t> m_next = 0;
    std::atomic<bool> m_stop = false;
    std::uint64_t m_end = 0;  ///< the mark that is counted up to
    Glances m_glances;
    std::mutex m_mutex;  ///< guards what follows
    Counts m_counts;
    std::uint64_t m_done = 0;
};

}  // namespace

Counts countInParallel(const CountingPlan& plan, const std::function<CountRange()>& counter, const Checkpoint& goOn,
                       const std::function<void(const Counts&)>& live,
                       const std::function<void(std::uint64_t, const Counts&)>& atMark)
{
    return Counting(plan, counter).run(goOn, live, atMark);
}

}  // namespace natwalk
