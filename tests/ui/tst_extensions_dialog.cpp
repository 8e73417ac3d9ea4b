// The window's table of the extensions: it holds what the command line prints, in the language in use.
#include "ui/language.h"
#include "ui/panels/extensions_dialog.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QTableView>
#include <QTest>

using namespace natwalk;

class TestExtensionsDialog : public QObject
{
    Q_OBJECT

private slots:
    void holdsEveryExtension()
    {
        const ExtensionsDialog dialog;
        QAbstractItemModel* rows = dialog.findChild<QTableView*>()->model();
        const QAbstractItemModelTester tester(rows);
        QCOMPARE(rows->rowCount(), static_cast<int>(extensionTable().size()));
        QCOMPARE(rows->index(0, ExtensionModel::nameColumn).data().toString(), QStringLiteral("-m addrtype"));
    }

    void isSearchedByNameAndByOption()
    {
        const ExtensionsDialog dialog;
        const QAbstractItemModel* rows = dialog.findChild<QTableView*>()->model();
        auto* search = dialog.findChild<QLineEdit*>();
        search->setText(QStringLiteral("-j nfqueue"));
        QCOMPARE(rows->rowCount(), 1);
        QCOMPARE(rows->index(0, ExtensionModel::standingColumn).data().toString(), QStringLiteral("kept with doubt"));
        search->setText(QStringLiteral("--hashlimit-upto"));
        QCOMPARE(rows->rowCount(), 1);
        QCOMPARE(rows->index(0, ExtensionModel::nameColumn).data().toString(), QStringLiteral("-m hashlimit"));
        search->setText(QStringLiteral("nothing is called so"));
        QCOMPARE(rows->rowCount(), 0);
    }

    void speaksTheLanguageInUse()
    {
        ExtensionsDialog dialog;
        useLanguage(QStringLiteral("zh_CN"));
        QCoreApplication::processEvents();
        QCOMPARE(dialog.windowTitle(), QStringLiteral("匹配与目标"));
        useLanguage(QStringLiteral("en"));
        QCoreApplication::processEvents();
        QCOMPARE(dialog.windowTitle(), QStringLiteral("Matches and Targets"));
    }
};

QTEST_MAIN(TestExtensionsDialog)
#include "tst_extensions_dialog.moc"
