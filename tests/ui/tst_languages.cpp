// A window whose language is switched says the same as one that was opened in that language.
#include "ui/language.h"
#include "ui/main_window.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QSettings>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

using namespace natwalk;

namespace {

constexpr int patience = 60'000;

QString headersOf(const QAbstractItemModel& model)
{
    QString text;
    for (int column = 0; column < model.columnCount(); ++column)
        text += model.headerData(column, Qt::Horizontal).toString() + u'|';
    return text;
}

QString cellsOf(const QAbstractItemModel& model)
{
    QString text;
    for (int row = 0; row < std::min(model.rowCount(), 30); ++row)
        for (int column = 0; column < model.columnCount(); ++column)
            text += model.index(row, column).data().toString() + u'|';
    return text;
}

/// All words that a widget shows or speaks.
QString wordsOf(const QWidget& widget)
{
    QStringList words = {widget.toolTip(), widget.accessibleName(), widget.statusTip()};
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        words += label->text();
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        words += button->text();
    if (const auto* field = qobject_cast<const QLineEdit*>(&widget))
        words += field->placeholderText();
    if (const auto* dock = qobject_cast<const QDockWidget*>(&widget))
        words += dock->windowTitle();
    if (const auto* menu = qobject_cast<const QMenu*>(&widget))
        words += menu->title();
    if (const auto* tabs = qobject_cast<const QTabBar*>(&widget))
        for (int tab = 0; tab < tabs->count(); ++tab)
            words += tabs->tabText(tab);
    if (const auto* combo = qobject_cast<const QComboBox*>(&widget))
        for (int item = 0; item < combo->count(); ++item)
            words += combo->itemText(item);
    if (const auto* view = qobject_cast<const QAbstractItemView*>(&widget); view != nullptr && view->model() != nullptr)
        words += headersOf(*view->model()) + cellsOf(*view->model());
    return words.join(u'|');
}

/// Buttons that Qt makes for itself, and that natwalk never shows.
bool isInner(const QWidget& widget)
{
    return widget.objectName().startsWith(u"qt_") || widget.objectName().startsWith(u"Scroll");
}

QStringList wordsOf(const MainWindow& window)
{
    QStringList words;
    static const QRegularExpression digits(QStringLiteral("[0-9.,]+"));  // reading takes another time each time
    for (const QWidget* widget : window.findChildren<QWidget*>())
        if (!isInner(*widget))
            words += QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()
                     + QStringLiteral(": ") + wordsOf(*widget).replace(digits, QStringLiteral("#"));
    words.sort();
    return words;
}

}  // namespace

class TestLanguages : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("natwalk-test"));
        QCoreApplication::setApplicationName(QStringLiteral("tst_languages"));
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
        useTheme(*qApp, ThemeChoice::light);
    }

    void aSwitchedWindowSaysWhatOneOfThatLanguageSays_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("to Chinese") << "en"
                                    << "zh_CN";
        QTest::newRow("to English") << "zh_CN"
                                    << "en";
    }
    void aSwitchedWindowSaysWhatOneOfThatLanguageSays()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        useLanguage(from);
        const auto switched = opened();
        useLanguage(to);
        QApplication::processEvents();
        const auto fresh = opened();
        const QStringList expected = wordsOf(*fresh);
        const QStringList actual = wordsOf(*switched);
        for (const QString& words : actual)
            if (!expected.contains(words))
                qWarning().noquote() << "only in the switched window:" << words.left(300);
        for (const QString& words : expected)
            if (!actual.contains(words))
                qWarning().noquote() << "only in the fresh window:" << words.left(300);
        QCOMPARE(actual, expected);
    }

private:
    static std::unique_ptr<MainWindow> opened()
    {
        auto window = std::make_unique<MainWindow>();
        window->resize(1440, 900);
        window->show();
        window->open({QStringLiteral(NATWALK_SOURCE_DIR "/samples/nginx_basic")});
        const auto done = [&window] { return window->session()->document() && window->session()->isSettled(); };
        [[maybe_unused]] const bool settled = QTest::qWaitFor(done, patience);
        QApplication::processEvents();
        return window;
    }

    QTemporaryDir m_settings;
};

QTEST_MAIN(TestLanguages)
#include "tst_languages.moc"
