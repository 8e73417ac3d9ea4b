// A line that is put right before it is read, and where each of its bytes stood in the text.
#pragma once

#include "text/token.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace natwalk {

class MendedLine
{
public:
    /// The line as it stands in the text.
    MendedLine(std::string_view line, std::uint32_t number);

    std::string_view text() const { return m_text; }
    /// The place in the text of what stands in this line.
    SourceSpan placeOf(const SourceSpan& mended) const;
    SourceSpan placeOf(std::size_t begin, std::size_t length) const;

    /// Other bytes in place of some; they stand where the first of those stood.
    struct Change
    {
        std::size_t length = 0;  ///< of what is replaced; 0: the byte stays
        std::string_view instead = {};
    };
    /// The line with changes.
    /// @param changeAt  asked for each place that no change before it covers: (std::size_t begin) -> Change
    template <typename ChangeAt>
    MendedLine changed(ChangeAt changeAt) const
    {
        MendedLine line;
        for (std::size_t i = 0; i < m_text.size();) {
            const Change change = changeAt(i);
            const bool stays = change.length == 0;
            const std::string_view bytes = stays ? std::string_view(m_text).substr(i, 1) : change.instead;
            line.m_text += bytes;
            line.m_origins.insert(line.m_origins.end(), bytes.size(), m_origins[i]);
            i += stays ? 1 : change.length;
        }
        line.m_origins.push_back(m_origins.back());
        return line;
    }
    /// A part of the line as a line of its own.
    MendedLine part(std::size_t begin, std::size_t length) const;
    /// Goes on with what stands between two lines, and the other line.
    void append(std::string_view between, const MendedLine& line);

private:
    struct Origin
    {
        std::uint32_t line;
        std::uint32_t column;
    };

    MendedLine() = default;

    std::string m_text;
    std::vector<Origin> m_origins;  // of each byte, and of the end
};

}  // namespace natwalk
