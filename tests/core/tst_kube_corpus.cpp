// Dumps of real nodes: the services that are read out of them and what is found wrong, as eyes have reviewed it in
// tests/golden/kube.
#include "emulator/infer_host.h"
#include "kube/findings.h"
#include "support/builders.h"
#include "support/golden.h"
#include "support/service_text.h"
#include "support/test_files.h"

#include <QDir>
#include <QTest>

using namespace natwalk;
using namespace natwalk::test;

class TestKubeCorpus : public QObject
{
    Q_OBJECT

private slots:
    void readsAndJudgesAsReviewed_data();
    void readsAndJudgesAsReviewed();
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
    const ParseResult parsed = parse(text);
    const KubeDocument kube(std::make_shared<Document>(Document{parsed.rulesets, inferHost(parsed.rulesets)}));
    std::string judgement;
    for (const std::vector<Service>& services : kube.services)
        judgement += servicesText(services);
    for (const Finding& finding : findingsOf(kube))
        judgement += std::string(toText(finding.severity)) + " at "
                     + placeOf(finding, *kube.document->rulesets[finding.ruleset]) + ": " + english(finding.what)
                     + '\n';
    return judgement;
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

QTEST_APPLESS_MAIN(TestKubeCorpus)
#include "tst_kube_corpus.moc"
