#include "files/reading.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

namespace natwalk {

namespace {

constexpr std::uintmax_t most = std::uintmax_t{2} * 1024 * 1024 * 1024;

FileText problem(MessageId id, const std::string& path, const std::string& reason = {})
{
    return {nullptr, message(id, path, reason)};
}

/// Reads on to the end, but not more than the most that is read at all.
FileText readAll(std::istream& stream, const std::string& path, std::uintmax_t expected)
{
    auto text = std::make_shared<std::string>();
    text->resize(static_cast<std::size_t>(expected) + 1);
    std::size_t length = 0;
    while (stream.read(text->data() + length, static_cast<std::streamsize>(text->size() - length))) {
        length = text->size();
        if (length > most)
            return problem(MessageId::FileTooLarge, path);
        text->resize(length * 2);
    }
    if (stream.bad())
        return problem(MessageId::FileUnreadable, path);
    text->resize(length + static_cast<std::size_t>(stream.gcount()));
    return {std::move(text), {}};
}

}  // namespace

FileText readFile(const std::string& path)
{
    constexpr std::uintmax_t firstGuess = 64 * 1024;
    if (path == "-")
        return readAll(std::cin, "standard input", firstGuess);
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (!std::filesystem::exists(status))
        return problem(MessageId::FileMissing, path);
    if (std::filesystem::is_directory(status))
        return problem(MessageId::FileIsDirectory, path);
    const bool sized = std::filesystem::is_regular_file(status);
    const std::uintmax_t size = sized ? std::filesystem::file_size(path, error) : firstGuess;
    if (error)
        return problem(MessageId::FileUnreadable, path, error.message());
    if (size > most)
        return problem(MessageId::FileTooLarge, path);
    std::ifstream stream(path, std::ios::binary);
    if (!stream)
        return problem(MessageId::FileNotPermitted, path);
    return readAll(stream, path, size);
}

}  // namespace natwalk
