// Verdicts by their stable codes and names.
#include "trace/verdict.h"

#include <QtTest>

using namespace natwalk;

class TestVerdict : public QObject
{
    Q_OBJECT

private slots:
    void hasAStableCode_data();
    void hasAStableCode();
    void namesAnswersAsRejectWithDoes();
};

void TestVerdict::hasAStableCode_data()
{
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<QString>("name");
    const auto row = [](const char* code, const char* name, const Verdict& verdict) {
        QTest::addRow("%s, %s", code, name) << verdict << QString(name);
    };
    row("FORWARD", "forwarded", {.outcome = Outcome::forwarded});
    row("FORWARD", "sent", {.outcome = Outcome::sent});
    row("NAT.DNAT", "forwarded", {.outcome = Outcome::forwarded, .destinationNat = true});
    row("NAT.SNAT", "sent", {.outcome = Outcome::sent, .sourceNat = true});
    row("NAT.BOTH", "forwarded", {.outcome = Outcome::forwarded, .sourceNat = true, .destinationNat = true});
    row("LOCAL", "delivered", {.outcome = Outcome::delivered});
    row("LOCAL.NAT", "delivered", {.outcome = Outcome::delivered, .destinationNat = true});
    row("REJECT.RULE", "rejected", {.outcome = Outcome::rejected, .because = Because::rule});
    row("DROP.RULE", "dropped", {.outcome = Outcome::dropped, .because = Because::rule});
    row("DROP.POLICY", "dropped", {.outcome = Outcome::dropped, .because = Because::policy});
    row("DROP.ROUTING", "dropped", {.outcome = Outcome::dropped, .because = Because::martianSource});
    row("DROP.NAT", "dropped", {.outcome = Outcome::dropped, .because = Because::natExhausted});
    row("ICMP.NO_ROUTE", "icmp_error", {.outcome = Outcome::icmpError, .because = Because::noRoute});
    row("ICMP.UNREACHABLE", "icmp_error", {.outcome = Outcome::icmpError, .because = Because::unreachable});
    row("ICMP.PROHIBITED", "icmp_error", {.outcome = Outcome::icmpError, .because = Because::prohibited});
    row("ICMP.TTL_EXCEEDED", "icmp_error", {.outcome = Outcome::icmpError, .because = Because::ttlExceeded});
    row("ICMP.FRAGMENTATION_NEEDED", "icmp_error",
        {.outcome = Outcome::icmpError, .because = Because::fragmentationNeeded});
    row("ICMP.BEYOND_SCOPE", "icmp_error", {.outcome = Outcome::icmpError, .because = Because::beyondScope});
    row("DEPENDS", "depends", {.outcome = Outcome::depends});
}

void TestVerdict::hasAStableCode()
{
    QFETCH(const Verdict, verdict);
    QFETCH(const QString, name);
    const QString code = QString(QTest::currentDataTag()).section(',', 0, 0);
    QCOMPARE(QString::fromUtf8(codeOf(verdict).data()), code);
    QCOMPARE(QString::fromUtf8(nameOf(verdict.outcome).data()), name);
}

void TestVerdict::namesAnswersAsRejectWithDoes()
{
    QCOMPARE(nameOf(RejectWith::icmpNetUnreachable), std::string_view("icmp-net-unreachable"));
    QCOMPARE(nameOf(RejectWith::icmpAdminProhibited), std::string_view("icmp-admin-prohibited"));
    QCOMPARE(nameOf(RejectWith::tcpReset), std::string_view("tcp-reset"));
    QCOMPARE(nameOf(RejectWith::icmp6NoRoute), std::string_view("icmp6-no-route"));
    QCOMPARE(nameOf(RejectWith::icmp6AdminProhibited), std::string_view("icmp6-adm-prohibited"));
    QCOMPARE(nameOf(RejectWith::icmp6RejectRoute), std::string_view("icmp6-reject-route"));
}

QTEST_APPLESS_MAIN(TestVerdict)
#include "tst_verdict.moc"
