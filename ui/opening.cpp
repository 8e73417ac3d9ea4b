#include "ui/opening.h"

#include "emulator/document_of.h"
#include "files/reading.h"
#include "syntax/host_reader.h"
#include "syntax/recognise.h"
#include "syntax/snapshot.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <utility>

namespace natwalk {

namespace {

struct Paths
{
    QString ruleset;
    QString scenario;
    QStringList others = {};  ///< more rules, or what is known of the host
};

const QString rulesetName = QStringLiteral("ruleset.save");
const QString scenarioName = QStringLiteral("scenario.json");

QString existing(const QString& path) { return QFileInfo(path).isFile() ? path : QString(); }

QByteArray beginningOf(const QString& path)
{
    constexpr qint64 enough = 4096;
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(enough) : QByteArray();
}

/// A scenario is a JSON object; what `ip -json` prints is a list.
bool startsWithBrace(const QString& path) { return beginningOf(path).trimmed().startsWith('{'); }

bool tellsOfHostAlone(const QString& path)
{
    const QByteArray beginning = beginningOf(path);
    return whatItLooksLike(beginning.toStdString()).id == MessageId::LooksLikeHost
           || whatItLooksLike(beginning.toStdString()).id == MessageId::LooksLikeIpset;
}

Paths pathsOf(const std::vector<std::string>& named)
{
    Paths paths;
    for (const std::string& name : named) {
        const QString path = QString::fromStdString(name);
        const QFileInfo info(path);
        if (info.isDir() && !existing(path + u'/' + rulesetName).isEmpty()) {
            paths.ruleset = path + u'/' + rulesetName;
            paths.scenario = existing(path + u'/' + scenarioName);
        } else if (info.suffix() == u"json" && named.size() > 1 && startsWithBrace(path)) {
            paths.scenario = path;
        } else if (paths.ruleset.isEmpty() && !tellsOfHostAlone(path)) {
            paths.ruleset = path;
        } else {
            paths.others += path;
        }
    }
    if (paths.ruleset.isEmpty() && !paths.others.isEmpty())
        paths.ruleset = paths.others.takeFirst();
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

void addHost(GivenHost& given, std::string_view text) { given.facts.add(readHostText(text).facts); }

void readRules(Opened& opened, GivenHost given, const Checkpoint& goOn)
{
    ParseResult result = parse(opened.text, goOn);
    opened.stopped = result.stopped;
    opened.lines = result.lines;
    opened.diagnostics = std::move(result.diagnostics);
    if (result.stopped || result.rulesets.empty())
        return;
    if (opened.text->starts_with(snapshotMark))
        addHost(given, *opened.text);
    if (opened.scenario && opened.scenario->host)
        given.whole = opened.scenario->host;
    DocumentOf made = documentOf(std::move(result.rulesets), given);
    opened.document = std::move(made.document);
    opened.before = std::move(made.before);
    opened.kube = std::make_shared<const KubeDocument>(opened.document);
    opened.findings = findingsOf(*opened.kube);
    opened.destinations = destinationsOf(*opened.document);
}

/// What parts a text from rules that are put behind it: they begin a line, and are no part of a snapshot's last
/// section.
std::string glueBehind(std::string_view text)
{
    const std::string feed = text.ends_with('\n') ? "" : "\n";
    return text.starts_with(snapshotMark) ? feed + "### section iptables-save\n" : feed;
}

/// Several files make one document: facts of the host are gathered, rules are put behind one another.
std::shared_ptr<const std::string> joined(std::shared_ptr<const std::string> text, const QStringList& others,
                                          GivenHost& given)
{
    for (const QString& path : others) {
        const FileText file = readFile(path.toStdString());
        if (!file.text)
            continue;
        const HostText host = readHostText(*file.text);
        if (host.facts.empty() || file.text->starts_with(snapshotMark))
            text = std::make_shared<const std::string>(*text + glueBehind(*text) + *file.text);
        given.facts.add(host.facts);
    }
    return text;
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
    if (!file.text) {
        opened->problem = file.problem;
    } else {
        GivenHost given;
        opened->text = joined(file.text, paths.others, given);
        readRules(*opened, std::move(given), goOn);
    }
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
    readRules(*opened, {}, goOn);
    opened->seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    return opened;
}

}  // namespace natwalk
