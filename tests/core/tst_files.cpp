// Reading files: the whole text, or a sentence that says what is wrong.
#include "files/reading.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace natwalk;

namespace {

/// "*nat", a comment with letters of all lengths, and COMMIT, as gzip packs them.
const QByteArray gzipped = "H4sIAAAAAAACA9PKSyzhUlY4vFLh2bR2hQ/zZzRwOfv7+nqGcAEAIkCcIBoAAAA=";

}  // namespace

class TestFiles : public QObject
{
    Q_OBJECT

private slots:
    void readsAWholeFile_data();
    void readsAWholeFile();
    void bringsIntoPlainText_data();
    void bringsIntoPlainText();
    void saysWhatIsWrong();
    void refusesWhatIsTooLarge();
    void readsWhatHasNoSize();

private:
    std::string path(const char* name) const { return m_folder.filePath(name).toStdString(); }
    void write(const char* name, const QByteArray& bytes) const
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    QTemporaryDir m_folder;
};

void TestFiles::readsAWholeFile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("text") << QByteArray("*nat\nCOMMIT\n");
    QTest::newRow("every byte is kept") << QByteArray("a\r\n\0b\xff", 6);
    QTest::newRow("more than one buffer") << QByteArray(300'000, 'x');
}

void TestFiles::readsAWholeFile()
{
    QFETCH(QByteArray, bytes);
    write("file", bytes);
    const FileText file = readFile(path("file"));
    QVERIFY(file.text != nullptr);
    QCOMPARE(QByteArray::fromStdString(*file.text), bytes);
}

void TestFiles::bringsIntoPlainText_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QString text = QStringLiteral("*nat\n# \u00e9 \u6587 \U0001f600\nCOMMIT\n");
    const auto units = [&](bool big) {
        QByteArray bytes;
        for (const QChar unit : text) {
            bytes += static_cast<char>(big ? unit.unicode() >> 8 : unit.unicode() & 0xff);
            bytes += static_cast<char>(big ? unit.unicode() & 0xff : unit.unicode() >> 8);
        }
        return bytes;
    };
    QTest::newRow("UTF-8") << text.toUtf8();
    QTest::newRow("UTF-8 with a mark") << "\xef\xbb\xbf" + text.toUtf8();
    QTest::newRow("UTF-16, little end first") << "\xff\xfe" + units(false);
    QTest::newRow("UTF-16, big end first") << "\xfe\xff" + units(true);
    QTest::newRow("gzip") << QByteArray::fromBase64(gzipped);
}

void TestFiles::bringsIntoPlainText()
{
    QFETCH(QByteArray, bytes);
    write("file", bytes);
    const FileText file = readFile(path("file"));
    QVERIFY(file.text != nullptr);
    QCOMPARE(QString::fromStdString(*file.text), QStringLiteral("*nat\n# \u00e9 \u6587 \U0001f600\nCOMMIT\n"));
}

void TestFiles::saysWhatIsWrong()
{
    write("broken.gz", QByteArray::fromBase64(gzipped).chopped(12));
    QVERIFY(readFile(path("broken.gz")).problem.id == MessageId::FileBroken);

    const FileText missing = readFile(path("missing"));
    QVERIFY(missing.text == nullptr);
    QVERIFY(missing.problem.id == MessageId::FileMissing);
    QCOMPARE(missing.problem.arguments.front(), path("missing"));
    QVERIFY(readFile(m_folder.path().toStdString()).problem.id == MessageId::FileIsDirectory);

    write("secret", "x");
    QFile::setPermissions(m_folder.filePath("secret"), {});
    if (QFileInfo(m_folder.filePath("secret")).isReadable())
        QSKIP("everything may be read by this user");
    QVERIFY(readFile(path("secret")).problem.id == MessageId::FileNotPermitted);
}

void TestFiles::refusesWhatIsTooLarge()
{
    QFile large(m_folder.filePath("large"));
    QVERIFY(large.open(QIODevice::WriteOnly));
    if (!large.resize(qint64{2} * 1024 * 1024 * 1024 + 1))
        QSKIP("no file of this size can be made here");
    QVERIFY(readFile(path("large")).problem.id == MessageId::FileTooLarge);
}

void TestFiles::readsWhatHasNoSize()
{
    if (!QFile::exists("/proc/self/status"))
        QSKIP("no file without a size here");
    const FileText file = readFile("/proc/self/status");
    QVERIFY(file.text != nullptr);
    QVERIFY(file.text->find("VmPeak") != std::string::npos);
}

QTEST_APPLESS_MAIN(TestFiles)
#include "tst_files.moc"
