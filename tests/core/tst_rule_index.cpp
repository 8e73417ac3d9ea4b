// The index of a long chain gives the same answer as reading every rule.
#include "ruleset/rule_index.h"
#include "support/small_rules.h"

#include <QtTest>

#include <random>

using namespace natwalk;
using namespace natwalk::test;

namespace {

/// Whether the walk may leave the rule out: no condition holds, or a port is wrong before any match remembered.
bool mayBePassedOver(const Rule& rule, const Packet& packet)
{
    if (!rule.conditions.holdFor(packet))
        return true;
    for (const Match* match : rule.matches) {
        if (match->remembers())
            return false;
        const Pins pins = match->pins();
        if (pins.dport != 0 && (pins.protocol != packet.protocol || pins.dport != packet.dport))
            return true;
    }
    return false;
}

bool matches(const Rule& rule, const Packet& packet)
{
    const Host host;
    const State state;
    const MatchContext context{packet, host, state};
    return rule.conditions.holdFor(packet) && std::ranges::all_of(rule.matches, [&](const Match* match) {
               return match->ask(context).isCertainly(true);
           });
}

std::vector<std::uint32_t> candidates(const RuleIndex& index, const Packet& packet, std::uint32_t size)
{
    std::vector<std::uint32_t> all;
    for (std::uint32_t at = index.nextCandidate(0, packet); at < size; at = index.nextCandidate(at + 1, packet))
        all.push_back(at);
    return all;
}

/// Rules and packets from so few addresses and ports that they meet often.
class Lottery
{
public:
    explicit Lottery(unsigned seed, bool ipv6) : m_random(seed), m_ipv6(ipv6) {}

    Rule rule(Arena& arena)
    {
        Rule made;
        Conditions& conditions = made.conditions;
        if (below(3) != 0)
            conditions.dst = below(3) != 0 ? Network::of(address(), m_ipv6 ? 128 : 32) : Network::of(address(), 24);
        conditions.dstInverted = !conditions.dst.isAny() && below(6) == 0;
        if (below(4) == 0)
            conditions.src = Network::of(address(), 30);
        if (below(2) == 0)
            conditions.protocol = protocolNumber();
        conditions.protocolInverted = conditions.protocol != 0 && below(5) == 0;
        std::vector<const Match*> chosen;
        while (below(2) == 0)
            chosen.push_back(match(arena));
        made.matches = arena.keep(std::span<const Match* const>(chosen));
        return made;
    }

    Packet packet()
    {
        Packet made;
        made.src = address();
        made.dst = address();
        made.protocol = protocolNumber();
        made.dport = static_cast<std::uint16_t>(below(4));
        return made;
    }

private:
    unsigned below(unsigned limit) { return static_cast<unsigned>(m_random() % limit); }
    std::uint8_t protocolNumber() { return below(2) == 0 ? protocol::tcp : protocol::udp; }
    Address address() { return Address::from(m_ipv6 ? "2001:db8::" : "10.0.0.0")->plus(std::uint64_t{below(6)} * 64); }
    const Match* match(Arena& arena)
    {
        if (below(3) == 0)
            return plainMatch(arena, "recent", true);
        return below(2) == 0 ? plainMatch(arena, "comment")
                             : portMatch(arena, protocolNumber(), static_cast<std::uint16_t>(below(4)));
    }

    std::mt19937 m_random;
    bool m_ipv6;
};

Packet to(const char* dst, std::uint16_t dport, std::uint8_t protocol = protocol::tcp)
{
    Packet packet;
    packet.dst = *Address::from(dst);
    packet.dport = dport;
    packet.protocol = protocol;
    return packet;
}

}  // namespace

class TestRuleIndex : public QObject
{
    Q_OBJECT

private slots:
    void leavesOutOnlyWhatMayBePassedOver_data();
    void leavesOutOnlyWhatMayBePassedOver();
    void findsTheSameFirstMatch_data();
    void findsTheSameFirstMatch();
    void leavesOutAllOtherDestinations();
    void leavesOutAllOtherPorts();
    void asksRulesThatRememberBeforeThePort();
    void takesAnEmptyChain();
};

void TestRuleIndex::leavesOutOnlyWhatMayBePassedOver_data()
{
    QTest::addColumn<bool>("ipv6");
    QTest::newRow("IPv4") << false;
    QTest::newRow("IPv6") << true;
}

void TestRuleIndex::leavesOutOnlyWhatMayBePassedOver()
{
    QFETCH(const bool, ipv6);
    std::size_t leftOut = 0;
    for (unsigned seed = 0; seed < 200; ++seed) {
        Lottery lottery(seed, ipv6);
        Arena arena;
        std::vector<Rule> rules;
        for (unsigned i = 0; i < seed; ++i)
            rules.push_back(lottery.rule(arena));
        const RuleIndex index(rules);
        for (int i = 0; i < 50; ++i) {
            const Packet packet = lottery.packet();
            const auto found = candidates(index, packet, static_cast<std::uint32_t>(rules.size()));
            QVERIFY(std::ranges::is_sorted(found));
            for (std::uint32_t rule = 0; rule < rules.size(); ++rule)
                if (!std::ranges::binary_search(found, rule))
                    QVERIFY(mayBePassedOver(rules[rule], packet));
            leftOut += rules.size() - found.size();
        }
    }
    QVERIFY(leftOut > 100'000);  // else it was no index
}

void TestRuleIndex::findsTheSameFirstMatch_data() { leavesOutOnlyWhatMayBePassedOver_data(); }

void TestRuleIndex::findsTheSameFirstMatch()
{
    QFETCH(const bool, ipv6);
    for (unsigned seed = 1000; seed < 1100; ++seed) {
        Lottery lottery(seed, ipv6);
        Arena arena;
        std::vector<Rule> rules;
        for (unsigned i = 0; i < 60; ++i)
            rules.push_back(lottery.rule(arena));
        const RuleIndex index(rules);
        for (int i = 0; i < 50; ++i) {
            const Packet packet = lottery.packet();
            const auto found = candidates(index, packet, 60);
            const auto read = std::ranges::find_if(rules, [&](const Rule& rule) { return matches(rule, packet); });
            const auto asked =
                std::ranges::find_if(found, [&](std::uint32_t at) { return matches(rules[at], packet); });
            const auto first = static_cast<std::uint32_t>(read - rules.begin());
            QCOMPARE(asked == found.end() ? 60U : *asked, first);
        }
    }
}

void TestRuleIndex::leavesOutAllOtherDestinations()
{
    std::string text = "*nat\n";
    for (int i = 0; i < 1000; ++i)
        text += "-A A -d 10.96." + std::to_string(i / 250) + '.' + std::to_string(i % 250)
                + " -p tcp --dport 80 -j ACCEPT\n";
    text += "-A A -j B\n";
    const auto rules = smallRules(text);
    const RuleIndex& index = *rules->reading(rules->find(TableName::nat, "A")).index;
    using Places = std::vector<std::uint32_t>;
    QCOMPARE(candidates(index, to("10.96.2.17", 80), 1001), (Places{517, 1000}));
    QCOMPARE(candidates(index, to("10.97.0.1", 80), 1001), Places{1000});
    QCOMPARE(index.nextCandidate(518, to("10.96.2.17", 80)), 1000U);
    QCOMPARE(index.nextCandidate(1001, to("10.96.2.17", 80)), 1001U);
}

void TestRuleIndex::leavesOutAllOtherPorts()
{
    std::string text = "*nat\n";
    for (int i = 0; i < 1000; ++i)
        text += "-A A -p tcp -m comment --dport " + std::to_string(30000 + i) + " -j ACCEPT\n";
    const auto rules = smallRules(text);
    const RuleIndex& index = *rules->reading(rules->find(TableName::nat, "A")).index;
    using Places = std::vector<std::uint32_t>;
    QCOMPARE(candidates(index, to("10.0.0.1", 30207), 1000), Places{207});
    QCOMPARE(candidates(index, to("10.0.0.1", 30207, protocol::udp), 1000), Places{});
    QCOMPARE(candidates(index, to("10.0.0.1", 0), 1000), Places{});
}

void TestRuleIndex::asksRulesThatRememberBeforeThePort()
{
    std::string text = "*nat\n-A A -p tcp -m recent --dport 80\n-A A -p tcp --dport 80 -m recent\n";
    const auto rules = smallRules(text, BackEnd::legacy, Family::ipv4, 1);
    const RuleIndex& index = *rules->reading(rules->find(TableName::nat, "A")).index;
    QCOMPARE(candidates(index, to("10.0.0.1", 81), 2), std::vector<std::uint32_t>{0});
}

void TestRuleIndex::takesAnEmptyChain()
{
    const RuleIndex index({});
    QCOMPARE(index.nextCandidate(0, Packet{}), 0U);
}

QTEST_APPLESS_MAIN(TestRuleIndex)
#include "tst_rule_index.moc"
