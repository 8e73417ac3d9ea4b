// The saved file as text: line numbers, the current line, problems underlined, breakpoints in the margin, find.
#pragma once

#include "ui/opening.h"

#include <QWidget>

#include <cstdint>

class QLineEdit;
class QToolButton;
class QsciScintilla;

namespace natwalk {

class Session;

class SourceView : public QWidget
{
    Q_OBJECT

public:
    explicit SourceView(Session* session, QWidget* parent = nullptr);

    /// Shows a line (from 1) in the middle of what is seen.
    void showLine(std::uint32_t line);
    /// Opens the field to find text.
    void find();
    void findNext(bool backwards);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void retranslate();
    void loadText();
    void showLoaded();
    void showLook();
    void showProblems();
    void showPosition();
    void showBreakpoints();
    void toggleBreakpointAt(int line);
    void selectRuleAt(int line);
    std::uint32_t currentLine() const;

    Session* m_session;
    QsciScintilla* m_editor;
    QWidget* m_finder;
    QLineEdit* m_wanted;
    QToolButton* m_previous;
    QToolButton* m_next;
    QToolButton* m_close;
    OpenedPtr m_loaded;        ///< whose text stands there: it is put there when somebody looks
    bool m_following = false;  ///< the cursor moves because the session did
};

}  // namespace natwalk
