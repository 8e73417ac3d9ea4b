// Files of the repository, by their path from its top. A missing one ends the test program: nothing can be tested then.
#pragma once

#include "text/json.h"

#include <string>
#include <string_view>

namespace natwalk::test {

std::string textOfFile(const std::string& path);
Json jsonFrom(const std::string& path);

/// A member of an object; null where it has none.
const Json& memberOf(const Json& object, std::string_view key);
/// A text member; empty where it is null or missing.
std::string textIn(const Json& object, std::string_view key);

}  // namespace natwalk::test
