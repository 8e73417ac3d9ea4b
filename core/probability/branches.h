// Every course of a packet, by forking the walk at each draw.
#pragma once

#include "emulator/question.h"
#include "emulator/walk.h"
#include "text/checkpoint.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace natwalk {

/// One draw on the way to a course; courses share their beginnings, so draws form a tree.
struct DrawNode
{
    std::int32_t parent = -1; ///< index of the draw before; -1: the first
    Fork fork;
    bool outcome = false;
};

/// One way the packet may go.
struct CourseEnd
{
    double probability = 1;   ///< product of the draws' chances; doubtful forks count as 1 on both sides
    bool doubted = false;     ///< a doubt lies on the way
    std::int32_t lastDraw = -1; ///< leads back through the tree of draws; -1: no draw
    std::uint32_t depth = 0;  ///< number of draws on the way
    WalkEnd end;
    Packet packet;            ///< as it left, or was when it ended
};

/// The courses of a question, depth first: at each draw "yes" before "no".
struct Branches
{
    std::vector<DrawNode> draws;
    std::vector<CourseEnd> courses;
    double uncovered = 0;     ///< the share that was cut off at `maximum` courses
    bool stopped = false;     ///< the checkpoint said stop

    /// The outcomes of all draws on the way to a course, for Forced{}.
    std::vector<bool> outcomesOf(const CourseEnd& course) const;
};

/// @param maximum  more courses than this are cut off and reported as uncovered
Branches branchesOf(const Question& question, const Checkpoint& goOn = keepGoing, std::size_t maximum = 100'000);

} // namespace natwalk
