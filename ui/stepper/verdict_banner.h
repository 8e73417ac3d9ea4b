// The answer on top of everything: one sentence, its share, why, and what else may happen.
#pragma once

#include <QWidget>

class QMenu;
class QPushButton;

namespace natwalk {

class ElidedLabel;
class Session;

class VerdictBanner : public QWidget
{
    Q_OBJECT

public:
    explicit VerdictBanner(Session* session, QWidget* parent = nullptr);

    /// One line instead of two: where height is scarce.
    void setCompact(bool compact);
    /// Goes to the step that decided.
    void showWhy();
    /// Opens the menu of outcomes.
    void showOutcomes();

signals:
    /// Somebody wants commands that check the verdict on the node.
    void checkWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void showVerdict();
    void showShares();
    void fillOutcomes();
    void retranslate();

    Session* m_session;
    ElidedLabel* m_title;
    ElidedLabel* m_detail;
    ElidedLabel* m_shares;
    QPushButton* m_why;
    QPushButton* m_check;
    QPushButton* m_others;
    QMenu* m_outcomes;
    bool m_compact = false;
};

}  // namespace natwalk
