// Kinds of findings that somebody does not want to see; remembered from one start to the next.
#pragma once

#include "kube/findings.h"

#include <QObject>
#include <QString>
#include <QStringList>

namespace natwalk {

class HiddenFindings : public QObject
{
    Q_OBJECT

public:
    explicit HiddenFindings(QObject* parent = nullptr);

    /// The stable names of hidden kinds: "OwnersMeet".
    const QStringList& kinds() const { return m_kinds; }
    bool hides(const Finding& finding) const;
    void setHidden(const QString& kind, bool hidden);

signals:
    void changed();

private:
    QStringList m_kinds;
};

}  // namespace natwalk
