// A small picture of what the program shows: a packet's way through a chain to three ends. For the empty window.
#pragma once

#include <QWidget>

namespace natwalk {

class WelcomePicture : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePicture(QWidget* parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace natwalk
