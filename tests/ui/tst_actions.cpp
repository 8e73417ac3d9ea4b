// Every command of the window: what it is called, how it is reached, and that going back undoes going forth.
#include "support/shown.h"
#include "ui/actions.h"
#include "ui/language.h"
#include "ui/main_window.h"
#include "ui/panels/call_stack_panel.h"
#include "ui/panels/explanation_panel.h"
#include "ui/panels/packet_panel.h"
#include "ui/stepper/hook_strip.h"
#include "ui/stepper/timeline.h"
#include "ui/theme.h"

#include <QApplication>
#include <QMenuBar>
#include <QSettings>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace natwalk;

namespace {

constexpr int patience = 60'000;

using Command = QAction* Actions::*;

void collect(const QMenu& menu, std::vector<QAction*>& found)
{
    for (QAction* action : menu.actions()) {
        if (action->menu() != nullptr)
            collect(*action->menu(), found);
        else if (!action->isSeparator())
            found.push_back(action);
    }
}

}  // namespace

class TestActions : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("natwalk-test"));
        QCoreApplication::setApplicationName(QStringLiteral("tst_actions"));
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
        QSettings().clear();
        useLanguage(QStringLiteral("en"));
        useTheme(*qApp, ThemeChoice::light);
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1440, 900);
        natwalk::test::showActive(*m_window);
        m_window->open({QStringLiteral(NATWALK_SOURCE_DIR "/samples/nginx_basic")});
        QTRY_VERIFY_WITH_TIMEOUT(session().document() && session().isSettled(), patience);
        session().follow({false, true});
    }

    void init() { session().goTo(0); }

    void everyCommandHasWordsAnIconAndAKey()
    {
        QSet<QString> shortcuts;
        const std::vector<QAction*> actions = inMenus();
        QVERIFY(actions.size() > 50);
        for (const QAction* action : actions) {
            const QByteArray name = action->text().toUtf8();
            QVERIFY(!action->text().isEmpty());
            QVERIFY2(!action->icon().isNull(), name);
            QVERIFY2(!action->shortcut().isEmpty(), name);
            QVERIFY2(action->toolTip().size() > 3
                         && action->toolTip().contains(action->shortcut().toString(QKeySequence::NativeText)),
                     name);
            QVERIFY2(!shortcuts.contains(action->shortcut().toString()), name);
            shortcuts.insert(action->shortcut().toString());
        }
    }

    void everyCommandHasAPlaceInTheMenu()
    {
        const std::vector<QAction*> actions = inMenus();
        for (QAction* action : m_window->actions()->findChildren<QAction*>())
            QVERIFY2(std::ranges::find(actions, action) != actions.end(), action->text().toUtf8());
    }

    void wordsFollowTheLanguage()
    {
        QStringList english;
        for (const QAction* action : inMenus())
            english += action->text();
        useLanguage(QStringLiteral("zh_CN"));
        QApplication::processEvents();
        QStringList chinese;
        for (const QAction* action : inMenus())
            chinese += action->text();
        useLanguage(QStringLiteral("en"));
        QApplication::processEvents();
        QCOMPARE(chinese.size(), english.size());
        for (qsizetype i = 0; i < english.size(); ++i)
            QVERIFY2(english[i] != chinese[i] || english[i] == u"English" || english[i] == u"中文",
                     english[i].toUtf8());
    }

    void goingBackUndoesGoingForth_data()
    {
        QTest::addColumn<Command>("forth");
        QTest::addColumn<Command>("back");
        QTest::newRow("forward") << Command(&Actions::forward) << Command(&Actions::back);
        QTest::newRow("into") << Command(&Actions::into) << Command(&Actions::backInto);
        QTest::newRow("over") << Command(&Actions::over) << Command(&Actions::backOver);
        QTest::newRow("hook") << Command(&Actions::nextHook) << Command(&Actions::previousHook);
        QTest::newRow("breakpoint") << Command(&Actions::run) << Command(&Actions::runBack);
        QTest::newRow("ends") << Command(&Actions::last) << Command(&Actions::first);
    }
    void goingBackUndoesGoingForth()
    {
        QFETCH(Command, forth);
        QFETCH(Command, back);
        Actions& actions = *m_window->actions();
        const RuleId stop = session().trace()->ruleAt(session().stops()[4]);
        session().toggleBreakpoint(stop);
        std::vector<std::size_t> positions = {session().position()};
        std::vector<QList<QImage>> looks = {look()};
        while ((actions.*forth)->isEnabled()) {
            (actions.*forth)->trigger();
            QVERIFY(session().position() > positions.back());
            positions.push_back(session().position());
            looks.push_back(look());
        }
        QCOMPARE(positions.back(), session().stops().back());
        for (std::size_t i = positions.size() - 1; i-- > 0;) {
            QVERIFY((actions.*back)->isEnabled());
            (actions.*back)->trigger();
            QCOMPARE(session().position(), positions[i]);
            QCOMPARE(look(), looks[i]);
        }
        QVERIFY(!(actions.*back)->isEnabled());
        session().toggleBreakpoint(stop);
    }

    void outLeavesTheChainBothWays()
    {
        Actions& actions = *m_window->actions();
        const auto depth = [this] { return session().trace()->steps[session().position()].depth; };
        session().goTo(session().stops()[4]);
        const std::uint32_t inside = depth();
        QVERIFY(inside > 0);
        actions.out->trigger();
        QVERIFY(session().position() > session().stops()[4]);
        QVERIFY(depth() < inside);
        session().goTo(session().stops()[4]);
        actions.backOut->trigger();
        QVERIFY(session().position() < session().stops()[4]);
        QVERIFY(depth() < inside);
    }

    void breakpointsAreSetByKey()
    {
        session().goTo(session().stops()[3]);
        QTest::keyClick(m_window.get(), Qt::Key_F9);
        QVERIFY(session().hasBreakpoint(session().trace()->ruleAt(session().position())));
        session().goTo(0);
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QCOMPARE(session().position(), session().stops()[3]);
        session().goTo(session().stops().back());
        QTest::keyClick(m_window.get(), Qt::Key_F5, Qt::ControlModifier);
        QCOMPARE(session().position(), session().stops()[3]);
        QTest::keyClick(m_window.get(), Qt::Key_F9);
        QVERIFY(session().breakpoints().empty());
    }

    void playGoesToTheEndAndPauseStays()
    {
        QAction* play = m_window->actions()->play;
        play->trigger();
        QVERIFY(play->isChecked());
        QTRY_VERIFY(session().position() > 0);
        play->trigger();
        QVERIFY(!play->isChecked());
        const std::size_t here = session().position();
        QTest::qWait(1200);
        QCOMPARE(session().position(), here);
        session().goTo(session().stops().back());
        QVERIFY(!play->isEnabled() || !play->isChecked());
    }

    void draggingAlongTheTimelineStepsAtOnce()
    {
        auto* timeline = m_window->findChild<Timeline*>();
        const int y = timeline->height() - 10;
        QTest::mousePress(timeline, Qt::LeftButton, {}, {timeline->width() - 4, y});
        QCOMPARE(session().position(), session().stops().back());
        QMouseEvent move(QEvent::MouseMove, QPointF(2, y), timeline->mapToGlobal(QPointF(2, y)), Qt::NoButton,
                         Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(timeline, &move);
        QCOMPARE(session().position(), 0U);
        QTest::mouseRelease(timeline, Qt::LeftButton, {}, {2, y});
    }

    void historyGoesBackAndForthByKey()
    {
        session().jumpTo(session().stops()[5]);
        session().jumpTo(session().stops()[8]);
        QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(session().position(), session().stops()[5]);
        QTest::keyClick(m_window.get(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(session().position(), session().stops()[8]);
    }

    void everyTabIsReachedByKey()
    {
        auto* tables = m_window->findChild<QTabWidget*>(QStringLiteral("tables"));
        for (int tab = 0; tab < tables->count(); ++tab) {
            QTest::keyClick(m_window.get(), static_cast<Qt::Key>(Qt::Key_1 + tab), Qt::AltModifier);
            QCOMPARE(tables->currentIndex(), tab);
            QVERIFY2(tables->currentWidget()->isAncestorOf(QApplication::focusWidget())
                         || tables->currentWidget() == QApplication::focusWidget(),
                     tables->tabText(tab).toUtf8());
        }
    }

private:
    Session& session() { return *m_window->session(); }

    std::vector<QAction*> inMenus() const
    {
        std::vector<QAction*> found;
        for (const QAction* action : m_window->menuBar()->actions())
            collect(*action->menu(), found);
        return found;
    }

    /// What the panels that follow the step look like.
    QList<QImage> look() const
    {
        for (int i = 0; i < 5; ++i)  // until layouts within layouts come to rest
            QApplication::processEvents();
        return {m_window->findChild<PacketPanel*>()->grab().toImage(),
                m_window->findChild<CallStackPanel*>()->grab().toImage(),
                m_window->findChild<ExplanationPanel*>()->grab().toImage(),
                m_window->findChild<HookStrip*>()->grab().toImage(),
                m_window->findChild<Timeline*>()->grab().toImage()};
    }

    QTemporaryDir m_settings;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestActions)
#include "tst_actions.moc"
