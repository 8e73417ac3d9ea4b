#include "ui/plots/exhibit_page.h"

#include "ui/theme.h"

#include <QEvent>
#include <QPainter>

namespace natwalk {

ExhibitPage::ExhibitPage(QWidget* parent) : QWidget(parent)
{
    setAutoFillBackground(true);
    useColours();
}

bool ExhibitPage::putsOff()
{
    m_isStale = !isVisible();
    return m_isStale;
}

bool ExhibitPage::paintOn(QPaintDevice& device, double scale)
{
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    painter.scale(scale, scale);
    render(&painter);
    return painter.end();
}

void ExhibitPage::useColours()
{
    QPalette colours = palette();
    if (colours.color(QPalette::Window) == theme().surface)
        return;
    colours.setColor(QPalette::Window, theme().surface);
    setPalette(colours);
}

void ExhibitPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        refresh();
}

void ExhibitPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        useColours();
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

}  // namespace natwalk
