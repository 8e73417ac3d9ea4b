// Where connections end up, at a glance: the exact share beside the observed share, and one sentence.
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace natwalk {

class ExportButton;
class Legend;
class Session;
class SharesPage;

class HistogramView : public QWidget
{
    Q_OBJECT

public:
    explicit HistogramView(Session* session, QWidget* parent = nullptr);

    SharesPage* plot() { return m_plot; }
    /// Writes the histogram: PNG, SVG, PDF or CSV by the file's ending.
    bool exportTo(const QString& path);
    /// The same to a file that somebody chooses.
    void askForFile();

signals:
    void laboratoryWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeBar();
    void retranslate();
    void useColours();
    void showAll();
    void showControls();
    QString judgement() const;
    void run();

    Session* m_session;
    SharesPage* m_plot;
    QLabel* m_countLabel;
    QSpinBox* m_count;
    QLabel* m_seedLabel;
    QSpinBox* m_seed;
    QPushButton* m_run;
    QPushButton* m_cancel;
    QPushButton* m_laboratory;
    ExportButton* m_export;
    QProgressBar* m_progress;
    Legend* m_legend;
    QLabel* m_judgement;
};

}  // namespace natwalk
