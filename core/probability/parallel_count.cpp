#include "probability/parallel_count.h"

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

    Counts run(const Checkpoint& goOn, const std::function<void(const Counts&)>& live)
    {
        std::vector<std::thread> helpers;
        for (unsigned i = 1; i < threads(); ++i)
            helpers.emplace_back([this] { work([](std::uint64_t) { return true; }); });
        work([&](std::uint64_t done) { return watch(done, goOn, live); });
        for (std::thread& helper : helpers)
            helper.join();
        return std::move(m_counts);
    }

private:
    static constexpr std::uint64_t looks = 200;  ///< how often the counts are shown

    unsigned threads() const
    {
        const std::uint64_t chunks = (m_plan.count + m_plan.chunk - 1) / m_plan.chunk;
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
            if (first >= m_plan.count)
                break;
            const std::uint64_t last = std::min(first + m_plan.chunk, m_plan.count);
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
        if (live && done >= m_nextLook) {
            m_nextLook = done + m_plan.count / looks;
            live(snapshot());
        }
        return goOn(static_cast<double>(done) / static_cast<double>(m_plan.count));
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
    std::uint64_t m_nextLook = 0;
    std::mutex m_mutex;  ///< guards what follows
    Counts m_counts;
    std::uint64_t m_done = 0;
};

}  // namespace

Counts countInParallel(const CountingPlan& plan, const std::function<CountRange()>& counter, const Checkpoint& goOn,
                       const std::function<void(const Counts&)>& live)
{
    return Counting(plan, counter).run(goOn, live);
}

}  // namespace natwalk
