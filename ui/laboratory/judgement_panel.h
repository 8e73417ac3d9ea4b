// Beside a plot: chance or fault, in one sentence, with the figures that it rests on.
#pragma once

#include <QScrollArea>

class QLabel;

namespace natwalk {

class Session;
struct JudgementWords;

class JudgementPanel : public QScrollArea
{
    Q_OBJECT

public:
    explicit JudgementPanel(Session* session, QWidget* parent = nullptr);

    /// All that it says, for a screen reader and the clipboard.
    QString text() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void showWords();
    void showAllOf(const JudgementWords& words);
    void showExact();

    Session* m_session;
    QLabel* m_symbol;
    QLabel* m_what;
    QLabel* m_sentence;
    QLabel* m_figures;
    QLabel* m_skew;
    QLabel* m_remarks;
    QLabel* m_complaints;
    QLabel* m_exact;  ///< what is to be said of the exact shares alone
};

}  // namespace natwalk
