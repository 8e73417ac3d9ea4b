// Every course of a packet, by forking the walk at each draw.
#pragma once

#include "emulator/question.h"
#include "emulator/walk.h"
#include "probability/fine_share.h"
#include "text/checkpoint.h"

#include <cstdint>
#include <vector>

namespace natwalk {

/// One side of a fork on the way to a course; courses share their beginnings, so forks form a tree.
struct DrawNode
{
    std::int32_t parent = -1;  ///< index of the node before; -1: the first
    Fork fork;
    bool outcome = false;
};

/// One way the packet may go.
struct CourseEnd
{
    FineShare share = FineShare::whole();  ///< product of the draws' chances; doubtful forks count as 1 on both sides
    bool supposed = false;                 ///< a doubtful fork lies on the way and was taken as yes
    std::int32_t lastDraw = -1;            ///< leads back through the tree of forks; -1: no fork
    std::uint32_t depth = 0;               ///< number of forks on the way
    std::uint32_t draws = 0;               ///< how many of them are random draws
    WalkEnd end;
    Packet packet;  ///< as it left, or was when it ended

    double probability() const { return share.value(); }
};

/// The courses of a question, depth first: at each fork "yes" before "no".
struct Branches
{
    std::vector<DrawNode> draws;  ///< a node stands behind its parent
    std::vector<CourseEnd> courses;
    double uncovered = 0;    ///< the share that was cut off at `maximum` courses, or when it was stopped
    bool remembers = false;  ///< some course changed what matches remember: the next packet may fare otherwise
    bool doubtful = false;   ///< there is a doubtful fork
    bool stopped = false;    ///< the checkpoint said stop

    /// The outcomes of all random draws on the way to a course, for Forced{}.
    std::vector<bool> outcomesOf(const CourseEnd& course) const;
    /// The doubtful forks that the course takes as yes, for Supposing{}.
    std::vector<Fork> suppositionsOf(const CourseEnd& course) const;
};

/// @param goOn     told the share of the packets that is covered
/// @param maximum  more courses than this are cut off and reported as uncovered
Branches branchesOf(const Question& question, const Checkpoint& goOn = keepGoing, std::size_t maximum = 100'000);

}  // namespace natwalk
