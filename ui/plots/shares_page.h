// Exact shares beside what was observed; a click on a bar shows a trial that ended there.
#pragma once

#include "ui/job.h"
#include "ui/plots/share_plot.h"

#include <cstdint>
#include <map>

namespace natwalk {

class Session;

class SharesPage : public SharePlot
{
    Q_OBJECT

public:
    explicit SharesPage(Session* session, QWidget* parent = nullptr);

private:
    void showShares();
    /// Shows a trial that ended there; another one each time.
    void replay(int bar);
    void followLikeliest(std::size_t outcome);
    void forgetTrials();

    Session* m_session;
    std::map<std::size_t, std::uint64_t> m_nextTrial;  ///< by outcome: where to look for one more
    std::uint64_t m_seed = 0;                          ///< of the trials that these are of
    Job m_search;
};

}  // namespace natwalk
