// A line into words, as iptables-restore splits it.
#include "syntax/lexer.h"

#include <QtTest>

using namespace natwalk;

namespace {

/// "[-A][a b]*" the words; a star marks one that had quotes.
QString shown(std::span<const Token> words)
{
    QString text;
    for (const Token& word : words)
        text += '[' + QString::fromUtf8(word.text.data(), static_cast<qsizetype>(word.text.size())) + ']'
                + (word.quoted ? "*" : "");
    return text;
}

}  // namespace

class TestLexer : public QObject
{
    Q_OBJECT

private slots:
    void splitsAsIptablesRestoreDoes_data();
    void splitsAsIptablesRestoreDoes();
    void knowsWhereEachWordStands();
    void tellsOfAnOpenQuote();
    void copiesOnlyWordsWithEscapes();
};

void TestLexer::splitsAsIptablesRestoreDoes_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing") << ""
                             << "";
    QTest::newRow("blanks only") << " \t "
                                 << "";
    QTest::newRow("words") << "-A INPUT -j ACCEPT"
                           << "[-A][INPUT][-j][ACCEPT]";
    QTest::newRow("blanks around and between") << "  a \t b  "
                                               << "[a][b]";
    QTest::newRow("quotes") << "--comment \"two words\" x"
                            << "[--comment][two words]*[x]";
    QTest::newRow("empty word") << "a \"\" b"
                                << "[a][]*[b]";
    QTest::newRow("escaped quote") << R"("a \"b\" c")"
                                   << "[a \"b\" c]*";
    QTest::newRow("escaped backslash and letter") << R"("a\\b\c")"
                                                  << R"([a\bc]*)";
    QTest::newRow("backslash outside of quotes") << R"(a\b c)"
                                                 << R"([a\b][c])";
    QTest::newRow("apostrophes are letters") << "it's 'a b'"
                                             << "[it's]['a][b']";
    QTest::newRow("quote in the middle") << "a\"b c\" d"
                                         << "[ab c]*[d]";
    QTest::newRow("a closing quote ends the word") << "\"a\"b"
                                                   << "[a]*[b]";
    QTest::newRow("mark inside of a word") << "weave-E.1.0W^NG?!~x #y"
                                           << "[weave-E.1.0W^NG?!~x][#y]";
    QTest::newRow("UTF-8") << "\"правило №1\" é"
                           << "[правило №1]*[é]";
    QTest::newRow("open quote") << "a \"b c"
                                << "[a][b c]*";
    QTest::newRow("open quote after an escape") << R"("a\)"
                                                << R"([a\]*)";
}

void TestLexer::splitsAsIptablesRestoreDoes()
{
    QFETCH(QString, line);
    QFETCH(QString, words);
    const std::string text = line.toStdString();
    Arena arena;
    Lexer lexer;
    QCOMPARE(shown(lexer.split(text, 1, arena)), words);
}

void TestLexer::knowsWhereEachWordStands()
{
    Arena arena;
    Lexer lexer;
    const auto words = lexer.split(R"(  -A "b c" d"e" "\"")", 7, arena);
    QCOMPARE(words.size(), std::size_t{4});
    QVERIFY((words[0].span == SourceSpan{7, 3, 2}));
    QVERIFY((words[1].span == SourceSpan{7, 6, 5}));
    QVERIFY((words[2].span == SourceSpan{7, 12, 4}));
    QVERIFY((words[3].span == SourceSpan{7, 17, 4}));
}

void TestLexer::tellsOfAnOpenQuote()
{
    Arena arena;
    Lexer lexer;
    lexer.split("a b\"c d", 3, arena);
    QVERIFY(lexer.openQuote() != nullptr);
    QVERIFY((*lexer.openQuote() == SourceSpan{3, 4, 4}));
    lexer.split("a \"b\"", 4, arena);
    QVERIFY(lexer.openQuote() == nullptr);
}

void TestLexer::copiesOnlyWordsWithEscapes()
{
    const std::string line = R"(plain "two words" "a\b")";
    const auto isInLine = [&](const Token& word) {
        return word.text.data() >= line.data() && word.text.data() < line.data() + line.size();
    };
    Arena arena;
    Lexer lexer;
    const auto words = lexer.split(line, 1, arena);
    QVERIFY(isInLine(words[0]));
    QVERIFY(isInLine(words[1]));
    QVERIFY(!isInLine(words[2]));
}

QTEST_APPLESS_MAIN(TestLexer)
#include "tst_lexer.moc"
