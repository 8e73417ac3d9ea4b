// How much of what people published is simulated: tests/data/corpus/NOT_SIMULATED.tsv names the rest, file by file.
//
// A rule is simulated when each of its matches and its target is, or has no effect on the path. NATWALK_UPDATE_GOLDEN=1
// writes the table anew.
#include "extensions/all.h"
#include "files/reading.h"
#include "syntax/parser.h"

#include <QtTest>

#include <map>

using namespace natwalk;

namespace {

const QString folder = QStringLiteral(NATWALK_SOURCE_DIR "/tests/data/corpus/");
const QString table = folder + QStringLiteral("NOT_SIMULATED.tsv");

struct Counted
{
    std::size_t rules = 0;
    std::size_t notSimulated = 0;
    std::map<std::string, std::size_t> because;  ///< "-m string"
};

template <typename Extension>
bool isSimulated(const Extension* extension)
{
    return extension != nullptr && extension->standing != Standing::doubted;
}

void count(const Rule& rule, Counted& counted)
{
    std::vector<std::string> doubted;
    for (const Match* match : rule.matches)
        if (!isSimulated(matchNamed(match->name())))
            doubted.push_back("-m " + std::string(match->name()));
    if (rule.target != nullptr && !isSimulated(targetNamed(rule.target->name())))
        doubted.push_back("-j " + std::string(rule.target->name()));
    ++counted.rules;
    counted.notSimulated += doubted.empty() ? 0 : 1;
    for (const std::string& name : doubted)
        ++counted.because[name];
}

Counted countIn(const QString& name)
{
    const FileText file = readFile((folder + name).toStdString());
    Counted counted;
    if (file.text)
        for (const RulesetPtr& ruleset : parse(file.text).rulesets)
            for (const Rule& rule : ruleset->rules())
                count(rule, counted);
    return counted;
}

const std::map<QString, Counted>& counts()
{
    static const std::map<QString, Counted> all = [] {
        std::map<QString, Counted> found;
        for (const QString& name : QDir(folder).entryList({"*.rules", "*.gz"}, QDir::Files, QDir::Name))
            found.emplace(name, countIn(name));
        return found;
    }();
    return all;
}

QByteArray tableNow()
{
    QByteArray text = "file\trules\tnot simulated\tbecause of\n";
    for (const auto& [name, counted] : counts()) {
        if (counted.notSimulated == 0)
            continue;
        QStringList because;
        for (const auto& [extension, rules] : counted.because)
            because += QStringLiteral("%1 (%2)").arg(QString::fromStdString(extension)).arg(rules);
        text += QStringList{name, QString::number(counted.rules), QString::number(counted.notSimulated),
                            because.join(QStringLiteral(", "))}
                    .join('\t')
                    .toUtf8()
                + '\n';
    }
    return text;
}

/// The share of rules that are simulated, in the dumps whose names fit.
double share(const auto& fits)
{
    std::size_t rules = 0;
    std::size_t simulated = 0;
    for (const auto& [name, counted] : counts()) {
        if (!fits(name))
            continue;
        rules += counted.rules;
        simulated += counted.rules - counted.notSimulated;
    }
    qInfo("%zu of %zu rules are simulated", simulated, rules);
    return static_cast<double>(simulated) / static_cast<double>(rules);
}

bool isOfContainers(const QString& name)
{
    static const QRegularExpression hosts("^(k8s|k3s|kube|docker|istio|cilium|calico|eks|ovn|openshift|cni|nodelocal|"
                                          "partial_(k|docker|cilium|libnetwork))");
    return name.contains(hosts);
}

}  // namespace

class TestSimulated : public QObject
{
    Q_OBJECT

private slots:
    void namesWhatIsNot()
    {
        QFile file(table);
        if (qEnvironmentVariableIsSet("NATWALK_UPDATE_GOLDEN")) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(tableNow());
            file.close();
        }
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(tableNow(), file.readAll());
    }

    void simulatesNearlyAllRules()
    {
        QVERIFY(share([](const QString& name) { return !name.startsWith("tum_"); }) >= 0.994);
    }

    void simulatesAllOfTheLargestDumps()
    {
        QCOMPARE(share([](const QString& name) { return name.startsWith("tum_"); }), 1.0);
    }

    void simulatesContainerHostsWholly() { QCOMPARE(share(isOfContainers), 1.0); }
};

QTEST_APPLESS_MAIN(TestSimulated)

#include "tst_simulated.moc"
