// The language of the window; it can change while the window is open.
#pragma once

#include <QString>

namespace natwalk {

/// Puts a language into use, "zh_CN" say; the system's when empty. English where there is no translation.
void useLanguage(const QString& language);

/// The language that was chosen in the menu; empty: the system's.
QString storedLanguage();
void storeLanguage(const QString& language);

}  // namespace natwalk
