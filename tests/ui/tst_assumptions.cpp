// "Assume it matches": what natwalk cannot decide can be said on the spot, is kept with the host, and can be undone.
#include "ui/host/host_model.h"
#include "ui/host/host_panel.h"
#include "ui/panels/explanation_panel.h"
#include "ui/rules/path_view.h"
#include "ui/session.h"

#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QTableView>
#include <QTest>

using namespace natwalk;

namespace {

constexpr int patience = 60'000;
constexpr const char* dump = "*filter\n:INPUT ACCEPT [0:0]\n:FORWARD ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n"
                             "-A INPUT -m cpu --cpu 0 -j DROP\n-A OUTPUT -m cpu --cpu 0 -j DROP\n"
                             "-A FORWARD -m cpu --cpu 0 -j DROP\nCOMMIT\n";

}  // namespace

class TestAssumptions : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_session = std::make_unique<Session>();
        m_explanation = std::make_unique<ExplanationPanel>(m_session.get());
        m_path = std::make_unique<PathView>(m_session.get());
        m_host = std::make_unique<HostPanel>(m_session.get());
        m_session->setOpened(openText(dump, QStringLiteral("dump"), keepGoing));
        QTRY_VERIFY_WITH_TIMEOUT(m_session->isSettled(), patience);
        goToDoubt();
    }

    void theDefaultIsTold()
    {
        QVERIFY(m_session->trace()->depends);
        QVERIFY2(allTexts().contains(QStringLiteral("assumed not to match: -m cpu --cpu 0")), qPrintable(allTexts()));
    }

    void aLinkBesideTheExplanationSaysOtherwise()
    {
        clickLink(QStringLiteral("yes"));
        QCOMPARE(m_session->trace()->verdict.outcome, Outcome::dropped);
        QVERIFY(!m_session->trace()->depends);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->isSettled(), patience);
        QCOMPARE(m_session->distribution()->outcomes.size(), std::size_t{1});
        goToDoubt();
        clickLink(QStringLiteral("no"));
        QVERIFY(m_session->trace()->verdict.outcome != Outcome::dropped);
        QVERIFY(!m_session->trace()->depends);
        goToDoubt();
        clickLink(QStringLiteral("default"));
        QVERIFY(m_session->trace()->depends);
        QVERIFY(m_session->document()->host->assumedMatches.empty());
    }

    void theMenuOfTheRuleSaysItToo()
    {
        QStringList names;
        const auto menu = menuOfDoubt();
        for (const QAction* action : menu->actions())
            names += action->text();
        for (const char* name : {"Assume It Matches", "Assume It Does Not Match", "Back to the Default"})
            QVERIFY2(names.contains(QLatin1String(name)), name);
        trigger(QStringLiteral("Assume It Matches"));
        QCOMPARE(m_session->trace()->verdict.outcome, Outcome::dropped);
        QVERIFY(!actionNamed(QStringLiteral("Assume It Matches"), *menuOfDoubt())->isEnabled());
        trigger(QStringLiteral("Back to the Default"));
        QVERIFY(m_session->trace()->depends);
    }

    void canBeUndone()
    {
        clickLink(QStringLiteral("yes"));
        m_session->undoStack()->undo();
        QVERIFY(m_session->trace()->depends);
        m_session->undoStack()->redo();
        QCOMPARE(m_session->trace()->verdict.outcome, Outcome::dropped);
    }

    void staysWithTheHostForOtherPackets()
    {
        clickLink(QStringLiteral("yes"));
        Packet packet = m_session->question()->packet;
        packet.sport = 50'000;
        m_session->askPacket(packet);
        QCOMPARE(m_session->trace()->verdict.outcome, Outcome::dropped);
    }

    void standsAmongTheAssumptionsOfTheHost()
    {
        clickLink(QStringLiteral("yes"));
        auto* list = m_host->findChild<QListWidget*>();
        QCOMPARE(list->item(list->count() - 1)->text(), QStringLiteral("assumed to match: -m cpu --cpu 0"));
        HostModel* matches = m_host->model(HostPart::matches);
        QCOMPARE(matches->index(0, 0).data().toString(), QStringLiteral("cpu --cpu 0"));
        QCOMPARE(matches->index(0, 1).data().toString(), QStringLiteral("yes"));
        QVERIFY(matches->setData(matches->index(0, 1), QStringLiteral("no")));
        QTRY_VERIFY(m_session->trace()->verdict.outcome != Outcome::dropped);
        matches->removeRowAt(0);
        QTRY_VERIFY(m_session->trace()->depends);
    }

private:
    void goToDoubt()
    {
        const auto& steps = m_session->trace()->steps;
        for (std::size_t step = 0; step < steps.size(); ++step)
            if (std::holds_alternative<Doubted>(steps[step].event))
                m_session->goTo(step);
    }

    QString allTexts() const
    {
        QString all;
        for (const QLabel* label : m_explanation->findChildren<QLabel*>())
            all += label->text();
        return all;
    }

    void clickLink(const QString& link)
    {
        for (QLabel* label : m_explanation->findChildren<QLabel*>())
            if (label->text().contains(QStringLiteral("href=\"%1\"").arg(link)))
                return emit label->linkActivated(link);
        QFAIL(qPrintable(QStringLiteral("no link %1 in %2").arg(link, allTexts())));
    }

    std::unique_ptr<QMenu> menuOfDoubt()
    {
        auto* table = m_path->findChild<QTableView*>();
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            auto menu = m_path->menuFor(table->model()->index(row, 0));
            if (actionNamed(QStringLiteral("Assume It Matches"), *menu) != nullptr)
                return menu;
        }
        return std::make_unique<QMenu>();
    }

    static QAction* actionNamed(const QString& name, const QMenu& menu)
    {
        for (QAction* action : menu.actions())
            if (action->text() == name)
                return action;
        return nullptr;
    }

    void trigger(const QString& name)
    {
        const auto menu = menuOfDoubt();
        QAction* action = actionNamed(name, *menu);
        QVERIFY(action != nullptr && action->isEnabled());
        action->trigger();
    }

    std::unique_ptr<Session> m_session;
    std::unique_ptr<ExplanationPanel> m_explanation;
    std::unique_ptr<PathView> m_path;
    std::unique_ptr<HostPanel> m_host;
};

QTEST_MAIN(TestAssumptions)
#include "tst_assumptions.moc"
