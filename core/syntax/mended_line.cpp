#include "syntax/mended_line.h"

#include <algorithm>

namespace natwalk {

MendedLine::MendedLine(std::string_view line, std::uint32_t number) : m_text(line)
{
    m_origins.reserve(line.size() + 1);
    for (std::size_t i = 0; i <= line.size(); ++i)
        m_origins.push_back({number, static_cast<std::uint32_t>(i + 1)});
}

SourceSpan MendedLine::placeOf(const SourceSpan& mended) const
{
    return placeOf(mended.column == 0 ? 0 : mended.column - 1, mended.length);
}

/// What goes on in another line is marked to the end of what stands in its first.
SourceSpan MendedLine::placeOf(std::size_t begin, std::size_t length) const
{
    const std::size_t first = std::min(begin, m_text.size());
    const Origin& origin = m_origins[first];
    SourceSpan place{origin.line, origin.column, 0};
    for (std::size_t i = first; i < std::min(first + length, m_text.size()) && m_origins[i].line == origin.line; ++i)
        place.length = m_origins[i].column + 1 - origin.column;
    return place;
}

MendedLine MendedLine::part(std::size_t begin, std::size_t length) const
{
    MendedLine line;
    line.m_text = m_text.substr(begin, length);
    const auto first = m_origins.begin() + static_cast<std::ptrdiff_t>(begin);
    line.m_origins.assign(first, first + static_cast<std::ptrdiff_t>(line.m_text.size() + 1));
    return line;
}

void MendedLine::append(std::string_view between, const MendedLine& line)
{
    m_text += between;
    m_text += line.m_text;
    m_origins.insert(m_origins.end(), between.size(), Origin(m_origins.back()));
    m_origins.pop_back();
    m_origins.insert(m_origins.end(), line.m_origins.begin(), line.m_origins.end());
}

}  // namespace natwalk
