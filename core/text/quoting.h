// How iptables-save writes a word: bare while it is plain, else in quotes.
#pragma once

#include <string>
#include <string_view>

namespace natwalk {

/// A word with quotes and escapes where iptables-save puts them.
/// @see iptables libxtables/xtables.c, xtables_save_string()
std::string quoted(std::string_view word);

/// The same, in quotes even where none are needed.
std::string inQuotes(std::string_view word);

/// A word that iptables-save never quotes (a chain, a device): bare, unless it could not be read again.
std::string bareOrQuoted(std::string_view word);

}  // namespace natwalk
