// Long work away from the window: progress, cancel, newer outdates older; answers arrive in the thread that asked.
#pragma once

#include "text/checkpoint.h"

#include <QCoreApplication>
#include <QFutureWatcher>
#include <QPointer>
#include <QPromise>
#include <QtConcurrentRun>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <type_traits>
#include <utility>

namespace natwalk {

/// Hands out a result before the work is done (running counts, say).
template <typename Result>
using Publish = std::function<void(Result)>;

/// What was published last and not looked at yet: whoever is slow to look misses what lay between, and nothing heaps
/// up.
template <typename Result>
class Latest
{
public:
    /// @return whether nothing lay there
    bool put(Result result)
    {
        const std::lock_guard lock(m_mutex);
        const bool wasEmpty = !m_result;
        m_result = std::move(result);
        return wasEmpty;
    }

    std::optional<Result> take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_result, std::nullopt);
    }

private:
    std::mutex m_mutex;
    std::optional<Result> m_result;
};

/// One slot for work of one kind. Starting anew stops what runs, and its answer is never delivered.
class Job : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~Job() override
    {
        if (m_current != nullptr)
            m_current->cancel();
    }

    bool isRunning() const { return m_current != nullptr; }
    /// The share done of what runs, 0 to 1.
    double shareDone() const { return m_shareDone; }

    /// Runs `work(const Checkpoint&)` in another thread, then `done(result)` in this one.
    template <typename Work, typename Done>
        requires std::is_invocable_v<Work, const Checkpoint&>
    void start(Work work, Done done)
    {
        using Result = std::invoke_result_t<Work, const Checkpoint&>;
        startPublishing<Result>(
            [work = std::move(work)](const Checkpoint& goOn, const Publish<Result>&) { return work(goOn); },
            std::move(done));
    }

    /// The same for `work(const Checkpoint&, const Publish<Result>&)`: `done` is called for results published too, for
    /// the latest where they come faster than it is through with them.
    template <typename Result, typename Work, typename Done>
    void startPublishing(Work work, Done done)
    {
        cancel();
        auto* watcher = new QFutureWatcher<Result>(this);
        connect(watcher, &QFutureWatcherBase::resultReadyAt, this,
                [watcher, done](int index) { done(watcher->resultAt(index)); });
        connect(watcher, &QFutureWatcherBase::progressValueChanged, this, [this](int value) { report(value); });
        connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] { finish(watcher); });
        m_shareDone = 0;
        m_current = watcher;
        const auto latest = std::make_shared<Latest<Result>>();
        const auto look = [job = QPointer(this), watcher, latest, done] {
            if (const auto published = latest->take(); published && job && job->m_current == watcher)
                done(*published);
        };
        // The job may be gone while the work goes on: the application, which waits for it, brings the news.
        const Publish<Result> publish = [application = QCoreApplication::instance(), latest, look](Result result) {
            if (latest->put(std::move(result)))
                QMetaObject::invokeMethod(application, look, Qt::QueuedConnection);
        };
        watcher->setFuture(QtConcurrent::run([work = std::move(work), publish](QPromise<Result>& promise) {
            promise.setProgressRange(0, fineness);
            const Checkpoint goOn = [&promise](double shareDone) {
                promise.setProgressValue(static_cast<int>(shareDone * fineness));
                return !promise.isCanceled();
            };
            promise.addResult(work(goOn, publish));
        }));
        emit runningChanged();
    }

    /// Tells the work to stop; its answer is not delivered.
    void cancel()
    {
        QFutureWatcherBase* const watcher = std::exchange(m_current, nullptr);
        if (watcher == nullptr)
            return;
        watcher->disconnect(this);
        connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
        watcher->cancel();
        emit runningChanged();
    }

signals:
    void runningChanged();
    void progressed();

private:
    static constexpr int fineness = 1000;

    void report(int value)
    {
        m_shareDone = static_cast<double>(value) / fineness;
        emit progressed();
    }

    void finish(QFutureWatcherBase* watcher)
    {
        watcher->deleteLater();
        m_current = nullptr;
        emit runningChanged();
    }

    QFutureWatcherBase* m_current = nullptr;
    double m_shareDone = 0;
};

}  // namespace natwalk
