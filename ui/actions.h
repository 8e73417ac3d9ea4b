// Every command of the window: its words, icon, shortcut and what it does to the session.
#pragma once

#include <QAction>
#include <QObject>
#include <QTimer>

#include <vector>

namespace natwalk {

class Session;

/// Gives a command its words; the tool tip names the shortcut too.
void describe(QAction* action, const QString& text, const QString& tip);

/// Commands that act on the session alone; the window adds those that need its parts.
class Actions : public QObject
{
    Q_OBJECT

public:
    explicit Actions(Session* session, QObject* parent = nullptr);

    // Stepping: each has its mirror backwards.
    QAction* first;
    QAction* last;
    QAction* forward;
    QAction* back;
    QAction* into;
    QAction* backInto;
    QAction* over;
    QAction* backOver;
    QAction* out;
    QAction* backOut;
    QAction* nextHook;
    QAction* previousHook;
    QAction* run;
    QAction* runBack;
    QAction* toVerdict;
    QAction* play;
    QAction* breakpoint;

    // Where one was.
    QAction* historyBack;
    QAction* historyForward;

    // The question.
    QAction* undo;
    QAction* redo;
    QAction* reply;
    QAction* nextPacket;

    // Trials.
    QAction* runTrials;
    QAction* stopTrials;

    void retranslate();

private:
    using Move = std::size_t (*)(const Session&);

    QAction* add(const QString& icon, const QKeySequence& shortcut);
    QAction* addMove(const QString& icon, const QKeySequence& shortcut, Move move);
    void enableMoves();
    void enableOthers();
    void tick();

    Session* m_session;
    QTimer m_player;
    std::vector<QAction*> m_forwards;
    std::vector<QAction*> m_backwards;
};

}  // namespace natwalk
