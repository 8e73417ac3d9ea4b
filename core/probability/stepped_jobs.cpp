#include "probability/stepped_jobs.h"

#include "probability/glances.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace natwalk {

namespace {

class Jobs
{
public:
    Jobs(const JobPlan& plan, const std::function<std::unique_ptr<SteppedJob>(std::uint32_t)>& start)
        : m_plan(plan)
        , m_start(start)
    {}

    void run(const Checkpoint& goOn, const std::function<void()>& look)
    {
        std::vector<std::thread> helpers;
        for (unsigned i = 1; i < threads(); ++i)
            helpers.emplace_back([this] { help(); });
        Glances glances;
        const auto watch = [&] {
            if (look && glances.isDue())
                look();
            m_stop = m_stop || !goOn(shareDone());
        };
        work(watch);
        waitFor(helpers.size(), watch);
        for (std::thread& helper : helpers)
            helper.join();
    }

private:
    unsigned threads() const
    {
        const unsigned wanted = m_plan.threads > 0 ? m_plan.threads : std::max(1U, std::thread::hardware_concurrency());
        return std::clamp<unsigned>(m_plan.jobs, 1, wanted);
    }

    double shareDone() const
    {
        return m_plan.work == 0 ? 1 : static_cast<double>(m_done) / static_cast<double>(m_plan.work);
    }

    template <typename Watch>
    void work(const Watch& watch)
    {
        while (!m_stop) {
            const std::uint32_t number = m_next++;
            if (number >= m_plan.jobs)
                break;
            const auto job = m_start(number);
            for (std::uint64_t more = 1; more > 0 && !m_stop;) {
                watch();
                more = m_stop ? 0 : job->step();
                m_done += more;
            }
            job->finish();
        }
    }

    void help()
    {
        work([] {});
        const std::lock_guard lock(m_mutex);
        ++m_home;
        m_cameHome.notify_one();
    }

    template <typename Watch>
    void waitFor(std::size_t helpers, const Watch& watch)
    {
        std::unique_lock lock(m_mutex);
        while (!m_cameHome.wait_for(lock, Glances::apart, [&] { return m_home == helpers; })) {
            lock.unlock();
            watch();
            lock.lock();
        }
    }

    const JobPlan& m_plan;
    const std::function<std::unique_ptr<SteppedJob>(std::uint32_t)>& m_start;
    std::atomic<std::uint32_t> m_next = 0;
    std::atomic<std::uint64_t> m_done = 0;
    std::atomic<bool> m_stop = false;
    std::mutex m_mutex;
    std::condition_variable m_cameHome;
    std::size_t m_home = 0;
};

}  // namespace

void runJobs(const JobPlan& plan, const std::function<std::unique_ptr<SteppedJob>(std::uint32_t)>& start,
             const Checkpoint& goOn, const std::function<void()>& look)
{
    Jobs(plan, start).run(goOn, look);
}

}  // namespace natwalk
