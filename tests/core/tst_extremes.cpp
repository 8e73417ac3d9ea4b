// Texts of a kind that nobody writes: garbage, endless lines, very many chains, chains inside chains inside chains.
// Each ends soon, with a clear message, and on a small stack. tests/fuzz/EXTREMES.md tells of the full sizes.
#include "emulator/document_of.h"
#include "emulator/emulate.h"
#include "emulator/first_question.h"
#include "files/reading.h"
#include "kube/findings.h"
#include "probability/distribution.h"
#include "support/builders.h"
#include "syntax/host_reader.h"
#include "syntax/parser.h"
#include "syntax/remarks.h"
#include "syntax/writer.h"

#include <QTest>
#include <QThread>

#include <memory>
#include <random>

using namespace natwalk;

namespace {

constexpr std::size_t million = 1'000'000;

std::string repeated(const std::string& text, std::size_t count)
{
    std::string all;
    all.reserve(text.size() * count);
    for (std::size_t i = 0; i < count; ++i)
        all += text;
    return all;
}

/// Letters and marks at random, the same each time; a line feed among about `perLine` of them.
std::string noise(std::size_t size, int perLine, const std::string& letters)
{
    std::minstd_rand random(7);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same each time
    std::string text(size, ' ');
    for (char& letter : text)
        letter = random() % static_cast<unsigned>(perLine) == 0 ? '\n' : letters[random() % letters.size()];
    return text;
}

/// A table whose chains each jump to the next, `perChain` times; the last one translates.
std::string levels(std::size_t count, int perChain)
{
    std::string chains = "*nat\n";
    std::string rules = "-A PREROUTING -j L0\n";
    for (std::size_t i = 0; i < count; ++i) {
        const std::string name = "L" + std::to_string(i);
        chains += ':' + name + " - [0:0]\n";
        for (int n = 0; n < perChain && i + 1 < count; ++n)
            rules += "-A " + name + " -j L" + std::to_string(i + 1) + '\n';
    }
    return chains + rules + "-A L" + std::to_string(count - 1)
           + " -p tcp -m tcp --dport 80 -j DNAT --to-destination 10.244.0.5:8080\nCOMMIT\n";
}

/// Does something on a stack of 256 kB: whoever calls himself once a level does not come far there.
template <typename Work>
void onSmallStack(const Work& work)
{
    constexpr unsigned small = 256 * 1024;
    const std::unique_ptr<QThread> thread(QThread::create(work));
    thread->setStackSize(small);
    thread->start();
    thread->wait();
}

DocumentPtr documentFrom(const std::string& text) { return documentOf(parse(text).rulesets, {}).document; }

Packet fromOutside(std::uint16_t port) { return test::tcp("203.0.113.7", 40000, "10.96.0.10", port, "eth0"); }

std::uint32_t sum(const LineCounts& lines)
{
    return lines.rules + lines.chains + lines.headers + lines.comments + lines.blank + lines.ignored;
}

}  // namespace

class TestExtremes : public QObject
{
    Q_OBJECT

private slots:
    void garbageIsGivenUp_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<bool>("isGivenUp");  // told to be no ruleset
        const std::string printable = "abcdefghijklmnop 0123456789 -:*#[]\"'\\/.,;=!";
        QTest::newRow("bytes") << noise(2 * million, 200, std::string("\x01\x02\x7f\0abc \xff", 9)) << true;
        QTest::newRow("letters") << noise(2 * million, 80, printable) << true;
        QTest::newRow("letters in long lines") << noise(million, 100'000, printable) << true;
        QTest::newRow("short lines") << noise(million / 4, 4, printable) << true;
        QTest::newRow("empty lines") << std::string(4 * million, '\n') << true;
        QTest::newRow("open quotes") << repeated("-A X -m comment --comment \"\n", million / 50) << false;
        QTest::newRow("half rules") << repeated("-A X -p\n", million / 20) << true;
        QTest::newRow("backslashes") << repeated("-A X \\\n", million / 50) << true;
        QTest::newRow("joined lines") << repeated("x\\n-A\\n", million / 40) << true;
        QTest::newRow("headers") << repeated("*nat\n", million / 10) << false;
        QTest::newRow("unknown tables") << repeated("*oops\n-A X -j Y\n", million / 10) << true;
        QTest::newRow("commits") << repeated("COMMIT\n", million / 8) << true;
        QTest::newRow("prompts") << repeated("[root@node ~]# iptables -S\n", million / 40) << true;
        QTest::newRow("headless rules of many chains")
            << repeated("-A X -s 1.1.1.1 -j Y\n-P INPUT ACCEPT\n", million / 20) << false;
        QTest::newRow("lists in lists") << std::string(million, '[') << true;
    }
    void garbageIsGivenUp()
    {
        QFETCH(std::string, text);
        QFETCH(bool, isGivenUp);
        const ParseResult result = parse(text);
        QCOMPARE(sum(result.lines), result.lines.total);
        QVERIFY(result.diagnostics.size() <= Remarks::most + 10);
        QCOMPARE(result.rulesets.empty(), isGivenUp);
        QVERIFY(!result.diagnostics.empty());
        readHostText(text);
    }

    void anEndlessLineIsLeftOut()
    {
        const std::string endless = "-A OUTPUT -m comment --comment " + std::string(100 * million, 'x') + " -j DROP\n";
        const ParseResult result = parse("*nat\n-A OUTPUT -j ACCEPT\n" + endless + "-A OUTPUT -j RETURN\nCOMMIT\n");
        QCOMPARE(result.rulesets.size(), std::size_t{1});
        QCOMPARE(result.lines.rules, 2U);
        QCOMPARE(result.lines.ignored, 1U);
        QVERIFY(result.diagnostics.front().message.id == MessageId::LineTooLong);
        QCOMPARE(result.diagnostics.front().where.line, 3U);
    }

    void cancelIsHeardWithinLongLines()
    {
        const std::string text = repeated(std::string(million, 'x') + '\n', 20);
        int asked = 0;
        const ParseResult result = parse(text, [&](double) { return ++asked < 3; });
        QVERIFY(result.stopped);
        QCOMPARE(asked, 3);
    }

    void manyChainsAreRead()
    {
        constexpr std::size_t count = 200'000;
        std::string text = "*nat\n";
        for (std::size_t i = 0; i < count; ++i)
            text += ":CHAIN-" + std::to_string(i) + " - [0:0]\n";
        for (std::size_t i = 0; i < count; ++i)
            text += "-A CHAIN-" + std::to_string(i) + " -s 10." + std::to_string(i % 250) + '.'
                    + std::to_string(i / 250 % 250) + ".0/24 -i eth" + std::to_string(i) + " -j RETURN\n";
        const DocumentPtr document = documentFrom(text + "COMMIT\n");
        QCOMPARE(document->rulesets.front()->chainCount(), count + 4);
        QVERIFY(document->host->interfaces.size() < count / 10);  // what rules tell of a host is not all drawn
        findingsOf(KubeDocument(document));
    }

    void manyLevelsAreWalked()
    {
        constexpr std::size_t count = 100'000;
        onSmallStack([] {
            const DocumentPtr document = documentFrom(levels(count, 1));
            const TracePtr trace = emulate(test::ask(document, fromOutside(80)));
            QVERIFY(trace->verdict.destinationNat);
            QCOMPARE(callStack(*trace, trace->steps.size() - 1).size(), std::size_t{0});
            const TracePtr passing = emulate(test::ask(document, fromOutside(81)));
            QVERIFY(!passing->verdict.destinationNat && !passing->depends);
            QVERIFY(firstQuestion(document, fromOutside(80)).packet.dst.family == Family::ipv4);
            QCOMPARE(distributionOf(test::ask(document, fromOutside(80))).outcomes.size(), std::size_t{1});
            findingsOf(KubeDocument(document));
        });
    }

    /// Each level doubles the jumps: after 60 of them the kernel itself does not come back.
    void jumpsThatDoubleAreGivenUp()
    {
        onSmallStack([] {
            const DocumentPtr document = documentFrom(levels(60, 2));
            const TracePtr trace = emulate(test::ask(document, fromOutside(81)));
            QVERIFY(trace->verdict.outcome == Outcome::depends && trace->depends);
            QVERIFY(trace->verdict.because == Because::tooManyJumps);
            firstQuestion(document, fromOutside(81));
        });
    }

    void manyComplaintsArePrintedInOneGo()
    {
        const std::string text =
            "*nat\n" + repeated("-A X -p nonsense\n-A OUTPUT -j ACCEPT\n", million / 8) + "COMMIT\n";
        const ParseResult result = parse(text);
        QVERIFY(result.diagnostics.size() >= Remarks::most);
        std::size_t bytes = 0;
        DiagnosticPrinter printer("x", text);
        for (const Diagnostic& diagnostic : result.diagnostics)
            bytes += printer.print(diagnostic).size();
        QVERIFY(bytes > 10 * result.diagnostics.size());
    }

    void smallPackedFilesStaySmall()
    {
        // 4 MB of blanks, packed by gzip into 4 kB: what unpacks to more than is read at all is refused.
        QVERIFY(plainText("\x1f\x8b" + std::string(1000, 'x'), "x").problem.id == MessageId::FileBroken);
    }
};

QTEST_APPLESS_MAIN(TestExtremes)
#include "tst_extremes.moc"
