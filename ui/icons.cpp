#include "ui/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

#include <memory>

namespace natwalk {

namespace {

QByteArray svgOf(const QString& name)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void paint(QPainter* painter, const QByteArray& svg, const QColor& colour, const QRectF& place)
{
    QByteArray coloured = svg;
    coloured.replace("currentColor", colour.name().toLatin1());
    QSvgRenderer(coloured).render(painter, place);
}

/// Draws anew for each size and mode, so that icons are sharp on every screen and follow the theme.
class SvgIcon : public QIconEngine
{
public:
    SvgIcon(QByteArray svg, QColor Theme::*ink) : m_svg(std::move(svg)), m_ink(ink) {}

    void paint(QPainter* painter, const QRect& place, QIcon::Mode mode, QIcon::State /*state*/) override
    {
        natwalk::paint(painter, m_svg, theme().*(mode == QIcon::Disabled ? &Theme::border : m_ink), place);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect({}, size), mode, state);
        return pixmap;
    }
    QIconEngine* clone() const override { return new SvgIcon(*this); }

private:
    QByteArray m_svg;
    QColor Theme::*m_ink;
};

}  // namespace

QIcon icon(const QString& name, QColor Theme::*ink)
{
    const QByteArray svg = svgOf(name);
    return svg.isEmpty() ? QIcon() : QIcon(new SvgIcon(svg, ink));
}

QPixmap symbol(const QString& name, const QColor& colour, int size, qreal pixelRatio)
{
    QPixmap pixmap(QSize(size, size) * pixelRatio);
    pixmap.setDevicePixelRatio(pixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, svgOf(name), colour, QRectF(0, 0, size, size));
    return pixmap;
}

}  // namespace natwalk
