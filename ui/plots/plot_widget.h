// What all plots share: QCustomPlot in the colours of the theme, and as something to save and copy.
#pragma once

#include "ui/export.h"

#include <QWidget>

class QCPAxis;
class QCustomPlot;

namespace natwalk {

class PlotWidget : public QWidget, public Exhibit
{
    Q_OBJECT

public:
    explicit PlotWidget(QWidget* parent = nullptr);

    QSize pictureSize() const override { return size(); }
    bool paintOn(QPaintDevice& device, double scale) override;
    QSize minimumSizeHint() const override { return {200, 80}; }

protected:
    /// Puts the theme's colours into use, and whatever is written in the language in use.
    virtual void useColours();
    void changeEvent(QEvent* event) override;

    static void colourAxis(QCPAxis* axis);
    QCustomPlot* plot() const { return m_plot; }
    void replotSoon();

private:
    QCustomPlot* m_plot;
};

}  // namespace natwalk
