#include "desktop/picture.h"

#include "ui/graph/chain_graph_view.h"
#include "ui/graph/picture_canvas.h"
#include "ui/laboratory/laboratory.h"
#include "ui/main_window.h"
#include "ui/steps/deciding_step.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QPixmap>
#include <QRegularExpression>
#include <QSettings>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <map>

namespace natwalk {

namespace {

constexpr int patience = 60'000;  ///< milliseconds for reading, shares and trials together
constexpr int badInput = 3;

template <typename Done>
bool waitUntil(Done done)
{
    const QDeadlineTimer deadline(patience);
    while (!done() && !deadline.hasExpired())
        QApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
    QApplication::processEvents();
    return done();
}

/// Lets layouts that wait for each other come to rest.
void settle()
{
    const QDeadlineTimer rest(300);
    waitUntil([&rest] { return rest.hasExpired(); });
}

/// Starts trials that take long, and waits until some are done.
void startTrials(Session& session)
{
    constexpr std::uint64_t forLong = 2'000'000'000;
    TrialPlan plan = session.plan();
    plan.count = forLong;
    session.runTrials(plan);
    waitUntil([&session] { return session.trials() && session.trials()->done > 0; });
}

void goToStep(Session& session, unsigned long number)
{
    if (number > 0 && number <= session.stops().size())
        session.goTo(session.stops()[number - 1]);
    else
        session.goTo(decidingStep(*session.trace()));
}

void showChains(MainWindow& window, const PicturePlan& plan)
{
    auto* view = window.findChild<ChainGraphView*>();
    if (plan.scope)
        view->setScope(*plan.scope);
    waitUntil([view] { return view->isSettled(); });
    if (plan.zoom == 0)
        view->fit();
    else if (plan.zoom)
        view->canvas()->setZoom(*plan.zoom / 100.0);
}

/// False when it takes too long.
bool openAll(MainWindow& window, const QStringList& files, const PicturePlan& plan)
{
    Session& session = *window.session();
    window.open(files);
    if (!waitUntil([&] { return window.opener()->last() && session.isSettled(); }))
        return false;
    if (!session.trace())
        return true;
    if (!plan.packet.isEmpty()) {
        session.askSaved(plan.packet.toStdString());
        waitUntil([&session] { return session.isSettled(); });
    }
    goToStep(session, plan.step);
    settle();  // the chains get their room
    showChains(window, plan);
    if (plan.running)
        startTrials(session);
    if (QFile counts(plan.counts); !plan.counts.isEmpty() && counts.open(QIODevice::ReadOnly)) {
        session.measure({.text = QString::fromUtf8(counts.readAll())});
        waitUntil([&session] { return session.isSettled(); });
    }
    return true;
}

/// What the picture is taken of.
QWidget* shown(MainWindow& window, const PicturePlan& plan)
{
    if (plan.laboratory <= 0)
        return &window;
    Laboratory* laboratory = window.laboratory();
    laboratory->resize(plan.size);
    laboratory->show();
    const int page = std::min(plan.laboratory, static_cast<int>(Laboratory::pages)) - 1;
    laboratory->showPage(static_cast<Laboratory::Page>(page));
    settle();
    return laboratory;
}

int fail(const QString& sentence)
{
    QTextStream(stderr) << "natwalk: " << sentence << '\n';
    return badInput;
}

}  // namespace

bool PicturePlan::readSize(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("^(\\d{2,5})x(\\d{2,5})$"));
    const auto match = pattern.match(text);
    if (match.hasMatch())
        size = QSize(match.captured(1).toInt(), match.captured(2).toInt());
    return match.hasMatch();
}

bool PicturePlan::readScope(const QString& text)
{
    static const std::map<QString, PictureScope> scopes = {
        {QStringLiteral("path"), PictureScope::path},
        {QStringLiteral("neighbourhood"), PictureScope::neighbourhood},
        {QStringLiteral("all"), PictureScope::all}};
    const auto found = scopes.find(text);
    if (found != scopes.end())
        scope = found->second;
    return found != scopes.end();
}

bool PicturePlan::readZoom(const QString& text)
{
    bool isNumber = false;
    const int percent = text.toInt(&isNumber);
    if (isNumber && percent > 0)
        zoom = percent;
    else if (text == QLatin1String("fit"))
        zoom = 0;
    return zoom.has_value();
}

int takePicture(const QStringList& files, const QString& picture, const PicturePlan& plan)
{
    const QTemporaryDir settings;  // a picture shows nothing of the person who takes it
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    MainWindow window;
    window.resize(plan.size);
    window.show();
    if (!files.isEmpty() && !openAll(window, files, plan))
        return fail(QStringLiteral("this takes too long"));
    if (plan.tab > 0)
        if (auto* tables = window.findChild<QTabWidget*>(QStringLiteral("tables")))
            tables->setCurrentIndex(plan.tab - 1);
    settle();
    if (!shown(window, plan)->grab().save(picture))
        return fail(QStringLiteral("cannot write %1").arg(picture));
    return files.isEmpty() || window.session()->document() ? 0 : badInput;
}

}  // namespace natwalk
