#include "files/reading.h"

#include <boost/iostreams/device/array.hpp>
#include <boost/iostreams/filter/gzip.hpp>
#include <boost/iostreams/filtering_stream.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

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
    std::string text;
    text.resize(static_cast<std::size_t>(expected) + 1);
    std::size_t length = 0;
    while (stream.read(text.data() + length, static_cast<std::streamsize>(text.size() - length))) {
        length = text.size();
        if (length > most)
            return problem(MessageId::FileTooLarge, path);
        text.resize(length * 2);
    }
    if (stream.bad())
        return problem(MessageId::FileUnreadable, path);
    text.resize(length + static_cast<std::size_t>(stream.gcount()));
    return plainText(std::move(text), path);
}

void appendUtf8(std::string& text, std::uint32_t character)
{
    const auto add = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
    if (character < 0x80)
        return add(character);
    if (character >= 0x10000) {
        add(0xf0 | character >> 18);
        add(0x80 | (character >> 12 & 0x3f));
    } else if (character >= 0x800) {
        add(0xe0 | character >> 12);
    } else {
        add(0xc0 | character >> 6);
    }
    if (character >= 0x800)
        add(0x80 | (character >> 6 & 0x3f));
    add(0x80 | (character & 0x3f));
}

enum class Encoding : std::uint8_t { utf8, utf16Little, utf16Big };

/// By its mark, or by the zero bytes that plain letters have in UTF-16.
Encoding encodingOf(std::string_view bytes)
{
    constexpr std::size_t enough = 64;
    if (bytes.starts_with("\xff\xfe"))
        return Encoding::utf16Little;
    if (bytes.starts_with("\xfe\xff"))
        return Encoding::utf16Big;
    const std::size_t length = std::min(bytes.size(), enough) & ~std::size_t{1};
    std::size_t zeros[2] = {0, 0};
    for (std::size_t i = 0; i < length; ++i)
        zeros[i % 2] += bytes[i] == '\0' ? 1 : 0;
    if (length >= 8 && zeros[1] == length / 2 && zeros[0] == 0)
        return Encoding::utf16Little;
    return length >= 8 && zeros[0] == length / 2 && zeros[1] == 0 ? Encoding::utf16Big : Encoding::utf8;
}

std::string fromUtf16(std::string_view bytes, bool bigEndian)
{
    const auto unitAt = [&](std::size_t i) {
        const auto first = static_cast<unsigned char>(bytes[i]);
        const auto second = static_cast<unsigned char>(bytes[i + 1]);
        return static_cast<std::uint32_t>(bigEndian ? first << 8 | second : second << 8 | first);
    };
    std::string text;
    text.reserve(bytes.size() / 2);
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        std::uint32_t character = unitAt(i);
        const bool isHigh = character >= 0xd800 && character < 0xdc00;
        if (isHigh && i + 3 < bytes.size()) {
            const std::uint32_t low = unitAt(i + 2);
            if (low >= 0xdc00 && low < 0xe000) {
                character = 0x10000 + ((character - 0xd800) << 10) + (low - 0xdc00);
                i += 2;
            }
        }
        if (character != 0xfeff)
            appendUtf8(text, character);
    }
    return text;
}

/// Nothing when the bytes are broken. More than the most that is read is cut off at one byte more.
std::optional<std::string> unzipped(const std::string& bytes)
{
    namespace io = boost::iostreams;
    io::filtering_istream stream;
    stream.push(io::gzip_decompressor());
    stream.push(io::array_source(bytes.data(), bytes.size()));
    std::string text;
    std::array<char, 65536> buffer{};
    try {
        while (text.size() <= most) {
            stream.read(buffer.data(), buffer.size());
            text.append(buffer.data(), static_cast<std::size_t>(stream.gcount()));
            if (stream.bad())
                return {};
            if (!stream)
                break;
        }
    } catch (const std::exception&) {  // the library's own kinds, and what it lets through from zlib
        return {};
    }
    return text;
}

}  // namespace

FileText plainText(std::string bytes, const std::string& name)
{
    if (bytes.starts_with("\x1f\x8b")) {
        auto text = unzipped(bytes);
        if (!text)
            return problem(MessageId::FileBroken, name);
        if (text->size() > most)
            return problem(MessageId::FileTooLarge, name);
        bytes = std::move(*text);
    }
    if (const Encoding encoding = encodingOf(bytes); encoding != Encoding::utf8)
        bytes = fromUtf16(bytes, encoding == Encoding::utf16Big);
    else if (bytes.starts_with("\xef\xbb\xbf"))
        bytes.erase(0, 3);
    return {std::make_shared<const std::string>(std::move(bytes)), {}};
}

FileText readFile(const std::string& path)
{
    constexpr std::uintmax_t firstGuess = 65536;
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
