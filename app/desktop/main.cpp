// natwalk [FILE...]: the desktop.
#include "desktop/picture.h"
#include "ui/language.h"
#include "ui/main_window.h"
#include "ui/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>
#include <QTextStream>

#include <algorithm>
#include <span>
#include <string_view>

namespace {

using namespace natwalk;

struct Options
{
    QStringList files;
    QString language;
    QString picture;
    PicturePlan plan;
    bool dark = false;
};

QCommandLineOption option(const char* name, const char* description, const char* value = "")
{
    return {QLatin1String(name), QCoreApplication::translate("main", description), QLatin1String(value)};
}

/// Reads one option into the plan; ends the program where the plan makes nothing of it.
void read(const QCommandLineParser& parser, const QCommandLineOption& option, PicturePlan& plan,
          bool (PicturePlan::*reader)(const QString&), const char* expected)
{
    if (!parser.isSet(option) || (plan.*reader)(parser.value(option)))
        return;
    QTextStream(stderr) << "natwalk: --" << option.names().first() << " takes " << expected << ", not \""
                        << parser.value(option) << "\"\n";
    std::exit(3);
}

/// Ends the program with a sentence when something is wrong.
Options readOptions(const QApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("main", "Steps packets through iptables rulesets."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("FILE"),
                                 QCoreApplication::translate("main", "A ruleset, a scenario, or a folder with both."),
                                 QStringLiteral("[FILE...]"));
    const auto language = option("lang", QT_TRANSLATE_NOOP("main", "Language of the window, like zh_CN."), "LANGUAGE");
    const auto dark = option("dark", QT_TRANSLATE_NOOP("main", "Light on dark."));
    const auto picture =
        option("picture", QT_TRANSLATE_NOOP("main", "Write a picture of the window when all is computed, and end."),
               "OUT.png");
    const auto size =
        option("size", QT_TRANSLATE_NOOP("main", "Size of the picture's window: 1440x900 unless given."), "WxH");
    const auto step =
        option("step", QT_TRANSLATE_NOOP("main", "Step in the picture, from 1; the deciding one unless given."), "N");
    const auto tab = option("tab", QT_TRANSLATE_NOOP("main", "Tab at the bottom of the picture, from 1."), "N");
    const auto packet = option("packet", QT_TRANSLATE_NOOP("main", "Saved packet in the picture."), "NAME");
    const auto scope =
        option("scope", QT_TRANSLATE_NOOP("main", "Chains in the picture: path, neighbourhood or all."), "SCOPE");
    const auto zoom = option("zoom", QT_TRANSLATE_NOOP("main", "Zoom of the chains in percent, or fit."), "PERCENT");
    const auto running = option("running", QT_TRANSLATE_NOOP("main", "Take the picture while trials are being run."));
    const auto laboratory =
        option("laboratory",
               QT_TRANSLATE_NOOP("main", "Take the picture of the distribution laboratory, from page 1 on."), "N");
    const auto counts =
        option("counts", QT_TRANSLATE_NOOP("main", "Measured counts beside the exact shares in the picture."), "FILE");
    parser.addOptions({language, dark, picture, size, step, tab, packet, scope, zoom, running, laboratory, counts});
    parser.process(application);

    Options options{
        parser.positionalArguments(), parser.value(language), parser.value(picture), {}, parser.isSet(dark)};
    read(parser, size, options.plan, &PicturePlan::readSize, "a width and a height, like 1440x900");
    read(parser, scope, options.plan, &PicturePlan::readScope, "path, neighbourhood or all");
    read(parser, zoom, options.plan, &PicturePlan::readZoom, "a number of percent, or fit");
    options.plan.packet = parser.value(packet);
    options.plan.running = parser.isSet(running);
    options.plan.step = parser.value(step).toULong();
    options.plan.tab = parser.value(tab).toInt();
    options.plan.laboratory = parser.value(laboratory).toInt();
    options.plan.counts = parser.value(counts);
    return options;
}

/// Pictures, and the words of --help, need no display.
bool needsDisplay(std::span<char* const> arguments)
{
    return std::ranges::none_of(arguments, [](const char* argument) {
        const std::string_view word = argument;
        return word.starts_with("--picture") || word == "--help" || word == "-h" || word == "--version" || word == "-v";
    });
}

bool hasDisplay() { return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY"); }

/// Says on which platform of Qt to draw, where nobody else did; ends the program where there is none to draw on.
void choosePlatform(std::span<char* const> arguments)
{
    constexpr const char* platform = "QT_QPA_PLATFORM";
    if (qEnvironmentVariableIsSet(platform))
        return;
    if (!needsDisplay(arguments)) {
        qputenv(platform, "offscreen");
    } else if (!hasDisplay()) {
        QTextStream(stderr) << "natwalk: there is no display here; natwalk-cli works without one, and "
                               "natwalk --picture OUT.png FILE writes a picture of the window\n";
        std::exit(3);
    }
}

ThemeChoice storedTheme()
{
    return static_cast<ThemeChoice>(
        QSettings().value(QStringLiteral("theme"), static_cast<int>(ThemeChoice::followDesktop)).toInt());
}

}  // namespace

int main(int argc, char* argv[])
{
    choosePlatform(std::span(argv, static_cast<std::size_t>(argc)));
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("natwalk"));
    QCoreApplication::setOrganizationName(QStringLiteral("natwalk"));
    QCoreApplication::setApplicationVersion(QStringLiteral(NATWALK_VERSION));
    const Options options = readOptions(application);
    const bool picture = !options.picture.isEmpty();
    useLanguage(options.language.isEmpty() && !picture ? storedLanguage() : options.language);
    useTheme(application, options.dark ? ThemeChoice::dark : picture ? ThemeChoice::light : storedTheme());
    if (picture)
        return takePicture(options.files, options.picture, options.plan);

    MainWindow window;
    window.resize(1440, 900);
    window.rememberLayout();
    window.show();
    window.open(options.files);
    return QApplication::exec();
}
