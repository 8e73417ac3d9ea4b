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

/// Reads a whole file, or standard input for "-", and brings it into plain UTF-8: see plainText(). A directory, a
/// missing or an oversized file is a problem, not a crash.
FileText readFile(const std::string& path);

/// Unpacks gzip, turns UTF-16 into UTF-8, and leaves out a byte order mark; every other text stays as it is.
/// @param name  of the file, for the problem where it is broken or unpacks to more than is read at all
FileText plainText(std::string bytes, const std::string& name);

}  // namespace natwalk
