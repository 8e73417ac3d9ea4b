// What bands, line, bars and whiskers mean, in a few words beside a sample of each.
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
    explicit Legend(QWidget* parent = nullptr);

    /// @param trials  0: none were made, and nothing is said of them
    /// @param axis    half the width of the observed shares' axis
    void setTrials(std::uint64_t trials, double axis);
    /// @param margin  at both sides
    /// @param isBrief  with fewer words, and only as much as there is room for
    void setRoom(int margin, bool isBrief);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    enum class Sample : std::uint8_t { band, line, bar, whisker };
    struct Entry
    {
        Sample sample;
        QString text;
    };

    std::vector<Entry> entries() const;
    double widthOf(const Entry& entry) const;
    void paintEntry(QPainter& painter, const Entry& entry, double x) const;

    std::uint64_t m_trials = 0;
    double m_axis = 0.01;
    int m_margin = 0;
    bool m_isBrief = false;
};

}  // namespace natwalk
