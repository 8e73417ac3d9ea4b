// Core's sentences in the language of the window: the English pattern is the source text.
#pragma once

#include "text/message.h"

#include <QString>

#include <string_view>

namespace natwalk {

/// The whole sentence in the language in use; English where no translation is known.
QString translated(const Message& message);

/// A text of core (names, addresses, rules) for widgets.
inline QString qstring(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

}  // namespace natwalk
