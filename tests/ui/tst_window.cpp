#include "support/shown.h"
#include "ui/actions.h"
#include "ui/forms/packet_form.h"
#include "ui/language.h"
#include "ui/main_window.h"
#include "ui/panels/notice_bar.h"
#include "ui/panels/packet_panel.h"
#include "ui/rules/chain_rules_view.h"
#include "ui/steps/deciding_step.h"
#include "ui/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace natwalk;

namespace {

const QString sample = QStringLiteral(NATWALK_SOURCE_DIR "/samples/nginx_basic");
constexpr int patience = 60'000;

QByteArray dump()
{
    return "*nat\n:PREROUTING ACCEPT [0:0]\n-A PREROUTING -d 10.0.0.1/32 -p tcp -m tcp --dport 80 -j DNAT "
           "--to-destination 10.1.0.1:8080\nCOMMIT\n";
}

}  // namespace

class TestWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("natwalk-test"));
        QCoreApplication::setApplicationName(QStringLiteral("natwalk-test"));
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
        useTheme(*qApp, ThemeChoice::light);
    }

    void init()
    {
        QSettings().clear();
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1440, 900);
        natwalk::test::showActive(*m_window);
    }

    void beginsEmptyAndOpensASample()
    {
        QVERIFY(session().document() == nullptr);
        open();
        QCOMPARE(m_window->windowTitle(), QStringLiteral("nginx_basic — natwalk"));
        QCOMPARE(session().trials()->done, session().plan().count);
    }

    void beginsWithServicesWhereThereAreAny()
    {
        const auto* navigator = m_window->findChild<QTabWidget*>(QStringLiteral("navigator"));
        open();
        QCOMPARE(navigator->tabText(navigator->currentIndex()), QStringLiteral("Services"));
        m_window->open({QStringLiteral(NATWALK_SOURCE_DIR "/tests/data/golden/addrtype-01.rules")});
        QTRY_COMPARE_WITH_TIMEOUT(navigator->tabText(navigator->currentIndex()), QStringLiteral("Chains"), patience);
    }

    void stepsForthAndBackToTheSameState()
    {
        open();
        std::vector<QImage> pictures;
        const std::size_t count = session().stops().size();
        for (std::size_t i = 0; i < count; ++i) {
            pictures.push_back(m_window->grab().toImage());
            m_window->actions()->forward->trigger();
        }
        for (std::size_t i = count - 1; i-- > 0;) {
            m_window->actions()->back->trigger();
            QCOMPARE(session().position(), session().stops()[i]);
        }
        QCOMPARE(session().position(), 0U);
        QVERIFY(!m_window->actions()->back->isEnabled());
        QVERIFY(pictures.front() != pictures.back());
    }

    void keysStep()
    {
        open();
        QTest::keyClick(m_window.get(), Qt::Key_F11);
        QCOMPARE(session().stopIndex(), 1U);
        QTest::keyClick(m_window.get(), Qt::Key_F11, Qt::ControlModifier);
        QCOMPARE(session().stopIndex(), 0U);
        QTest::keyClick(m_window.get(), Qt::Key_End);
        QCOMPARE(session().stopIndex(), session().stops().size() - 1);
        QTest::keyClick(m_window.get(), Qt::Key_Home);
        QTest::keyClick(m_window.get(), Qt::Key_W);
        QCOMPARE(session().position(), decidingStep(*session().trace()));
    }

    void aBadFileLeavesTheOldDocument_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("listing") << QByteArray(
            "Chain INPUT (policy ACCEPT)\ntarget     prot opt source               destination\n");
        QTest::newRow("binary") << QByteArray("\x7f"
                                              "ELF\x02\x01\x01\0\0\0\0\0\0\0",
                                              15);
        QTest::newRow("nft") << QByteArray("table ip nat {\n\tchain PREROUTING {\n\t}\n}\n");
    }
    void aBadFileLeavesTheOldDocument()
    {
        QFETCH(QByteArray, content);
        open();
        const auto document = session().document();
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("bad"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        m_window->open({path});
        QTRY_VERIFY_WITH_TIMEOUT(notice()->isVisible(), patience);
        QCOMPARE(session().document(), document);
    }

    void aMissingFileIsSaid()
    {
        m_window->open({QStringLiteral("/no/such/file")});
        QTRY_VERIFY_WITH_TIMEOUT(notice()->isVisible(), patience);
        QVERIFY(session().document() == nullptr);
    }

    void whatWasCopiedIsRead()
    {
        QGuiApplication::clipboard()->setText(QString::fromLatin1(dump()));
        m_window->paste();
        QTRY_VERIFY_WITH_TIMEOUT(session().isSettled() && session().document(), patience);
        QCOMPARE(session().question()->packet.dport, 80);
        QCOMPARE(session().trace()->packetOut.dport, 8080);
    }

    void whatIsDroppedIsOpened()
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(sample)});
        QDragEnterEvent enter({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &drop);
        QTRY_VERIFY_WITH_TIMEOUT(session().document() && session().isSettled(), patience);
    }

    void theLanguageChangesWhileTheWindowIsOpen()
    {
        open();
        auto* tables = m_window->findChild<QTabWidget*>(QStringLiteral("tables"));
        useLanguage(QStringLiteral("zh_CN"));
        QApplication::processEvents();
        QCOMPARE(tables->tabText(0), QStringLiteral("路径上的规则"));
        useLanguage(QStringLiteral("en"));
        QApplication::processEvents();
        QCOMPARE(tables->tabText(0), QStringLiteral("Rules on the path"));
    }

    void theFormAsksAnotherPacket()
    {
        open();
        auto* form = m_window->findChild<PacketForm*>();
        auto* port = form->findChild<QLineEdit*>(QStringLiteral("dport"));
        port->setText(QStringLiteral("81"));
        form->trace();
        QCOMPARE(session().question()->packet.dport, 81);
        m_window->actions()->undo->trigger();
        QCOMPARE(port->text(), QStringLiteral("80"));
    }

    void aWrongFieldIsTintedAndNotAsked()
    {
        open();
        auto* form = m_window->findChild<PacketForm*>();
        auto* source = form->findChild<QLineEdit*>(QStringLiteral("src"));
        const Packet before = session().question()->packet;
        source->setText(QStringLiteral("nonsense"));
        form->trace();
        QCOMPARE(session().question()->packet, before);
        QVERIFY(source->property("invalid").toBool());
    }

    void aChangedValueLeadsToItsRule()
    {
        open();
        session().goTo(session().stops().back());
        auto* table = m_window->findChild<PacketPanel*>()->findChild<QTableView*>();
        const auto* model = table->model();
        for (int row = 0; row < model->rowCount(); ++row)
            if (model->index(row, 0).data().toString() == u"dst")
                QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                                  table->visualRect(model->index(row, 2)).center());
        QCOMPARE(session().position(), decidingStep(*session().trace()));
    }

    void fitsSmallScreensAndBothThemes()
    {
        open();
        m_window->resize(1280, 720);
        QApplication::processEvents();
        QCOMPARE(m_window->size(), QSize(1280, 720));
        const QImage light = m_window->grab().toImage();
        useTheme(*qApp, ThemeChoice::dark);
        QApplication::processEvents();
        const QImage dark = m_window->grab().toImage();
        useTheme(*qApp, ThemeChoice::light);
        QVERIFY(light.pixelColor(300, 400).lightness() > dark.pixelColor(300, 400).lightness());
    }

    void theReplyIsAskedInTheStateThatWasLeft()
    {
        open();
        auto* state = m_window->findChild<PacketForm*>()->findChild<QComboBox*>(QStringLiteral("state"));
        QCOMPARE(state->currentText(), QStringLiteral("NEW"));
        m_window->actions()->reply->trigger();
        QVERIFY(state->currentText().startsWith(u"ESTABLISHED,"));
        QCOMPARE(session().trace()->verdict.outcome, Outcome::forwarded);
        QCOMPARE(session().trace()->packetOut.dst, session().question()->packet.dst);
        const Address translated = session().trace()->packetOut.src;
        QVERIFY(translated != session().question()->packet.src);
        // Asked again as it stands, the connection is still known; as a new packet it is not.
        auto* form = m_window->findChild<PacketForm*>();
        form->trace();
        QCOMPARE(session().trace()->packetOut.src, translated);
        state->setCurrentIndex(0);
        form->trace();
        QCOMPARE(session().trace()->packetOut.src, session().question()->packet.src);
        m_window->actions()->undo->trigger();
        m_window->actions()->undo->trigger();
        QCOMPARE(session().trace()->packetOut.src, translated);
    }

    void theConnectionGoesOnPacketByPacket()
    {
        open();
        const Address endpoint = session().trace()->packetOut.dst;
        for (int i = 0; i < 3; ++i) {
            m_window->actions()->nextPacket->trigger();
            QCOMPARE(session().trace()->packetOut.dst, endpoint);
            QCOMPARE(session().trace()->trackingBefore(session().trace()->steps.size()).state, TrackState::established);
        }
    }

    void everyStateCanBeSupposed_data()
    {
        QTest::addColumn<int>("item");
        QTest::addColumn<TrackState>("state");
        QTest::newRow("NEW") << 0 << TrackState::newConnection;
        QTest::newRow("ESTABLISHED") << 1 << TrackState::established;
        QTest::newRow("RELATED") << 2 << TrackState::related;
        QTest::newRow("INVALID") << 3 << TrackState::invalid;
    }
    void everyStateCanBeSupposed()
    {
        QFETCH(int, item);
        QFETCH(TrackState, state);
        open();
        auto* form = m_window->findChild<PacketForm*>();
        auto* combo = form->findChild<QComboBox*>(QStringLiteral("state"));
        combo->setCurrentIndex(item);
        form->trace();
        QCOMPARE(session().trace()->trackingBefore(session().trace()->steps.size()).state, state);
        QCOMPARE(combo->currentIndex(), item);
    }

    void aDumpPastedWhileAFieldHasTheKeyboardIsOpened()
    {
        open();
        auto* port = m_window->findChild<PacketForm*>()->findChild<QLineEdit*>(QStringLiteral("dport"));
        port->setFocus();
        port->selectAll();
        QGuiApplication::clipboard()->setText(QStringLiteral("81"));
        QTest::keyClick(port, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(port->text(), QStringLiteral("81"));
        QGuiApplication::clipboard()->setText(QString::fromLatin1(dump()));
        QTest::keyClick(port, Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(session().opened()->name, m_window->opener()->name(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(session().isSettled(), patience);
        QVERIFY(session().opened()->path.isEmpty());
        QCOMPARE(session().trace()->packetOut.dport, 8080);
    }

    void readingCanBeCancelled()
    {
        open();
        const auto before = session().opened();
        QByteArray text = "*filter\n:FORWARD ACCEPT [0:0]\n";
        for (int i = 0; i < 400'000; ++i)
            text += "-A FORWARD -d 10.0.0.1/32 -p tcp -m tcp --dport 80 -j DROP\n";
        QFile file(m_settings.filePath(QStringLiteral("large.save")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text + "COMMIT\n");
        file.close();
        m_window->open({file.fileName()});
        QVERIFY(m_window->opener()->isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(notice()->isVisible() || !m_window->opener()->isRunning(), patience);
        QVERIFY2(m_window->opener()->isRunning(), "read before anybody could cancel it");
        notice()->findChild<QPushButton*>(QStringLiteral("cancel"))->click();
        QVERIFY(!m_window->opener()->isRunning());
        QVERIFY(!notice()->isVisible());
        QTest::qWait(100);
        QCOMPARE(session().opened(), before);
    }

    void problemsAreShownByTheBar()
    {
        QGuiApplication::clipboard()->setText(QString::fromLatin1(dump()).replace(
            QStringLiteral("COMMIT"), QStringLiteral("-A PREROUTING -p tcp --dport nonsense -j ACCEPT\nCOMMIT")));
        m_window->paste();
        QTRY_VERIFY_WITH_TIMEOUT(notice()->isVisible() && session().document(), patience);
        notice()->findChild<QPushButton*>(QStringLiteral("show"))->click();
        auto* tables = m_window->findChild<QTabWidget*>(QStringLiteral("tables"));
        QVERIFY(tables->currentWidget()->inherits("natwalk::ProblemsView"));
        QCOMPARE(tables->currentWidget()->findChild<QTableView*>()->model()->rowCount(), 1);
    }

    void theKeyboardReachesEverything()
    {
        open();
        for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
            const bool acts = widget->inherits("QAbstractButton") || widget->inherits("QLineEdit")
                              || widget->inherits("QComboBox") || widget->inherits("QAbstractItemView")
                              || widget->inherits("QTabBar") || widget->inherits("natwalk::PictureCanvas")
                              || widget->inherits("natwalk::Timeline") || widget->inherits("natwalk::HookStrip");
            const bool isPart = widget->parentWidget()->inherits("QLineEdit") || widget->inherits("QHeaderView")
                                || widget->parentWidget()->inherits("QComboBox")
                                || widget->parentWidget()->inherits("QAbstractItemView")
                                || widget->parentWidget()->inherits("QTabBar");
            if (acts && !isPart && widget->isVisible() && widget->isEnabled())
                QVERIFY2((widget->focusPolicy() & Qt::TabFocus) != 0 || widget->focusProxy() != nullptr,
                         qPrintable(QStringLiteral("%1 \"%2\" in %3")
                                        .arg(QLatin1String(widget->metaObject()->className()), widget->accessibleName(),
                                             QLatin1String(widget->parentWidget()->metaObject()->className()))));
        }
    }

    void theWholeChainIsShownWithReasons()
    {
        open();
        session().follow({false, true});
        const ChainId chain = session().ruleset()->find(TableName::nat, "KUBE-SVC-WWRFY3PZ7W3FGMQW");
        session().select({chain, noRule});
        QTest::keyClick(m_window.get(), Qt::Key_F4);
        auto* view = m_window->findChild<ChainRulesView*>();
        QVERIFY(view->isVisible());
        const ChainRulesModel& model = view->model();
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.stateAt(0), PathRow::State::failed);
        QCOMPARE(model.stateAt(1), PathRow::State::matched);
        QCOMPARE(model.stateAt(2), PathRow::State::notReached);
        session().goTo(*model.stepAt(1));
        QCOMPARE(session().selection().chain, chain);
        QAbstractItemModelTester(const_cast<ChainRulesModel*>(&model),
                                 QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTest::keyClick(m_window.get(), Qt::Key_F4);
        QVERIFY(!view->isVisible());
    }

    void aFileOpenedAgainIsAskedWhatItWasAskedLast()
    {
        m_window->rememberLayout();
        open();
        auto* form = m_window->findChild<PacketForm*>();
        form->findChild<QLineEdit*>(QStringLiteral("sport"))->setText(QStringLiteral("51515"));
        form->trace();
        m_window->close();
        m_window = std::make_unique<MainWindow>();
        m_window->rememberLayout();
        natwalk::test::showActive(*m_window);
        open();
        QCOMPARE(session().question()->packet.sport, 51515);
        session().askSaved("outside-to-nodeport");
        m_window->close();
        m_window = std::make_unique<MainWindow>();
        m_window->rememberLayout();
        natwalk::test::showActive(*m_window);
        open();
        QCOMPARE(session().asked().packetName, QStringLiteral("outside-to-nodeport"));
    }

    void closingRemembersWhereEverythingWas()
    {
        m_window->rememberLayout();
        open();
        m_window->resize(1400, 800);
        m_window->close();
        MainWindow again;
        again.rememberLayout();
        QCOMPARE(again.size(), QSize(1400, 800));
        QCOMPARE(Opener::recentFiles(), QStringList{sample});
    }

private:
    Session& session() { return *m_window->session(); }
    NoticeBar* notice() { return m_window->findChild<NoticeBar*>(); }
    void open()
    {
        m_window->open({sample});
        QTRY_VERIFY_WITH_TIMEOUT(session().document() && session().isSettled(), patience);
    }

    QTemporaryDir m_settings;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
