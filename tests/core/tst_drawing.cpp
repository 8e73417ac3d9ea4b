// The layout keeps its promises: no box on another, no line through a box, children in rule order, any depth, always
// the same.
#include "graph/drawing.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace natwalk;

namespace {

constexpr Size chainSize{188, 74};

DrawingInput boxes(std::size_t count)
{
    DrawingInput input;
    input.boxes.resize(count, Box{chainSize});
    input.roots = {0};
    return input;
}

void jump(DrawingInput& input, std::uint32_t from, std::uint32_t to, double row = 52)
{
    input.links.push_back({from, to, row, 20});
}

/// Chains of many sizes that jump about at random, loops included.
DrawingInput tangle(unsigned seed, std::uint32_t count)
{
    std::mt19937 random(seed);
    const auto below = [&](std::uint32_t n) { return static_cast<std::uint32_t>(random() % n); };
    DrawingInput input = boxes(count);
    for (Box& box : input.boxes)
        box.size = {100.0 + below(160), 30.0 + below(200)};
    for (std::uint32_t i = 0; i < 2 * count; ++i) {
        const std::uint32_t from = below(count);
        jump(input, from, below(count), below(static_cast<std::uint32_t>(input.boxes[from].size.height)));
    }
    std::stable_sort(input.links.begin(), input.links.end(),
                     [](const Link& a, const Link& b) { return a.from < b.from; });
    for (std::uint32_t i = count / 2; i < count; i += 7)
        input.boxes[i].below = i - 1;
    for (std::uint32_t i = 3; i < count / 2; i += 11)
        input.boxes[i].last = true;
    return input;
}

bool same(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y) < 1e-6; }

bool overlap(Point a, Size sizeA, Point b, Size sizeB)
{
    return a.x < b.x + sizeB.width && b.x < a.x + sizeA.width && a.y < b.y + sizeB.height && b.y < a.y + sizeA.height;
}

/// Whether a straight line runs through the inside of a box (Liang and Barsky's clipping).
bool crosses(Point a, Point b, Point place, Size size)
{
    double first = 0;
    double last = 1;
    const auto clip = [&](double from, double to, double low, double high) {
        if (from == to)
            return low < from && from < high;
        const double enter = ((from < to ? low : high) - from) / (to - from);
        const double leave = ((from < to ? high : low) - from) / (to - from);
        first = std::max(first, enter);
        last = std::min(last, leave);
        return true;
    };
    return clip(a.x, b.x, place.x, place.x + size.width) && clip(a.y, b.y, place.y, place.y + size.height)
           && last - first > 1e-9;
}

}  // namespace

class TestDrawing : public QObject
{
    Q_OBJECT

private slots:
    void keepsBoxesApart_data() { tangles(); }
    void keepsBoxesApart()
    {
        QFETCH(unsigned, seed);
        QFETCH(bool, compact);
        DrawingInput input = tangle(seed, 60);
        input.compact = compact;
        const Drawing drawing = draw(input);
        for (std::size_t a = 0; a < input.boxes.size(); ++a)
            for (std::size_t b = 0; b < a; ++b)
                QVERIFY2(!overlap(drawing.places[a], input.boxes[a].size, drawing.places[b], input.boxes[b].size),
                         qPrintable(QString("%1 and %2").arg(a).arg(b)));
    }

    void leadsNoLineThroughABox_data() { tangles(); }
    void leadsNoLineThroughABox()
    {
        QFETCH(unsigned, seed);
        QFETCH(bool, compact);
        DrawingInput input = tangle(seed, 60);
        input.compact = compact;
        const Drawing drawing = draw(input);
        QCOMPARE(drawing.lines.size(), input.links.size());
        for (const auto& line : drawing.lines)
            for (std::size_t i = 1; i < line.size(); ++i)
                for (std::size_t box = 0; box < input.boxes.size(); ++box)
                    QVERIFY(!crosses(line[i - 1], line[i], drawing.places[box], input.boxes[box].size));
    }

    void beginsAndEndsLinesAtTheirBoxes_data() { tangles(); }
    void beginsAndEndsLinesAtTheirBoxes()
    {
        QFETCH(unsigned, seed);
        const DrawingInput input = tangle(seed, 60);
        const Drawing drawing = draw(input);
        for (std::size_t i = 0; i < input.links.size(); ++i) {
            const Link& link = input.links[i];
            if (input.boxes[link.to].below == link.from)
                continue;
            const Point from = drawing.places[link.from];
            const Point to = drawing.places[link.to];
            QVERIFY(same(drawing.lines[i].front(), {from.x + input.boxes[link.from].size.width, from.y + link.fromY}));
            QVERIFY(same(drawing.lines[i].back(), {to.x, to.y + link.toY}));
        }
    }

    void staysWithinItsSize_data() { tangles(); }
    void staysWithinItsSize()
    {
        QFETCH(unsigned, seed);
        const DrawingInput input = tangle(seed, 60);
        const Drawing drawing = draw(input);
        const auto within = [&](Point point) {
            return point.x >= 0 && point.y >= 0 && point.x <= drawing.size.width && point.y <= drawing.size.height;
        };
        for (std::size_t i = 0; i < input.boxes.size(); ++i) {
            const Point place = drawing.places[i];
            QVERIFY(within(place));
            QVERIFY(within({place.x + input.boxes[i].size.width, place.y + input.boxes[i].size.height}));
        }
        for (const auto& line : drawing.lines)
            QVERIFY(std::all_of(line.begin(), line.end(), within));
    }

    void drawsTheSameTwice()
    {
        const DrawingInput input = tangle(5, 300);
        const Drawing first = draw(input);
        const Drawing second = draw(input);
        QCOMPARE(first.places, second.places);
        QCOMPARE(first.lines, second.lines);
    }

    void keepsChildrenInRuleOrder()
    {
        DrawingInput input = boxes(6);
        for (const std::uint32_t child : {4, 2, 5, 1, 3})
            jump(input, 0, child);
        const Drawing drawing = draw(input);
        const std::vector<std::uint32_t> expected = {4, 2, 5, 1, 3};
        for (std::size_t i = 1; i < expected.size(); ++i)
            QVERIFY(drawing.places[expected[i - 1]].y < drawing.places[expected[i]].y);
    }

    void keepsChildrenInRuleOrderThoughAnotherMetThemFirst()
    {
        DrawingInput input = boxes(5);  // 0 -> 1 -> 4; 2 -> 3, 4 with 2 deeper than 1
        input.roots = {0, 2};
        jump(input, 0, 4);
        jump(input, 2, 1);
        jump(input, 1, 3);
        jump(input, 1, 4);
        const Drawing drawing = draw(input);
        QCOMPARE(drawing.columns[3], 2U);
        QCOMPARE(drawing.columns[4], 2U);
        QVERIFY(drawing.places[3].y < drawing.places[4].y);
    }

    void putsAChainRightOfAllThatJumpToIt()
    {
        DrawingInput input = boxes(4);  // 0 -> 1 -> 2 -> 3 and 0 -> 3
        jump(input, 0, 1);
        jump(input, 0, 3);
        jump(input, 1, 2);
        jump(input, 2, 3);
        QCOMPARE(draw(input).columns, (std::vector<std::uint32_t>{0, 1, 2, 3}));
    }

    void runsAnOnlyChildsLinkLevel()
    {
        DrawingInput input = boxes(2);
        jump(input, 0, 1, 60);
        const auto line = draw(input).lines[0];
        QCOMPARE(line.front().y, line.back().y);
    }

    void isNoHigherThanItsTallestColumn()
    {
        DrawingInput input = boxes(5);  // 0 -> 1, and 1 -> 2, 3, 4 above each other
        jump(input, 0, 1, 70);
        for (const std::uint32_t child : {2, 3, 4})
            jump(input, 1, child, 70);
        input.compact = true;
        QCOMPARE(draw(input).size.height, 3 * chainSize.height + 2 * input.rowGap);
    }

    void runsHeavyLinksLevelWhereThereIsRoom()
    {
        DrawingInput input = boxes(4);
        for (const std::uint32_t child : {1, 2, 3})
            input.links.push_back({0, child, 37, 37, child == 3 ? 1e6 : 1});
        input.compact = true;
        const Drawing drawing = draw(input);
        QVERIFY(std::abs(drawing.places[0].y - drawing.places[3].y) < 0.01);
    }

    void breaksCircles()
    {
        DrawingInput input = boxes(3);
        jump(input, 0, 1);
        jump(input, 1, 2);
        jump(input, 2, 0);
        jump(input, 2, 2);
        const Drawing drawing = draw(input);
        QCOMPARE(drawing.columns, (std::vector<std::uint32_t>{0, 1, 2}));
        QCOMPARE(drawing.lines.size(), std::size_t{4});
    }

    void drawsACircleThatNobodyCalls()
    {
        DrawingInput input = boxes(3);
        jump(input, 1, 2);
        jump(input, 2, 1);
        QCOMPARE(draw(input).columns, (std::vector<std::uint32_t>{0, 0, 1}));
    }

    void standsABoxBelowAnother()
    {
        DrawingInput input = boxes(3);
        input.boxes[1].below = 0;
        jump(input, 0, 1);
        jump(input, 1, 2);
        const Drawing drawing = draw(input);
        QCOMPARE(drawing.columns, (std::vector<std::uint32_t>{0, 0, 1}));
        QCOMPARE(drawing.places[1].y, drawing.places[0].y + chainSize.height + input.rowGap);
        QCOMPARE(drawing.lines[0].front().x, drawing.lines[0].back().x);
    }

    void putsEndpointsInTheLastColumn()
    {
        DrawingInput input = boxes(5);  // 0 -> 1 -> 2 -> 3, endpoint 4 of 1
        input.boxes[4].last = true;
        jump(input, 0, 1);
        jump(input, 1, 2);
        jump(input, 1, 4);
        jump(input, 2, 3);
        QCOMPARE(draw(input).columns, (std::vector<std::uint32_t>{0, 1, 2, 3, 4}));
    }

    void drawsAHundredThousandLevels_data()
    {
        QTest::addColumn<bool>("withLeaves");
        QTest::newRow("one after another") << false;
        QTest::newRow("each with a leaf before the next") << true;
    }
    void drawsAHundredThousandLevels()
    {
        QFETCH(bool, withLeaves);
        constexpr std::uint32_t levels = 100'000;
        DrawingInput input = boxes(withLeaves ? 2 * levels : levels);
        for (std::uint32_t level = 0; level + 1 < levels; ++level) {
            if (withLeaves)
                jump(input, level, levels + level);
            jump(input, level, level + 1);
            jump(input, level, levels - 1);
        }
        const Drawing drawing = draw(input);
        QCOMPARE(drawing.columns[levels - 1], levels - 1);
        QCOMPARE(drawing.lines.size(), input.links.size());
    }

    void stopsWhenAsked()
    {
        const DrawingInput input = tangle(1, 60);
        QVERIFY(draw(input, [](double) { return false; }).stopped);
        QVERIFY(draw(input, [](double done) { return done < 0.5; }).stopped);
        QVERIFY(!draw(input).stopped);
    }

    void drawsNothing()
    {
        const Drawing drawing = draw(DrawingInput{});
        QVERIFY(drawing.places.empty());
        QCOMPARE(drawing.size.width, 0.0);
    }

private:
    static void tangles()
    {
        QTest::addColumn<unsigned>("seed");
        QTest::addColumn<bool>("compact");
        for (unsigned seed = 1; seed <= 20; ++seed) {
            QTest::addRow("tangle %u", seed) << seed << false;
            QTest::addRow("tangle %u, compact", seed) << seed << true;
        }
    }
};

QTEST_APPLESS_MAIN(TestDrawing)
#include "tst_drawing.moc"
