// What the window says of what was opened: an amber bar with a count, underlined places, the list of problems, an offer
// to read a file again; and the ways in that must work wherever the keyboard is.
#include "support/shown.h"
#include "ui/main_window.h"
#include "ui/panels/notice_bar.h"
#include "ui/rules/problems_view.h"
#include "ui/rules/source_view.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <Qsci/qsciscintilla.h>

using namespace natwalk;

namespace {

constexpr int patience = 60'000;

/// Line 4 has one wrong word, behind a letter of two bytes; line 5 is none of a ruleset.
const QByteArray faulty =
    "*nat\n:PREROUTING ACCEPT [0:0]\n"
    "-A PREROUTING -d 10.0.0.1/32 -p tcp -m tcp --dport 80 -j DNAT --to-destination 10.1.0.1:8080\n"
    "-A PREROUTING -m comment --comment \xc3\xa9 -p tcp --dport nonsense -j ACCEPT\n"
    "hello world\nCOMMIT\n";
const QByteArray addresses = "1: lo: <LOOPBACK,UP> mtu 65536\n    inet 127.0.0.1/8 scope host lo\n"
                             "2: eth9: <BROADCAST,UP> mtu 1500\n    inet 198.51.100.7/24 scope global eth9\n";

}  // namespace

class TestNotices : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("natwalk-test"));
        QCoreApplication::setApplicationName(QStringLiteral("natwalk-test"));
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
        useTheme(*qApp, ThemeChoice::light);
    }

    void init()
    {
        QSettings().clear();
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1440, 900);
        natwalk::test::showActive(*m_window);
    }

    void theBarCountsWhatWasNotUnderstood()
    {
        open({write("faulty.rules", faulty)});
        QVERIFY(notice()->isVisible());
        QCOMPARE(notice()->property("severity").toString(), QStringLiteral("warning"));
        const auto labels = notice()->findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) { return label->text().startsWith(u"2 place"); }));
        open({write("good.rules", QByteArray(faulty).replace("nonsense", "81").replace("hello world\n", ""))});
        QVERIFY(!notice()->isVisible());
    }

    void showListsTheProblemsAndTheSourceUnderlinesThem()
    {
        open({write("faulty.rules", faulty)});
        notice()->findChild<QPushButton*>(QStringLiteral("show"))->click();
        auto* tables = m_window->findChild<QTabWidget*>(QStringLiteral("tables"));
        QVERIFY(tables->currentWidget()->inherits("natwalk::ProblemsView"));
        QCOMPARE(tables->currentWidget()->findChild<QTableView*>()->model()->rowCount(), 2);

        auto* source = showSource();
        QCOMPARE(underlined(source), QStringLiteral("nonsense"));
    }

    void endlessLinesAreCutInTheSource()
    {
        const QByteArray endless = "# " + QByteArray(2'000'000, 'x') + "\n-A PREROUTING -p nonsense\n";
        open({write("long.rules", "*nat\n-A PREROUTING -d 10.0.0.1/32 -j ACCEPT\n" + endless + "COMMIT\n")});
        auto* source = showSource();
        QVERIFY(source->SendScintilla(QsciScintilla::SCI_GETLENGTH) < 100'000);
        QCOMPARE(source->lines(), 6);
        QCOMPARE(underlined(source), QStringLiteral("#nonsense"));
    }

    void pastingWorksWhereverTheKeyboardIs_data()
    {
        QTest::addColumn<QByteArray>("kind");
        for (const char* kind : {"QTableView", "QTabBar", "QPushButton", "QsciScintilla"})
            QTest::newRow(kind) << QByteArray(kind);
    }
    void pastingWorksWhereverTheKeyboardIs()
    {
        QFETCH(QByteArray, kind);
        open({write("faulty.rules", faulty)});
        QWidget* focused = kind == "QsciScintilla" ? showSource() : visibleOf(kind);
        QVERIFY(focused != nullptr);
        focused->setFocus();
        QGuiApplication::clipboard()->setText(
            QString::fromUtf8(faulty).replace(QStringLiteral("8080"), QStringLiteral("9090")));
        QTest::keyClick(focused, Qt::Key_V, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(session().opened()->path.isEmpty() && session().trace(), patience);
        QCOMPARE(session().trace()->packetOut.dport, 9090);
    }

    void severalFilesDroppedAreOneDocument()
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(write("addr", addresses)), QUrl::fromLocalFile(write("v4.rules", faulty)),
                      QUrl::fromLocalFile(write("sets", "create A hash:ip family inet\nadd A 10.0.0.1\n"))});
        QDragEnterEvent enter({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &enter);
        QDropEvent drop({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &drop);
        QTRY_VERIFY_WITH_TIMEOUT(session().document(), patience);
        const Host& host = *session().document()->host;
        QVERIFY(host.isLocal(*Address::from("198.51.100.7")));
        QVERIFY(host.ipsets.find("A") != nullptr);
        QCOMPARE(session().opened()->name, QStringLiteral("v4.rules"));
    }

    void aFileThatChangedIsOfferedAgain_data()
    {
        QTest::addColumn<bool>("isReplaced");
        QTest::newRow("written over") << false;
        QTest::newRow("replaced by another, as editors do it") << true;
    }
    void aFileThatChangedIsOfferedAgain()
    {
        QFETCH(bool, isReplaced);
        const QString path = write("watched.rules", faulty);
        open({path});
        const QByteArray changed = QByteArray(faulty).replace("8080", "9090");
        if (isReplaced) {
            QVERIFY(QFile::rename(path, path + u'~'));
            QVERIFY(QFile::rename(write("new.rules", changed), path));
        } else {
            write("watched.rules", changed);
        }
        const auto reload = [this] {
            const auto buttons = notice()->findChildren<QPushButton*>();
            const auto found = std::ranges::find(buttons, QStringLiteral("Reload"), &QPushButton::text);
            return found != buttons.end() && (*found)->isVisible() ? *found : nullptr;
        };
        QTRY_VERIFY_WITH_TIMEOUT(reload() != nullptr, patience);
        QCOMPARE(session().trace()->packetOut.dport, 8080);
        reload()->click();
        QTRY_VERIFY_WITH_TIMEOUT(session().trace()->packetOut.dport == 9090, patience);
    }

private:
    Session& session() { return *m_window->session(); }
    NoticeBar* notice() { return m_window->findChild<NoticeBar*>(); }

    QString write(const char* name, const QByteArray& bytes) const
    {
        QFile file(m_folder.filePath(QLatin1String(name)));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return file.fileName();
    }

    void open(const QStringList& paths)
    {
        const auto before = session().opened();
        m_window->open(paths);
        QTRY_VERIFY_WITH_TIMEOUT(session().opened() != before && session().trace(), patience);
    }

    QsciScintilla* showSource()
    {
        auto* view = m_window->findChild<SourceView*>();
        for (QWidget* page = view; page != nullptr; page = page->parentWidget())
            for (auto* tabs : m_window->findChildren<QTabWidget*>())
                if (const int index = tabs->indexOf(page); index >= 0)
                    tabs->setCurrentIndex(index);
        auto* editor = view->findChild<QsciScintilla*>();
        if (!QTest::qWaitFor([editor] { return editor->isVisible() && editor->lines() > 1; }, patience))
            return nullptr;
        return editor;
    }

    /// The words that the first indicator of errors stands below.
    static QString underlined(QsciScintilla* editor)
    {
        constexpr int errors = 8;
        QByteArray words;
        const QByteArray text = editor->text().toUtf8();
        for (int i = 0; i < text.size(); ++i)
            if (editor->SendScintilla(QsciScintilla::SCI_INDICATORVALUEAT, errors, i) != 0)
                words += text[i];
        return QString::fromUtf8(words);
    }

    QWidget* visibleOf(const QByteArray& kind)
    {
        for (QWidget* widget : m_window->findChildren<QWidget*>())
            if (widget->inherits(kind) && widget->isVisible() && widget->isEnabled()
                && (widget->focusPolicy() & Qt::TabFocus) != 0)
                return widget;
        return nullptr;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestNotices)
#include "tst_notices.moc"
