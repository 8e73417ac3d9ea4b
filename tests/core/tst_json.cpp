#include "text/json.h"

#include <QTest>

using namespace natwalk;

class TestJson : public QObject
{
    Q_OBJECT

private slots:
    void knowsWhereEachValueStands();
    void readsWordsWithTheirPlaces();
    void saysWhereItBreaks_data();
    void saysWhereItBreaks();
    void saysWhatItExpected_data();
    void saysWhatItExpected();
    void guessesWhatWasMeant_data();
    void guessesWhatWasMeant();
};

namespace {

Json valueIn(std::string_view text)
{
    auto read = readJson(text);
    if (auto* problem = std::get_if<Diagnostic>(&read))
        qFatal("%s", english(problem->message).c_str());
    return std::get<Json>(std::move(read));
}

bool standsAt(const SourceSpan& where, unsigned line, unsigned column, unsigned length)
{
    return where == SourceSpan{line, column, length};
}

}  // namespace

void TestJson::knowsWhereEachValueStands()
{
    const Json root = valueIn("{\"a\": [1, -2.5e3 ,true],\n \"b\\\"c\": \"x\\\\\", \"d\":null,\"e\":{\"f\":0}}");
    QCOMPARE(root.members.size(), std::size_t{4});
    const Json& list = root.members[0].value;
    QVERIFY(standsAt(root.where, 1, 1, 1));
    QVERIFY(standsAt(root.members[0].where, 1, 2, 3));
    QVERIFY(standsAt(list.where, 1, 7, 1));
    QVERIFY(standsAt(list.items[0].where, 1, 8, 1));
    QVERIFY(standsAt(list.items[1].where, 1, 11, 6));
    QCOMPARE(list.items[1].number, -2500.0);
    QVERIFY(standsAt(list.items[2].where, 1, 19, 4));
    QVERIFY(list.items[2].asBoolean());
    QCOMPARE(root.members[1].key, std::string("b\"c"));
    QVERIFY(standsAt(root.members[1].where, 2, 2, 6));
    QCOMPARE(root.members[1].value.text, std::string("x\\"));
    QVERIFY(standsAt(root.members[1].value.where, 2, 10, 5));
    QVERIFY(standsAt(root.members[2].value.where, 2, 21, 4));
    QVERIFY(standsAt(root.members[3].value.members[0].value.where, 2, 35, 1));
    QVERIFY(standsAt(valueIn("42").where, 1, 1, 2));  // a number that the text ends with
}

void TestJson::readsWordsWithTheirPlaces()
{
    const std::vector<Token> words = valueIn("  \" via  10.0.0.1\"").words();
    QCOMPARE(words.size(), std::size_t{2});
    QVERIFY(words[1].text == "10.0.0.1");
    QVERIFY(standsAt(words[0].span, 1, 5, 3));
    QVERIFY(standsAt(words[1].span, 1, 10, 8));
    const std::vector<Token> escaped = valueIn(R"("a\tb")").words();
    QCOMPARE(escaped.size(), std::size_t{2});
    QVERIFY(standsAt(escaped[1].span, 1, 1, 6));  // escapes: each word points at the whole
    QVERIFY(valueIn("\"  \"").words().empty());
}

void TestJson::saysWhereItBreaks_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<unsigned>("line");
    QTest::addColumn<unsigned>("column");
    using std::string;

    QTest::newRow("empty") << string() << 1U << 1U;
    QTest::newRow("a comma too many") << string("[1,\n 2,]") << 2U << 4U;
    QTest::newRow("cut off") << string("{\"a\": ") << 1U << 7U;
    QTest::newRow("text behind the end") << string("{} x") << 1U << 4U;
    QTest::newRow("too deep") << string(1000, '[') << 1U << 65U;
}

void TestJson::saysWhereItBreaks()
{
    QFETCH(std::string, text);
    QFETCH(unsigned, line);
    QFETCH(unsigned, column);
    const auto read = readJson(text);
    const auto* problem = std::get_if<Diagnostic>(&read);
    QVERIFY(problem != nullptr);
    QCOMPARE(problem->where.line, line);
    QCOMPARE(problem->where.column, column);
}

void TestJson::saysWhatItExpected_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<QString>("said");
    using std::string;

    QTest::newRow("text") << string("\"7\"") << "expected a number, found a text";
    QTest::newRow("too small") << string("-1") << "expected a number from 0 to 9, found -1";
    QTest::newRow("too large") << string("10") << "expected a number from 0 to 9, found 10";
    QTest::newRow("not whole") << string("0.5") << "expected a whole number, found 0.500000";
    QTest::newRow("null") << string("null") << "expected a number, found null";
}

void TestJson::saysWhatItExpected()
{
    QFETCH(std::string, text);
    QFETCH(QString, said);
    const Json value = valueIn(text);
    try {
        value.asInteger(0, 9);
        QFAIL("nothing was said");
    } catch (const ParseError& problem) {
        QCOMPARE(QString::fromStdString(english(problem.message())), said);
        QVERIFY(problem.where() == value.where);
    }
}

void TestJson::guessesWhatWasMeant_data()
{
    QTest::addColumn<std::string>("word");
    QTest::addColumn<std::string>("guess");
    using std::string;

    QTest::newRow("a letter too few") << string("interfces") << string("interfaces");
    QTest::newRow("two letters swapped") << string("sprot") << string("sport");
    QTest::newRow("capitals") << string("Mtu") << string("mtu");
    QTest::newRow("nothing near") << string("colour") << string();
}

void TestJson::guessesWhatWasMeant()
{
    QFETCH(std::string, word);
    QFETCH(std::string, guess);
    QCOMPARE(std::string(nearestWord(word, {"proto", "sport", "dport", "interfaces", "mtu"})), guess);
}

QTEST_APPLESS_MAIN(TestJson)
#include "tst_json.moc"
