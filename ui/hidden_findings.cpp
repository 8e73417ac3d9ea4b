#include "ui/hidden_findings.h"

#include "ui/translate.h"

#include <QSettings>

namespace natwalk {

namespace {

const QString key = QStringLiteral("findings/hidden");

}  // namespace

HiddenFindings::HiddenFindings(QObject* parent) : QObject(parent), m_kinds(QSettings().value(key).toStringList()) {}

bool HiddenFindings::hides(const Finding& finding) const { return m_kinds.contains(qstring(finding.code())); }

void HiddenFindings::setHidden(const QString& kind, bool hidden)
{
    if (m_kinds.contains(kind) == hidden)
        return;
    if (hidden)
        m_kinds.append(kind);
    else
        m_kinds.removeAll(kind);
    QSettings().setValue(key, m_kinds);
    emit changed();
}

}  // namespace natwalk
