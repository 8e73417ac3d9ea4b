// Counts that somebody brings: pasted, opened, or taken from the counters of the dump; judged while they are written.
#pragma once

#include "ui/observed.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace natwalk {

class Session;

class MeasuredPanel : public QWidget
{
    Q_OBJECT

public:
    explicit MeasuredPanel(Session* session, QWidget* parent = nullptr);

    /// Puts what stands here beside the exact shares.
    void apply();
    bool isEmpty() const;
    /// Puts a text in place of what stands here.
    void setText(const QString& text);
    /// Shows what was measured elsewhere.
    void takeOver(const MeasuredInput& input);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeButtons();
    QWidget* makeUnit();
    void retranslate();
    void showState();
    void markWrongLines();
    void goToLine(const QString& number);
    void openFile();
    void paste();
    void insertEnds();

    Session* m_session;
    QTimer m_pause;  ///< judges when no key was pressed for a moment
    QLabel* m_hint;
    QPlainTextEdit* m_text;
    QPushButton* m_open;
    QPushButton* m_paste;
    QPushButton* m_ends;
    QLabel* m_problems;
    QCheckBox* m_counters;
    QLabel* m_unitLabel;
    QComboBox* m_unit;
    QLabel* m_eachLabel;
    QDoubleSpinBox* m_each;
    QLabel* m_keepAlive;
};

}  // namespace natwalk
