#include "ui/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTranslator>

namespace natwalk {

namespace {

const QString languageKey = QStringLiteral("language");

}  // namespace

void useLanguage(const QString& language)
{
    static QTranslator own;
    static QTranslator toolkit;
    QCoreApplication::removeTranslator(&own);
    QCoreApplication::removeTranslator(&toolkit);
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    if (toolkit.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                     QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&toolkit);
    const auto loaded = [](const QLocale& wanted) {
        return own.load(wanted, QStringLiteral("natwalk"), QStringLiteral("_"), QStringLiteral(":/i18n"));
    };
    if (loaded(locale) || loaded(QLocale::English))  // English too: its plural forms are a translation
        QCoreApplication::installTranslator(&own);
}

QString storedLanguage() { return QSettings().value(languageKey).toString(); }

void storeLanguage(const QString& language) { QSettings().setValue(languageKey, language); }

}  // namespace natwalk
