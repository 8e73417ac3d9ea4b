// What moves on a picture while its layout stays: the current step, the selection, what the pointer is over, trials.
#pragma once

#include "probability/judgement.h"
#include "ui/graph/path_picture.h"

#include <cstdint>
#include <optional>
#include <set>
#include <vector>

namespace natwalk {

/// A place on the picture.
struct PictureSpot
{
    enum class Kind : std::uint8_t { none, block, row, gate, endpoint, cell };

    Kind kind = Kind::none;
    std::uint32_t index = 0;  ///< of the block, gate, endpoint or group
    std::uint32_t row = 0;    ///< for Kind::row and Kind::cell: which of it

    bool operator==(const PictureSpot&) const = default;
    bool isIn(std::uint32_t block) const { return (kind == Kind::block || kind == Kind::row) && index == block; }
};

struct PictureState
{
    std::size_t position = 0;
    PictureSpot current;         ///< where the current step is; for a run told in several rows, the last of them
    bool betweenTables = false;  ///< the current step is a routing decision or the like
    PictureSpot selected;        ///< where somebody looks, if elsewhere
    std::optional<std::set<std::uint32_t>> lit{};     ///< blocks that are not dimmed; nothing: all
    std::vector<std::optional<Interval>> observed{};  ///< by endpoint
    double axis = 0.01;                               ///< half the width of the observed shares' axis
    bool focused = false;                             ///< the keyboard is here
};

/// Where a step of the trace is on the picture.
PictureSpot spotOf(const PathPicture& picture, std::size_t step);

/// The spot of a rule or, without one, of a chain; on the packet's course if it is read more than once.
PictureSpot spotOf(const PathPicture& picture, ChainId chain, RuleId rule);

/// The blocks that flows lead to from a block, and those that lead to it; itself included.
std::set<std::uint32_t> connectedTo(const PathPicture& picture, std::uint32_t block);

}  // namespace natwalk
