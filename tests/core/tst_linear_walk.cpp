// The walk with indexed chains equals the walk that reads every rule: the same trace, the same effects. And the walk
// that nobody takes notes of, which spares itself some ways, equals the one that a trace is made of.
#include "emulator/document_of.h"
#include "emulator/emulate.h"
#include "emulator/walk.h"
#include "files/reading.h"
#include "support/builders.h"
#include "trace/kernel_log.h"

#include <QtTest>

#include <random>

using namespace natwalk;
using namespace natwalk::test;

namespace {

const QString folder = QStringLiteral(NATWALK_SOURCE_DIR "/tests/data/corpus/");

/// The same ruleset, chain by chain and rule by rule, without an index. Its matches stay the other's.
RulesetPtr linearCopyOf(const Ruleset& ruleset)
{
    RulesetBuilder builder(ruleset.family());
    builder.setBackEnd(ruleset.backEnd());
    for (const TableName table : allTables)
        if (ruleset.hasTable(table))
            builder.addTable(table);
    for (const Chain& chain : ruleset.chains()) {
        Chain& copy = builder.at(builder.chain(chain.table, chain.name));
        copy.policy = chain.policy;
        copy.line = chain.line;
    }
    for (const TableName table : allTables)
        for (const ChainId id : ruleset.table(table).chains)
            if (ruleset.chain(id).declared)
                builder.declare(table, ruleset.chain(id).name);
    for (const Rule& rule : ruleset.rules())
        builder.append(rule);
    return builder.finish(neverIndex);
}

std::size_t indexedChains(const Ruleset& ruleset)
{
    std::size_t count = 0;
    for (std::uint32_t chain = 0; chain < ruleset.chainCount(); ++chain)
        count += ruleset.reading(ChainId{chain}).index != nullptr ? 1 : 0;
    return count;
}

DocumentPtr withRuleset(const Document& document, RulesetPtr ruleset)
{
    return std::make_shared<Document>(Document{{std::move(ruleset)}, document.host});
}

/// A step's kind, its depth, and the rules that it passed over.
QString wordsOf(const Step& step)
{
    QString words = QStringLiteral("%1/%2").arg(step.event.index()).arg(step.depth);
    if (const auto* passed = std::get_if<RulesPassed>(&step.event))
        words += QStringLiteral(" %1:%2-%3")
                     .arg(static_cast<std::uint32_t>(passed->chain))
                     .arg(passed->first)
                     .arg(passed->last);
    if (const auto* doubted = std::get_if<Doubted>(&step.event))
        words += QStringLiteral(" %1.%2").arg(static_cast<std::uint32_t>(doubted->rule)).arg(doubted->match);
    return words;
}

/// All that a walk shows and leaves behind.
QString wordsOf(const Trace& trace)
{
    QStringList words = {QString::fromStdString(kernelWords(trace)), QString::fromStdString(toText(trace.packetOut)),
                         QStringLiteral("verdict %1 %2, connections %3")
                             .arg(static_cast<int>(trace.verdict.outcome))
                             .arg(static_cast<std::uint32_t>(trace.verdict.decidingRule))
                             .arg(trace.after.connections.size())};
    for (const Step& step : trace.steps)
        words += wordsOf(step);
    for (const TracePtr& answer : trace.answers)
        words += wordsOf(*answer);
    return words.join(u'\n');
}

/// Packets to what the rules speak of, from what they speak of; and some others.
class Senders
{
public:
    Senders(const Ruleset& ruleset, const Host& host, unsigned seed) : m_family(ruleset.family()), m_random(seed)
    {
        const Address any = Address::any(m_family);
        for (const Rule& rule : ruleset.rules()) {
            keep(m_addresses, rule.conditions.src.base, any);
            keep(m_addresses, rule.conditions.dst.base, any);
            for (const Match* match : rule.matches)
                if (const Pins pins = match->pins(); pins.dport != 0)
                    m_ports.push_back(pins.dport);
        }
        for (const Interface& device : host.interfaces)
            m_devices.push_back(device.name);
        m_addresses.push_back(*Address::from(m_family == Family::ipv4 ? "203.0.113.9" : "2001:db8::9"));
        m_ports.push_back(443);
    }

    Packet packet()
    {
        Packet made;
        made.src = oneOf(m_addresses);
        made.dst = oneOf(m_addresses);
        made.protocol = m_random() % 3 == 0 ? protocol::udp : protocol::tcp;
        made.sport = static_cast<std::uint16_t>(30000 + m_random() % 4);
        made.dport = oneOf(m_ports);
        if (!m_devices.empty() && m_random() % 4 != 0)
            made.in = oneOf(m_devices);
        return made;
    }

private:
    static void keep(std::vector<Address>& addresses, const Address& address, const Address& any)
    {
        if (address != any && (addresses.empty() || addresses.back() != address))
            addresses.push_back(address);
    }
    template <typename Value>
    Value oneOf(const std::vector<Value>& values)
    {
        return values[m_random() % values.size()];
    }

    Family m_family;
    std::mt19937 m_random;
    std::vector<Address> m_addresses;
    std::vector<std::uint16_t> m_ports;
    std::vector<InterfaceName> m_devices;
};

bool endsAlikeUnwatched(const Question& question, Dice dice)
{
    Trace trace;
    Recorder notes(trace);
    Recorder nobody;
    State state = *question.before;
    State unwatchedState = state;
    Packet packet = question.packet;
    Packet unwatchedPacket = packet;
    Dice sameDice = dice;
    const WalkEnd end = walk(*question.ruleset(), question.host(), state, packet, dice, notes);
    const WalkEnd unwatched =
        walk(*question.ruleset(), question.host(), unwatchedState, unwatchedPacket, sameDice, nobody);
    return end.verdict == unwatched.verdict && end.doubted == unwatched.doubted
           && end.connection == unwatched.connection && packet == unwatchedPacket
           && state.memory.changes() == unwatchedState.memory.changes();
}

/// Sends packets one after another through both, each with what the ones before left; answers the steps walked.
std::size_t sendThroughBoth(const Document& document, const RulesetPtr& ruleset, unsigned packets, unsigned seed)
{
    const DocumentPtr indexed = withRuleset(document, ruleset);
    const DocumentPtr linear = withRuleset(document, linearCopyOf(*ruleset));
    Senders senders(*ruleset, *document.host, seed);
    State before;
    std::size_t steps = 0;
    for (unsigned sent = 0; sent < packets; ++sent) {
        const Packet packet = senders.packet();
        Dice dice(seed, sent);
        Dice sameDice(seed, sent);
        const TracePtr trace = emulate(ask(indexed, packet, before), dice);
        const TracePtr reference = emulate(ask(linear, packet, before), sameDice);
        if (wordsOf(*trace) != wordsOf(*reference))
            qWarning("packet %u: %s\nindexed:\n%s\nlinear:\n%s", sent, toText(packet).c_str(),
                     qPrintable(wordsOf(*trace)), qPrintable(wordsOf(*reference)));
        if (wordsOf(*trace) != wordsOf(*reference))
            return 0;
        if (!endsAlikeUnwatched(ask(indexed, packet, before), Dice(seed, sent))) {
            qWarning("packet %u ends otherwise unwatched: %s", sent, toText(packet).c_str());
            return 0;
        }
        before = trace->after;
        before.clock += 0.25;
        steps += trace->steps.size();
    }
    return steps;
}

/// Long chains of nat and filter whose rules meet often: few addresses and ports, draws, memory, jumps both ways.
class Lottery
{
public:
    explicit Lottery(unsigned seed) : m_random(seed) {}

    std::string text()
    {
        std::string text = "*nat\n:A - [0:0]\n:B - [0:0]\n";
        text += rules("PREROUTING", {" -j A", " -g A", " -j B"}) + rules("OUTPUT", {" -j A", " -g B"});
        text += rules("A", {" -j B", " -g B"}) + rules("B", {" -j DNAT --to-destination 10.0.0.3"});
        text += "COMMIT\n*filter\n:A - [0:0]\n" + rules("FORWARD", {" -j A", " -g A", " -j DROP"});
        return text + rules("A", {" -j REJECT", " -j LOG"}) + "COMMIT\n";
    }

private:
    unsigned below(unsigned limit) { return static_cast<unsigned>(m_random() % limit); }
    const char* oneOf(std::initializer_list<const char*> words)
    {
        return *(words.begin() + below(static_cast<unsigned>(words.size())));
    }

    /// 20 to 59 rules of a chain; some of them with one of its own actions.
    std::string rules(const std::string& chain, std::initializer_list<const char*> actions)
    {
        std::string text;
        for (unsigned rule = 20 + below(40); rule > 0; --rule) {
            const unsigned kind = below(12);
            text += "-A " + chain + destination() + port() + condition() + condition();
            text += kind < 4 ? oneOf(actions) : kind == 4 ? oneOf({" -j RETURN", " -j ACCEPT"}) : "";
            text += '\n';
        }
        return text;
    }

    std::string destination()
    {
        const std::string address = "10.0.0." + std::to_string(below(6));
        if (below(4) == 0)
            return "";
        return std::string(below(6) == 0 ? " ! -d " : " -d ") + address + (below(4) == 0 ? "/30" : "/32");
    }

    std::string port()
    {
        return oneOf(
            {"", "", " -p udp", " -p tcp -m tcp --dport 80", " -p tcp -m tcp --dport 81", " -p udp -m udp --dport 80"});
    }

    std::string condition()
    {
        return oneOf({"", "", "", " -m comment --comment x", " -m recent --set --name a --rsource",
                      " -m recent --rcheck --seconds 3 --name a --rsource",
                      " -m statistic --mode random --probability 0.5", " -m statistic --mode nth --every 3 --packet 0",
                      " -m limit --limit 2/sec --limit-burst 3", " -m mark --mark 0x0/0x1"});
    }

    std::mt19937 m_random;
};

}  // namespace

class TestLinearWalk : public QObject
{
    Q_OBJECT

private slots:
    void equalsTheIndexedWalkOfRandomRules_data();
    void equalsTheIndexedWalkOfRandomRules();
    void equalsTheIndexedWalkOfEveryDump_data();
    void equalsTheIndexedWalkOfEveryDump();
};

void TestLinearWalk::equalsTheIndexedWalkOfRandomRules_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 60; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestLinearWalk::equalsTheIndexedWalkOfRandomRules()
{
    QFETCH(unsigned, seed);
    const DocumentPtr document = documentOf(Lottery(seed).text());
    QVERIFY(indexedChains(*document->rulesets.front()) >= 6);
    QVERIFY(sendThroughBoth(*document, document->rulesets.front(), 60, seed) > 0);
}

void TestLinearWalk::equalsTheIndexedWalkOfEveryDump_data()
{
    QTest::addColumn<QString>("dump");
    for (const QString& dump : QDir(folder).entryList({"*.rules", "*.gz"}, QDir::Files, QDir::Name))
        QTest::newRow(qPrintable(dump)) << dump;
}

void TestLinearWalk::equalsTheIndexedWalkOfEveryDump()
{
    QFETCH(QString, dump);
    const FileText file = readFile((folder + dump).toStdString());
    QVERIFY(file.text);
    const ParseResult read = parse(file.text);
    QVERIFY(!read.rulesets.empty());
    const DocumentPtr document = documentOf(read.rulesets, {}).document;
    for (const RulesetPtr& ruleset : document->rulesets) {
        const auto packets =
            static_cast<unsigned>(std::clamp<std::size_t>(2'000'000 / (ruleset->ruleCount() + 1), 4, 60));
        QVERIFY(sendThroughBoth(*document, ruleset, packets, 1) > 0);
    }
}

QTEST_APPLESS_MAIN(TestLinearWalk)
#include "tst_linear_walk.moc"
