#include "ui/graph/picture_painter.h"

#include "ui/graph/block_painter.h"
#include "ui/graph/end_painter.h"
#include "ui/graph/flow_painter.h"
#include "ui/graph/grid_painter.h"

namespace natwalk {

namespace {

constexpr double dimmed = 0.3;

void paintBlocks(QPainter& painter, const PicturePaint& what, const FlowPainter& flows)
{
    for (std::uint32_t i = 0; i < what.geometry.blocks.size(); ++i) {
        painter.setOpacity(!what.state.lit || what.state.lit->contains(i) ? 1 : dimmed);
        paintBlock(painter, what, flows, i);
        painter.setOpacity(1);
        flows.linesWithin(i);
    }
}

}  // namespace

Detail detailAt(double zoom)
{
    constexpr double fullFrom = 0.6;
    constexpr double titlesFrom = 0.32;  // below, titles of 11.5 px no longer fit their blocks
    return zoom >= fullFrom ? Detail::full : zoom >= titlesFrom ? Detail::titles : Detail::shapes;
}

void paintPicture(QPainter& painter, const PicturePaint& what)
{
    painter.setRenderHint(QPainter::Antialiasing);
    if (!what.geometry.groups.empty())
        paintGrid(painter, what);
    if (what.geometry.blocks.empty())
        return;
    for (const PartGeometry& part : what.geometry.parts)
        paintPart(painter, what, part);
    const FlowPainter flows(painter, what);
    flows.bandsBeyond();
    flows.linesBeyond();
    for (std::uint32_t i = 0; i < what.geometry.gates.size(); ++i)
        paintGate(painter, what, i);
    paintBlocks(painter, what, flows);
    for (std::uint32_t i = 0; i < what.geometry.endpoints.size(); ++i)
        paintEndpoint(painter, what, i);
    flows.markBetween();
    if (what.detail() == Detail::full)
        flows.labels();
}

}  // namespace natwalk
