// The command line, as scripts and people call it: words in; text, JSON and exit codes out.
#include "support/golden.h"
#include "support/program.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace natwalk::test;

namespace {

Answer ask(const QStringList& words, const QByteArray& input = {})
{
    return answerOf(QStringLiteral(NATWALK_CLI), words, input);
}

QStringList words(const char* text) { return QString::fromUtf8(text).split(' ', Qt::SkipEmptyParts); }

const QString sample = QStringLiteral("samples/nginx_basic");

/// A filter that drops, rejects, and doubts by port.
const QByteArray gate = R"(*filter
:INPUT ACCEPT [0:0]
:FORWARD ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
-A FORWARD -p tcp -m tcp --dport 1 -j DROP
-A FORWARD -p tcp -m tcp --dport 2 -j REJECT --reject-with icmp-port-unreachable
-A FORWARD -p tcp -m tcp --dport 3 -m nosuchmatch --maybe -j DROP
COMMIT
)";

/// The node that `gate` stands in.
const QByteArray gateHost = R"({"interfaces": [
 {"name": "eth0", "addresses": ["192.0.2.10/24"], "routes": ["default via 192.0.2.1"]},
 {"name": "cni0", "addresses": ["10.244.0.1/24"]}], "packets": []})";

}  // namespace

class TestCli : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void helpsWithExamples_data();
    void helpsWithExamples();
    void namesTheRightWord_data();
    void namesTheRightWord();
    void saysWhatBadInputIs_data();
    void saysWhatBadInputIs();
    void pointsAtAMisspeltKey();
    void endsByVerdict_data();
    void endsByVerdict();
    void assumesWhatItIsTold_data();
    void assumesWhatItIsTold();
    void tellsAsReviewed_data();
    void tellsAsReviewed();
    void tellsDoubtsThatAreOfNoRule();
    void unfoldsPassedRules();
    void takesTheCourseAskedFor_data();
    void takesTheCourseAskedFor();
    void walksByState_data();
    void walksByState();
    void picksAPacketByItself();
    void readsStandardInput();
    void printsNoColoursIntoAPipe();
    void givesExactShares();
    void countsTheSameOnAnyThreads_data();
    void countsTheSameOnAnyThreads();
    void followsClients();
    void weighsSources();
    void replaysEachPacket();
    void keepsTheKeysOfJson_data();
    void keepsTheKeysOfJson();
    void countsTheLinesOfAnyText_data();
    void countsTheLinesOfAnyText();
    void takesTheHostFromWhatCommandsPrint();
    void choosesBetweenTwoBackEnds();
    void printsCanonicalForm();
    void drawsTheGraph();
    void describesExtensions();

private:
    QString file(const QString& name, const QByteArray& content);

    QTemporaryDir m_folder;
};

QString TestCli::file(const QString& name, const QByteArray& content)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(name));
    return file.fileName();
}

void TestCli::initTestCase() { QVERIFY(m_folder.isValid()); }

void TestCli::helpsWithExamples_data()
{
    QTest::addColumn<QString>("command");
    for (const char* command :
         {"check", "services", "trace", "replay", "distribution", "trials", "shares", "print", "graph", "extensions"})
        QTest::newRow(command) << QString::fromLatin1(command);
}

void TestCli::helpsWithExamples()
{
    QFETCH(QString, command);
    const Answer answer = ask({command, QStringLiteral("--help")});
    QCOMPARE(answer.code, 0);
    QVERIFY(answer.out.contains(QStringLiteral("Examples:\n  natwalk-cli ") + command));
}

void TestCli::namesTheRightWord_data()
{
    QTest::addColumn<QStringList>("call");
    QTest::addColumn<QString>("named");

    QTest::newRow("command") << words("tarce samples/nginx_basic") << "did you mean trace?";
    QTest::newRow("option") << words("trace samples/nginx_basic --dprot 80") << "did you mean --dport?";
    QTest::newRow("option with value") << words("trace samples/nginx_basic --dprot=80") << "did you mean --dport?";
    QTest::newRow("option before the file")
        << words("distribution --jsn samples/nginx_basic") << "did you mean --json?";
    QTest::newRow("extension") << words("extensions statisitc") << "did you mean statistic?";
    QTest::newRow("device") << words("trace samples/nginx_basic --in eth1 --dst 10.97.35.60") << "did you mean eth0?";
    QTest::newRow("packet") << words("trace samples/nginx_basic --packet nobody") << "outside-to-nodeport";
    QTest::newRow("place") << words("trace samples/nginx_basic --from inside") << "outside, pod or node";
    QTest::newRow("course") << words("trace samples/nginx_basic --course 4") << "from 1 to 3";
    QTest::newRow("endpoint") << words("trace samples/nginx_basic --endpoint 10.0.0.1:80") << "192.168.166.162:80";
    QTest::newRow("address") << words("trace samples/nginx_basic --dst 10.97.35") << "an IPv4 or IPv6 address";
    QTest::newRow("port") << words("trace samples/nginx_basic --dport http") << "a number from 0 to 65535";
    QTest::newRow("count") << words("trials samples/nginx_basic -n 0") << "a number from 1";
    QTest::newRow("kind") << words("trials samples/nginx_basic --kind real") << "emulated or drawn";
    QTest::newRow("json and csv") << words("distribution samples/nginx_basic --json --csv") << "--json excludes --csv";
    QTest::newRow("json and csv of trials")
        << words("trials samples/nginx_basic --json --csv") << "--json excludes --csv";
    QTest::newRow("more clients than addresses")
        << words("trials samples/nginx_basic --clients 20 --client-network 10.0.0.0/28") << "room for 14 clients";
    QTest::newRow("a client's network") << words("trials samples/nginx_basic --client-network pods") << "10.0.0.0/24";
    QTest::newRow("clients of drawn trials")
        << words("trials samples/nginx_basic --kind drawn --clients 2") << "draws each connection for itself";
    QTest::newRow("a trial too many") << words("trials samples/nginx_basic -n 10 --trace-trial 10") << "from 0 to 9";
    QTest::newRow("a source") << words("distribution samples/nginx_basic --source pods=2") << "outside, pod, node or";
    QTest::newRow("a source's weight") << words("distribution samples/nginx_basic --source pod=-2") << "above 0";
    QTest::newRow("two places") << words("trace samples/nginx_basic --in eth0 --from pod") << "--from excludes --in";
    QTest::newRow("two families") << words("trace samples/nginx_basic --src 10.0.0.1 --dst ::1") << "two families";
    QTest::newRow("other family") << words("trace samples/nginx_basic --src ::1 --dst ::2")
                                  << "no rules for IPv6 packets";
    QTest::newRow("missing file") << words("check nowhere.save") << "there is no file nowhere.save";
    QTest::newRow("folder") << words("check tests") << "a folder without a ruleset.save";
    QTest::newRow("no file") << words("trace") << "FILE";
    QTest::newRow("no command") << QStringList() << "name a command";
}

void TestCli::namesTheRightWord()
{
    QFETCH(QStringList, call);
    QFETCH(QString, named);
    const Answer answer = ask(call);
    QCOMPARE(answer.code, 3);
    QVERIFY2(answer.err.contains(named), qPrintable(answer.err));
    QVERIFY(answer.out.isEmpty());
}

void TestCli::saysWhatBadInputIs_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("said");

    QTest::newRow("empty") << QByteArray() << "there is nothing here";
    QTest::newRow("blank") << QByteArray("\n\n  \n") << "iptables-save";
    QTest::newRow("binary") << QByteArray("\x7f"
                                          "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0",
                                          20)
                            << "iptables-save";
    QTest::newRow("iptables -L") << QByteArray(
        "Chain INPUT (policy ACCEPT)\ntarget     prot opt source               destination\n"
        "DROP       all  --  10.0.0.0/8           anywhere\n")
                                 << "iptables-save";
    QTest::newRow("nft list ruleset") << QByteArray(
        "table ip nat {\n\tchain PREROUTING {\n\t\ttype nat hook prerouting priority dstnat;\n\t}\n}\n")
                                      << "nft";
    QTest::newRow("prose") << QByteArray("Dear firewall,\nplease let me in.\n") << "iptables-save";
}

void TestCli::saysWhatBadInputIs()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, said);
    const QString path = file(QStringLiteral("bad.save"), content);
    for (const char* command : {"check", "trace", "print"}) {
        const Answer answer = ask({QString::fromLatin1(command), path});
        QCOMPARE(answer.code, 3);
        QVERIFY2(answer.err.contains(said), qPrintable(answer.err));
    }
}

void TestCli::pointsAtAMisspeltKey()
{
    const QString scenario = file(QStringLiteral("misspelt.json"), R"({"interfaces": [], "pakets": []})");
    const Answer answer = ask({"replay", sample, scenario});
    QCOMPARE(answer.code, 3);
    QVERIFY2(answer.err.contains("misspelt.json:1:20: error:") && answer.err.contains("did you mean \"packets\"?"),
             qPrintable(answer.err));
}

void TestCli::endsByVerdict_data()
{
    QTest::addColumn<int>("port");
    QTest::addColumn<int>("code");
    QTest::newRow("forwarded") << 80 << 0;
    QTest::newRow("dropped") << 1 << 1;
    QTest::newRow("rejected") << 2 << 1;
    QTest::newRow("depends") << 3 << 2;
}

void TestCli::endsByVerdict()
{
    QFETCH(int, port);
    QFETCH(int, code);
    const QString rules = file(QStringLiteral("gate.save"), gate);
    const QString host = file(QStringLiteral("host.json"), gateHost);
    const Answer answer =
        ask({"trace", rules, "--host", host, "--dst", "10.244.0.5", "--dport", QString::number(port)});
    QVERIFY2(answer.code == code, qPrintable(answer.out + answer.err));
}

void TestCli::assumesWhatItIsTold_data()
{
    QTest::addColumn<QStringList>("said");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("told");
    const QString match = QStringLiteral("-m nosuchmatch --maybe");
    QTest::newRow("nothing") << QStringList{} << 2
                             << QStringLiteral("--assume-not 'nosuchmatch --maybe' says otherwise");
    QTest::newRow("it holds") << QStringList{"--assume", match} << 1
                              << QStringLiteral("assumed to match: -m nosuchmatch --maybe");
    QTest::newRow("it does not") << QStringList{"--assume-not", match} << 0
                                 << QStringLiteral("assumed not to match: -m nosuchmatch --maybe");
    QTest::newRow("by name") << QStringList{"--assume-not", "nosuchmatch"} << 0
                             << QStringLiteral("assumed not to match: -m nosuchmatch --maybe");
    QTest::newRow("no such rule") << QStringList{"--assume", "cpu"} << 3
                                  << QStringLiteral("no rule has the match \"cpu\"");
}

void TestCli::assumesWhatItIsTold()
{
    QFETCH(QStringList, said);
    QFETCH(int, code);
    QFETCH(QString, told);
    const QStringList call = {"trace",   file(QStringLiteral("gate.save"), gate),
                              "--host",  file(QStringLiteral("host.json"), gateHost),
                              "--dst",   "10.244.0.5",
                              "--dport", "3"};
    const Answer answer = ask(call + said);
    QVERIFY2(answer.code == code && (answer.out + answer.err).contains(told), qPrintable(answer.out + answer.err));
    if (code == 3)
        return;
    const QJsonObject json = ask(call + said + QStringList{"--json"}).object();
    QCOMPARE(json["doubts"].toArray().size(), said.isEmpty() ? 1 : 0);
    QCOMPARE(json["assumed"].toArray().size(), said.isEmpty() ? 0 : 1);
}

void TestCli::tellsAsReviewed_data()
{
    QTest::addColumn<QString>("command");
    QTest::newRow("trace") << "trace";
    QTest::newRow("distribution") << "distribution";
}

void TestCli::tellsAsReviewed()
{
    QFETCH(QString, command);
    const Answer answer = ask({command, sample});
    QCOMPARE(answer.code, 0);
    const QString difference = differenceFromGolden(QStringLiteral("nginx_basic/%1.txt").arg(command), answer.out);
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
}

void TestCli::tellsDoubtsThatAreOfNoRule()
{
    const QStringList question = words("trace samples/nginx_basic --local --proto udp --dst 192.168.1.255");
    const Answer told = ask(question);
    QCOMPARE(told.code, 0);
    QCOMPARE(told.out.count("doubt: a copy of what this host sends to all comes round to itself"), 2);
    const QJsonArray doubts = ask(question + QStringList{"--json"}).object()["doubts"].toArray();
    QCOMPARE(doubts.size(), 1);
    QVERIFY(doubts[0]["rule"].isNull());
}

void TestCli::unfoldsPassedRules()
{
    const QStringList call = {"trace", sample, "--packet", "outside-to-nodeport"};
    const QString folded = ask(call).out;
    QVERIFY2(
        folded.contains("rule 1 of KUBE-SERVICES did not match: destination 192.168.1.10 is not in 10.97.35.60/32"),
        qPrintable(folded));
    const QString unfolded = ask(call + QStringList{"--all"}).out;
    QVERIFY2(unfolded.contains("nat:KUBE-SERVICES:rule:1"), qPrintable(unfolded));
    QVERIFY2(unfolded.contains("did not match: destination 192.168.1.10 is not in 10.97.35.60/32"),
             qPrintable(unfolded));
}

void TestCli::takesTheCourseAskedFor_data()
{
    QTest::addColumn<QStringList>("course");
    QTest::addColumn<QString>("endpoint");
    QTest::newRow("likeliest") << QStringList() << "192.168.166.157";
    QTest::newRow("second") << QStringList{"--course", "2"} << "192.168.166.162";
    QTest::newRow("third") << QStringList{"--course", "3"} << "192.168.166.166";
    QTest::newRow("endpoint") << QStringList{"--endpoint", "192.168.166.166:80"} << "192.168.166.166";
}

void TestCli::takesTheCourseAskedFor()
{
    QFETCH(QStringList, course);
    QFETCH(QString, endpoint);
    const Answer answer = ask(QStringList{"trace", sample, "--json"} + course);
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.object()["result"].toObject()["dst"].toString(), endpoint);
}

void TestCli::walksByState_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<bool>("asksNat");
    QTest::addColumn<bool>("isTranslated");
    QTest::newRow("new") << "NEW" << true << true;
    QTest::newRow("established") << "ESTABLISHED" << false << true;
    QTest::newRow("invalid") << "INVALID" << false << false;
}

void TestCli::walksByState()
{
    QFETCH(QString, state);
    QFETCH(bool, asksNat);
    QFETCH(bool, isTranslated);
    const QJsonObject answer =
        ask({"trace", sample, "--packet", "pod-to-clusterip", "--state", state, "--json"}).object();
    const QJsonArray trace = answer["trace"].toArray();
    const bool asked =
        std::any_of(trace.begin(), trace.end(), [](const auto& event) { return event.toObject()["table"] == "nat"; });
    QCOMPARE(asked, asksNat);
    QCOMPARE(answer["result"].toObject()["dst"].toString() != "10.97.35.60", isTranslated);
}

void TestCli::picksAPacketByItself()
{
    QFile rules(QStringLiteral(NATWALK_SOURCE_DIR "/samples/nginx_basic/ruleset.save"));
    QVERIFY(rules.open(QIODevice::ReadOnly));
    const QString alone = file(QStringLiteral("alone.save"), rules.readAll());
    const Answer answer = ask({"trace", alone, "--json"});
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.object()["packet"].toObject()["dst"].toString(), QStringLiteral("10.97.35.60"));
    QCOMPARE(answer.object()["packet"].toObject()["dport"].toInt(), 80);
    QCOMPARE(answer.object()["code"].toString(), QStringLiteral("NAT.DNAT"));
}

void TestCli::readsStandardInput()
{
    QCOMPARE(ask({"print", "-"}, gate).out.count("\n-A FORWARD"), 3);
    QCOMPARE(ask({"check", "-", "--json"}, gate).object()["file"].toString(), QStringLiteral("standard input"));
}

void TestCli::printsNoColoursIntoAPipe()
{
    for (const char* command : {"trace", "distribution", "check"})
        QVERIFY(!ask({QString::fromLatin1(command), sample}).out.contains('\x1b'));
}

void TestCli::givesExactShares()
{
    const QJsonArray outcomes = ask({"distribution", sample, "--json"}).object()["outcomes"].toArray();
    QCOMPARE(outcomes.size(), 3);
    QCOMPARE(outcomes[0].toObject()["numerator"].toString(), QStringLiteral("715827883"));
    QCOMPARE(outcomes[0].toObject()["denominator_log2"].toInt(), 31);
    QCOMPARE(outcomes[0].toObject()["probability"].toDouble(), 715827883.0 / 2147483648.0);
    QCOMPARE(outcomes[2].toObject()["endpoint"].toString(), QStringLiteral("192.168.166.166:80"));
}

void TestCli::countsTheSameOnAnyThreads_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("emulated") << "emulated";
    QTest::newRow("drawn") << "drawn";
}

void TestCli::countsTheSameOnAnyThreads()
{
    QFETCH(QString, kind);
    const QStringList call = {"trials", sample, "-n", "20000", "--seed", "7", "--json", "--kind", kind, "--threads"};
    const Answer one = ask(call + QStringList{"1"});
    const Answer two = ask(call + QStringList{"2"});
    QCOMPARE(one.code, 0);
    QCOMPARE(one.object()["n"].toInt(), 20000);
    QCOMPARE(one.object()["outcomes"].toArray(), two.object()["outcomes"].toArray());
    QCOMPARE(one.object()["kind"].toString(), kind);
    QVERIFY(one.object()["p_value"].toDouble() > 1e-6);
}

/// A hundred connections of five clients that stay where they came first, ten seconds long.
void TestCli::followsClients()
{
    const QString rules = file("sticky.rules", R"(*nat
:A - [0:0]
:B - [0:0]
-A PREROUTING -m recent --rcheck --seconds 10 --reap --name A --rsource -j A
-A PREROUTING -m recent --rcheck --seconds 10 --reap --name B --rsource -j B
-A PREROUTING -m statistic --mode random --probability 0.5 -j A
-A PREROUTING -j B
-A A -p tcp -m recent --set --name A --rsource -j DNAT --to-destination 10.244.0.2
-A B -p tcp -m recent --set --name B --rsource -j DNAT --to-destination 10.244.0.3
COMMIT
)");
    const QStringList call = {"trials", rules, "-n", "100", "--clients", "5", "--pace", "1"};
    const QJsonObject all = ask(call + QStringList{"--json", "--per-client", "--series"}).object();
    QVERIFY(all["dependent"].toBool() && all["p_value"].isNull());
    QVERIFY(all["outcomes"][0]["low"].isNull());
    QCOMPARE(all["history"]["clients"].toInt(), 5);
    QCOMPARE(all["series"].toArray().last()["trials"].toInt(), 100);
    const QJsonArray clients = all["clients"].toArray();
    QCOMPARE(clients.size(), 5);
    for (const QJsonValue& client : clients) {
        QCOMPARE(client["connections"].toInt(), 20);
        QCOMPARE(client["moves"].toInt(), 0);
    }
    // each line of the table is one client and its one end
    const Answer table = ask(call + QStringList{"--csv", "--per-client"});
    QCOMPARE(table.out.count('\n'), 6);
    QVERIFY(table.out.startsWith("client,connections,moves,outcome,count\n203.0.113.9,20,0,10.244.0."));
    QVERIFY(ask(call + QStringList{"--csv", "--series"}).out.contains("\n100,"));

    const QJsonObject last = ask(call + QStringList{"--trace-trial", "99", "--json"}).object();
    QCOMPARE(last["clock"].toDouble(), 99.0);
    QCOMPARE(last["packet"]["src"].toString(), QStringLiteral("203.0.113.13"));
    const int end = clients[4]["outcomes"][0]["outcome"].toInt();
    QCOMPARE(last["result"]["dst"].toString() + ":80", all["outcomes"][end]["endpoint"].toString());
    QVERIFY(ask(call + QStringList{"--trace-trial", "99"}).out.contains("Trial 99"));
}

void TestCli::weighsSources()
{
    const QString rules = file("sources.rules", "*nat\n-A PREROUTING -p tcp -s 10.1.0.0/16 -j DNAT --to-destination "
                                                "10.244.0.2\n-A PREROUTING -p tcp -j DNAT --to-destination "
                                                "10.244.0.3\nCOMMIT\n");
    const QString list = file("list", "# who  weight\n10.1.0.0/16 3\n10.2.0.0/16\n");
    const QStringList asked = {"distribution", rules,   "--in",      "eth0",    "--src",
                               "10.1.0.1",     "--dst", "10.96.0.1", "--dport", "80"};
    const QJsonObject all = ask(asked + QStringList{"--sources", list, "--json"}).object();
    QCOMPARE(all["outcomes"][0]["probability"].toDouble(), 0.75);
    QCOMPARE(all["sources"].toArray().size(), 2);
    QVERIFY(!all["sampled"].toBool());
    const QStringList given = {"--source", "10.1.0.0/16=3", "--source", "10.2.0.0/16"};
    QCOMPARE(ask(asked + given + QStringList{"--json"}).object()["outcomes"].toArray(), all["outcomes"].toArray());
    QVERIFY(ask(asked + given).out.contains("75 %  10.1.0.1 to 10.1.255.254  10.244.0.2:80 100 %"));
    QVERIFY(ask({"distribution", sample, "--all-ways"}).out.contains("from node"));
}

void TestCli::replaysEachPacket()
{
    const Answer answer = ask({"replay", sample + "/ruleset.save", sample + "/scenario.json"});
    QCOMPARE(answer.code, 0);
    const QStringList lines = answer.out.split('\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 4);
    const QJsonObject last = QJsonDocument::fromJson(lines.last().toUtf8()).object();
    QCOMPARE(last["id"].toString(), QStringLiteral("node-to-clusterip"));
    QCOMPARE(last["verdict"].toString(), QStringLiteral("sent"));
    QCOMPARE(last["out"].toString(), QStringLiteral("cni0"));
}

void TestCli::keepsTheKeysOfJson_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("keys");
    QTest::newRow("check") << "check"
                           << "file rulesets tables chains rules lines repaired diagnostics findings not_simulated "
                              "assumptions";
    QTest::newRow("trace")
        << "trace"
        << "id hook in packet verdict out result mark trace ct doubts draws packet_in verdict_class sentence "
           "deciding_rule steps assumptions";
    QTest::newRow("distribution") << "distribution"
                                  << "outcomes uncovered";
    QTest::newRow("trials") << "trials"
                            << "n seed seconds per_second kind outcomes chi_square degrees p_value sentence";
}

void TestCli::keepsTheKeysOfJson()
{
    QFETCH(QString, command);
    QFETCH(QString, keys);
    const QJsonObject object = ask({command, sample, "--json"}).object();
    for (const QString& key : keys.split(' '))
        QVERIFY2(object.contains(key), qPrintable(key));
}

void TestCli::countsTheLinesOfAnyText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("rules");
    QTest::newRow("a fragment") << QByteArray("$ sudo iptables -t nat -S\n...\n> -A OUTPUT -j ACCEPT\n") << 1 << 1;
    QTest::newRow("no ruleset") << QByteArray("Chain INPUT (policy ACCEPT)\ntarget prot opt\n\n") << 3 << 0;
    QTest::newRow("nothing") << QByteArray() << 3 << 0;
}

void TestCli::countsTheLinesOfAnyText()
{
    QFETCH(QByteArray, text);
    QFETCH(int, code);
    QFETCH(int, rules);
    const Answer answer = ask({"check", "-", "--json"}, text);
    QCOMPARE(answer.code, code);
    QJsonObject lines = answer.object()["lines"].toObject();
    QCOMPARE(lines["rules"].toInt(), rules);
    const int total = lines.take("total").toInt();
    int sum = 0;
    for (const auto& count : lines)
        sum += count.toInt();
    QCOMPARE(total, static_cast<int>(text.count('\n')));
    QCOMPARE(sum, total);
}

void TestCli::takesTheHostFromWhatCommandsPrint()
{
    const QString rules = file("gate.rules", gate);
    const QString addresses = file("addr", "2: eth7: <UP> mtu 1500\n    inet 203.0.113.9/24 scope global eth7\n");
    const QString switches = file("sysctl", "net.ipv4.ip_forward = 0\n");
    const QStringList packet = words("--in eth7 --src 203.0.113.1 --dst 203.0.113.9 --proto tcp --dport 9");
    const Answer local = ask(QStringList{"trace", rules, "--host", addresses, "--host", switches} + packet);
    QVERIFY2(local.code == 0 && local.out.contains("Delivered"), qPrintable(local.out + local.err));
    const Answer wrong = ask({"check", rules, "--host", file("prose", "hello world\n")});
    QCOMPARE(wrong.code, 3);
    QVERIFY2(wrong.err.contains("ip addr"), qPrintable(wrong.err));
}

void TestCli::choosesBetweenTwoBackEnds()
{
    const QByteArray filter = "*filter\n-A INPUT -p tcp -m tcp --dport 9 -j ";
    const QString both = file("both.rules", "# Generated by iptables-save v1.8.9 on Tue\n" + filter
                                                + "DROP\nCOMMIT\n# Completed\n"
                                                  "# Generated by iptables-save v1.8.9 (nf_tables) on Tue\n"
                                                + filter + "DROP\nCOMMIT\n");
    const QStringList packet = words("--from outside --dst 192.0.2.10 --proto tcp --dport 9");
    const auto first = [&](const QStringList& options) {
        const QJsonObject answer = ask(QStringList{"trace", both, "--json"} + packet + options).object();
        return answer["deciding_rule"].toObject()["back_end"].toString();
    };
    QCOMPARE(first({}), QStringLiteral("legacy"));
    QCOMPARE(first({"--back-end", "nft"}), QStringLiteral("nft"));
    const QByteArray host = QByteArray(gateHost).insert(1, R"("first_back_end": "nft", )");
    QCOMPARE(first({"--scenario", file("nft.json", host)}), QStringLiteral("nft"));

    const QJsonObject check = ask({"check", both, "--json"}).object();
    QCOMPARE(check["rulesets"].toArray().size(), 2);
    const QString supposed = QStringLiteral("those of legacy come first");
    QVERIFY(check["assumptions"].toArray().last().toString().contains(supposed));
    const Answer told = ask(QStringList{"trace", both} + packet);
    QVERIFY2(told.err.contains(supposed) && told.out.contains("table filter of iptables-legacy"),
             qPrintable(told.err + told.out));
}

void TestCli::printsCanonicalForm()
{
    const QString canonical = ask({"print", sample}).out;
    QCOMPARE(ask({"print", "-"}, canonical.toUtf8()).out, canonical);
    QVERIFY(
        canonical.contains("-m statistic --mode random --probability 0.33333333349 -j KUBE-SEP-2422Y4UT42X3LJXA\n"));
}

void TestCli::drawsTheGraph()
{
    const Answer whole = ask({"graph", sample});
    QCOMPARE(whole.code, 0);
    QVERIFY2(whole.out.startsWith("digraph") && whole.out.contains("KUBE-SEP-FGYAQDFXQTLSKPFT"), qPrintable(whole.out));
    const QJsonObject path = ask({"graph", sample, "--part", "path", "--course", "2", "--json"}).object();
    QStringList chains;
    for (const auto& chain : path["chains"].toArray())
        chains.push_back(chain.toObject()["name"].toString());
    QVERIFY2(chains.contains("KUBE-SEP-STI77FUROETI63JE"), qPrintable(chains.join(' ')));
    QVERIFY2(!chains.contains("KUBE-SEP-FGYAQDFXQTLSKPFT"), qPrintable(chains.join(' ')));
}

void TestCli::describesExtensions()
{
    QVERIFY(ask({"extensions", "statistic"}).out.contains("--probability VALUE"));
    const QJsonArray all = ask({"extensions", "--json"}).array();
    QVERIFY(all.size() > 10);
    QCOMPARE(all[0].toObject()["kind"].toString(), QStringLiteral("match"));
}

QTEST_GUILESS_MAIN(TestCli)

#include "tst_cli.moc"
