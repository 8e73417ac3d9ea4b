#include "ui/job.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>

using namespace natwalk;

namespace {

/// Works until it is told to stop, and says that it was.
auto endless(const std::shared_ptr<std::atomic<bool>>& stopped)
{
    return [stopped](const Checkpoint& goOn) {
        while (goOn(0.5))
            QThread::msleep(1);
        *stopped = true;
        return 1;
    };
}

}  // namespace

class TestJob : public QObject
{
    Q_OBJECT

private slots:
    void deliversInTheThreadThatAsked()
    {
        Job job;
        QThread* worker = nullptr;
        QThread* receiver = nullptr;
        job.start([&worker](const Checkpoint&) { return worker = QThread::currentThread(), 42; },
                  [&receiver](int answer) {
                      QCOMPARE(answer, 42);
                      receiver = QThread::currentThread();
                  });
        QTRY_COMPARE(receiver, QThread::currentThread());
        QVERIFY(worker != receiver);
        QTRY_VERIFY(!job.isRunning());
    }

    void newerOutdatesOlder()
    {
        Job job;
        const auto stopped = std::make_shared<std::atomic<bool>>(false);
        std::vector<int> answers;
        job.start(endless(stopped), [&answers](int answer) { answers.push_back(answer); });
        QTRY_COMPARE(job.shareDone(), 0.5);
        job.start([](const Checkpoint&) { return 2; }, [&answers](int answer) { answers.push_back(answer); });
        QTRY_VERIFY(stopped->load());
        QTRY_VERIFY(!job.isRunning());
        QTest::qWait(20);
        QCOMPARE(answers, std::vector<int>{2});
    }

    void cancelledWorkStopsAndDeliversNothing()
    {
        Job job;
        const auto stopped = std::make_shared<std::atomic<bool>>(false);
        bool delivered = false;
        job.start(endless(stopped), [&delivered](int) { delivered = true; });
        QTRY_COMPARE(job.shareDone(), 0.5);
        QVERIFY(job.isRunning());
        QSignalSpy changes(&job, &Job::runningChanged);
        job.cancel();
        QVERIFY(!job.isRunning());
        QCOMPARE(changes.size(), 1);
        QTRY_VERIFY(stopped->load());
        QTest::qWait(20);
        QVERIFY(!delivered);
    }

    void aJobThatGoesAwayStopsItsWork()
    {
        const auto stopped = std::make_shared<std::atomic<bool>>(false);
        {
            Job job;
            job.start(endless(stopped), [](int) {});
            QTRY_COMPARE(job.shareDone(), 0.5);
        }
        QTRY_VERIFY(stopped->load());
    }

    void tellsTheShareDone()
    {
        Job job;
        std::atomic<bool> seen = false;
        job.start(
            [&seen](const Checkpoint& goOn) {
                while (!seen && goOn(0.25))
                    QThread::msleep(1);
                return 0;
            },
            [](int) {});
        QTRY_COMPARE(job.shareDone(), 0.25);
        seen = true;
        QTRY_VERIFY(!job.isRunning());
    }

    void deliversWhatIsPublishedOnTheWay()
    {
        Job job;
        std::vector<int> answers;
        std::atomic<int> seen = 0;
        job.startPublishing<int>(
            [&seen](const Checkpoint& goOn, const Publish<int>& publish) {
                for (const int number : {1, 2}) {
                    publish(number);
                    while (seen < number && goOn(0))
                        QThread::msleep(1);
                }
                return 3;
            },
            [&](int answer) {
                answers.push_back(answer);
                seen = answer;
            });
        QTRY_COMPARE(answers, (std::vector<int>{1, 2, 3}));
    }

    void deliversTheLatestToWhoIsSlow()
    {
        Job job;
        std::vector<int> answers;
        std::atomic<bool> published = false;
        job.startPublishing<int>(
            [&published](const Checkpoint&, const Publish<int>& publish) {
                for (int number = 1; number <= 1000; ++number)
                    publish(number);
                published = true;
                return 1001;
            },
            [&answers](int answer) { answers.push_back(answer); });
        while (!published)
            QThread::msleep(1);
        QTRY_COMPARE(answers, (std::vector<int>{1000, 1001}));
    }

    void deliversNothingOfWhatWasStopped()
    {
        std::atomic<bool> ended = false;
        std::vector<int> answers;
        {
            Job job;
            job.startPublishing<int>(
                [&ended](const Checkpoint& goOn, const Publish<int>& publish) {
                    while (goOn(0))
                        publish(1);
                    publish(2);
                    ended = true;
                    return 3;
                },
                [&answers](int answer) { answers.push_back(answer); });
            QTRY_VERIFY(!answers.empty());
        }
        answers.clear();
        QTRY_VERIFY(ended);
        QCoreApplication::processEvents();
        QVERIFY(answers.empty());
    }

    void anAnswerMayStartTheNextWork()
    {
        Job job;
        int last = 0;
        job.start([](const Checkpoint&) { return 1; },
                  [&](int) { job.start([](const Checkpoint&) { return 2; }, [&last](int answer) { last = answer; }); });
        QTRY_COMPARE(last, 2);
        QTRY_VERIFY(!job.isRunning());
    }
};

QTEST_GUILESS_MAIN(TestJob)
#include "tst_job.moc"
