// Reads every include of the repository and holds it against the plan of the house; a wrong turn fails with its line.
#include "support/house_plan.h"

#include <QTest>

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace natwalk::house;

namespace {

using MadeUp = std::map<std::string, std::string>;  // file -> text

House houseOf(const MadeUp& texts)
{
    House house;
    for (const auto& [file, text] : texts)
        house[file] = includesOf(text);
    return house;
}

/// The real thing: all sources of core, ui, app and tests.
const House& ourHouse()
{
    static const House house = [] {
        MadeUp texts;
        const std::filesystem::path top = NATWALK_SOURCE_DIR;
        for (const char* floor : {"core", "ui", "app", "tests"}) {
            for (const auto& entry : std::filesystem::recursive_directory_iterator(top / floor)) {
                const auto extension = entry.path().extension();
                if (extension != ".h" && extension != ".cpp" && extension != ".def")
                    continue;
                std::ifstream file(entry.path());
                texts[entry.path().lexically_relative(top).generic_string()] =
                    std::string(std::istreambuf_iterator<char>(file), {});
            }
        }
        return houseOf(texts);
    }();
    return house;
}

std::string broken(const House& house, Promise promise)
{
    std::string sentences;
    for (const WrongTurn& turn : wrongTurns(house)) {
        if (turn.promise == promise)
            sentences += turn.sentence + '\n';
    }
    return sentences;
}

}  // namespace

// Prints every sentence, so that all wrong turns are seen at once.
#define KEEPS(promise)                                                                                                 \
    do {                                                                                                               \
        const std::string sentences = broken(ourHouse(), Promise::promise);                                            \
        QVERIFY2(sentences.empty(), ('\n' + sentences).c_str());                                                       \
    } while (false)

class RoomsTest : public QObject
{
    Q_OBJECT

private slots:
    void readsIncludesWithTheirLines()
    {
        const auto found = includesOf("// #include \"no.h\"\n#pragma once\n\n#include \"text/token.h\"\r\n"
                                      "  #  include <vector>  // why\nconst char* text = \"#include <map>\";");
        QCOMPARE(found.size(), 2U);
        QCOMPARE(found[0].line, 4);
        QCOMPARE(found[0].target, std::string("text/token.h"));
        QVERIFY(found[0].quoted);
        QCOMPARE(found[1].line, 5);
        QCOMPARE(found[1].target, std::string("vector"));
        QVERIFY(!found[1].quoted);
    }

    void seesAWrongTurn_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("include");
        QTest::addColumn<int>("promise");

        const auto row = [](const char* name, const char* file, const char* include, Promise promise) {
            QTest::newRow(name) << file << include << static_cast<int>(promise);
        };
        row("a room includes one below it", "core/packet/packet.h", "\"syntax/lexer.h\"", Promise::RoomsAbove);
        row("rulesets know their extensions", "core/ruleset/ruleset.cpp", "\"extensions/all.h\"", Promise::RoomsAbove);
        row("a source turns wrong, not a header", "core/trace/trace.cpp", "\"emulator/walk.h\"", Promise::RoomsAbove);
        row("graph reads the trace", "core/graph/drawing.h", "\"trace/trace.h\"", Promise::GraphNeedsRulesets);
        row("graph reads extensions", "core/graph/chain_graph.cpp", "\"extensions/all.h\"",
            Promise::GraphNeedsRulesets);
        row("core takes Qt", "core/text/token.h", "<QString>", Promise::CoreStandsAlone);
        row("core takes Qt by its module", "core/text/token.h", "<QtCore/qstring.h>", Promise::CoreStandsAlone);
        row("core takes Linux", "core/packet/packet.h", "<linux/netfilter.h>", Promise::CoreStandsAlone);
        row("core takes sockets", "core/packet/address.cpp", "<arpa/inet.h>", Promise::CoreStandsAlone);
        row("core takes POSIX", "core/files/reading.cpp", "<unistd.h>", Promise::CoreStandsAlone);
        row("core takes the window", "core/trace/trace.h", "\"ui/session.h\"", Promise::CoreStandsAlone);
        row("core takes a test", "core/trace/trace.h", "\"support/builders.h\"", Promise::CoreStandsAlone);
        row("the parser opens a file", "core/syntax/parser.cpp", "<fstream>", Promise::OneRoomOpensFiles);
        row("the command line takes ui", "app/cli/main.cpp", "\"ui/session.h\"", Promise::CommandLineNeedsCore);
        row("the command line takes the desktop", "app/cli/main.cpp", "\"desktop/x.h\"", Promise::CommandLineNeedsCore);
        row("the command line takes Qt", "app/cli/main.cpp", "<QCoreApplication>", Promise::CommandLineNeedsCore);
        row("ui takes app", "ui/session.h", "\"desktop/x.h\"", Promise::UiKnowsNoApp);
        row("ui takes Linux", "ui/session.cpp", "<linux/if.h>", Promise::PortablePrograms);
        row("no room named", "core/packet/packet.h", "\"address.h\"", Promise::RoomsAreNamed);
        row("a room that does not exist", "core/packet/packet.h", "\"cellar/address.h\"", Promise::RoomsAreNamed);
        row("a file that does not exist", "core/packet/packet.h", "\"packet/nothing.h\"", Promise::RoomsAreNamed);
        row("up and down the stairs", "ui/session.h", "\"../core/trace/trace.h\"", Promise::RoomsAreNamed);
    }

    void seesAWrongTurn()
    {
        QFETCH(QString, file);
        QFETCH(QString, include);
        QFETCH(int, promise);

        MadeUp texts = {{"core/text/token.h", ""},    {"core/syntax/lexer.h", ""}, {"core/extensions/all.h", ""},
                        {"core/emulator/walk.h", ""}, {"core/trace/trace.h", ""},  {"core/packet/address.h", ""},
                        {"ui/session.h", ""},         {"app/desktop/x.h", ""},     {"tests/support/builders.h", ""}};
        texts[file.toStdString()] = "#include " + include.toStdString() + '\n';
        const auto found = wrongTurns(houseOf(texts));
        QCOMPARE(found.size(), 1U);
        QCOMPARE(static_cast<int>(found[0].promise), promise);
        QVERIFY2(found[0].sentence.starts_with(file.toStdString() + ":1 includes "), found[0].sentence.c_str());
    }

    void seesACircle()
    {
        const House house = houseOf({{"core/packet/a.h", "#include \"packet/b.h\"\n"},
                                     {"core/packet/b.h", "#include \"packet/c.h\"\n"},
                                     {"core/packet/c.h", "#include \"packet/a.h\"\n"}});
        const auto found = wrongTurns(house);
        QCOMPARE(found.size(), 1U);
        QCOMPARE(found[0].sentence,
                 std::string("core/packet/a.h -> core/packet/b.h -> core/packet/c.h -> core/packet/a.h"));
    }

    void isContentWithAGoodHouse()
    {
        const House house =
            houseOf({{"core/text/token.h", "#include <string_view>\n"},
                     {"core/ruleset/rule.h", "#include \"text/token.h\"\n#include <boost/container/x.hpp>\n"},
                     {"core/graph/drawing.h", "#include \"ruleset/rule.h\"\n"},
                     {"core/files/reading.cpp", "#include <filesystem>\n"},
                     {"ui/session.h", "#include \"ruleset/rule.h\"\n#include <QObject>\n"},
                     {"app/cli/print.h", "#include \"ruleset/rule.h\"\n#include <CLI/CLI.hpp>\n"},
                     {"app/cli/main.cpp", "#include \"cli/print.h\"\n"},
                     {"app/desktop/main.cpp", "#include \"ui/session.h\"\n"},
                     {"tests/support/builders.h", "#include \"ruleset/rule.h\"\n"},
                     {"tests/ui/tst_session.cpp",
                      "#include \"builders.h\"\n#include \"ui/session.h\"\n#include \"tst_session.moc\"\n"}});
        for (const WrongTurn& turn : wrongTurns(house))
            QFAIL(turn.sentence.c_str());
    }

    void findsOurSources()
    {
        QVERIFY(ourHouse().contains("core/text/message.h"));
        QVERIFY(ourHouse().contains("tests/core/tst_rooms.cpp"));
    }

    void everyIncludeNamesItsRoom() { KEEPS(RoomsAreNamed); }
    void aRoomIncludesOnlyRoomsAboveIt() { KEEPS(RoomsAbove); }
    void graphNeedsRulesetsAlone() { KEEPS(GraphNeedsRulesets); }
    void coreKnowsNeitherQtNorLinux() { KEEPS(CoreStandsAlone); }
    void onlyOneRoomOpensFiles() { KEEPS(OneRoomOpensFiles); }
    void theCommandLineStandsOnCoreAlone() { KEEPS(CommandLineNeedsCore); }
    void uiKnowsNoApp() { KEEPS(UiKnowsNoApp); }
    void uiAndAppAreForAnySystem() { KEEPS(PortablePrograms); }
    void filesIncludeOneAnotherInNoCircle() { KEEPS(NoCircles); }
};

QTEST_APPLESS_MAIN(RoomsTest)
#include "tst_rooms.moc"
