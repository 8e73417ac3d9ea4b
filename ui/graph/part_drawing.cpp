#include "ui/graph/part_drawing.h"

#include <algorithm>

namespace natwalk {

namespace {

/// One part by itself: its boxes and links, and where they are in the whole.
struct Part
{
    DrawingInput input;
    std::vector<std::uint32_t> boxes;
    std::vector<std::size_t> links;
    Drawing drawing;
    QRectF rect;
};

class PartDrawer
{
public:
    PartDrawer(const DrawingInput& input, const std::vector<std::uint32_t>& partOf, const PartMargins& margins)
        : m_input(input)
        , m_partOf(partOf)
        , m_margins(margins)
        , m_numbers(input.boxes.size())
    {}

    PartDrawing all(const QSizeF& room)
    {
        divide();
        for (Part& part : m_parts) {
            part.drawing = draw(part.input);
            part.rect.setSize(QSizeF(part.drawing.size.width + leftOf(part) + m_margins.side,
                                     part.drawing.size.height + m_margins.top + m_margins.bottom));
        }
        setBest(room);
        return joined();
    }

private:
    void divide()
    {
        m_parts.resize(*std::ranges::max_element(m_partOf) + 1);
        for (Part& part : m_parts) {
            part.input = m_input;
            part.input.boxes.clear();
            part.input.links.clear();
            part.input.roots.clear();
        }
        for (std::uint32_t box = 0; box < m_input.boxes.size(); ++box) {
            Part& part = m_parts[m_partOf[box]];
            m_numbers[box] = static_cast<std::uint32_t>(part.boxes.size());
            part.boxes.push_back(box);
        }
        for (std::uint32_t box = 0; box < m_input.boxes.size(); ++box) {
            Box own = m_input.boxes[box];
            if (own.below)
                own.below = m_numbers[*own.below];
            m_parts[m_partOf[box]].input.boxes.push_back(own);
        }
        for (const std::uint32_t root : m_input.roots)
            m_parts[m_partOf[root]].input.roots.push_back(m_numbers[root]);
        for (std::size_t i = 0; i < m_input.links.size(); ++i)
            addLink(i);
    }

    void addLink(std::size_t index)
    {
        Link link = m_input.links[index];
        Part& part = m_parts[m_partOf[link.from]];
        link.from = m_numbers[link.from];
        link.to = m_numbers[link.to];
        part.input.links.push_back(link);
        part.links.push_back(index);
    }

    double leftOf(const Part& part) const { return part.boxes.front() == 0 ? m_margins.entry : m_margins.side; }

    /// Tries lines as long as the first parts, the first two, and so on.
    void setBest(const QSizeF& room)
    {
        double best = 0;
        double bestLimit = 0;
        double limit = -m_margins.between;
        for (const Part& part : m_parts) {
            limit += part.rect.width() + m_margins.between;
            const QSizeF size = setInLines(limit);
            const double zoom = std::min(room.width() / size.width(), room.height() / size.height());
            if (zoom > best) {
                best = zoom;
                bestLimit = limit;
            }
        }
        m_size = setInLines(bestLimit);
    }

    QSizeF setInLines(double limit)
    {
        QSizeF size;
        QPointF at;
        double height = 0;
        for (Part& part : m_parts) {
            if (at.x() > 0 && at.x() + part.rect.width() > limit + 1) {
                at = {0, at.y() + height + m_margins.between};
                height = 0;
            }
            part.rect.moveTopLeft(at);
            at.rx() += part.rect.width() + m_margins.between;
            height = std::max(height, part.rect.height());
            size = size.expandedTo(QSizeF(part.rect.right(), part.rect.bottom()));
        }
        return size;
    }

    PartDrawing joined() const
    {
        PartDrawing all;
        all.drawing.size = {m_size.width(), m_size.height()};
        all.drawing.places.resize(m_input.boxes.size());
        all.drawing.columns.resize(m_input.boxes.size());
        all.drawing.lines.resize(m_input.links.size());
        for (const Part& part : m_parts) {
            const QPointF by = part.rect.topLeft() + QPointF(leftOf(part), m_margins.top);
            const auto moved = [&by](const Point& point) { return Point{point.x + by.x(), point.y + by.y()}; };
            for (std::size_t i = 0; i < part.boxes.size(); ++i) {
                all.drawing.places[part.boxes[i]] = moved(part.drawing.places[i]);
                all.drawing.columns[part.boxes[i]] = part.drawing.columns[i];
            }
            for (std::size_t i = 0; i < part.links.size(); ++i)
                std::ranges::transform(part.drawing.lines[i], std::back_inserter(all.drawing.lines[part.links[i]]),
                                       moved);
            all.parts.push_back(part.rect);
        }
        return all;
    }

    const DrawingInput& m_input;
    const std::vector<std::uint32_t>& m_partOf;
    PartMargins m_margins;
    std::vector<std::uint32_t> m_numbers;  ///< of each box in its part
    std::vector<Part> m_parts;
    QSizeF m_size;
};

}  // namespace

PartDrawing drawParts(const DrawingInput& input, const std::vector<std::uint32_t>& partOf, const PartMargins& margins,
                      const QSizeF& room)
{
    if (std::ranges::none_of(partOf, [](std::uint32_t part) { return part > 0; }))
        return {draw(input), {}};
    return PartDrawer(input, partOf, margins).all(room);
}

}  // namespace natwalk
