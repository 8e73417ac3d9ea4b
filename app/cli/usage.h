// What is said of the command line itself: its help, and what was wrong with its words.
#pragma once

#include <CLI/CLI.hpp>

#include <string>

namespace natwalk::cli {

/// Help texts, version and exit codes of the whole program.
void describeProgram(CLI::App& program);

/// What is wrong with the words, in one sentence that names the right one where one is near.
std::string explain(const CLI::ParseError& error, const CLI::App& program);

}  // namespace natwalk::cli
