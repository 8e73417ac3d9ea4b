#include "emulator/emulate.h"
#include "ui/follow_up.h"
#include "ui/session.h"
#include "ui/steps/deciding_step.h"
#include "ui/steps/moves.h"

#include <QSignalSpy>
#include <QTest>

using namespace natwalk;

namespace {

using Move = std::size_t (*)(const Session&);

void openSample(Session& session)
{
    session.setOpened(openFiles({NATWALK_SOURCE_DIR "/samples/nginx_basic"}, keepGoing));
    QTRY_VERIFY_WITH_TIMEOUT(session.isSettled(), 60'000);
    // The second endpoint: its way has a draw on either side.
    session.follow({false, true});
    session.undoStack()->clear();
}

}  // namespace

class TestSession : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_session = std::make_unique<Session>();
        openSample(*m_session);
    }

    void theLikeliestWholeCourseIsShownFirst()
    {
        Session session;
        session.setOpened(openFiles({NATWALK_SOURCE_DIR "/samples/nginx_basic"}, keepGoing));
        QVERIFY(!session.asked().course);
        QCOMPARE(toText(session.trace()->packetOut.dst), std::string("192.168.166.157"));
        const Distribution distribution = distributionOf(*session.question());
        QCOMPARE(distribution.outcomeOf(session.trace()->verdict, session.trace()->packetOut),
                 std::optional(distribution.likeliest()));
    }

    void asksTheFirstSavedPacket()
    {
        QVERIFY(m_session->trace() != nullptr);
        QCOMPARE(m_session->asked().packetName, QStringLiteral("outside-to-clusterip"));
        QCOMPARE(m_session->position(), 0U);
        QCOMPARE(m_session->stops().size(), 10U);
    }

    void sharesAndTrialsComeByThemselves()
    {
        QVERIFY(m_session->distribution() != nullptr);
        QCOMPARE(m_session->distribution()->outcomes.size(), 3U);
        QVERIFY(m_session->trials() != nullptr);
        QCOMPARE(m_session->trials()->done, m_session->plan().count);
    }

    void trialsCanBeStopped()
    {
        TrialPlan plan = m_session->plan();
        plan.count = 500'000'000;
        m_session->runTrials(plan);
        QVERIFY(m_session->trialsRunning());
        m_session->cancelTrials();
        QVERIFY(!m_session->trialsRunning());
    }

    void aTrialReplaysAsTheCourseShown()
    {
        QSignalSpy traced(m_session.get(), &Session::traceChanged);
        m_session->replayTrial(7);
        QTRY_COMPARE(traced.size(), 1);
        const TracePtr trial = natwalk::replayTrial(*m_session->question(), m_session->plan(), 7);
        QCOMPARE(m_session->trace()->draws, trial->draws);
        QCOMPARE(m_session->trace()->packetOut, trial->packetOut);
    }

    void aTrialOfAHistoryBeginsWhereTheOthersEnded()
    {
        TrialPlan plan = m_session->plan();
        plan.count = 5000;
        plan.clients.count = 10;
        plan.clients.connectionsPerSecond = 2;
        m_session->runTrials(plan);
        QTRY_VERIFY(m_session->isSettled());
        const auto trials = m_session->trials();
        m_session->replayTrial(4321);
        QTRY_VERIFY(m_session->trace()->before.clock > 2000);
        const TracePtr trial = natwalk::replayTrial(*m_session->question(), *trials, 4321);
        QCOMPARE(m_session->trace()->packetIn, trial->packetIn);
        QCOMPARE(m_session->trace()->packetOut, trial->packetOut);
        QCOMPARE(m_session->trace()->before.connections.size(), trial->before.connections.size());
        QCOMPARE(m_session->trials(), trials);
        m_session->undoStack()->undo();
        QCOMPARE(m_session->trace()->before.clock, m_session->question()->before->clock);
        m_session->undoStack()->redo();
        QVERIFY(m_session->trace()->before.clock > 2000);
    }

    void aTrialThatWasNotRunIsNotShown()
    {
        QSignalSpy traced(m_session.get(), &Session::traceChanged);
        m_session->replayTrial(m_session->trials()->done);
        QVERIFY(m_session->isSettled());
        QCOMPARE(traced.size(), 0);
    }

    void anotherCourseKeepsTheShares()
    {
        const auto distribution = m_session->distribution();
        m_session->follow(distribution->outcomes[2].course);
        QCOMPARE(m_session->outcome(), std::optional<std::size_t>(2));
        QCOMPARE(m_session->distribution(), distribution);
    }

    void whatIsAskedCanBeUndone()
    {
        const Packet before = m_session->question()->packet;
        m_session->askSaved("outside-to-nodeport");
        const Packet after = m_session->question()->packet;
        QVERIFY(!(before == after));
        m_session->undoStack()->undo();
        QCOMPARE(m_session->question()->packet, before);
        m_session->undoStack()->redo();
        QCOMPARE(m_session->question()->packet, after);
    }

    void eachMoveForwardsEndsAndEachBackwardsBegins_data()
    {
        QTest::addColumn<Move>("forwards");
        QTest::addColumn<Move>("backwards");
        QTest::newRow("into") << Move(moves::into) << Move(moves::backInto);
        QTest::newRow("over") << Move(moves::over) << Move(moves::backOver);
        QTest::newRow("out") << Move(moves::out) << Move(moves::backOut);
        QTest::newRow("hook") << Move(moves::nextHook) << Move(moves::previousHook);
        QTest::newRow("run") << Move(moves::run) << Move(moves::runBack);
    }
    void eachMoveForwardsEndsAndEachBackwardsBegins()
    {
        QFETCH(Move, forwards);
        QFETCH(Move, backwards);
        for (std::size_t i = 0; i < m_session->stops().size(); ++i) {
            const std::size_t before = m_session->position();
            m_session->goTo(forwards(*m_session));
            QVERIFY(m_session->position() > before || before == m_session->stops().back());
        }
        QCOMPARE(m_session->position(), m_session->stops().back());
        for (std::size_t i = 0; i < m_session->stops().size(); ++i) {
            const std::size_t before = m_session->position();
            m_session->goTo(backwards(*m_session));
            QVERIFY(m_session->position() < before || before == 0);
        }
        QCOMPARE(m_session->position(), 0U);
    }

    void oneStepBackUndoesOneStepInto()
    {
        for (std::size_t i = 0; i + 1 < m_session->stops().size(); ++i) {
            m_session->goTo(m_session->stops()[i]);
            m_session->goTo(moves::into(*m_session));
            m_session->goTo(moves::backInto(*m_session));
            QCOMPARE(m_session->position(), m_session->stops()[i]);
        }
    }

    void overPassesWhatTheJumpLeadsTo()
    {
        m_session->goTo(m_session->stops()[1]);
        const std::size_t depth = m_session->trace()->steps[m_session->position()].depth;
        m_session->goTo(moves::over(*m_session));
        QVERIFY(m_session->trace()->steps[m_session->position()].depth <= depth);
        QVERIFY(m_session->stopIndex() > 4);
    }

    void breakpointsStopTheRunBothWays()
    {
        const std::size_t stop = m_session->stops()[3];
        m_session->toggleBreakpoint(m_session->trace()->ruleAt(stop));
        m_session->goTo(moves::run(*m_session));
        QCOMPARE(m_session->position(), stop);
        m_session->goTo(moves::last(*m_session));
        m_session->goTo(moves::runBack(*m_session));
        QCOMPARE(m_session->position(), stop);
        m_session->toggleBreakpoint(m_session->trace()->ruleAt(stop));
        QVERIFY(m_session->breakpoints().empty());
    }

    void breakpointsOutliveAReload()
    {
        const RuleId rule = m_session->trace()->ruleAt(m_session->stops()[3]);
        const std::string name = m_session->ruleset()->kernelName(rule);
        m_session->toggleBreakpoint(rule);
        std::string text(*m_session->opened()->text);
        const std::size_t chain = text.find("-A KUBE-SVC-WWRFY3PZ7W3FGMQW");
        text.insert(chain, "-A KUBE-SVC-WWRFY3PZ7W3FGMQW -s 10.0.0.1/32 -j RETURN\n");
        m_session->setOpened(openText(text, QStringLiteral("again"), keepGoing));
        QCOMPARE(m_session->breakpoints().size(), 1U);
        const RuleId again = *m_session->breakpoints().begin();
        QCOMPARE(m_session->ruleset()->numberOf(again), 2U);
        QVERIFY(m_session->ruleset()->kernelName(again) != name);
    }

    void jumpsAreRemembered()
    {
        m_session->jumpTo(m_session->stops()[5]);
        m_session->jumpTo(m_session->stops()[8]);
        m_session->goBack();
        QCOMPARE(m_session->position(), m_session->stops()[5]);
        m_session->goBack();
        QCOMPARE(m_session->position(), 0U);
        m_session->goForward();
        QCOMPARE(m_session->position(), m_session->stops()[5]);
    }

    void selectionFollowsTheStepUntilSomebodyLooksElsewhere()
    {
        const std::size_t stop = m_session->stops()[2];
        m_session->goTo(stop);
        QCOMPARE(m_session->selection().rule, m_session->trace()->ruleAt(stop));
        m_session->select({ChainId{0}, noRule});
        QCOMPARE(m_session->selection().chain, ChainId{0});
        QCOMPARE(m_session->position(), stop);
        m_session->goTo(m_session->stops()[3]);
        QCOMPARE(m_session->selection().rule, m_session->trace()->ruleAt(m_session->position()));
    }

    void aHandshakeWithSynproxyIsFollowed()
    {
        m_session->setOpened(openText("*filter\n:INPUT ACCEPT [0:0]\n:FORWARD ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n"
                                      "-A FORWARD -i eth0 -o eth1 -p tcp -m tcp --dport 80 -m conntrack --ctstate "
                                      "NEW,INVALID -j SYNPROXY\nCOMMIT\n",
                                      QStringLiteral("guard"), keepGoing));
        Host host = *m_session->document()->host;
        host.interfaces = {{"eth0", {{*Address::from("192.0.2.1"), 24}}}, {"eth1", {{*Address::from("10.9.0.1"), 24}}}};
        m_session->askHost(std::make_shared<const Host>(host));
        Packet syn;
        syn.src = *Address::from("192.0.2.7");
        syn.dst = *Address::from("10.9.0.9");
        syn.sport = 4000;
        syn.dport = 80;
        syn.in = "eth0";
        m_session->askPacket(syn);
        QCOMPARE(m_session->trace()->verdict.because, Because::guarded);
        QVERIFY(!replyTo(*m_session->question(), *m_session->trace()));
        const auto ack = nextAfter(*m_session->question(), *m_session->trace());
        QVERIFY(ack.has_value());
        m_session->askFollowing(*ack, QStringLiteral("ACK"));
        QCOMPARE(m_session->trace()->verdict.because, Because::guarded);
        const auto synAck = replyTo(*m_session->question(), *m_session->trace());
        QVERIFY(synAck.has_value());
        QCOMPARE(synAck->packet.in, InterfaceName("eth1"));
        QCOMPARE(synAck->packet.tcpFlags, static_cast<std::uint8_t>(tcpflag::syn | tcpflag::ack));
        m_session->askFollowing(*synAck, QStringLiteral("SYN,ACK"));
        QCOMPARE(m_session->trace()->answers.size(), std::size_t{2});
    }

    void theReplyIsTranslatedBack()
    {
        const auto reply = replyTo(*m_session->question(), *m_session->trace());
        QVERIFY(reply.has_value());
        const TracePtr answered = emulate(*reply);
        QCOMPARE(answered->verdict.outcome, Outcome::forwarded);
        QCOMPARE(answered->packetOut.src, m_session->question()->packet.dst);
    }

    void theNextPacketBelongsToTheConnection()
    {
        const auto next = nextAfter(*m_session->question(), *m_session->trace());
        QVERIFY(next.has_value());
        const TracePtr trace = emulate(*next);
        QCOMPARE(trace->trackingBefore(trace->steps.size()).state, TrackState::established);
        QCOMPARE(trace->packetOut.dst, m_session->trace()->packetOut.dst);
    }

private:
    std::unique_ptr<Session> m_session;
};

QTEST_MAIN(TestSession)
#include "tst_session.moc"
