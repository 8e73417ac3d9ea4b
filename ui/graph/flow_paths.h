// The bands of probability: down the gutter to the row, round the corner, on to the next header.
#pragma once

#include "ui/graph/block_sizes.h"

#include <vector>

namespace natwalk {

class FlowPaths
{
public:
    /// @param gatesLeft  where flows to endpoints must have come to their height
    FlowPaths(const PathPicture& picture, const std::vector<BlockGeometry>& blocks, double gatesLeft);

    /// @param line  as drawn: from the row's right end to the header
    FlowGeometry flowOf(const Leaving& leaving, std::vector<QPointF> line);
    /// An elbow at the left of two blocks that stand below each other.
    FlowGeometry callInPanel(const PictureJump& jump) const;

private:
    void leadDown(FlowGeometry& flow, const Leaving& leaving);
    void leadRight(FlowGeometry& flow, const Leaving& leaving, std::vector<QPointF> line);
    QPainterPath throughGutter(const Leaving& leaving, double width, double y);
    double centreOfStrip(const Leaving& leaving, double width);
    void setLabel(FlowGeometry& flow, double comesFrom) const;

    const PathPicture& m_picture;
    const std::vector<BlockGeometry>& m_blocks;
    double m_gatesLeft;
    std::vector<double> m_used;  ///< by block: how much of its gutter is taken, from the outside
};

/// The width of a share's band.
double bandWidth(double share);

}  // namespace natwalk
