// What bands, lines, bars and whiskers mean, in a few words beside a sample of each.
#pragma once

#include <QString>
#include <QWidget>

#include <cstdint>
#include <vector>

namespace natwalk {

class Legend : public QWidget
{
    Q_OBJECT

public:
    enum class Sample : std::uint8_t { band, line, bar, observed, whisker };
    struct Entry
    {
        Sample sample;
        QString text;
        QString briefly{};  ///< where there is little room
    };

    explicit Legend(QWidget* parent = nullptr);

    /// Some stand at the left, some at the right.
    void show(std::vector<Entry> left, std::vector<Entry> right);
    /// @param margin  at both sides
    /// @param isBrief  with fewer words, and only as much as there is room for
    void setRoom(int margin, bool isBrief);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const QString& textOf(const Entry& entry) const;
    double widthOf(const Entry& entry) const;
    void paintEntry(QPainter& painter, const Entry& entry, double x) const;

    std::vector<Entry> m_left;
    std::vector<Entry> m_right;
    int m_margin = 0;
    bool m_isBrief = false;
};

}  // namespace natwalk
