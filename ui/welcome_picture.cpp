#include "ui/welcome_picture.h"

#include "ui/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace natwalk {

namespace {

/// In the picture's own measure; it is painted as large as the desktop's font wants.
constexpr QSizeF whole(560, 120);
constexpr double band = 24;
constexpr double third = band / 3;
constexpr double lineWidth = 2.2;
constexpr double entryY = 60;
constexpr double ends[] = {20, 60, 100};
constexpr int shown = 1;
const QRectF first(44, 36, 84, 48);
const QRectF second(200, 18, 110, 84);

class Sketch
{
public:
    explicit Sketch(QPainter& painter) : m_painter(painter) {}

    void paint() const
    {
        paintWays();
        paintBlock(first, 1);
        paintBlock(second, 3);
        paintLine();
        for (int i = 0; i < 3; ++i)
            paintEnd(i);
    }

private:
    static QPainterPath wayTo(int end, double from)
    {
        QPainterPath path(QPointF(second.right(), from));
        const double middle = (second.right() + endLeft) / 2;
        path.cubicTo(middle, from, middle, ends[end], endLeft, ends[end]);
        return path;
    }

    void paintWays() const
    {
        QLinearGradient entry(0, 0, first.left(), 0);
        entry.setColorAt(0, Qt::transparent);
        entry.setColorAt(1, theme().flow);
        m_painter.setPen(QPen(entry, band, Qt::SolidLine, Qt::FlatCap));
        m_painter.drawLine(QPointF(0, entryY), QPointF(first.left(), entryY));
        m_painter.setPen(QPen(theme().flow, band, Qt::SolidLine, Qt::FlatCap));
        m_painter.drawLine(QPointF(first.right(), entryY), QPointF(second.left(), entryY));
        for (int i = 0; i < 3; ++i)
            m_painter.strokePath(wayTo(i, entryY + (i - 1) * third),
                                 QPen(i == shown ? theme().course : theme().flow, third, Qt::SolidLine, Qt::FlatCap));
    }

    void paintBlock(const QRectF& rect, int rows) const
    {
        QPainterPath outline;
        outline.addRoundedRect(rect, 6, 6);
        m_painter.fillPath(outline, theme().surface);
        m_painter.save();
        m_painter.setClipPath(outline, Qt::IntersectClip);
        m_painter.fillRect(QRectF(rect.topLeft(), QSizeF(rect.width(), 18)), theme().header);
        m_painter.restore();
        m_painter.setPen(QPen(theme().path, 1.5));
        m_painter.drawPath(outline);
        m_painter.fillRect(QRectF(rect.left() + 8, rect.top() + 7, rect.width() * 0.5, 4), theme().path);
        for (int i = 0; i < rows; ++i)
            paintRow(QPointF(rect.left() + 8, rect.top() + 28 + 20 * i), rect.width(), rows == 1 || i == shown, i);
    }

    void paintRow(const QPointF& at, double width, bool matched, int row) const
    {
        m_painter.fillRect(QRectF(at + QPointF(0, -2), QSizeF(5, 4)), matched    ? theme().pass
                                                                      : row == 0 ? theme().failText
                                                                                 : theme().border);
        m_painter.fillRect(QRectF(at + QPointF(10, -2), QSizeF(width * (0.4 + 0.08 * row), 4)), theme().border);
    }

    void paintLine() const
    {
        m_painter.setPen(QPen(theme().path, lineWidth, Qt::SolidLine, Qt::FlatCap));
        m_painter.drawLine(QPointF(20, entryY), QPointF(first.left(), entryY));
        m_painter.drawLine(QPointF(first.right(), entryY), QPointF(second.left(), entryY));
        m_painter.strokePath(wayTo(shown, entryY), m_painter.pen());
    }

    void paintEnd(int end) const
    {
        const bool here = end == shown;
        const double y = ends[end];
        m_painter.fillRect(QRectF(endLeft, y - 13, 4, 26), here ? theme().path : theme().border);
        m_painter.setPen(here ? theme().text : theme().text2);
        m_painter.setFont(fontFor(Type::table));
        m_painter.drawText(QRectF(endLeft + 14, y - 15, 90, 16), Qt::AlignLeft | Qt::AlignVCenter,
                           QStringLiteral("10.244.0.%1").arg(end + 7));
        m_painter.drawText(QRectF(endLeft + 106, y - 8, 40, 16), Qt::AlignLeft | Qt::AlignVCenter,
                           QStringLiteral("1/3"));
        m_painter.fillRect(QRectF(endLeft + 14, y + 4, 80, 6), theme().hairline);
        m_painter.fillRect(QRectF(endLeft + 14, y + 4, 80.0 / 3, 6), here ? theme().path : theme().course);
    }

    static constexpr double endLeft = 410;

    QPainter& m_painter;
};

}  // namespace

WelcomePicture::WelcomePicture(QWidget* parent) : QWidget(parent)
{
    setFixedSize(WelcomePicture::sizeHint());
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

QSize WelcomePicture::sizeHint() const { return {scaled(592), scaled(592 * whole.height() / whole.width())}; }

void WelcomePicture::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(width() / whole.width(), height() / whole.height());
    Sketch(painter).paint();
}

}  // namespace natwalk
