#include "ui/graph/unfolding.h"

namespace natwalk {

Opens whatOpens(const PathPicture& picture, const PictureSpot& spot)
{
    switch (spot.kind) {
    case PictureSpot::Kind::gate:
        return picture.trace->ruleset->chain(picture.gateAt(spot.index).chain).ruleCount > 0 ? Opens::rules
                                                                                             : Opens::nothing;
    case PictureSpot::Kind::block: return picture.blocks[spot.index].group != 0 ? Opens::courses : Opens::nothing;
    case PictureSpot::Kind::endpoint: return picture.endpoints[spot.index].group != 0 ? Opens::courses : Opens::nothing;
    case PictureSpot::Kind::row: {
        const PictureRow& row = picture.blocks[spot.index].rows[spot.row];
        if (row.kind == RowKind::others)
            return Opens::courses;
        return row.isRun() ? Opens::rules : Opens::nothing;
    }
    case PictureSpot::Kind::cell:
    case PictureSpot::Kind::none: break;
    }
    return Opens::nothing;
}

void toggle(Unfolded& unfolded, const PathPicture& picture, const PictureSpot& spot)
{
    if (spot.kind == PictureSpot::Kind::row) {
        const PictureBlock& block = picture.blocks[spot.index];
        unfolded.runs.insert({block.visit, block.rows[spot.row].rule});
        return;
    }
    const PictureGate& gate = picture.gateAt(spot.index);
    (gate.open ? unfolded.opened : unfolded.closed).erase(gate.phase);
    (gate.open ? unfolded.closed : unfolded.opened).insert(gate.phase);
}

}  // namespace natwalk
