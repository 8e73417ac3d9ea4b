#include "ui/graph/picture_navigation.h"

#include <algorithm>

namespace natwalk {

namespace {

using Kind = PictureSpot::Kind;

class Navigator
{
public:
    Navigator(const PathPicture& picture, const PictureSpot& from) : m_picture(picture), m_from(from) {}

    PictureSpot to(Heading direction) const
    {
        switch (direction) {
        case Heading::left: return back();
        case Heading::right: return m_from.kind == Kind::block ? intoRows() : along();
        case Heading::match: return along();
        case Heading::up: return upOrDown(false);
        case Heading::down:
        case Heading::noMatch: return upOrDown(true);
        }
        return m_from;
    }

private:
    const std::vector<PictureRow>& rows() const { return m_picture.blocks[m_from.index].rows; }

    /// The row that leads on, on the packet's course if there is one.
    PictureSpot intoRows() const
    {
        const auto onCourse = std::ranges::find(rows(), RowMark::matched, &PictureRow::mark);
        const auto any = std::ranges::find_if(rows(), [](const PictureRow& row) { return row.flow > 0; });
        const auto found = onCourse != rows().end() ? onCourse : any;
        if (found == rows().end())
            return along();
        return {Kind::row, m_from.index, static_cast<std::uint32_t>(found - rows().begin())};
    }

    PictureSpot along() const
    {
        if (m_from.kind == Kind::cell)
            return cellBeside(1);
        if (m_from.kind == Kind::gate)
            return behindGate(m_from.index);
        for (const PictureJump& jump : m_picture.jumps)
            if (jump.from == m_from.index && m_from.kind == Kind::row && jump.row == m_from.row)
                return {Kind::block, jump.to, 0};
        for (const PictureExit& exit : m_picture.exits) {
            const bool here = exit.from == m_from.index && (exit.row == nowhere || exit.row == m_from.row);
            if (here && m_from.isIn(exit.from))
                return exit.onCourse && !m_picture.after.empty() ? PictureSpot{Kind::gate, 0, 0}
                                                                 : PictureSpot{Kind::endpoint, exit.to, 0};
        }
        return m_from;
    }

    PictureSpot behindGate(std::uint32_t gate) const
    {
        if (gate + 1 < m_picture.after.size())
            return {Kind::gate, gate + 1, 0};
        if (gate < m_picture.after.size())
            for (std::uint32_t i = 0; i < m_picture.endpoints.size(); ++i)
                if (m_picture.endpoints[i].onCourse)
                    return {Kind::endpoint, i, 0};
        return gate < m_picture.after.size() ? m_from : PictureSpot{Kind::block, 0, 0};
    }

    PictureSpot back() const
    {
        switch (m_from.kind) {
        case Kind::row: return {Kind::block, m_from.index, 0};
        case Kind::block:
            for (const PictureJump& jump : m_picture.jumps)
                if (jump.to == m_from.index)
                    return {Kind::row, jump.from, jump.row};
            return m_from;
        case Kind::endpoint: return exitTo(m_from.index);
        case Kind::gate: return m_from.index > 0 ? PictureSpot{Kind::gate, m_from.index - 1, 0} : exitOnCourse();
        case Kind::cell: return cellBeside(-1);
        case Kind::none: break;
        }
        return m_from;
    }

    PictureSpot cellBeside(int by) const
    {
        const auto count = static_cast<std::int64_t>(m_picture.groups[m_from.index].cells.size());
        const std::int64_t next = std::clamp<std::int64_t>(std::int64_t{m_from.row} + by, 0, count - 1);
        return {Kind::cell, m_from.index, static_cast<std::uint32_t>(next)};
    }

    PictureSpot groupBeside(bool down) const
    {
        const auto last = static_cast<std::uint32_t>(m_picture.groups.size()) - 1;
        const std::uint32_t next = down ? std::min(m_from.index + 1, last) : m_from.index - std::min(m_from.index, 1U);
        return {Kind::cell, next, 0};
    }

    static PictureSpot spotOfExit(const PictureExit& exit)
    {
        return exit.row == nowhere ? PictureSpot{Kind::block, exit.from, 0}
                                   : PictureSpot{Kind::row, exit.from, exit.row};
    }

    PictureSpot exitTo(std::uint32_t endpoint) const
    {
        const auto found = std::ranges::find(m_picture.exits, endpoint, &PictureExit::to);
        return found == m_picture.exits.end() ? m_from : spotOfExit(*found);
    }

    PictureSpot exitOnCourse() const
    {
        const auto found = std::ranges::find_if(m_picture.exits, &PictureExit::onCourse);
        return found == m_picture.exits.end() ? m_from : spotOfExit(*found);
    }

    PictureSpot upOrDown(bool down) const
    {
        switch (m_from.kind) {
        case Kind::row: return rowBeside(down);
        case Kind::block:
            if (down && !rows().empty())
                return {Kind::row, m_from.index, 0};
            return blockBeside(down);
        case Kind::endpoint: {
            const auto last = static_cast<std::uint32_t>(m_picture.endpoints.size()) - 1;
            const std::uint32_t next =
                down ? std::min(m_from.index + 1, last) : m_from.index - std::min(m_from.index, 1U);
            return {Kind::endpoint, next, 0};
        }
        case Kind::cell: return groupBeside(down);
        case Kind::gate:
        case Kind::none: break;
        }
        return m_from;
    }

    PictureSpot rowBeside(bool down) const
    {
        if (!down)
            return m_from.row > 0 ? PictureSpot{Kind::row, m_from.index, m_from.row - 1}
                                  : PictureSpot{Kind::block, m_from.index, 0};
        return m_from.row + 1 < rows().size() ? PictureSpot{Kind::row, m_from.index, m_from.row + 1}
                                              : blockBeside(true);
    }

    /// The next chain at the same depth; in the order of the rules they stand below each other.
    PictureSpot blockBeside(bool down) const
    {
        const std::uint32_t depth = m_picture.blocks[m_from.index].depth;
        const auto count = static_cast<std::int64_t>(m_picture.blocks.size());
        const int by = down ? 1 : -1;
        for (std::int64_t i = std::int64_t{m_from.index} + by; i >= 0 && i < count; i += by)
            if (m_picture.blocks[static_cast<std::size_t>(i)].depth == depth)
                return {Kind::block, static_cast<std::uint32_t>(i), 0};
        return m_from;
    }

    const PathPicture& m_picture;
    PictureSpot m_from;
};

}  // namespace

PictureSpot neighbour(const PathPicture& picture, const PictureSpot& from, Heading direction)
{
    return Navigator(picture, from).to(direction);
}

}  // namespace natwalk
