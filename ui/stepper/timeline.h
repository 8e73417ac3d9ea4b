// All stops of the trace in a row, banded by hook; dragging goes there at once.
#pragma once

#include "ui/stepper/timeline_cells.h"

#include <QColor>
#include <QWidget>

namespace natwalk {

class Session;

class Timeline : public QWidget
{
    Q_OBJECT

public:
    explicit Timeline(Session* session, QWidget* parent = nullptr);

    /// What the tip of a cell says: what happens there, and in which chain.
    QString tipOf(std::size_t cell) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    void readTrace();
    int cellAt(double x) const;
    void goToCell(int cell);
    void paintBand(QPainter& painter, const TimelineBand& band, std::size_t current) const;
    void paintCell(QPainter& painter, std::size_t index, std::size_t current) const;
    void paintWords(QPainter& painter, const TimelineCell& cell, const QColor& ink) const;

    Session* m_session;
    TimelineRow m_row;
};

}  // namespace natwalk
