// Buttons that look like words: one of a row of choices, or a word alone.
#pragma once

#include <QAbstractButton>

namespace natwalk {

class FlatButton : public QAbstractButton
{
    Q_OBJECT

public:
    /// @param strong  in semi-bold
    explicit FlatButton(bool strong = false, QWidget* parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    bool m_strong;
};

/// A frame around buttons of which one is chosen.
class SegmentFrame : public QWidget
{
    Q_OBJECT

public:
    explicit SegmentFrame(QWidget* parent = nullptr);
    void add(FlatButton* button);

protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace natwalk
