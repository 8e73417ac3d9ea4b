// The stops of a trace as cells in a row, banded by hook: what stands in them, and where for a width.
#pragma once

#include <QCoreApplication>
#include <QFont>
#include <QRectF>
#include <QString>

#include <vector>

namespace natwalk {

struct Trace;

/// A stop of the trace.
struct TimelineCell
{
    std::size_t step = 0;
    QString text;
    QString symbol;  ///< icon beside the text; may be empty
    bool failed = false;
    bool translates = false;
    bool isEntry = false;
    bool opensTable = false;  ///< the first of another table of its hook
    double weight = 1;
    QRectF box{};
};

/// A table of a band's hook, and its first cell.
struct TimelinePart
{
    QString table;
    std::size_t first = 0;
};

/// The cells of one hook or routing decision.
struct TimelineBand
{
    QString title;
    std::size_t first = 0;  ///< cells
    std::size_t last = 0;
    std::vector<TimelinePart> parts{};
};

class TimelineRow
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)

public:
    TimelineRow() = default;
    TimelineRow(const Trace& trace, const std::vector<std::size_t>& stops);

    const std::vector<TimelineCell>& cells() const { return m_cells; }
    const std::vector<TimelineBand>& bands() const { return m_bands; }
    /// Gives each cell its box in a row of this width (device-independent pixels).
    void place(double width);

private:
    static TimelineCell cellOf(const Trace& trace, std::size_t stop);
    void add(TimelineCell cell, const QString& band, const QString& table);
    void weighTranslations(double width);
    double weightOf(const TimelineBand& band) const;
    std::vector<double> bandWidths(double width) const;
    void placeBand(const TimelineBand& band, double x, double width);

    std::vector<TimelineCell> m_cells;
    std::vector<TimelineBand> m_bands;
};

/// The font of the words in cells.
QFont timelineFont();

}  // namespace natwalk
