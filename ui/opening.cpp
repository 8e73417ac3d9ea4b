#include "ui/opening.h"

#include "emulator/infer_host.h"
#include "files/reading.h"
#include "ruleset/load_check.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>

#include <utility>

namespace natwalk {

namespace {

struct Paths
{
    QString ruleset;
    QString scenario;
};

const QString rulesetName = QStringLiteral("ruleset.save");
const QString scenarioName = QStringLiteral("scenario.json");

QString existing(const QString& path) { return QFileInfo(path).isFile() ? path : QString(); }

Paths pathsOf(const std::vector<std::string>& named)
{
    Paths paths;
    for (const std::string& name : named) {
        const QString path = QString::fromStdString(name);
        const QFileInfo info(path);
        if (info.isDir() && !existing(path + u'/' + rulesetName).isEmpty())
            paths = {path + u'/' + rulesetName, existing(path + u'/' + scenarioName)};
        else if (info.suffix() == u"json")
            paths.scenario = path;
        else
            paths.ruleset = path;
    }
    const QFileInfo ruleset(paths.ruleset);
    if (paths.scenario.isEmpty() && ruleset.fileName() == rulesetName)
        paths.scenario = existing(ruleset.path() + u'/' + scenarioName);
    return paths;
}

/// The folder's name for the files of a sample, else the file's.
QString nameFor(const QString& path)
{
    const QFileInfo info(path);
    return info.fileName() == rulesetName ? info.absoluteDir().dirName() : info.fileName();
}

void readScenarioFile(Opened& opened, const QString& path)
{
    const FileText file = readFile(path.toStdString());
    if (!file.text) {
        opened.problem = file.problem;
        return;
    }
    ScenarioResult result = readScenario(*file.text);
    opened.scenarioPath = path;
    opened.scenario = std::move(result.scenario);
    opened.scenarioDiagnostics = std::move(result.diagnostics);
}

void readRules(Opened& opened, const Checkpoint& goOn)
{
    ParseResult result = parse(opened.text, goOn);
    opened.stopped = result.stopped;
    opened.lines = result.lines;
    opened.diagnostics = std::move(result.diagnostics);
    if (result.stopped || result.rulesets.empty())
        return;
    for (const RulesetPtr& ruleset : result.rulesets)
        for (Diagnostic& diagnostic : checkLoads(*ruleset))
            opened.diagnostics.push_back(std::move(diagnostic));
    const bool hostGiven = opened.scenario && opened.scenario->host;
    auto host = hostGiven ? opened.scenario->host : inferHost(result.rulesets);
    opened.document = std::make_shared<const Document>(Document{std::move(result.rulesets), std::move(host)});
}

}  // namespace

OpenedPtr openFiles(const std::vector<std::string>& named, const Checkpoint& goOn)
{
    QElapsedTimer timer;
    timer.start();
    const Paths paths = pathsOf(named);
    auto opened = std::make_shared<Opened>();
    opened->path = paths.ruleset;
    opened->name = nameFor(paths.ruleset);
    if (!paths.scenario.isEmpty())
        readScenarioFile(*opened, paths.scenario);
    const FileText file = readFile(paths.ruleset.toStdString());
    opened->text = file.text;
    if (!file.text)
        opened->problem = file.problem;
    else
        readRules(*opened, goOn);
    opened->seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    return opened;
}

OpenedPtr openText(std::string text, const QString& name, const Checkpoint& goOn)
{
    QElapsedTimer timer;
    timer.start();
    auto opened = std::make_shared<Opened>();
    opened->name = name;
    opened->text = std::make_shared<const std::string>(std::move(text));
    readRules(*opened, goOn);
    opened->seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    return opened;
}

}  // namespace natwalk
