#include "host/memory.h"

#include <QTest>

using namespace natwalk;

class TestMemory : public QObject
{
    Q_OBJECT

private slots:
    void countsEachMatchByItself();
    void remembersBuckets();
    void stampsMakeAndRefresh();
    void touchedEntriesGoToTheEnd();
    void keepsTheLatestStamps();
    void forgetsTheOldestOfTooMany();
    void reapsOnlyTheOldestAndOnlyWhenItIsOldEnough();
    void forgetsOnDemand();
};

namespace {

constexpr MemoryKey someMatch{7, 0};

Address client(std::uint32_t number) { return Address::v4(0x0a000000 + number); }

void stamp(Memory& memory, std::uint32_t number, double now)
{
    memory.apply(someMatch, RecentStamp{"list", client(number), recentStamps}, now);
}

std::vector<Address> addressesOf(const Memory& memory)
{
    std::vector<Address> addresses;
    for (const RecentEntry& entry : memory.recent("list")->entries)
        addresses.push_back(entry.address);
    return addresses;
}

}  // namespace

void TestMemory::countsEachMatchByItself()
{
    Memory memory;
    memory.apply({9, 1}, CountOneMore{}, 0);
    memory.apply({9, 1}, CountOneMore{}, 0);
    memory.apply({3, 0}, CountOneMore{}, 0);
    memory.setCount({9, 0}, 40);
    QCOMPARE(memory.timesAsked({9, 1}), std::uint64_t{2});
    QCOMPARE(memory.timesAsked({3, 0}), std::uint64_t{1});
    QCOMPARE(memory.timesAsked({9, 0}), std::uint64_t{40});
    QCOMPARE(memory.timesAsked({3, 1}), std::uint64_t{0});
    QCOMPARE(memory.counts().size(), std::size_t{3});
}

void TestMemory::remembersBuckets()
{
    Memory memory;
    QVERIFY(memory.bucket(someMatch) == nullptr);
    memory.apply(someMatch, BucketSet{{4.5, 10}}, 10);
    QCOMPARE(memory.bucket(someMatch)->credit, 4.5);
    QCOMPARE(memory.bucket(someMatch)->filledAt, 10.0);
}

void TestMemory::stampsMakeAndRefresh()
{
    Memory memory;
    QVERIFY(memory.recent("list") == nullptr);
    stamp(memory, 1, 5);
    stamp(memory, 1, 6);
    const auto* list = memory.recent("list");
    QVERIFY(list != nullptr);
    const RecentEntry* entry = list->find(client(1));
    QVERIFY(entry != nullptr);
    QVERIFY(entry->seen == (std::vector<double>{5, 6}));
    QVERIFY(list->find(client(2)) == nullptr);
}

void TestMemory::touchedEntriesGoToTheEnd()
{
    Memory memory;
    for (std::uint32_t number = 1; number <= 3; ++number)
        stamp(memory, number, number);
    stamp(memory, 1, 4);
    QVERIFY(addressesOf(memory) == (std::vector<Address>{client(2), client(3), client(1)}));
}

void TestMemory::keepsTheLatestStamps()
{
    Memory memory;
    for (int second = 0; second < 30; ++second)
        stamp(memory, 1, second);
    const std::vector<double>& seen = memory.recent("list")->find(client(1))->seen;
    QCOMPARE(seen.size(), std::size_t{recentStamps});
    QCOMPARE(seen.front(), 10.0);
    QCOMPARE(seen.back(), 29.0);
}

void TestMemory::forgetsTheOldestOfTooMany()
{
    Memory memory;
    for (std::uint32_t number = 0; number < recentAddresses; ++number)
        stamp(memory, number, 0);
    stamp(memory, 0, 1);  // seen again: now client 1 is the oldest
    for (std::uint32_t number = 1000; number < 1050; ++number)
        stamp(memory, number, 2);
    const RecentList* list = memory.recent("list");
    QCOMPARE(list->entries.size(), recentAddresses);
    QVERIFY(list->find(client(0)) != nullptr);
    QVERIFY(list->find(client(50)) == nullptr);
    QVERIFY(list->find(client(51)) != nullptr);
}

void TestMemory::reapsOnlyTheOldestAndOnlyWhenItIsOldEnough()
{
    Memory memory;
    stamp(memory, 1, 0);
    stamp(memory, 2, 1);
    memory.apply(someMatch, RecentReap{"list", 10}, 10);
    QCOMPARE(memory.recent("list")->entries.size(), std::size_t{2});
    memory.apply(someMatch, RecentReap{"list", 10}, 60);
    QVERIFY(addressesOf(memory) == std::vector<Address>{client(2)});
}

void TestMemory::forgetsOnDemand()
{
    Memory memory;
    stamp(memory, 1, 0);
    stamp(memory, 2, 0);
    memory.apply(someMatch, RecentForget{"list", client(1)}, 1);
    memory.apply(someMatch, RecentForget{"list", client(9)}, 1);
    QVERIFY(addressesOf(memory) == std::vector<Address>{client(2)});
}

QTEST_APPLESS_MAIN(TestMemory)
#include "tst_memory.moc"
