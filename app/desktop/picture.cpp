#include "desktop/picture.h"

#include "ui/main_window.h"
#include "ui/steps/deciding_step.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QPixmap>
#include <QRegularExpression>
#include <QSettings>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTextStream>

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

void goToStep(Session& session, unsigned long number)
{
    if (number > 0 && number <= session.stops().size())
        session.goTo(session.stops()[number - 1]);
    else
        session.goTo(decidingStep(*session.trace()));
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

int takePicture(const QStringList& files, const QString& picture, const PicturePlan& plan)
{
    const QTemporaryDir settings;  // a picture shows nothing of the person who takes it
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    MainWindow window;
    window.resize(plan.size);
    window.show();
    Session& session = *window.session();
    if (!files.isEmpty()) {
        window.open(files);
        if (!waitUntil([&] { return window.opener()->last() && session.isSettled(); }))
            return fail(QStringLiteral("this takes too long"));
        if (session.trace())
            goToStep(session, plan.step);
    }
    if (plan.tab > 0)
        if (auto* tables = window.findChild<QTabWidget*>(QStringLiteral("tables")))
            tables->setCurrentIndex(plan.tab - 1);
    settle();
    if (!window.grab().save(picture))
        return fail(QStringLiteral("cannot write %1").arg(picture));
    return files.isEmpty() || session.document() ? 0 : badInput;
}

}  // namespace natwalk
