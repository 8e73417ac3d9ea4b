#include "ui/graph/picture_bar.h"

#include "ui/graph/flat_button.h"
#include "ui/graph/legend.h"
#include "ui/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

#include <array>
#include <cmath>

namespace natwalk {

namespace {

constexpr double sideMargin = 16;
constexpr int legendPlace = 2;

}  // namespace

PictureBar::PictureBar(QWidget* parent) : QWidget(parent), m_count(new QLabel(this))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(scaled(sideMargin), 0, scaled(sideMargin), 0);
    layout->setSpacing(scaled(12));
    auto* segments = new SegmentFrame(this);
    auto* group = new QButtonGroup(this);
    for (const PictureScope scope : {PictureScope::path, PictureScope::neighbourhood, PictureScope::all}) {
        m_scopes.push_back(new FlatButton(false, this));
        segments->add(m_scopes.back());
        group->addButton(m_scopes.back());
        connect(m_scopes.back(), &FlatButton::clicked, this, [this, scope] { emit scopeChosen(scope); });
    }
    m_scopes.front()->setChecked(true);
    layout->addWidget(segments);
    layout->addWidget(m_count);
    layout->addStretch(1);
    auto* zoom = new QHBoxLayout;
    zoom->setSpacing(0);
    m_zoomOut = addZoomButton(zoom, false, &PictureBar::zoomOutClicked);
    m_zoom = addZoomButton(zoom, false, &PictureBar::centreClicked);
    m_zoomIn = addZoomButton(zoom, false, &PictureBar::zoomInClicked);
    m_fit = addZoomButton(zoom, true, &PictureBar::fitClicked);
    layout->addLayout(zoom);
    setZoom(1);
    refresh();
}

FlatButton* PictureBar::addZoomButton(QHBoxLayout* layout, bool strong, void (PictureBar::*clicked)())
{
    auto* button = new FlatButton(strong, this);
    layout->addWidget(button);
    connect(button, &FlatButton::clicked, this, clicked);
    return button;
}

void PictureBar::setScope(PictureScope scope) { m_scopes[static_cast<std::size_t>(scope)]->setChecked(true); }

void PictureBar::setCount(const PathPicture* picture)
{
    m_count->setVisible(picture != nullptr);
    if (picture == nullptr)
        return;
    const auto text = [](std::size_t number) { return QLocale().toString(static_cast<qulonglong>(number)); };
    m_count->setText(
        tr("%1 of %2 chains").arg(text(picture->chainsShown), text(picture->trace->ruleset->chainCount())));
}

void PictureBar::setZoom(double zoom)
{
    m_zoom->setText(QStringLiteral("%1\u00a0%").arg(std::lround(zoom * 100)));
    m_zoom->updateGeometry();
}

void PictureBar::setLegend(Legend* legend)
{
    auto* bar = static_cast<QHBoxLayout*>(layout());
    if (m_legend != nullptr)
        bar->removeWidget(m_legend);
    m_legend = legend;
    constexpr int allTheRoom = 1000;
    if (legend != nullptr)
        bar->insertWidget(legendPlace, legend, allTheRoom);
}

void PictureBar::refresh()
{
    const std::array names = {tr("Path"), tr("Neighbourhood"), tr("All")};
    for (std::size_t i = 0; i < names.size(); ++i)
        m_scopes[i]->setText(names[i]);
    m_zoomOut->setText(QStringLiteral("\u2212"));
    m_zoomOut->setToolTip(tr("Zoom out (-)"));
    m_zoomIn->setText(QStringLiteral("+"));
    m_zoomIn->setToolTip(tr("Zoom in (+)"));
    m_zoom->setToolTip(tr("Centre on the current step (.)"));
    m_fit->setText(tr("Fit"));
    m_fit->setToolTip(tr("Show everything (0)"));
    for (FlatButton* button : {m_zoomOut, m_zoomIn, m_zoom, m_fit}) {
        button->setAccessibleName(button->toolTip());
        button->updateGeometry();
    }
    m_count->setFont(fontFor(Type::body));
    QPalette colours = m_count->palette();
    colours.setColor(QPalette::WindowText, theme().text2);
    m_count->setPalette(colours);
}

}  // namespace natwalk
