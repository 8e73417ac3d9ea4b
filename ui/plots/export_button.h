// A button that saves and copies what is shown.
#pragma once

#include <QPushButton>

class QAction;

namespace natwalk {

class Exhibit;

class ExportButton : public QPushButton
{
    Q_OBJECT

public:
    /// @param exhibit  must outlive the button
    explicit ExportButton(Exhibit* exhibit, QWidget* parent = nullptr);

    void setExhibit(Exhibit* exhibit) { m_exhibit = exhibit; }
    /// Saves to a file that somebody chooses.
    void askForFile();
    void copyPicture();
    void copyTable();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    Exhibit* m_exhibit;
    QAction* m_save;
    QAction* m_copyPicture;
    QAction* m_copyTable;
};

}  // namespace natwalk
