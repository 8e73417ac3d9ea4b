// Every course of a packet, by forking the walk at each draw.
#pragma once

#include "emulator/question.h"
#include "emulator/walk.h"
#include "probability/exact_share.h"
#include "probability/fine_share.h"
#include "text/checkpoint.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace natwalk {

/// One side of a fork on the way to a course; courses share their beginnings, so forks form a tree.
struct DrawNode
{
    std::int32_t parent = -1;  ///< index of the node before; -1: the first
    Fork fork;
    bool outcome = false;
    std::int32_t join = -1;  ///< behind this node several ways went on as one: index of Branches::joins
};

/// Ways that went on alike from some place, and were followed once. The tree holds the likeliest of them.
struct Join
{
    FineShare share = FineShare::none();  ///< of all of them
    std::optional<ExactShare> exact;      ///< nothing above 4,096 bits
};

/// One way the packet may go, or several that ended as one.
struct CourseEnd
{
    FineShare share = FineShare::whole();   ///< product of the draws' chances; doubtful forks count as 1 on both sides
    FineShare single = FineShare::whole();  ///< of the likeliest alone, which the tree holds
    std::uint64_t ways = 1;                 ///< how many there are, 2^63 at most
    bool supposed = false;                  ///< a doubtful fork lies on the way and was taken as yes
    std::int32_t lastDraw = -1;             ///< leads back through the tree of forks; -1: no fork
    std::uint32_t depth = 0;                ///< number of forks on the way
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
    bool merged = false;     ///< there were too many courses: ways that went on alike were followed once
    std::vector<Join> joins;

    /// The share of all ways that come to a node of the tree (-1: the beginning), doubtful forks counting as 1; nothing
    /// above 4,096 bits.
    std::optional<ExactShare> exactShareAt(std::int32_t draw) const;
    /// The bits of its denominator; nothing where they are too many.
    std::optional<std::uint32_t> exactBitsAt(std::int32_t draw) const;
    /// The outcomes of all random draws on the way to a course, for Forced{}.
    std::vector<bool> outcomesOf(const CourseEnd& course) const;
    /// The doubtful forks that the course takes as yes, for Supposing{}.
    std::vector<Fork> suppositionsOf(const CourseEnd& course) const;
};

/// @param goOn     told the share of the packets that is covered
/// @param maximum  more courses than this are cut off and reported as uncovered
Branches branchesOf(const Question& question, const Checkpoint& goOn = keepGoing, std::size_t maximum = 100'000);

/// The same for questions whose courses may be far more than anybody can count: where `many` are found, ways that will
/// go on alike (same place, same packet, same connection) are followed as one. Forty draws in a row, each of which
/// leads through the same chain or past it, are 2^40 courses, and 41 places. What memory tells apart stays apart.
Branches mergedBranchesOf(const Question& question, const Checkpoint& goOn = keepGoing, std::size_t many = 20'000,
                          std::size_t maximum = 100'000);

}  // namespace natwalk
