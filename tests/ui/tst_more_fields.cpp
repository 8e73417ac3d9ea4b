// The rarer fields of a packet: what they show, and what they take.
#include "support/builders.h"
#include "ui/forms/more_fields.h"

#include <QLineEdit>
#include <QTest>

using namespace natwalk;
using namespace natwalk::test;

namespace {

Packet ofIpv6(std::uint8_t headers)
{
    Packet packet = tcp("fd00::5", 40000, "fd00::6", 80, "eth0");
    packet.headers = headers;
    return packet;
}

QLineEdit* named(const MoreFields& fields, const QString& name)
{
    for (QLineEdit* field : fields.findChildren<QLineEdit*>())
        if (field->accessibleName() == name)
            return field;
    return nullptr;
}

}  // namespace

class TestMoreFields : public QObject
{
    Q_OBJECT

private slots:
    void showsExtensionHeadersOfIpv6Alone()
    {
        MoreFields fields;
        const QLineEdit* headers = named(fields, QStringLiteral("headers"));
        QVERIFY(headers);
        fields.setPacket(ofIpv6(header::hopByHop | header::destinationOptions));
        QCOMPARE(headers->text(), QStringLiteral("hbh,dst"));
        QVERIFY(!headers->isHidden());
        fields.setPacket(tcp("10.0.0.5", 40000, "10.0.0.6", 80, "eth0"));
        QVERIFY(headers->isHidden());
    }

    void takesExtensionHeaders()
    {
        MoreFields fields;
        QLineEdit* headers = named(fields, QStringLiteral("headers"));
        fields.setPacket(ofIpv6(0));
        headers->setText(QStringLiteral("dst,hbh"));
        QCOMPARE(int{fields.applied(ofIpv6(0)).value().headers}, header::hopByHop | header::destinationOptions);
        QCOMPARE(int{fields.applied(tcp("10.0.0.5", 40000, "10.0.0.6", 80, "eth0")).value().headers}, 0);
        headers->setText(QStringLiteral("dst,hop"));
        QVERIFY(!fields.applied(ofIpv6(0)));
        QVERIFY(fields.problem().contains(QStringLiteral("hbh")));
    }
};

QTEST_MAIN(TestMoreFields)

#include "tst_more_fields.moc"
