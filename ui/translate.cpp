#include "ui/translate.h"

#include <QCoreApplication>

namespace natwalk {

QString translated(const Message& message)
{
    const std::string pattern(englishPattern(message.id));
    const QString local = QCoreApplication::translate("Message", pattern.c_str());
    return qstring(fill(local.toStdString(), message.arguments));
}

}  // namespace natwalk
