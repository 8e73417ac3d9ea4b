// How much hangs on a doubt: the smallest and the largest share that an outcome can have.
#pragma once

#include "probability/branches.h"

namespace natwalk {

struct ShareRange
{
    FineShare least = FineShare::none();
    FineShare most = FineShare::none();
};

/// Gathers courses that end alike and answers their common share, each doubtful fork falling once to its worse, once to
/// its better side.
class DoubtfulShares
{
public:
    explicit DoubtfulShares(const Branches& branches);

    /// @param courses  indexes of the courses of one outcome
    ShareRange of(const std::vector<std::uint32_t>& courses);

private:
    // A position is the root (0) or stands behind a node of the tree of forks (its index + 1).
    struct Position
    {
        ShareRange range;
        std::uint32_t visit = 0;
        std::uint8_t doubtfulSides = 0;  ///< how many sides of a doubtful fork behind it lead to the outcome
    };

    void begin(std::uint32_t course);
    void visit(std::size_t position);
    void tellParent(std::size_t position);

    const Branches& m_branches;
    std::vector<Position> m_positions;
    std::vector<std::size_t> m_visited;
    std::uint32_t m_visit = 0;
};

}  // namespace natwalk
