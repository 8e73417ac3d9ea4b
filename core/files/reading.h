// The only room that touches the file system.
#pragma once

#include "text/diagnostic.h"

#include <memory>
#include <string>
#include <string_view>

namespace natwalk {

struct FileText
{
    std::shared_ptr<const std::string> text;  ///< null when it could not be read: see problem
    Message problem;                          ///< a sentence that says what it is and what to do
};

/// Reads a whole file, or standard input for "-". A directory, a missing or an oversized file is a problem, not a
/// crash.
FileText readFile(const std::string& path);

}  // namespace natwalk
