// Paints the flows of a picture: bands as wide as their share, and the packet's line, solid behind it, dashed ahead.
#pragma once

#include "ui/graph/picture_painter.h"

namespace natwalk {

class FlowPainter
{
public:
    FlowPainter(QPainter& painter, const PicturePaint& what) : m_painter(painter), m_what(what) {}

    void bandsBeyond() const;
    /// In the gutter of one block.
    void bandsWithin(std::uint32_t block) const;
    void linesBeyond() const;
    void linesWithin(std::uint32_t block) const;
    void markBetween() const;
    /// The shares, where flows arrive.
    void labels() const;

private:
    bool hasCome(std::size_t step) const;
    bool isPast(const FlowGeometry& flow) const;
    bool isLit(const FlowGeometry& flow) const;
    void stroke(const FlowGeometry& flow, const QPainterPath& path) const;
    void strokeLine(const QPainterPath& path, bool solid) const;
    void lineBeyond(const FlowGeometry& flow) const;
    void lineToEndpoint(const FlowGeometry& flow) const;
    double reachedX(double end) const;
    void clippedLine(const QPainterPath& path, double split, bool solid) const;
    void paintArrow(const QPointF& tip, double angle, bool solid) const;
    void paintEntryBand() const;
    void paintEntryLine() const;
    void paintLabel(const FlowGeometry& flow) const;

    QPainter& m_painter;
    const PicturePaint& m_what;
};

}  // namespace natwalk
