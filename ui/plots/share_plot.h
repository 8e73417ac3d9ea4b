// Bars of exact and observed shares, drawn by QCustomPlot in the colours of the theme.
#pragma once

#include "ui/plots/plot_widget.h"
#include "ui/plots/share_bars.h"

#include <vector>

class QCPBars;
class QCPErrorBars;
class QCPItemRect;
class QCPItemText;

namespace natwalk {

class SharePlot : public PlotWidget
{
    Q_OBJECT

public:
    explicit SharePlot(QWidget* parent = nullptr);

    void show(std::vector<ShareBar> bars);
    const std::vector<ShareBar>& bars() const { return m_bars; }

    /// The bar that the keyboard stands on; -1: none.
    int currentBar() const { return m_current; }
    /// The middle of a bar's row, in the widget's coordinates.
    QPoint centreOf(int bar) const;

    QString fileName() const override { return QStringLiteral("shares"); }
    QString csv() const override { return csvOf(m_bars); }

signals:
    void barClicked(int bar);

protected:
    void useColours() override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Figure
    {
        double from;   ///< the share that it stands behind
        double place;  ///< in the bar's row
        QString words;
        bool strong;
    };
    std::vector<Figure> figuresAt(const ShareBar& bar) const;
    double neededRange() const;
    bool hasGoodRange() const;
    void fill();
    void setRanges();
    void writeFigures();
    int barAt(const QPoint& point) const;
    void setCurrent(int bar);
    void showMark();
    QString figuresOf(const ShareBar& bar) const;
    static QString observedText(const ShareBar& bar);

    QCPBars* m_exact = nullptr;
    QCPBars* m_exactShown = nullptr;  ///< of the end that the trace shown comes to
    QCPBars* m_observed = nullptr;
    QCPErrorBars* m_intervals = nullptr;
    QCPItemRect* m_mark = nullptr;  ///< behind the bar that the keyboard stands on
    std::vector<QCPItemText*> m_figures;
    std::vector<ShareBar> m_bars;
    bool m_low = false;
    int m_current = -1;
};

}  // namespace natwalk
