// What pages of tables and words share: they can be saved and copied as they look, and are filled when they are seen.
#pragma once

#include "ui/export.h"

#include <QWidget>

namespace natwalk {

class ExhibitPage : public QWidget, public Exhibit
{
    Q_OBJECT

public:
    explicit ExhibitPage(QWidget* parent = nullptr);

    QSize pictureSize() const override { return size(); }
    bool paintOn(QPaintDevice& device, double scale) override;

protected:
    /// Puts whatever is written in the language in use.
    virtual void retranslate() = 0;
    /// Fills the page anew.
    virtual void refresh() = 0;
    /// Whether the page is to be filled later, as nobody sees it now.
    bool putsOff();

    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void useColours();

    bool m_isStale = true;
};

}  // namespace natwalk
