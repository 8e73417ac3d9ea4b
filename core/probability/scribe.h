// Dice whose falls are written down, so that the next ones who roll the same need not walk.
#pragma once

#include "emulator/chance.h"
#include "probability/draw_tree.h"
#include "probability/witness.h"

#include <cstdint>

namespace natwalk {

/// Rolls the dice, and writes down how they fell until that tells no more where the way leads.
class Scribe final : public Chance
{
public:
    Scribe(Dice& dice, DrawTree& tree, DrawTree::Place from, const Witness& witness)
        : m_dice(dice)
        , m_tree(tree)
        , m_at(from)
        , m_witness(witness)
    {}

    bool decide(const Fork& fork) override
    {
        const bool yes = m_dice.decide(fork);
        if (isPlain())
            m_at = m_tree.fork(m_at, fork, yes);
        return yes;
    }

    std::uint32_t number(std::uint32_t below) override
    {
        m_numbered = true;
        return m_dice.number(below);
    }

    /// Whether the way up to here is the same for all who draw the same; else nobody need learn it.
    bool isPlain()
    {
        if (!m_witness.isPlain())
            giveUp();
        return !m_gaveUp;
    }
    /// Nobody need try to go this way again.
    void giveUp()
    {
        if (!m_gaveUp)
            m_tree.giveUp(m_at);
        m_gaveUp = true;
    }
    /// Whether a number was drawn, as for a port when another connection had the wanted one.
    bool isNumbered() const { return m_numbered; }
    /// The way leads to the end of this number.
    void end(std::uint32_t number) { m_tree.end(m_at, number); }
    const Witness& witness() const { return m_witness; }

private:
    Dice& m_dice;
    DrawTree& m_tree;
    DrawTree::Place m_at;
    const Witness& m_witness;
    bool m_gaveUp = false;
    bool m_numbered = false;
};

}  // namespace natwalk
