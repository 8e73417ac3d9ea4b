// Every text of the window and every sentence of core is there in every language.
#include "text/message.h"
#include "ui/language.h"
#include "ui/translate.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace natwalk;

namespace {

struct Text
{
    QString context;
    QString source;
    QStringList translations;
    bool finished = true;
};

void readTranslation(QXmlStreamReader& xml, Text& text)
{
    text.finished = xml.attributes().value(QStringLiteral("type")) != u"unfinished";
    QString plain;
    while (!xml.atEnd() && !(xml.isEndElement() && xml.name() == u"translation")) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == u"numerusform")
            text.translations += xml.readElementText();
        else if (xml.isCharacters())
            plain += xml.text();
    }
    if (text.translations.isEmpty())
        text.translations = {plain};
}

QList<Text> textsOf(const QString& path)
{
    QFile file(path);
    QList<Text> texts;
    if (!file.open(QIODevice::ReadOnly))
        return texts;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"name")
            context = xml.readElementText();
        else if (xml.name() == u"message")
            texts += Text{context, {}, {}, true};
        else if (xml.name() == u"source")
            texts.last().source = xml.readElementText();
        else if (xml.name() == u"translation")
            readTranslation(xml, texts.last());
    }
    return texts;
}

QSet<QString> placeholdersOf(const QString& text)
{
    static const QRegularExpression placeholder(QStringLiteral("%[1-9n]"));
    QSet<QString> found;
    for (auto matches = placeholder.globalMatch(text); matches.hasNext();)
        found += matches.next().captured();
    return found;
}

}  // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private slots:
    void everyTextIsTranslated_data()
    {
        QTest::addColumn<QString>("path");
        const QDir folder(QStringLiteral(NATWALK_SOURCE_DIR "/resources/translations"));
        for (const QString& name : folder.entryList({QStringLiteral("*.ts")}))
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
    }
    void everyTextIsTranslated()
    {
        QFETCH(QString, path);
        const QList<Text> texts = textsOf(path);
        QVERIFY(!texts.isEmpty());
        for (const Text& text : texts)
            QVERIFY2(text.finished && !text.translations.contains(QString()),
                     qPrintable(text.context + QStringLiteral(": ") + text.source));
    }

    void placeholdersStay()
    {
        for (const Text& text : textsOf(QStringLiteral(NATWALK_SOURCE_DIR "/resources/translations/natwalk_zh_CN.ts")))
            for (const QString& translation : text.translations)
                QVERIFY2(placeholdersOf(translation) == placeholdersOf(text.source), qPrintable(text.source));
    }

    void everySentenceOfCoreIsTranslated()
    {
        QTranslator translator;
        QVERIFY(translator.load(QStringLiteral(":/i18n/natwalk_zh_CN.qm")));
        const std::string_view patterns[] = {
#define NATWALK_MESSAGE(id, english) english,
#include "text/messages/all.def"
#undef NATWALK_MESSAGE
        };
        for (const std::string_view pattern : patterns) {
            const QString translated = translator.translate("Message", std::string(pattern).c_str());
            QVERIFY2(pattern.empty() || !translated.isEmpty(), std::string(pattern).c_str());
        }
    }

    void aSentenceIsSpokenInTheLanguageInUse()
    {
        const Message message{MessageId::DestinationDiffers, {"10.0.0.1", "10.0.0.2/32"}};
        useLanguage(QStringLiteral("en"));
        QCOMPARE(translated(message), QStringLiteral("destination 10.0.0.1 is not in 10.0.0.2/32"));
        useLanguage(QStringLiteral("zh_CN"));
        QCOMPARE(translated(message), QStringLiteral("目的地址 10.0.0.1 不在 10.0.0.2/32 中"));
    }
};

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
