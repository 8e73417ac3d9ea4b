#include "ui/graph/row_painter.h"

#include "ui/graph/paint_marks.h"

#include <QFontMetricsF>
#include <QStringList>

namespace natwalk {

namespace {

constexpr double padding = 14;
constexpr double markCentre = 11;
constexpr double textStart = 23;
constexpr double lineHeight = 16;
constexpr double rightPadding = 6;
/// A value that would be cut to less says nothing.
constexpr double leastValue = 48;

class RowPainter
{
public:
    RowPainter(QPainter& painter, const RowPaint& what)
        : m_painter(painter)
        , m_what(what)
        , m_row(what.block.rows[what.row])
        , m_words(what.geometry.rows[what.row].words)
        , m_rect(what.geometry.rows[what.row].rect)
        , m_isRead(m_row.step != noStep)
    {}

    void paint()
    {
        if (m_row.isRun())
            paintRun();
        else if (m_row.kind == RowKind::policy)
            paintPolicy();
        else
            paintRule();
    }

private:
    double textLeft() const { return m_rect.left() + grown(padding) + m_what.geometry.numberWidth + grown(textStart); }
    double textRight() const { return m_what.geometry.textRight - grown(rightPadding); }
    QRectF lineAt(double centre, double left, double right) const
    {
        return {left, centre - grown(lineHeight) / 2, std::max(0.0, right - left), grown(lineHeight)};
    }
    QColor ink() const { return m_isRead ? theme().text : m_what.block.onCourse ? theme().text3 : theme().text2; }
    QColor secondInk() const { return m_isRead ? theme().text2 : theme().text3; }

    void paintRun()
    {
        const double y = m_rect.center().y();
        const double left = m_rect.left();
        paintFoldMark(m_painter, {left + grown(padding), y});
        const QFont numbersFont = fontFor(Type::ruleSecond);
        const double numbersLeft = left + grown(24);
        const double numbers =
            paintText(m_painter, lineAt(y, numbersLeft, textRight()), m_words.numbers, numbersFont, theme().text2);
        double x = numbersLeft + std::max(grown(52), numbers + grown(12));
        x += paintText(m_painter, lineAt(y, x, textRight()), m_words.text, fontFor(Type::small), theme().text2)
             + grown(8);
        if (!m_words.tag.isEmpty() && x + tagWidth(m_words.tag) <= textRight())
            paintTag(m_painter, {x, y}, m_words.tag, m_words.tagKind);
        paintText(m_painter, lineAt(y, x, textRight()), m_words.side, fontFor(Type::small), theme().text2,
                  Qt::ElideRight, Qt::AlignRight);
    }

    void paintPolicy()
    {
        const double y = m_rect.center().y();
        paintMark(m_painter, {m_rect.left() + grown(padding) + m_what.geometry.numberWidth + grown(markCentre), y},
                  m_row.mark);
        paintText(m_painter, lineAt(y, textLeft(), textRight()), m_words.text, fontFor(Type::rule), ink());
    }

    void paintRule()
    {
        const bool oneLine = m_rect.height() < grown(measure::lowRow);
        const double centre = m_rect.center().y();
        const double upper = oneLine ? centre : centre - grown(9);
        const double lower = centre + grown(7);
        paintNumber(upper);
        QStringList rest = paintFirstLine(upper, oneLine);
        if (oneLine)
            return;
        double right = textRight();
        if (!m_words.side.isEmpty()) {
            const QFont font = fontFor(Type::small);
            paintText(m_painter, lineAt(lower, textLeft(), right), m_words.side, font, secondInk(), Qt::ElideRight,
                      Qt::AlignRight);
            right -= QFontMetricsF(font).horizontalAdvance(m_words.side) + grown(8);
        }
        const QRectF line = lineAt(lower, textLeft(), right);
        paintText(m_painter, line, secondLine(rest, line.width()), fontFor(Type::ruleSecond), secondInk());
    }

    /// What did not fit above, and the action: in full if there is room for it.
    QString secondLine(const QStringList& rest, double room) const
    {
        const QFontMetricsF metrics(fontFor(Type::ruleSecond));
        for (const QString& action : {m_words.action, m_words.shortAction})
            if (QString whole = joined(rest, action); metrics.horizontalAdvance(whole) <= room)
                return whole;
        return m_words.tagKind == TagKind::nat ? joined(rest, m_words.shortAction) : cutBefore(rest, room);
    }

    /// Of conditions and an action that are too long together, the conditions give way.
    QString cutBefore(const QStringList& rest, double room) const
    {
        constexpr double leastConditions = 40;
        const QFontMetricsF metrics(fontFor(Type::ruleSecond));
        const double left = room - metrics.horizontalAdvance(u' ' + m_words.shortAction);
        if (rest.isEmpty() || m_words.shortAction.isEmpty() || left < grown(leastConditions))
            return joined(rest, m_words.shortAction);
        return metrics.elidedText(rest.join(u' '), Qt::ElideRight, left) + u' ' + m_words.shortAction;
    }

    /// Where a translation goes is more telling than its last conditions.
    QString joined(const QStringList& rest, const QString& action) const
    {
        return (m_words.tagKind == TagKind::nat ? action + u' ' + rest.join(u' ') : rest.join(u' ') + u' ' + action)
            .trimmed();
    }

    void paintNumber(double y)
    {
        const double left = m_rect.left() + grown(padding);
        const double width = m_what.geometry.numberWidth;
        const QFont font = withWeight(fontFor(Type::rule), m_what.isCurrent ? QFont::DemiBold : QFont::Normal);
        paintText(m_painter, lineAt(y, left, left + width + 1), m_words.numbers, font,
                  m_what.isCurrent ? theme().text : theme().text2, Qt::ElideRight, Qt::AlignRight);
        paintMark(m_painter, {left + width + grown(markCentre), y}, m_row.mark);
    }

    /// As many conditions as fit beside the tag.
    /// @return those that do not
    QStringList paintFirstLine(double y, bool withAction)
    {
        double right = textRight();
        if (!m_words.tag.isEmpty()) {
            right -= tagWidth(m_words.tag);
            paintTag(m_painter, {right, y}, m_words.tag, m_isRead ? m_words.tagKind : TagKind::plain);
            right -= grown(6);
        }
        double x = textLeft();
        const auto& conditions = m_words.conditions;
        std::size_t next = 0;
        for (; next < conditions.size(); ++next) {
            const double wanted = widthOf(next) + portAfter(next);
            if (next > 0 && x + wanted > right)
                break;
            x += paintCondition(next, x, right, y) + space();
        }
        if (withAction && next == conditions.size() && right - x >= grown(leastValue))
            paintText(m_painter, lineAt(y, x, right), m_words.action, fontFor(Type::rule), ink());
        return QStringList(conditions.begin() + static_cast<std::ptrdiff_t>(next), conditions.end());
    }

    /// A port stays beside its protocol.
    double portAfter(std::size_t condition) const
    {
        const std::size_t next = condition + 1;
        const bool isPort = next < m_words.conditions.size() && m_words.conditions[next].startsWith(u':');
        return isPort ? space() + widthOf(next) : 0;
    }

    double space() const { return QFontMetricsF(fontFor(Type::rule)).horizontalAdvance(u' '); }

    bool isFailing(std::size_t condition) const { return static_cast<int>(condition) == m_words.failing; }

    double widthOf(std::size_t condition) const
    {
        const QString& text = m_words.conditions[condition];
        return isFailing(condition) ? tagWidth(text) : QFontMetricsF(fontFor(Type::rule)).horizontalAdvance(text);
    }

    double paintCondition(std::size_t condition, double x, double right, double y)
    {
        const QString& text = m_words.conditions[condition];
        if (!isFailing(condition))
            return paintText(m_painter, lineAt(y, x, right), text, fontFor(Type::rule), ink());
        const double tag = paintTag(m_painter, {x, y}, text, TagKind::fail, right - x);
        const double beside = x + tag + grown(6);
        if (right - beside < grown(leastValue))
            return tag;
        return tag + grown(6)
               + paintText(m_painter, lineAt(y, beside, right), m_words.value, fontFor(Type::small), theme().text2);
    }

    QPainter& m_painter;
    const RowPaint& m_what;
    const PictureRow& m_row;
    const RowWords& m_words;
    QRectF m_rect;
    bool m_isRead;
};

}  // namespace

void paintRow(QPainter& painter, const RowPaint& what) { RowPainter(painter, what).paint(); }

}  // namespace natwalk
