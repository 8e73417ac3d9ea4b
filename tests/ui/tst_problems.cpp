// Problems and findings in the window: gone through, hidden, checked on the node.
#include "support/shown.h"
#include "ui/main_window.h"
#include "ui/models/problem_model.h"
#include "ui/panels/node_checks_dialog.h"
#include "ui/panels/notice_bar.h"
#include "ui/rules/problems_view.h"
#include "ui/stepper/verdict_banner.h"
#include "ui/theme.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace natwalk;

namespace {

constexpr int patience = 60'000;
const QString source = QStringLiteral(NATWALK_SOURCE_DIR "/");
const QString overall = source + QStringLiteral("tests/data/kubeproxy/saved/era-1.33-overall.save");

/// A window that has opened a file and computed what there is.
struct OpenWindow
{
    MainWindow window;

    explicit OpenWindow(const QString& file)
    {
        window.resize(1440, 900);
        natwalk::test::showActive(window);
        window.open({file});
        [this] { QTRY_VERIFY_WITH_TIMEOUT(window.opener()->last() && window.session()->isSettled(), patience); }();
    }
    ~OpenWindow()
    {
        for (const QString& kind : QStringList(window.session()->hiddenFindings()->kinds()))
            window.session()->hiddenFindings()->setHidden(kind, false);
    }

    Session& session() { return *window.session(); }
    ProblemsView& problems() { return *window.findChild<ProblemsView*>(); }
    QTableView& table() { return *problems().findChild<QTableView*>(); }
    /// The row of the first finding of a kind.
    int rowOf(const std::string& kind)
    {
        const auto& rows = problems().model().rows();
        const auto& findings = session().opened()->findings;
        for (std::size_t row = 0; row < rows.size(); ++row)
            if (rows[row].finding && findings[*rows[row].finding].code() == kind)
                return static_cast<int>(row);
        return -1;
    }
    void choose(int row) { table().setCurrentIndex(problems().model().index(row, 0)); }
};

}  // namespace

class TestProblems : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { useTheme(*qApp, ThemeChoice::light); }

    void listsFindingsWithCauses()
    {
        OpenWindow open(overall);
        ProblemModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show(problemRowsOf(*open.session().opened()));
        const int row = open.rowOf("ServiceRefused");
        QVERIFY(row >= 0);
        QCOMPARE(model.index(row, ProblemModel::severityColumn).data().toString(), QStringLiteral("warning"));
        QVERIFY(model.index(row, ProblemModel::sentenceColumn)
                    .data()
                    .toString()
                    .contains(QStringLiteral(
                        "ns6/svc6:p80 has no endpoints: its clients are refused at once; every connection fails")));
        open.choose(row);
        QVERIFY(open.problems()
                    .findChild<QLabel*>(QStringLiteral("cause"))
                    ->text()
                    .contains(QStringLiteral("Usual cause: no pod is ready")));
    }

    void goesToTheNextAndRoundTheEnds()
    {
        OpenWindow open(overall);
        auto* tables = open.window.findChild<QTabWidget*>(QStringLiteral("tables"));
        const int count = open.problems().count();
        QVERIFY(count > 2);
        for (int i = 0; i <= count; ++i) {
            QTest::keyClick(&open.window, Qt::Key_F8);
            QCOMPARE(tables->currentWidget(), &open.problems());
            QCOMPARE(open.table().currentIndex().row(), i % count);
        }
        QTest::keyClick(&open.window, Qt::Key_F8, Qt::ShiftModifier);
        QCOMPARE(open.table().currentIndex().row(), count - 1);
    }

    /// The other panes look at its rule.
    void looksAtTheRule()
    {
        OpenWindow open(overall);
        const int row = open.rowOf("ServiceRefused");
        open.choose(row);
        open.problems().next(0);
        const Finding& finding = open.session().opened()->findings[*open.problems().model().rows()[row].finding];
        QCOMPARE(open.session().selection().rule, finding.rule);
        QCOMPARE(open.session().selection().chain, finding.chain);
    }

    void hidesAKindAndShowsItAgain()
    {
        OpenWindow open(overall);
        const int before = open.problems().count();
        open.choose(open.rowOf("ServiceRefused"));
        open.problems().findChild<QPushButton*>(QStringLiteral("hide"))->click();
        QCOMPARE(open.problems().count(), before - 1);
        QCOMPARE(open.rowOf("ServiceRefused"), -1);
        auto* hidden = open.problems().findChild<QToolButton*>(QStringLiteral("hidden"));
        QVERIFY(!hidden->isHidden());
        emit hidden->menu()->aboutToShow();
        QCOMPARE(hidden->menu()->actions().size(), 1);
        QCOMPARE(hidden->menu()->actions().first()->text(),
                 QStringLiteral("Show: services without endpoints: refused"));
        {
            OpenWindow later(overall);  // another start
            QCOMPARE(later.rowOf("ServiceRefused"), -1);
            later.session().hiddenFindings()->setHidden(QStringLiteral("ServiceRefused"), true);
        }
        hidden->menu()->actions().first()->trigger();
        QCOMPARE(open.problems().count(), before);
    }

    void namesCommandsForAFinding()
    {
        OpenWindow open(overall);
        open.choose(open.rowOf("ServiceRefused"));
        open.problems().findChild<QPushButton*>(QStringLiteral("check"))->click();
        auto* dialog = open.window.findChild<NodeChecksDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        QVERIFY(dialog->text().startsWith(
            QStringLiteral("# how many packets the rule has matched\niptables -t filter -vnL KUBE-SERVICES 1\n")));
        auto* table = dialog->findChild<QTableView*>();
        emit table->activated(table->model()->index(0, 0));
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("iptables -t filter -vnL KUBE-SERVICES 1"));
        dialog->findChild<QPushButton*>(QStringLiteral("copyAll"))->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), dialog->text());
    }

    void namesCommandsForTheVerdict()
    {
        OpenWindow open(source + QStringLiteral("samples/nginx_basic"));
        emit open.window.findChild<VerdictBanner*>()->checkWanted();
        auto* dialog = open.window.findChild<NodeChecksDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        QVERIFY2(dialog->text().contains(QStringLiteral("iptables -t nat -vnL KUBE-SERVICES 1\n")),
                 qPrintable(dialog->text()));
        QVERIFY(dialog->text().contains(QStringLiteral("conntrack -L -p tcp")));
    }

    /// Before any verdict.
    void saysFirstThatTheRulesHoldNoRouting()
    {
        OpenWindow open(source + QStringLiteral("tests/data/corpus/cilium_kubeproxy-ipvs_annotated_zh.rules"));
        auto* notice = open.window.findChild<NoticeBar*>();
        QVERIFY(!notice->isHidden());
        const auto labels = notice->findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(
            labels, [](const QLabel* label) { return label->text().contains(QStringLiteral("IPVS mode")); }));
    }
};

QTEST_MAIN(TestProblems)
#include "tst_problems.moc"
