#include "cli/progress.h"

#include "cli/paper.h"

#include <atomic>
#include <cmath>
#include <csignal>

namespace natwalk::cli {

namespace {

constexpr std::size_t barWidth = 40;

std::atomic<bool> interrupted = false;  // a signal handler has nowhere else to write to
static_assert(std::atomic<bool>::is_always_lock_free);

void interrupt(int /*signal*/) { interrupted = true; }

}  // namespace

Progress::Progress() : m_watched(errorsAreWatched())
{
    interrupted = false;
    m_before = std::signal(SIGINT, interrupt);
}

Progress::~Progress()
{
    std::signal(SIGINT, m_before == SIG_ERR ? SIG_DFL : m_before);
    if (m_shown >= 0)
        errorPaper().out() << "\r\x1b[K" << std::flush;
}

Checkpoint Progress::checkpoint()
{
    return [this](double shareDone) {
        if (m_watched)
            show(shareDone);
        return !interrupted;
    };
}

void Progress::show(double shareDone)
{
    const int thousandths = static_cast<int>(std::floor(shareDone * 1000));
    if (thousandths <= m_shown)
        return;
    m_shown = thousandths;
    errorPaper().out() << "\r\x1b[K" << errorPaper().bar(shareDone, barWidth) << ' ' << percent(shareDone, 1)
                       << std::flush;
}

}  // namespace natwalk::cli
