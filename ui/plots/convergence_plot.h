// How observed shares settle: each end's share over the trials so far, with the exact shares and the funnel that chance
// leaves in 95 of 100 runs.
#pragma once

#include "ui/plots/plot_widget.h"

#include <QString>

#include <cstdint>
#include <vector>

class QCPItemText;

namespace natwalk {

class Session;

/// One end's share after some numbers of trials.
struct ConvergenceLine
{
    std::size_t outcome = 0;
    QString label;
    double exact = 0;
    bool isShown = false;          ///< the trace shown ends here
    std::vector<double> shares{};  ///< at each number of trials
};

struct Convergence
{
    std::vector<double> trials;
    std::vector<ConvergenceLine> lines;  ///< the largest ends, and the one shown
    bool dependent = false;              ///< trials that hang on each other keep to no funnel

    bool isEmpty() const { return trials.empty() || lines.empty(); }
};

class ConvergencePlot : public PlotWidget
{
    Q_OBJECT

public:
    explicit ConvergencePlot(Session* session, QWidget* parent = nullptr);

    const Convergence& convergence() const { return m_shown; }
    /// The end that is told apart: the one shown, until keys choose another; -1: none.
    int currentLine() const { return m_current; }

    QString fileName() const override { return QStringLiteral("convergence"); }
    QString csv() const override;

protected:
    void useColours() override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fetch();
    void draw();
    void drawFunnel(double share);
    void drawLine(const ConvergenceLine& line, bool isCurrent);
    void writeEnds();
    void setRanges();
    double textWidth() const;

    Session* m_session;
    Convergence m_shown;
    std::vector<QCPItemText*> m_texts;
    int m_current = -1;
    bool m_isZoomed = false;
    bool m_isStale = true;
};

}  // namespace natwalk
