// Dumps of real nodes and others: the services that are read out of them and what is found wrong, as eyes have reviewed
// it in tests/golden/kube and tests/data/corpus/FINDINGS.tsv.
#include "files/reading.h"
#include "support/golden.h"
#include "support/service_text.h"
#include "support/small_cluster.h"
#include "support/test_files.h"

#include <QDir>
#include <QMap>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace natwalk;
using namespace natwalk::test;

class TestKubeCorpus : public QObject
{
    Q_OBJECT

private slots:
    void readsAndJudgesAsReviewed_data();
    void readsAndJudgesAsReviewed();
    void findsAsStated_data();
    void findsAsStated();
    void statesEveryDump();
    void findsEveryServiceThatTheTextNames_data();
    void findsEveryServiceThatTheTextNames();
};

namespace {

std::string placeOf(const Finding& finding, const Ruleset& ruleset)
{
    if (finding.rule != noRule)
        return ruleset.kernelName(finding.rule);
    return finding.chain != noChain ? std::string(ruleset.chain(finding.chain).name) : "whole dump";
}

/// All services, then the findings with their places.
std::string judgementOf(const std::string& text)
{
    const KubeDocument kube = kubeOf(text);
    std::string judgement;
    for (const std::vector<Service>& services : kube.services)
        judgement += servicesText(services);
    for (const Finding& finding : findingsOf(kube))
        judgement += std::string(toText(finding.severity)) + " at "
                     + placeOf(finding, *kube.document->rulesets[finding.ruleset]) + ": " + english(finding.what)
                     + '\n';
    return judgement;
}

const QString folder = QStringLiteral(NATWALK_SOURCE_DIR "/tests/data/corpus/");
const QString stated = folder + QStringLiteral("FINDINGS.tsv");

QStringList dumps() { return QDir(folder).entryList({"*.rules", "*.gz"}, QDir::Files, QDir::Name); }

std::string textOfDump(const QString& name)
{
    const FileText file = readFile((folder + name).toStdString());
    return file.text ? *file.text : std::string();
}

/// What is found in a dump, a line for each kind and severity: how often, and where first.
QStringList findingsIn(const QString& name)
{
    const KubeDocument kube = kubeOf(textOfDump(name));
    std::map<std::pair<int, std::string>, std::pair<int, std::string>> found;
    for (const Finding& finding : findingsOf(kube)) {
        auto& [count, place] = found[{-static_cast<int>(finding.severity), std::string(finding.code())}];
        if (count++ == 0)
            place = placeOf(finding, *kube.document->rulesets[finding.ruleset]);
    }
    QStringList lines;
    for (const auto& [kind, what] : found)
        lines += QStringList{name, QString::fromStdString(std::string(toText(static_cast<Severity>(-kind.first)))),
                             QString::fromStdString(kind.second), QString::number(what.first),
                             QString::fromStdString(what.second)}
                     .join('\t');
    return lines.isEmpty() ? QStringList{name + "\t-\t-\t0\t-"} : lines;
}

QMap<QString, QStringList> statedFindings()
{
    QMap<QString, QStringList> lines;
    QFile file(stated);
    if (file.open(QIODevice::ReadOnly | QIODevice::Text))
        for (const QString& line : QString::fromUtf8(file.readAll()).split('\n', Qt::SkipEmptyParts).mid(1))
            lines[line.section('\t', 0, 0)] += line;
    return lines;
}

void writeFindings()
{
    QFile file(stated);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("file\tseverity\tkind\thow many\tfirst at\n");
    for (const QString& name : dumps())
        file.write((findingsIn(name).join('\n') + '\n').toUtf8());
}

/// "udp kube-system/kube-dns:dns" for each service that a remark in the text names, found without natwalk's reader.
std::set<QString> servicesNamedIn(const QString& text)
{
    static const QRegularExpression rule(
        "-A KUBE-(?:EXTERNAL-)?SERVICES [^\n]*-p (tcp|udp|sctp) [^\n]*--comment \"([\\w.-]+/[\\w.-]+(?::[\\w.-]*)?) "
        "(?:cluster IP|external IP|loadbalancer IP|has no endpoints|has no local endpoints)\"");
    std::set<QString> names;
    for (auto matches = rule.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        QString name = match.captured(2);
        if (name.endsWith(':'))
            name.chop(1);
        names.insert(match.captured(1) + ' ' + name);
    }
    return names;
}

}  // namespace

void TestKubeCorpus::readsAndJudgesAsReviewed_data()
{
    QTest::addColumn<QString>("name");
    for (const QString& file : QDir(NATWALK_SOURCE_DIR "/tests/golden/kube").entryList({"*.txt"}))
        QTest::newRow(qPrintable(file)) << file.chopped(4);
}

void TestKubeCorpus::readsAndJudgesAsReviewed()
{
    QFETCH(QString, name);
    const std::string judgement = judgementOf(textOfFile("tests/data/corpus/" + name.toStdString() + ".rules"));
    const QString difference = differenceFromGolden("kube/" + name + ".txt", QString::fromStdString(judgement));
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
}

void TestKubeCorpus::findsAsStated_data()
{
    if (qEnvironmentVariableIsSet("NATWALK_UPDATE_GOLDEN"))
        writeFindings();
    QTest::addColumn<QString>("name");
    for (const QString& name : dumps())
        QTest::newRow(qPrintable(name)) << name;
}

void TestKubeCorpus::findsAsStated()
{
    QFETCH(QString, name);
    static const QMap<QString, QStringList> table = statedFindings();
    QCOMPARE(findingsIn(name).join('\n'), table.value(name).join('\n'));
}

void TestKubeCorpus::statesEveryDump()
{
    QCOMPARE(statedFindings().keys(), dumps());
    for (const QString& name : dumps())
        if (const KubeDocument kube = kubeOf(textOfDump(name));
            std::ranges::any_of(kube.services, [](const auto& services) { return !services.empty(); }))
            QVERIFY2(QFile::exists(NATWALK_SOURCE_DIR "/tests/golden/kube/" + name.section('.', 0, -2) + ".txt"),
                     qPrintable(name));
}

void TestKubeCorpus::findsEveryServiceThatTheTextNames_data()
{
    QTest::addColumn<QString>("text");
    for (const QString& name : dumps())
        if (const QString text = QString::fromStdString(textOfDump(name)); !servicesNamedIn(text).empty())
            QTest::newRow(qPrintable(name)) << text;
}

void TestKubeCorpus::findsEveryServiceThatTheTextNames()
{
    QFETCH(QString, text);
    std::set<QString> found;
    for (const std::vector<Service>& services : kubeOf(text.toStdString()).services)
        for (const Service& service : services)
            found.insert(QString::fromStdString(protocolName(service.protocol) + ' ' + service.title()));
    for (const QString& name : servicesNamedIn(text))
        QVERIFY2(found.contains(name), qPrintable(name));
}

QTEST_APPLESS_MAIN(TestKubeCorpus)
#include "tst_kube_corpus.moc"
