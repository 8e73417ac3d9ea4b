#include "ui/graph/picture_spots.h"

namespace natwalk {

namespace {

PictureSpot cellAt(const PictureGeometry& geometry, std::uint32_t group, const QPointF& at)
{
    const std::vector<QRectF>& cells = geometry.groups[group].cells;
    for (std::uint32_t i = 0; i < cells.size(); ++i)
        if (cells[i].contains(at))
            return {PictureSpot::Kind::cell, group, i};
    return {};
}

}  // namespace

PictureSpot spotAt(const PictureGeometry& geometry, const QPointF& at)
{
    using Kind = PictureSpot::Kind;
    for (std::uint32_t i = 0; i < geometry.blocks.size(); ++i) {
        const BlockGeometry& block = geometry.blocks[i];
        if (!block.rect.contains(at))
            continue;
        for (std::uint32_t row = 0; row < block.rows.size(); ++row)
            if (block.rows[row].rect.contains(at))
                return {Kind::row, i, row};
        return {Kind::block, i, 0};
    }
    for (std::uint32_t i = 0; i < geometry.gates.size(); ++i)
        if (geometry.gates[i].rect.contains(at))
            return {Kind::gate, i, 0};
    for (std::uint32_t i = 0; i < geometry.endpoints.size(); ++i)
        if (geometry.endpoints[i].rect.contains(at))
            return {Kind::endpoint, i, 0};
    for (std::uint32_t i = 0; i < geometry.groups.size(); ++i)
        if (geometry.groups[i].rect.contains(at))
            return cellAt(geometry, i, at);
    return {};
}

QRectF rectOf(const PictureGeometry& geometry, const PictureSpot& spot)
{
    switch (spot.kind) {
    case PictureSpot::Kind::none: break;
    case PictureSpot::Kind::block: return geometry.blocks[spot.index].rect;
    case PictureSpot::Kind::row: return geometry.blocks[spot.index].rows[spot.row].rect;
    case PictureSpot::Kind::gate: return geometry.gates[spot.index].rect;
    case PictureSpot::Kind::endpoint: return geometry.endpoints[spot.index].rect;
    case PictureSpot::Kind::cell: return geometry.groups[spot.index].cells[spot.row];
    }
    return {};
}

double coveredArea(const PictureGeometry& geometry, const QRectF& rect)
{
    double area = 0;
    const auto add = [&](const QRectF& other) {
        const QRectF common = rect & other;
        area += common.width() * common.height();
    };
    for (const BlockGeometry& block : geometry.blocks)
        add(block.rect);
    for (const EndpointGeometry& endpoint : geometry.endpoints)
        add(endpoint.rect);
    for (const GroupGeometry& group : geometry.groups)
        add(group.rect);
    return area;
}

}  // namespace natwalk
