// Who takes notes: everything for a trace, nothing for trials.
#pragma once

#include "trace/trace.h"

namespace natwalk {

/// Told of each step while `walk` runs. Steps of a trace are made where they stay: what is copied as soon as it is
/// written has to wait for that.
class Recorder
{
public:
    /// Listens to nothing.
    Recorder() = default;
    /// Writes everything into a trace.
    explicit Recorder(Trace& trace) : m_trace(&trace), m_listens(true)
    {
        trace.steps.reserve(commonSteps);
        trace.changes.reserve(commonChanges);
    }
    virtual ~Recorder() = default;

    /// Whether anybody listens; walk spares itself the making of events when not, and notes nothing.
    bool listens() const { return m_listens; }

    /// @param depth  in jumps
    template <typename Noted>
    void note(const Noted& event, std::uint32_t depth)
    {
        if (m_trace == nullptr)
            return hear(Event(event));
        Step& step = m_trace->steps.emplace_back();
        step.event.template emplace<Noted>(event);
        step.depth = depth;
    }
    /// The packet changed: called instead of note(), with both versions.
    void noteChange(RewriteBy by, RuleId rule, const Packet& before, const Packet& after, std::uint32_t depth)
    {
        if (m_trace == nullptr)
            return;
        note(Rewritten{by, rule, static_cast<std::uint32_t>(m_trace->changes.size())}, depth);
        Change& change = m_trace->changes.emplace_back();
        change.before = before;
        change.after = after;
        change.step = m_trace->steps.size() - 1;
    }
    /// A rule changed a set, or tried to: called instead of note().
    void noteSetChange(RuleId rule, const IpSetChange& change, std::uint32_t depth)
    {
        if (m_trace == nullptr)
            return;
        note(SetChanged{rule, static_cast<std::uint32_t>(m_trace->setChanges.size())}, depth);
        m_trace->setChanges.push_back(change);
    }
    /// A random draw fell.
    void noteDraw(bool outcome)
    {
        if (m_trace != nullptr)
            m_trace->draws.push_back(outcome);
    }

protected:
    struct WithoutTrace
    {};
    /// For one who hears of steps while they happen.
    explicit Recorder(WithoutTrace /*tag*/) : m_listens(true) {}
    virtual void hear(const Event& /*event*/) {}

private:
    // Room for an ordinary packet, so that its trace need not be moved while it grows.
    static constexpr std::size_t commonSteps = 64;
    static constexpr std::size_t commonChanges = 8;

    Trace* m_trace = nullptr;
    bool m_listens = false;
};

}  // namespace natwalk
