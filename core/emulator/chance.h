// Chance is the only thing that is not in the question.
#pragma once

#include "ruleset/rule.h"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace natwalk {

/// A place where the way forks: a random draw, or (doubtful) a match or target that natwalk cannot decide.
struct Fork
{
    RuleId rule = noRule;
    std::uint8_t match = 0;  ///< which of the rule's matches, from 0; 0xff: its target
    Probability probability = certain;
    bool doubtful = false;
};

/// Who rolls the dice.
class Chance
{
public:
    virtual ~Chance() = default;
    /// Whether the match says yes. A doubtful fork counts as no unless somebody chose otherwise.
    virtual bool decide(const Fork& fork) = 0;
    /// A number from 0 to below - 1 (below > 0), for random ports; draws of their own, so that `decide` is not
    /// disturbed.
    virtual std::uint32_t number(std::uint32_t below) = 0;
    /// The port from which nat searches a range where the kernel draws one.
    virtual std::uint16_t port(ManipType /*manip*/, const PortRange& range)
    {
        return static_cast<std::uint16_t>(range.first + number(range.size()));
    }
};

/// Fair dice, counter-based (Philox): keyed by (seed, trial), counted by draw. Trial n is the same whoever computes it.
/// One round of Philox makes four draws.
class Dice final : public Chance
{
public:
    Dice(std::uint64_t seed, std::uint64_t trial) : m_seed(seed), m_trial(trial) {}
    bool decide(const Fork& fork) override;
    std::uint32_t number(std::uint32_t below) override;

private:
    struct Stream
    {
        std::uint32_t id;
        std::uint32_t drawn = 0;
        std::array<std::uint32_t, 4> block{};  ///< of the draw before this one
    };
    std::uint32_t draw(Stream& stream) const;

    std::uint64_t m_seed;
    std::uint64_t m_trial;
    Stream m_decisions{0};
    Stream m_numbers{1};
};

/// Draws whose outcomes are given, in order; then the likelier outcome of each further one (yes where both are alike).
/// A doubtful fork takes nothing from the list: it counts as no. Numbers are the lowest.
class Forced final : public Chance
{
public:
    explicit Forced(std::vector<bool> outcomes = {}) : m_outcomes(std::move(outcomes)) {}
    bool decide(const Fork& fork) override;
    std::uint32_t number(std::uint32_t below) override;

private:
    std::vector<bool> m_outcomes;
    std::size_t m_next = 0;
};

/// Ports that are known to have been drawn.
struct DrawnPorts
{
    std::optional<std::uint16_t> source;
    std::optional<std::uint16_t> destination;
};

/// A draw succeeds exactly where its rule is in a set: a course taken from a kernel's trace, with the ports it drew.
class Course final : public Chance
{
public:
    explicit Course(std::function<bool(RuleId)> succeeds, DrawnPorts ports = {})
        : m_succeeds(std::move(succeeds))
        , m_ports(ports)
    {}
    bool decide(const Fork& fork) override { return m_succeeds(fork.rule); }
    std::uint32_t number(std::uint32_t /*below*/) override { return 0; }

    std::uint16_t port(ManipType manip, const PortRange& range) override
    {
        const auto drawn = manip == ManipType::source ? m_ports.source : m_ports.destination;
        return drawn && range.contains(*drawn) ? *drawn : range.first;
    }

private:
    std::function<bool(RuleId)> m_succeeds;
    DrawnPorts m_ports;
};

/// What a person supposes of the doubtful ("assume it matches"), over another chance for the draws.
class Supposing final : public Chance
{
public:
    Supposing(Chance& draws, std::function<bool(const Fork&)> supposed)
        : m_draws(draws)
        , m_supposed(std::move(supposed))
    {}
    bool decide(const Fork& fork) override { return fork.doubtful ? m_supposed(fork) : m_draws.decide(fork); }
    std::uint32_t number(std::uint32_t below) override { return m_draws.number(below); }

private:
    Chance& m_draws;
    std::function<bool(const Fork&)> m_supposed;
};

}  // namespace natwalk
