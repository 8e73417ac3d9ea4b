// Which hooks lead to which chains, and where jumps run in circles, as the kernel finds out when it loads a table.
//
// Source: Linux net/ipv4/netfilter/ip_tables.c, mark_source_chains(); net/netfilter/nf_tables_api.c,
// nft_chain_validate(). Both settled by experiment.
#pragma once

#include "ruleset/ruleset.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace natwalk {

/// A jump that leads back to a chain which is still being read.
struct ChainLoop
{
    static constexpr std::size_t longestListed = 8;

    RuleId closing = noRule;      ///< the rule that jumps back
    std::vector<ChainId> chains;  ///< from the one jumped back to, in order; the first few where there are many
    std::size_t length = 0;       ///< how many chains the circle has
    bool reachable = false;       ///< from a built-in chain: then the kernel refuses the table
};

class ChainReach
{
public:
    explicit ChainReach(const Ruleset& ruleset);

    /// Whether a packet at this hook of the chain's table may come to the chain.
    bool isReached(ChainId chain, Hook hook) const { return (of(chain).hooks & bitOf(hook)) != 0; }
    /// The rule that leads from the hook to the chain; noRule for the built-in chain itself.
    RuleId reachedBy(ChainId chain, Hook hook) const { return of(chain).by[static_cast<std::size_t>(hook)]; }
    /// How many of the chain's rules can be read: legacy looks at nothing behind an unconditional ACCEPT, DROP or
    /// RETURN.
    std::uint32_t readCount(ChainId chain) const { return of(chain).readCount; }
    /// Chains inside each other on the longest way from a built-in chain (0) to this one; 0 where none leads.
    std::uint32_t level(ChainId chain) const { return of(chain).level; }
    std::span<const ChainLoop> loops() const { return m_loops; }

private:
    struct Jump
    {
        ChainId to = noChain;
        RuleId rule = noRule;
    };
    struct Node
    {
        std::uint32_t firstJump = 0;
        std::uint32_t jumpCount = 0;
        std::uint32_t readCount = 0;
        std::uint32_t level = 0;
        std::uint32_t entered = 0;  // its place on the way from the start, from 1, while it is being read
        bool done = false;
        std::uint8_t hooks = 0;
        std::array<RuleId, 5> by = {noRule, noRule, noRule, noRule, noRule};
    };

    static constexpr std::uint8_t bitOf(Hook hook)
    {
        return static_cast<std::uint8_t>(1U << static_cast<unsigned>(hook));
    }
    Node& of(ChainId chain) { return m_nodes[static_cast<std::size_t>(chain)]; }
    const Node& of(ChainId chain) const { return m_nodes[static_cast<std::size_t>(chain)]; }
    std::span<const Jump> jumpsOf(const Node& node) const
    {
        return std::span(m_jumps).subspan(node.firstJump, node.jumpCount);
    }

    void gatherJumps(const Ruleset& ruleset);
    void spreadFrom(ChainId builtIn, Hook hook);
    void searchLoops(ChainId start, bool reachable);
    void addLoop(const Jump& closing, std::span<const ChainId> way, bool reachable);
    void measureLevels();

    std::vector<Node> m_nodes;  // by chain
    std::vector<Jump> m_jumps;  // of all chains, side by side
    std::vector<ChainLoop> m_loops;
    std::vector<ChainId> m_finished;  // each behind all that it leads to, but for loops
};

}  // namespace natwalk
