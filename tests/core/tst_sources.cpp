// The shares of many sources: against asking each address for itself.
#include "probability/client_plan.h"
#include "probability/sources.h"
#include "support/builders.h"

#include <QTest>

#include <cmath>
#include <map>
#include <numeric>
#include <random>

using namespace natwalk;
using namespace natwalk::test;

namespace {

const Packet client = tcp("203.0.113.9", 40000, "10.0.0.1", 80, "eth0");

std::string endOf(const OutcomeShare& outcome)
{
    return outcome.endpoint.value_or(std::string(nameOf(outcome.verdict.outcome)));
}

std::map<std::string, double> sharesOf(const Distribution& distribution)
{
    std::map<std::string, double> shares;
    for (const OutcomeShare& outcome : distribution.outcomes)
        shares[endOf(outcome) + (outcome.masqueraded ? " masqueraded" : "")] += outcome.probability;
    return shares;
}

/// The mean over all addresses of a network, asked one by one.
std::map<std::string, double> oneByOne(const Question& question, const Network& network)
{
    const std::uint64_t hosts = hostsOf(network);
    std::map<std::string, double> mean;
    for (std::uint64_t i = 0; i < hosts; ++i) {
        Question each = question;
        each.packet.src = ClientPlan{network}.addressOf(question.packet, i);
        for (const auto& [end, share] : sharesOf(distributionOf(each)))
            mean[end] += share / static_cast<double>(hosts);
    }
    return mean;
}

}  // namespace

class TestSources : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithAskingEachAddress_data()
    {
        QTest::addColumn<QString>("rules");
        QTest::addColumn<QString>("network");
        const QString dnat = "-j DNAT --to-destination 10.244.0.";
        QTest::newRow("nets of sources") << "-A PREROUTING -p tcp -s 198.51.100.16/28 " + dnat
                                                + "2\n"
                                                  "-A PREROUTING -p tcp -s 198.51.100.20/32 "
                                                + dnat
                                                + "4\n"
                                                  "-A PREROUTING -p tcp ! -s 198.51.100.0/26 "
                                                + dnat + "3\n"
                                         << "198.51.100.0/24";
        QTest::newRow("a range") << "-A PREROUTING -p tcp -m iprange --src-range 198.51.100.7-198.51.100.70 " + dnat
                                        + "2\n"
                                 << "198.51.100.0/24";
        QTest::newRow("draws and masquerading")
            << "-A PREROUTING -p tcp -s 198.51.100.0/25 -m statistic --mode random --probability 0.25 " + dnat
                   + "2\n"
                     "-A PREROUTING -p tcp "
                   + dnat + "3\n-A POSTROUTING ! -s 198.51.100.64/26 -j MASQUERADE\n"
            << "198.51.100.0/24";
        QTest::newRow("a hole in a mask") << "-A PREROUTING -p tcp -s 198.51.100.1/255.255.255.1 " + dnat + "2\n"
                                          << "198.51.100.0/24";
        QTest::newRow("addresses that the host has")
            << "-A PREROUTING -p tcp -m addrtype --src-type LOCAL " + dnat + "2\n"
            << "192.168.1.0/24";
        QTest::newRow("an endpoint chosen by the source") << "-A PREROUTING -p tcp " + dnat + "2-10.244.0.9\n"
                                                          << "198.51.100.0/24";
    }
    void agreesWithAskingEachAddress()
    {
        QFETCH(QString, rules);
        QFETCH(QString, network);
        const Question question = ask(documentOf("*nat\n" + rules.toStdString() + "COMMIT\n"), client);
        const Network net = *Network::from(network.toStdString());
        const NetworkSources sources = sourcesIn(question, net, 1);
        QVERIFY(!sources.sampled);
        const auto all = distributionOver(question.document, question.before, sources.packets);
        const auto wanted = oneByOne(question, net);
        const auto found = sharesOf(all.all);
        QCOMPARE(found.size(), wanted.size());
        for (const auto& [end, share] : wanted)
            QVERIFY2(found.contains(end) && std::abs(found.at(end) - share) < 1e-12, end.c_str());
    }

    void cutsRandomRulesetsWhereTheyTellSourcesApart()
    {
        std::mt19937 random(3);
        const Network net = *Network::from("198.51.100.0/25");
        for (int round = 0; round < 30; ++round) {
            std::string rules = "*nat\n";
            for (int rule = 0; rule < 8; ++rule)
                rules += "-A PREROUTING -p tcp" + std::string(random() % 3 == 0 ? " !" : "") + " -s 198.51.100."
                         + std::to_string(random() % 128) + "/" + std::to_string(25 + random() % 8)
                         + (random() % 2 == 0 ? " -m statistic --mode random --probability 0.5" : "")
                         + " -j DNAT --to-destination 10.244.0." + std::to_string(random() % 4 + 1) + "\n";
            const Question question = ask(documentOf(rules + "COMMIT\n"), client);
            const NetworkSources sources = sourcesIn(question, net, 1);
            const auto found = sharesOf(distributionOver(question.document, question.before, sources.packets).all);
            for (const auto& [end, share] : oneByOne(question, net))
                QVERIFY(std::abs(found.at(end) - share) < 1e-12);
        }
    }

    void weighsSources()
    {
        const Question question =
            ask(documentOf("*nat\n-A PREROUTING -p tcp -s 198.51.100.0/24 -j DNAT --to-destination 10.244.0.2\n"
                           "-A PREROUTING -p tcp -j DNAT --to-destination 10.244.0.3\nCOMMIT\n"),
                client);
        std::vector<WeightedPacket> packets = sourcesIn(question, *Network::from("198.51.100.0/24"), 3).packets;
        QCOMPARE(packets.size(), std::size_t{1});
        QCOMPARE(packets[0].name, std::string("198.51.100.1 to 198.51.100.254"));
        packets.push_back({client, 1, "another"});
        const SourcesDistribution both = distributionOver(question.document, question.before, packets);
        QCOMPARE(both.all.outcomes[0].probability, 0.75);
        QCOMPARE(both.all.outcomes[1].probability, 0.25);
        QCOMPARE(both.sources[0].weight, 0.75);
        QVERIFY(!both.areAlike());
    }

    void takesAWholeInternetAtOnce()
    {
        const Question question =
            ask(documentOf("*nat\n-A PREROUTING -p tcp -s 0.0.0.0/1 -j DNAT --to-destination 10.244.0.2\n"
                           "-A PREROUTING -p tcp -j DNAT --to-destination 10.244.0.3\nCOMMIT\n"),
                client);
        const NetworkSources sources = sourcesIn(question, Network::any(Family::ipv4), 1);
        QVERIFY(sources.packets.size() > 2 && sources.packets.size() < 100);
        const auto shares = sharesOf(distributionOver(question.document, question.before, sources.packets).all);
        // half of all, but for those that no route leads back to: 0/8 and 127/8
        QVERIFY(shares.at("10.244.0.2:80") > 0.49 && shares.at("10.244.0.2:80") < 0.5);
    }

    void samplesWhatNothingTellsApart()
    {
        const Question question = ask(
            documentOf("*nat\n-A PREROUTING -p tcp -j DNAT --to-destination 10.244.0.2-10.244.0.9\nCOMMIT\n"), client);
        const NetworkSources sources = sourcesIn(question, *Network::from("100.64.0.0/16"), 1);
        QVERIFY(sources.sampled);
        QVERIFY(sources.packets.size() > 1000 && sources.packets.size() < 10'000);
        const double total = std::accumulate(sources.packets.begin(), sources.packets.end(), 0.0,
                                             [](double sum, const WeightedPacket& each) { return sum + each.weight; });
        QVERIFY(std::abs(total - 1) < 1e-9);
    }

    void stopsWhenAsked()
    {
        const Question question = ask(documentOf("*nat\nCOMMIT\n"), client);
        const std::vector<WeightedPacket> packets(5, {client, 1, "one"});
        const auto stopped =
            distributionOver(question.document, question.before, packets, [](double done) { return done < 0.5; });
        QVERIFY(stopped.all.stopped);
        QVERIFY(stopped.sources.size() < 5);
    }
};

QTEST_APPLESS_MAIN(TestSources)
#include "tst_sources.moc"
