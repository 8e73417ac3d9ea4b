// Who takes notes: everything for a trace, nothing for trials.
#pragma once

#include "trace/trace.h"

namespace natwalk {

/// Told of each step while `walk` runs; this one listens to nothing.
class Recorder
{
public:
    virtual ~Recorder() = default;
    virtual void note(const Event& /*event*/, std::uint32_t /*depth*/) {}
    /// The packet changed: called instead of note(), with both versions.
    virtual void noteChange(RewriteBy /*by*/, RuleId /*rule*/, const Packet& /*before*/, const Packet& /*after*/,
                            std::uint32_t /*depth*/)
    {}
    /// A random draw fell.
    virtual void noteDraw(bool /*outcome*/) {}
    /// Whether anybody listens; walk spares itself the making of events when not.
    virtual bool listens() const { return false; }
};

/// Writes everything into a trace.
class TraceRecorder final : public Recorder
{
public:
    explicit TraceRecorder(Trace& trace) : m_trace(trace)
    {
        m_trace.steps.reserve(commonSteps);
        m_trace.changes.reserve(commonChanges);
    }
    void note(const Event& event, std::uint32_t depth) override { m_trace.steps.push_back({event, depth}); }
    void noteChange(RewriteBy by, RuleId rule, const Packet& before, const Packet& after, std::uint32_t depth) override
    {
        m_trace.steps.push_back({Rewritten{by, rule, static_cast<std::uint32_t>(m_trace.changes.size())}, depth});
        m_trace.changes.push_back({before, after, m_trace.steps.size() - 1});
    }
    void noteDraw(bool outcome) override { m_trace.draws.push_back(outcome); }
    bool listens() const override { return true; }

private:
    // Room for an ordinary packet, so that its trace need not be moved while it grows.
    static constexpr std::size_t commonSteps = 64;
    static constexpr std::size_t commonChanges = 8;

    Trace& m_trace;
};

}  // namespace natwalk
