// A diagnostic as people see it: the place, the sentence, the line and carets; and the options that refuse.
#include "text/diagnostic.h"
#include "text/options.h"

#include <QtTest>

using namespace natwalk;

namespace {

const OptionSpec portSpec{"--dport", Values::one};

QString printed(const char* text, SourceSpan where)
{
    const Diagnostic diagnostic{Severity::warning, message(MessageId::WordUnexpected, "x"), where};
    return QString::fromStdString(print(diagnostic, "a.save", text));
}

}  // namespace

class TestDiagnostic : public QObject
{
    Q_OBJECT

private slots:
    void printsTheLineWithCarets_data();
    void printsTheLineWithCarets();
    void findsLines_data();
    void findsLines();
    void readsNumbers_data();
    void readsNumbers();
    void readsFractions_data();
    void readsFractions();
};

void TestDiagnostic::printsTheLineWithCarets_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<quint32>("line");
    QTest::addColumn<quint32>("column");
    QTest::addColumn<quint32>("length");
    QTest::addColumn<QString>("below");
    QTest::newRow("a word") << QByteArray("one\ntwo three\n") << 2U << 5U << 5U << "two three\n    ^~~~~\n";
    QTest::newRow("one character") << QByteArray("abc") << 1U << 3U << 1U << "abc\n  ^\n";
    QTest::newRow("between characters") << QByteArray("abc") << 1U << 4U << 0U << "abc\n   ^\n";
    QTest::newRow("tabs are kept") << QByteArray("\ta\tbc") << 1U << 4U << 2U << "\ta\tbc\n\t \t^~\n";
    QTest::newRow("UTF-8 before") << QByteArray("\"ёж\" bc") << 1U << 8U << 2U << "\"ёж\" bc\n     ^~\n";
    QTest::newRow("UTF-8 below") << QByteArray("a ёж b") << 1U << 3U << 4U << "a ёж b\n  ^~\n";
    QTest::newRow("carriage return") << QByteArray("abc\r\nd") << 1U << 1U << 3U << "abc\n^~~\n";
    QTest::newRow("longer than the line") << QByteArray("abc\nd") << 1U << 2U << 99U << "abc\n ^~\n";
    QTest::newRow("beyond the line") << QByteArray("abc\nd") << 1U << 99U << 1U << "abc\n   ^\n";
    QTest::newRow("nothing moves the cursor") << QByteArray("a\x1b[2J\x07z") << 1U << 7U << 1U << "a.[2J.z\n      ^\n";
    QTest::newRow("a long line begins") << QByteArray(500, 'a') << 1U << 2U << 3U << QString(160, 'a') + "...\n ^~~\n";
    QTest::newRow("a long line goes on") << QByteArray(500, 'a') << 1U << 201U << 3U
                                         << "..." + QString(160, 'a') + "...\n" + QString(63, ' ') + "^~~\n";
    QTest::newRow("a long line ends") << QByteArray(500, 'a') << 1U << 499U << 2U
                                      << "..." + QString(62, 'a') + "\n" + QString(63, ' ') + "^~\n";
    QTest::newRow("a long line is cut between characters")
        << QByteArray("x" + QByteArray("\xd1\x91").repeated(200)) << 1U << 202U << 2U
        << "..." + QString(QChar(0x451)).repeated(80) + "...\n" + QString(33, ' ') + "^\n";
    QTest::newRow("no such line") << QByteArray("abc") << 9U << 1U << 1U << "\n^\n";
}

void TestDiagnostic::printsTheLineWithCarets()
{
    QFETCH(QByteArray, text);
    QFETCH(quint32, line);
    QFETCH(quint32, column);
    QFETCH(quint32, length);
    QFETCH(QString, below);
    const QString head = QStringLiteral("a.save:%1:%2: warning: \"x\" is not expected here\n").arg(line).arg(column);
    QCOMPARE(printed(text.constData(), {line, column, length}), head + below);
    QCOMPARE(printed(text.constData(), {}), QStringLiteral("a.save: warning: \"x\" is not expected here\n"));
}

void TestDiagnostic::findsLines_data()
{
    QTest::addColumn<quint32>("number");
    QTest::addColumn<QString>("line");
    QTest::newRow("before the first") << 0U << "";
    QTest::newRow("first") << 1U << "one";
    QTest::newRow("empty") << 2U << "";
    QTest::newRow("last, without a line feed") << 3U << "three";
    QTest::newRow("after the last") << 4U << "";
}

void TestDiagnostic::findsLines()
{
    QFETCH(quint32, number);
    QFETCH(QString, line);
    QCOMPARE(QString::fromStdString(std::string(lineAt("one\r\n\nthree", number))), line);
}

void TestDiagnostic::readsNumbers_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<qint64>("number");  // -1: refused
    QTest::addColumn<QString>("refusal");
    QTest::newRow("decimal") << QByteArray("80") << qint64{80} << "";
    QTest::newRow("hexadecimal") << QByteArray("0x1f") << qint64{31} << "";
    QTest::newRow("octal") << QByteArray("010") << qint64{8} << "";
    QTest::newRow("zero") << QByteArray("0") << qint64{0} << "";
    QTest::newRow("largest") << QByteArray("100") << qint64{100} << "";
    QTest::newRow("too large") << QByteArray("101") << qint64{-1} << "OptionOutOfRange";
    QTest::newRow("far too large") << QByteArray("99999999999999999999") << qint64{-1} << "OptionOutOfRange";
    QTest::newRow("negative") << QByteArray("-1") << qint64{-1} << "OptionDoesNotTake";
    QTest::newRow("something behind") << QByteArray("80x") << qint64{-1} << "OptionDoesNotTake";
    QTest::newRow("not octal") << QByteArray("09") << qint64{-1} << "OptionDoesNotTake";
    QTest::newRow("only the mark") << QByteArray("0x") << qint64{-1} << "OptionDoesNotTake";
    QTest::newRow("empty") << QByteArray("") << qint64{-1} << "OptionDoesNotTake";
    QTest::newRow("no value") << QByteArray() << qint64{-1} << "OptionNeedsValue";
}

void TestDiagnostic::readsNumbers()
{
    QFETCH(QByteArray, word);
    QFETCH(qint64, number);
    QFETCH(QString, refusal);
    const Token name{"--dport", {1, 1, 7}, false};
    const Token value{std::string_view(word.constData(), static_cast<std::size_t>(word.size())), {1, 9, 2}, false};
    const OptionWords words{&portSpec, name, false, std::span(&value, word.isNull() ? 0 : 1)};
    const Option option(words, "tcp");
    try {
        QCOMPARE(static_cast<qint64>(option.number(0, 100)), number);
        QVERIFY(refusal.isEmpty());
    } catch (const ParseError& error) {
        QCOMPARE(QString::fromUtf8(nameOf(error.message().id).data()), refusal);
        QVERIFY(error.where() == (word.isNull() ? name.span : value.span));
    }
}

void TestDiagnostic::readsFractions_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<double>("number");  // -1: refused
    QTest::newRow("half") << QByteArray("0.5") << 0.5;
    QTest::newRow("without a leading zero") << QByteArray(".25") << 0.25;
    QTest::newRow("exponent") << QByteArray("1e-1") << 0.1;
    QTest::newRow("largest") << QByteArray("1") << 1.0;
    QTest::newRow("too large") << QByteArray("1.0000001") << -1.0;
    QTest::newRow("not a number") << QByteArray("nan") << -1.0;
    QTest::newRow("words") << QByteArray("half") << -1.0;
}

void TestDiagnostic::readsFractions()
{
    QFETCH(QByteArray, word);
    QFETCH(double, number);
    const Token value{std::string_view(word.constData(), static_cast<std::size_t>(word.size())), {1, 9, 2}, false};
    const OptionWords words{&portSpec, {"--dport", {1, 1, 7}, false}, false, std::span(&value, 1)};
    double read = -1;
    try {
        read = Option(words, "tcp").real(0, 1);
    } catch (const ParseError& error) {
        QVERIFY(error.message().id == MessageId::OptionDoesNotTake);
    }
    QCOMPARE(read, number);
}

QTEST_APPLESS_MAIN(TestDiagnostic)
#include "tst_diagnostic.moc"
