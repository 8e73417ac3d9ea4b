// The window as a person feels it: until a ruleset is seen, until a step is seen, how long a frame takes while the
// picture is moved, and how long the window ever stood still meanwhile.
#include "support/kube_rules.h"
#include "support/resident_memory.h"
#include "ui/graph/chain_graph_view.h"
#include "ui/graph/picture_canvas.h"
#include "ui/laboratory/laboratory.h"
#include "ui/language.h"
#include "ui/main_window.h"
#include "ui/theme.h"

#include <benchmark/benchmark.h>

#include <QApplication>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QFile>
#include <QSettings>
#include <QTabWidget>
#include <QTemporaryDir>

#include <algorithm>
#include <ctime>
#include <utility>

using namespace natwalk;

namespace {

/// Milliseconds that this thread has worked: what other programs take meanwhile does not count.
double worked()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// Measures how long each event is worked on: so long the window stands still.
class TimedApplication : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject* target, QEvent* event) override
    {
        const char* receiver = target->metaObject()->className();
        const QEvent::Type type = event->type();
        const double begin = worked();
        ++m_depth;
        const bool taken = QApplication::notify(target, event);
        if (--m_depth == 0)
            keep(worked() - begin, receiver, type);
        return taken;
    }

    /// Milliseconds of the longest event since the last call.
    static double takeLongest()
    {
        if (qEnvironmentVariableIsSet("NATWALK_BENCH_EVENTS"))
            qInfo() << "longest event:" << m_longest << "ms," << m_what;
        return std::exchange(m_longest, 0);
    }

private:
    static void keep(double time, const char* receiver, QEvent::Type type)
    {
        if (time <= m_longest)
            return;
        m_longest = time;
        m_what = QStringLiteral("%1 to %2").arg(type).arg(QLatin1String(receiver));
    }

    static inline QString m_what;
    static inline int m_depth = 0;
    static inline double m_longest = 0;
};

/// Tells when the picture of a trace is painted.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(MainWindow& window) : m_window(window), m_canvas(window.findChild<PictureCanvas*>())
    {
        m_canvas->installEventFilter(this);
    }

    bool eventFilter(QObject* /*watched*/, QEvent* event) override
    {
        m_painted |= event->type() == QEvent::Paint && m_window.session()->trace() != nullptr;
        return false;
    }

    void wait()
    {
        m_painted = false;
        while (!m_painted)
            QApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 10);
    }

    PictureCanvas& canvas() { return *m_canvas; }

private:
    MainWindow& m_window;
    PictureCanvas* m_canvas;
    bool m_painted = false;
};

/// nginx_basic for 0, else a file of so many services.
QString fileOf(std::int64_t services)
{
    static const QTemporaryDir folder;
    if (services == 0)
        return QStringLiteral(NATWALK_SOURCE_DIR "/samples/nginx_basic");
    const QString path = folder.filePath(QStringLiteral("%1.save").arg(services));
    QFile file(path);
    if (!file.exists() && file.open(QIODevice::WriteOnly)) {
        const std::string text = test::kubeRules({static_cast<std::uint32_t>(services), 3, false});
        file.write(text.data(), static_cast<qint64>(text.size()));
    }
    return path;
}

struct OpenWindow
{
    explicit OpenWindow(std::int64_t services)
    {
        window.resize(1440, 900);
        window.show();
        open(services);
    }

    /// Until all is computed.
    void open(std::int64_t services)
    {
        window.open({fileOf(services)});
        watch.wait();
        while (!window.session()->isSettled())
            QApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 10);
        QApplication::processEvents();
    }

    MainWindow window;
    PaintWatch watch{window};
};

/// From the wish to open a file to the first paint of its picture; and on until all shares are there.
void openToFirstPaint(benchmark::State& state)
{
    const QString file = fileOf(state.range(0));
    double longest = 0;
    for (auto _ : state) {
        state.PauseTiming();
        auto window = std::make_unique<MainWindow>();
        window->resize(1440, 900);
        window->show();
        QApplication::processEvents();
        PaintWatch watch(*window);
        TimedApplication::takeLongest();
        state.ResumeTiming();
        window->open({file});
        watch.wait();
        state.PauseTiming();
        while (!window->session()->isSettled())
            QApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 10);
        longest = std::max(longest, TimedApplication::takeLongest());
        window.reset();
        state.ResumeTiming();
    }
    state.counters["longest_event_ms"] = longest;
}

/// A file of one's own (NATWALK_BENCH_FILE), for as long as told (NATWALK_BENCH_SECONDS): the trials may go on for
/// hours.
void openOwnFile(benchmark::State& state)
{
    const int seconds = std::max(qEnvironmentVariableIntValue("NATWALK_BENCH_SECONDS"), 1);
    for (auto _ : state) {
        MainWindow window;
        window.resize(1440, 900);
        window.show();
        QApplication::processEvents();
        TimedApplication::takeLongest();
        window.open({qEnvironmentVariable("NATWALK_BENCH_FILE")});
        for (const QDeadlineTimer end(seconds * 1000); !end.hasExpired();)
            QApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 10);
        state.counters["longest_event_ms"] = TimedApplication::takeLongest();
        state.counters["walked"] = window.session()->trace() ? 1 : 0;
    }
}

/// What the process holds before a large document is opened, while it is open, and when a small one has taken its
/// place.
void closing(benchmark::State& state)
{
    constexpr double megabyte = 1e6;
    OpenWindow open(0);
    for (auto _ : state) {
        state.counters["before_MB"] = test::residentBytes() / megabyte;
        open.open(state.range(0));
        state.counters["open_MB"] = test::residentBytes() / megabyte;
        open.open(0);
        for (const QDeadlineTimer end(1500); !end.hasExpired();)  // what was closed is given back when nothing shows it
            QApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 10);
        state.counters["closed_MB"] = test::residentBytes() / megabyte;
    }
}

/// One step until it is painted everywhere.
void oneStep(benchmark::State& state)
{
    OpenWindow open(state.range(0));
    Session& session = *open.window.session();
    TimedApplication::takeLongest();
    for (auto _ : state) {
        const std::size_t next = (session.stopIndex() + 1) % session.stops().size();
        session.goTo(session.stops()[next]);
        QApplication::processEvents();
    }
    state.counters["longest_event_ms"] = TimedApplication::takeLongest();
}

/// The same packet asked again, from another port.
void onePacket(benchmark::State& state)
{
    OpenWindow open(state.range(0));
    Session& session = *open.window.session();
    TimedApplication::takeLongest();
    for (auto _ : state) {
        Packet packet = session.question()->packet;
        packet.sport = static_cast<std::uint16_t>(packet.sport == 65'535 ? 1024 : packet.sport + 1);
        session.askPacket(packet);
        open.watch.wait();
    }
    state.counters["longest_event_ms"] = TimedApplication::takeLongest();
}

/// One frame while the picture of all chains is dragged about.
void panning(benchmark::State& state)
{
    OpenWindow open(state.range(0));
    auto* view = open.window.findChild<ChainGraphView*>();
    view->setScope(PictureScope::all);
    QApplication::processEvents();
    PictureCanvas& canvas = open.watch.canvas();
    const QPointF middle = canvas.visiblePart().center();
    double moved = 0;
    TimedApplication::takeLongest();
    for (auto _ : state) {
        moved = moved > 200 ? 0 : moved + 3;
        canvas.moveTo(middle + QPointF(moved, moved));
        canvas.repaint();
    }
    state.counters["longest_event_ms"] = TimedApplication::takeLongest();
}

/// Each tab of the tables shown once.
void tabs(benchmark::State& state)
{
    OpenWindow open(state.range(0));
    auto* tables = open.window.findChild<QTabWidget*>(QStringLiteral("tables"));
    TimedApplication::takeLongest();
    for (auto _ : state)
        for (int tab = 0; tab < tables->count(); ++tab) {
            tables->setCurrentIndex(tab);
            QApplication::processEvents();
        }
    state.counters["longest_event_ms"] = TimedApplication::takeLongest();
}

/// Counts how often the plots of a window are painted.
class FrameCount : public QObject
{
public:
    explicit FrameCount(QWidget& window)
    {
        for (QWidget* widget : window.findChildren<QWidget*>())
            if (widget->inherits("QCustomPlot"))
                widget->installEventFilter(this);
    }

    bool eventFilter(QObject* /*watched*/, QEvent* event) override
    {
        m_frames += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
    int frames() const { return m_frames; }

private:
    int m_frames = 0;
};

/// How often a second the laboratory's plot is painted while trials run on all cores, and how long the window stood
/// still meanwhile.
void liveTrials(benchmark::State& state)
{
    constexpr int milliseconds = 2000;
    OpenWindow open(0);
    Session& session = *open.window.session();
    Laboratory laboratory(&session);
    laboratory.showPage(static_cast<Laboratory::Page>(state.range(0)));
    laboratory.show();
    TrialPlan plan;
    plan.count = 4'000'000'000;
    plan.kind = state.range(1) == 0 ? TrialKind::drawn : TrialKind::emulated;
    if (state.range(1) == 2)
        plan.clients = {.count = 100, .connectionsPerSecond = 1000};
    QApplication::processEvents();
    TimedApplication::takeLongest();
    int frames = 0;
    double seconds = 0;
    for (auto _ : state) {
        const FrameCount count(laboratory);
        QElapsedTimer watch;
        watch.start();
        session.runTrials(plan);
        while (watch.elapsed() < milliseconds)
            QApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 10);
        frames += count.frames();
        seconds += static_cast<double>(watch.elapsed()) / 1000;
        session.cancelTrials();
    }
    state.counters["frames_a_second"] = frames / seconds;
    state.counters["longest_event_ms"] = TimedApplication::takeLongest();
}

BENCHMARK(openToFirstPaint)->Arg(0)->Arg(1000)->Arg(10'000)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(oneStep)->Arg(0)->Arg(1000)->Arg(10'000)->Unit(benchmark::kMillisecond);
BENCHMARK(onePacket)->Arg(0)->Arg(1000)->Arg(10'000)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(panning)->Arg(0)->Arg(1000)->Arg(10'000)->Unit(benchmark::kMillisecond);
BENCHMARK(liveTrials)
    ->ArgsProduct({{Laboratory::sharesPage, Laboratory::convergencePage}, {0, 1, 2}})
    ->ArgNames({"page", "kind"})
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(closing)->Arg(10'000)->Arg(45'000)->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(tabs)->Arg(0)->Arg(1000)->Arg(10'000)->Unit(benchmark::kMillisecond);

}  // namespace

int main(int argc, char* argv[])
{
    qputenv("QT_QPA_PLATFORM", qEnvironmentVariableIsSet("QT_QPA_PLATFORM") ? qgetenv("QT_QPA_PLATFORM") : "offscreen");
    const QTemporaryDir settings;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    TimedApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("bench_window"));
    useLanguage(QStringLiteral("en"));
    useTheme(application, ThemeChoice::light);
    if (qEnvironmentVariableIsSet("NATWALK_BENCH_FILE"))
        benchmark::RegisterBenchmark("openOwnFile", openOwnFile)->Iterations(1)->Unit(benchmark::kMillisecond);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
