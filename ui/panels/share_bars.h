// Small bars: what reaches each rule of a chain that draws, and what it takes of it.
#pragma once

#include "ui/words/explanation.h"

#include <QWidget>

#include <vector>

namespace natwalk {

class ShareBars : public QWidget
{
    Q_OBJECT

public:
    explicit ShareBars(QWidget* parent = nullptr);

    void setRows(std::vector<ShareRow> rows);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintRow(QPainter& painter, const ShareRow& row, double y, double formulaX, double resultX) const;

    std::vector<ShareRow> m_rows;
};

}  // namespace natwalk
