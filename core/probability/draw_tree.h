// Ways that were gone before, by the draws that fell: at each fork one goes on this way or that, and each end is known
// or not known yet.
#pragma once

#include "emulator/chance.h"

#include <array>
#include <cstdint>
#include <vector>

namespace natwalk {

class DrawTree
{
public:
    using Place = std::uint32_t;
    static constexpr std::uint32_t noEnd = 0xffffffffU;

    /// The beginning of a way that nobody has gone yet.
    Place plant() { return add(); }

    /// Goes on from fork to fork as the dice fall.
    /// @return the number of the end; noEnd: nobody knows
    std::uint32_t go(Place from, Chance& chance) const
    {
        const Node* node = &m_nodes[from];
        while (node->kind == Kind::fork)
            node = &m_nodes[node->next[chance.decide(node->fork) ? 1 : 0]];
        return node->kind == Kind::end ? node->next[0] : noEnd;
    }

    /// Where this fork is met, the way goes on from here.
    Place fork(Place at, const Fork& fork, bool yes)
    {
        if (m_nodes[at].kind != Kind::fork) {
            const Place no = add();
            add();
            m_nodes[at] = {Kind::fork, fork, {no, no + 1}};
        }
        return m_nodes[at].next[yes ? 1 : 0];
    }
    void end(Place at, std::uint32_t number) { m_nodes[at] = {Kind::end, {}, {number, 0}}; }
    /// From here on it hangs on more than draws.
    void giveUp(Place at) { m_nodes[at].kind = Kind::untold; }
    bool isGivenUp(Place at) const { return m_nodes[at].kind == Kind::untold; }

    std::size_t size() const { return m_nodes.size(); }

private:
    enum class Kind : std::uint8_t { unknown, untold, fork, end };
    struct Node
    {
        Kind kind = Kind::unknown;
        Fork fork;
        std::array<std::uint32_t, 2> next{};  ///< places behind a no and a yes; of an end, its number
    };

    Place add()
    {
        m_nodes.emplace_back();
        return static_cast<Place>(m_nodes.size() - 1);
    }

    std::vector<Node> m_nodes;
};

}  // namespace natwalk
