#include "ui/plots/shares_page.h"

#include "probability/find_trial.h"
#include "ui/session.h"

namespace natwalk {

namespace {

constexpr std::size_t mostBars = 200;
/// A click looks through so many trials for one that ended there.
constexpr std::uint64_t mostSearched = 200'000;

}  // namespace

SharesPage::SharesPage(Session* session, QWidget* parent) : SharePlot(parent), m_session(session)
{
    connect(this, &SharePlot::barClicked, this, &SharesPage::replay);
    connect(session, &Session::distributionChanged, this, [this] {
        forgetTrials();
        showShares();
    });
    for (const auto changed : {&Session::traceChanged, &Session::trialsChanged, &Session::measurementChanged})
        connect(session, changed, this, &SharesPage::showShares);
    showShares();
}

void SharesPage::forgetTrials()
{
    m_search.cancel();
    m_nextTrial.clear();
}

void SharesPage::showShares()
{
    if (m_session->plan().seed != m_seed)
        forgetTrials();
    m_seed = m_session->plan().seed;
    const auto distribution = m_session->distribution();
    const auto trials = m_session->measurement() ? nullptr : m_session->trials();
    std::vector<ShareBar> bars;
    if (distribution) {
        // Trials may have met ends that the first connection cannot come to: they stand behind the others.
        const bool knowsMore =
            trials && (trials->clientsDiffer || trials->expected.outcomes.size() > distribution->outcomes.size());
        const auto observed = m_session->observed();
        bars = shareBars(knowsMore ? trials->expected : *distribution, observed ? &*observed : nullptr,
                         m_session->outcome(), mostBars);
    }
    // Histories scatter more than trials that know nothing of each other, and are judged by that.
    if (trials)
        for (ShareBar& bar : bars)
            if (bar.outcome < trials->judgement.intervals.size())
                bar.observed = trials->judgement.intervals[bar.outcome];
    show(std::move(bars));
}

void SharesPage::replay(int bar)
{
    const std::size_t outcome = bars()[static_cast<std::size_t>(bar)].outcome;
    const auto trials = m_session->trials();
    if (!trials || m_session->trialsRunning() || outcome >= trials->expected.outcomes.size())
        return followLikeliest(outcome);
    m_search.start(
        [question = m_session->question(), trials, outcome, from = m_nextTrial[outcome]](const Checkpoint& goOn) {
            return findTrial(*question, *trials, outcome, from, mostSearched, goOn);
        },
        [this, outcome](const std::optional<std::uint64_t>& trial) {
            m_nextTrial[outcome] = trial ? *trial + 1 : 0;
            if (trial)
                m_session->replayTrial(*trial);
            else
                followLikeliest(outcome);
        });
}

void SharesPage::followLikeliest(std::size_t outcome)
{
    if (const auto distribution = m_session->distribution(); distribution && outcome < distribution->outcomes.size())
        m_session->follow(distribution->outcomes[outcome].course);
}

}  // namespace natwalk
