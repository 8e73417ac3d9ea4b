// What is seen of the window has the room that it needs: in both languages, at the smallest size that is supported.
#include "ui/graph/chain_graph_view.h"
#include "ui/graph/picture_canvas.h"
#include "ui/labels.h"
#include "ui/language.h"
#include "ui/main_window.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QSettings>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>

using namespace natwalk;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000;
constexpr int tolerance = 1;

QString labelled(const QWidget* widget, const QString& text)
{
    return QStringLiteral("%1 \"%2\"").arg(QLatin1String(widget->metaObject()->className()), text);
}

/// The part of a widget that no ancestor hides.
bool isWhollySeen(const QWidget* widget)
{
    return widget->visibleRegion()
        .boundingRect()
        .adjusted(-tolerance, -tolerance, tolerance, tolerance)
        .contains(widget->rect());
}

/// Texts of a window that have less room than they need.
class CutTexts
{
public:
    explicit CutTexts(const QWidget& window)
    {
        for (const QWidget* widget : window.findChildren<QWidget*>())
            if (widget->isVisible() && !widget->visibleRegion().isEmpty())
                look(widget);
    }

    QStringList found;

private:
    void need(const QWidget* widget, const QString& text, int wanted, int room)
    {
        if (wanted > room + tolerance)
            found += QStringLiteral("%1 wants %2 and has %3").arg(labelled(widget, text)).arg(wanted).arg(room);
    }

    void look(const QWidget* widget)
    {
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            lookAtLabel(label);
        else if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            lookAtButton(button);
        else if (const auto* box = qobject_cast<const QComboBox*>(widget))
            need(box, box->currentText(), box->fontMetrics().horizontalAdvance(box->currentText()), box->width() - 28);
        else if (const auto* tabs = qobject_cast<const QTabBar*>(widget))
            lookAtTabs(tabs);
        else if (const auto* header = qobject_cast<const QHeaderView*>(widget))
            lookAtHeader(header);
    }

    void lookAtLabel(const QLabel* label)
    {
        if (label->text().isEmpty() || label->wordWrap()
            || label->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored)
            return;
        need(label, label->text(), label->sizeHint().width(), label->width());
        if (!isWhollySeen(label))
            found += labelled(label, label->text()) + QStringLiteral(" is not wholly seen");
    }

    void lookAtButton(const QAbstractButton* button)
    {
        if (button->text().isEmpty())
            return;
        need(button, button->text(), button->minimumSizeHint().width(), button->width());
        if (!isWhollySeen(button))
            found += labelled(button, button->text()) + QStringLiteral(" is not wholly seen");
    }

    void lookAtTabs(const QTabBar* tabs)
    {
        for (int i = 0; i < tabs->count(); ++i) {
            need(tabs, tabs->tabText(i), tabs->fontMetrics().horizontalAdvance(tabs->tabText(i)),
                 tabs->tabRect(i).width());
            if (!tabs->rect().adjusted(-tolerance, -tolerance, tolerance, tolerance).contains(tabs->tabRect(i)))
                found += labelled(tabs, tabs->tabText(i)) + QStringLiteral(" is not wholly seen");
        }
    }

    void lookAtHeader(const QHeaderView* header)
    {
        if (header->orientation() != Qt::Horizontal || header->model() == nullptr)
            return;
        for (int i = 0; i < header->count(); ++i) {
            const QString title = header->model()->headerData(i, Qt::Horizontal).toString();
            if (!header->isSectionHidden(i))
                need(header, title, header->fontMetrics().horizontalAdvance(title), header->sectionSize(i));
        }
    }
};

}  // namespace

class TestLooks : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"natwalk-test"_s);
        QCoreApplication::setApplicationName(u"natwalk-test"_s);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    }

    void cutsNoWords_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("open");
        for (const char* language : {"en", "zh_CN"})
            for (const QSize size : {QSize(1280, 720), QSize(1440, 900)})
                for (const bool open : {false, true})
                    QTest::addRow("%s %d%s", language, size.width(), open ? "" : " empty")
                        << QString::fromLatin1(language) << size << open;
    }
    void cutsNoWords()
    {
        QFETCH(QString, language);
        QFETCH(QSize, size);
        QFETCH(bool, open);
        useLanguage(language);
        useTheme(*qApp, ThemeChoice::light);
        MainWindow window;
        show(window, size, open);
        QCOMPARE(window.size(), size);
        auto* tables = window.findChild<QTabWidget*>(u"tables"_s);
        for (int tab = 0; tab < tables->count(); ++tab) {
            tables->setCurrentIndex(tab);
            QTest::qWait(50);
            const QStringList cut = CutTexts(window).found;
            QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
        }
        useLanguage(u"en"_s);
    }

    void showsTheWholePathAtTheSmallestSize()
    {
        MainWindow window;
        show(window, {1280, 720}, true);
        auto& canvas = *window.findChild<ChainGraphView*>()->canvas();
        QCOMPARE(canvas.zoom(), 1.0);
        QVERIFY(canvas.visiblePart().adjusted(-1, -1, 1, 1).contains(canvas.geometry().bounds));
    }

    void elidesNoAddressOfThePacket()
    {
        MainWindow window;
        show(window, {1440, 900}, true);
        window.session()->goTo(window.session()->trace()->steps.size() - 1);
        QTest::qWait(50);
        const auto* table = window.findChild<QTableView*>(u"packetTable"_s);
        int right = 0;
        for (int column = 0; column < table->model()->columnCount(); ++column) {
            for (int row = 0; row < table->model()->rowCount(); ++row) {
                const QModelIndex index = table->model()->index(row, column);
                const QFontMetrics metrics(index.data(Qt::FontRole).value<QFont>());
                QVERIFY2(metrics.horizontalAdvance(index.data().toString()) <= table->columnWidth(column),
                         qPrintable(index.data().toString()));
            }
            right += table->columnWidth(column);
        }
        QVERIFY(right <= table->viewport()->width());
    }

private:
    static void show(MainWindow& window, const QSize& size, bool open)
    {
        window.resize(size);
        window.show();
        if (open) {
            window.open({QStringLiteral(NATWALK_SOURCE_DIR "/samples/nginx_basic")});
            QVERIFY(
                QTest::qWaitFor([&] { return window.opener()->last() && window.session()->isSettled(); }, patience));
        }
        QTest::qWait(300);
    }

    QTemporaryDir m_settings;
};

QTEST_MAIN(TestLooks)
#include "tst_looks.moc"
