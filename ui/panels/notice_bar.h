// A bar above everything: what is being read, and what was wrong with it. Never a window in the way.
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace natwalk {

class Opener;
struct Opened;

class NoticeBar : public QWidget
{
    Q_OBJECT

public:
    explicit NoticeBar(Opener* opener, QWidget* parent = nullptr);

signals:
    /// Somebody wants to see the problems of what was read last.
    void problemsWanted();

protected:
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showProgress();
    void showResult();
    void offerReload();
    void say(const QString& severity, const QString& sentence, bool withProblems);

    Opener* m_opener;
    QLabel* m_symbol;
    QLabel* m_sentence;
    QProgressBar* m_progress;
    QPushButton* m_show;
    QPushButton* m_reload;
    QPushButton* m_cancel;
    QToolButton* m_close;
};

}  // namespace natwalk
