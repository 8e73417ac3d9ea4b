// The current step in words, and the idea behind it.
#pragma once

#include <QScrollArea>

class QLabel;

namespace natwalk {

class Session;
class ShareBars;

class ExplanationPanel : public QScrollArea
{
    Q_OBJECT

public:
    explicit ExplanationPanel(Session* session, QWidget* parent = nullptr);

signals:
    /// Somebody wants to see what was supposed of the host.
    void assumptionsWanted();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showStep();
    void fitPage();
    QLabel* addText(QWidget* page);

    Session* m_session;
    QLabel* m_headline;
    QLabel* m_detail;
    QLabel* m_storyTitle;
    QLabel* m_storyText;
    ShareBars* m_bars;
    QLabel* m_doubt;
    QLabel* m_next;
    QLabel* m_assumption;
};

}  // namespace natwalk
