// Above the picture: which chains are shown, how many they are, and how large.
#pragma once

#include "ui/graph/scope_picture.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QLabel;

namespace natwalk {

class FlatButton;
class Legend;

class PictureBar : public QWidget
{
    Q_OBJECT

public:
    explicit PictureBar(QWidget* parent = nullptr);

    void setScope(PictureScope scope);
    /// "8 of 13 chains"; nothing without a picture.
    void setCount(const PathPicture* picture);
    void setZoom(double zoom);
    /// Takes the legend in, between count and zoom; null: none stands here.
    void setLegend(Legend* legend);
    /// In the colours and the language in use.
    void refresh();

signals:
    void scopeChosen(natwalk::PictureScope scope);
    void zoomInClicked();
    void zoomOutClicked();
    void centreClicked();
    void fitClicked();

private:
    FlatButton* addZoomButton(QHBoxLayout* layout, bool strong, void (PictureBar::*clicked)());

    std::vector<FlatButton*> m_scopes;
    QLabel* m_count;
    Legend* m_legend = nullptr;
    FlatButton* m_zoomOut;
    FlatButton* m_zoom;
    FlatButton* m_zoomIn;
    FlatButton* m_fit;
};

}  // namespace natwalk
