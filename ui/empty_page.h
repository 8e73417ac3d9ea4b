// What the window shows before anything is open: the ways to open something, and the one command that makes a dump.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace natwalk {

class EmptyPage : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyPage(QWidget* parent = nullptr);

    /// Reads recent files and samples anew.
    void refresh();
    /// Something is held over the window that could be dropped.
    void setHot(bool hot);

    /// It shows less where there is no room, and asks for none.
    QSize minimumSizeHint() const override { return {}; }

signals:
    void openWanted();
    void pasteWanted();
    void fileWanted(const QString& path);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeDropArea();
    QWidget* makeCommand();
    void addFile(QVBoxLayout* list, const QString& path, bool recent);
    void retranslate();

    QWidget* m_picture;
    QLabel* m_title;
    QLabel* m_subtitle;
    QWidget* m_dropArea = nullptr;
    QLabel* m_drop;
    QPushButton* m_open;
    QPushButton* m_paste;
    QLabel* m_commandHint;
    QPushButton* m_copy;
    QLabel* m_nftHint;
    QLabel* m_recentTitle;
    QLabel* m_samplesTitle;
    QVBoxLayout* m_recent;
    QVBoxLayout* m_samples;
};

}  // namespace natwalk
