// Where connections end up: the exact share beside the observed share of many trials.
#pragma once

#include "ui/job.h"

#include <QWidget>

#include <cstdint>
#include <map>
#include <optional>

class QLabel;
class QMenu;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace natwalk {

class Legend;
class Session;
class SharePlot;

class HistogramView : public QWidget
{
    Q_OBJECT

public:
    explicit HistogramView(Session* session, QWidget* parent = nullptr);

    SharePlot* plot() { return m_plot; }
    /// Writes the histogram: PNG, SVG, PDF or CSV by the file's ending.
    bool exportTo(const QString& path);
    /// The same to a file that somebody chooses.
    void askForFile();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeBar();
    void retranslate();
    void useColours();
    void showShares();
    void showControls();
    QString judgement() const;
    void run();
    /// Shows a trial that ended there; another one each time.
    void replay(int bar);

    Session* m_session;
    SharePlot* m_plot;
    QLabel* m_countLabel;
    QSpinBox* m_count;
    QLabel* m_seedLabel;
    QSpinBox* m_seed;
    QPushButton* m_run;
    QPushButton* m_cancel;
    QPushButton* m_export;
    QProgressBar* m_progress;
    Legend* m_legend;
    QLabel* m_judgement;
    std::map<std::size_t, std::uint64_t> m_nextTrial;  ///< by outcome: where to look for one more
    Job m_search;
};

}  // namespace natwalk
