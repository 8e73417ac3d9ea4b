// What matches remember from packet to packet: counters, buckets, and who was seen lately.
// Each sequence was asked of Linux 6.18 with iptables 1.8.9.
#include "moment.h"

#include <QTest>

using namespace natwalk;
using namespace natwalk::test;

class TestMatchMemory : public QObject
{
    Q_OBJECT

private slots:
    void countsInTurn_data();
    void countsInTurn();
    void fillsTheBucketByTheClock_data();
    void fillsTheBucketByTheClock();
    void remembersAddresses_data();
    void remembersAddresses();
    void saysWhoWasSeen();
    void countsBytesAndConnections_data();
    void countsBytesAndConnections();
};

namespace {

/// Asks the match and lets the memory change as it says, as walk does.
char askAndRemember(const Match& match, Moment& moment)
{
    const Answer answer = match.ask(contextOf(moment));
    moment.state.memory.apply({}, answer.change, moment.state.clock);
    return answer.isCertainly(true) ? 'y' : '.';
}

}  // namespace

void TestMatchMemory::countsInTurn_data()
{
    QTest::addColumn<std::string>("options");
    QTest::addColumn<QString>("answers");
    QTest::newRow("first of three") << std::string("--every 3 --packet 0") << "y..y..y.";
    QTest::newRow("second of three") << std::string("--every 3 --packet 1") << ".y..y..y";
    QTest::newRow("all but the last of three") << std::string("! --every 3 --packet 2") << "yy.yy.yy";
    QTest::newRow("every one") << std::string("--every 1 --packet 0") << "yyyyyyyy";
}

void TestMatchMemory::countsInTurn()
{
    QFETCH(const std::string, options);
    QFETCH(const QString, answers);
    const RulesetPtr ruleset = rulesetWith("-m statistic --mode nth " + options);
    Moment moment = plain();
    QString found;
    for (qsizetype i = 0; i < answers.size(); ++i)
        found += QLatin1Char(askAndRemember(matchIn(*ruleset), moment));
    QCOMPARE(found, answers);
    QVERIFY(matchIn(*ruleset).remembers());
}

void TestMatchMemory::fillsTheBucketByTheClock_data()
{
    QTest::addColumn<std::string>("options");
    QTest::addColumn<QString>("answers");
    // At these moments; what the kernel answered.
    QTest::newRow("burst of three") << std::string("--limit 1/sec --limit-burst 3") << "yyy..y..yyy..";
    QTest::newRow("no burst") << std::string("--limit 2/sec --limit-burst 1") << "y....y.yy....";
    QTest::newRow("too slow to fill") << std::string("--limit 1/hour --limit-burst 2") << "yy...........";
}

void TestMatchMemory::fillsTheBucketByTheClock()
{
    QFETCH(const std::string, options);
    QFETCH(const QString, answers);
    const RulesetPtr ruleset = rulesetWith("-m limit " + options);
    Moment moment = plain();
    QString found;
    for (const double clock : {0., 0., 0., 0., 0., 1.05, 1.05, 1.6, 5.6, 5.6, 5.6, 5.6, 5.6}) {
        moment.state.clock = clock;
        found += QLatin1Char(askAndRemember(matchIn(*ruleset), moment));
    }
    QCOMPARE(found, answers);
    QCOMPARE(QString::fromStdString(english(matchIn(*ruleset).whyNot(contextOf(moment)))).left(13), "the limit of ");
}

namespace {

struct Sighting
{
    const char* options;
    std::uint32_t client;
    double clock;
    char answer;
    std::uint8_t ttl = 64;
};

using Story = std::vector<Sighting>;

const Story rcheckDoesNotRefresh = {
    {"--set", 1, 0, 'y'},
    {"--rcheck --seconds 2", 1, 1.5, 'y'},
    {"--rcheck --seconds 2", 1, 3, '.'},
    {"--rcheck", 1, 9, 'y'},
    {"--rcheck", 2, 9, '.'},
};

const Story updateRefreshesWhenItMatches = {
    {"--set", 1, 0, 'y'},
    {"--update --seconds 2", 1, 1.5, 'y'},
    {"--update --seconds 2", 1, 3, 'y'},
    {"--update --seconds 2", 1, 5.5, '.'},
    {"--update --seconds 2", 1, 5.6, '.'},
    {"--update", 1, 99, 'y'},
};

const Story invertedUpdateRefreshesWhenItMatches = {
    {"--set", 6, 0, 'y'},
    {"! --update --seconds 1", 6, 0, '.'},
    {"! --update --seconds 1", 6, 1.2, 'y'},
    {"--rcheck --seconds 1", 6, 1.3, 'y'},
    {"! --update --seconds 1", 7, 1.3, 'y'},
    {"--rcheck", 7, 1.3, '.'},
};

const Story theFourthPacketHasThreeBefore = {
    {"--update --seconds 60 --hitcount 3", 1, 0, '.'}, {"--set", 1, 0, 'y'},
    {"--update --seconds 60 --hitcount 3", 1, 0, '.'}, {"--set", 1, 0, 'y'},
    {"--update --seconds 60 --hitcount 3", 1, 0, '.'}, {"--set", 1, 0, 'y'},
    {"--update --seconds 60 --hitcount 3", 1, 0, 'y'},
};

const Story reapForgetsTheOldest = {
    {"--set", 1, 0, 'y'},      {"--set", 2, 0.8, 'y'},    {"--rcheck --seconds 1 --reap", 2, 1.3, 'y'},
    {"--rcheck", 1, 1.3, '.'}, {"--rcheck", 2, 1.3, 'y'}, {"--rcheck --seconds 1 --reap", 2, 2.5, '.'},
    {"--rcheck", 2, 2.5, '.'},
};

const Story reapingUpdateForgetsAnother = {
    {"--set", 3, 0, 'y'},      {"--set", 4, 0.8, 'y'},    {"--update --seconds 1 --reap", 4, 1.3, 'y'},
    {"--rcheck", 3, 1.3, '.'}, {"--rcheck", 4, 1.3, 'y'},
};

const Story removeForgets = {
    {"--set", 1, 0, 'y'},      {"--remove", 1, 0, 'y'}, {"--remove", 1, 0, '.'},
    {"! --remove", 1, 0, 'y'}, {"! --set", 1, 0, '.'},  {"! --rcheck", 1, 0, '.'},
};

const Story sameTtlIsAsked = {
    {"--set", 1, 0, 'y', 60},
    {"--rcheck --rttl", 1, 0, 'y', 60},
    {"--rcheck --rttl", 1, 0, '.', 61},
    {"--rcheck", 1, 0, 'y', 61},
};

const Story maskJoinsNeighbours = {
    {"--set --mask 255.255.255.0", 1, 0, 'y'},
    {"--rcheck --mask 255.255.255.0", 2, 0, 'y'},
    {"--rcheck", 1, 0, '.'},
};

const Story listsAreApart = {
    {"--set --name A", 1, 0, 'y'},
    {"--rcheck --name B", 1, 0, '.'},
    {"--rcheck --name A", 1, 0, 'y'},
};

}  // namespace

void TestMatchMemory::remembersAddresses_data()
{
    QTest::addColumn<Story>("story");
    QTest::newRow("rcheck does not refresh") << rcheckDoesNotRefresh;
    QTest::newRow("update refreshes") << updateRefreshesWhenItMatches;
    QTest::newRow("! update refreshes") << invertedUpdateRefreshesWhenItMatches;
    QTest::newRow("hitcount") << theFourthPacketHasThreeBefore;
    QTest::newRow("reap") << reapForgetsTheOldest;
    QTest::newRow("update --reap") << reapingUpdateForgetsAnother;
    QTest::newRow("remove") << removeForgets;
    QTest::newRow("rttl") << sameTtlIsAsked;
    QTest::newRow("mask") << maskJoinsNeighbours;
    QTest::newRow("names") << listsAreApart;
}

void TestMatchMemory::remembersAddresses()
{
    QFETCH(const Story, story);
    Moment moment = plain();
    QByteArray found;
    QByteArray expected;
    for (const Sighting& sighting : story) {
        const RulesetPtr ruleset = rulesetWith(std::string("-m recent ") + sighting.options);
        moment.packet.src = Address::v4(0x0a000000U + sighting.client);
        moment.packet.ttl = sighting.ttl;
        moment.state.clock = sighting.clock;
        found += askAndRemember(matchIn(*ruleset), moment);
        expected += sighting.answer;
    }
    QCOMPARE(found, expected);
}

void TestMatchMemory::saysWhoWasSeen()
{
    Moment moment = plain();
    moment.state.clock = 100;
    const auto answer = [&](const char* options) {
        return said(matchIn(*rulesetWith(std::string("-m recent ") + options)), contextOf(moment));
    };
    QCOMPARE(answer("--rcheck"), "no: 192.168.1.50 is not in the list DEFAULT");
    moment.state.memory.recentList("DEFAULT").entries = {{moment.packet.src, {10, 95}}};
    QCOMPARE(answer("--rcheck --seconds 10"), "yes");
    QCOMPARE(answer("--rcheck --seconds 4"), "no: sightings of 192.168.1.50 within 4 s: 0, not 1");
    QCOMPARE(answer("--rcheck --seconds 10 --hitcount 2"), "no: sightings of 192.168.1.50 within 10 s: 1, not 2");
    QCOMPARE(answer("--rcheck --hitcount 3"), "no: sightings of 192.168.1.50: 2, not 3");
    QCOMPARE(answer("! --rcheck"), "no: 192.168.1.50 is in the list DEFAULT, which the rule excludes");
}

/// From 192.168.1.50, .51 and .50 again, from ever new ports; each connection stays open.
void TestMatchMemory::countsBytesAndConnections_data()
{
    QTest::addColumn<std::string>("match");
    QTest::addColumn<QString>("answers");
    const std::string hashlimit = "-m hashlimit --hashlimit-name h --hashlimit-upto 1/hour --hashlimit-burst ";
    QTest::newRow("quota") << std::string("-m quota --quota 100") << "yy....";
    QTest::newRow("quota used up") << std::string("-m quota ! --quota 100") << "..yyyy";
    QTest::newRow("connlimit above") << std::string("-m connlimit --connlimit-above 1") << "..yyyy";
    QTest::newRow("connlimit of the net")
        << std::string("-m connlimit --connlimit-upto 2 --connlimit-mask 24") << "yy....";
    QTest::newRow("one bucket for all") << hashlimit + "2"
                                        << "yy....";
    QTest::newRow("a bucket for each source") << hashlimit + "1 --hashlimit-mode srcip"
                                              << "yy....";
    QTest::newRow("above") << std::string(
        "-m hashlimit --hashlimit-name h --hashlimit-above 1/hour --hashlimit-burst 2")
                           << "..yyyy";
    QTest::newRow("no room for a second bucket")
        << hashlimit + "3 --hashlimit-mode srcip --hashlimit-htable-size 1 --hashlimit-htable-max 1"
        << "y.yy..";
    QTest::newRow("a bucket for each port") << hashlimit + "1 --hashlimit-mode srcport"
                                            << "yyyyyy";
}

void TestMatchMemory::countsBytesAndConnections()
{
    QFETCH(const std::string, match);
    QFETCH(const QString, answers);
    const RulesetPtr ruleset = rulesetWith(match);
    Moment moment = plain();
    QString found;
    for (std::uint16_t i = 0; i < 6; ++i) {
        moment.packet.src = Address::v4(0xc0a80132U + (i == 1 || i == 4 ? 1U : 0U));  // 192.168.1.50 or .51
        moment.packet.sport = static_cast<std::uint16_t>(1000 + i);
        moment.state.clock = i / 1000.0;
        found += QLatin1Char(askAndRemember(matchIn(*ruleset), moment));
        Connection connection;
        connection.original = tupleOf(moment.packet);
        connection.reply = inverse(connection.original);
        connection.expires = 1000;
        moment.state.connections.insert(connection);
    }
    QCOMPARE(found, answers);
    QVERIFY(matchIn(*ruleset).remembers());
}

QTEST_APPLESS_MAIN(TestMatchMemory)

#include "tst_match_memory.moc"
