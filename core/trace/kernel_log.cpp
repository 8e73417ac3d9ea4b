#include "trace/kernel_log.h"

namespace natwalk {

namespace {

/// Writes down what the kernel would log of a trace, step by step.
class LogWriter
{
public:
    explicit LogWriter(const Trace& trace) : m_trace(trace) {}

    std::vector<KernelEvent> written()
    {
        for (m_step = 0; m_step < m_trace.steps.size(); ++m_step)
            std::visit(*this, m_trace.steps[m_step].event);
        return std::move(m_events);
    }

    void operator()(const HookEntered& entered) { m_hook = entered.hook; }
    void operator()(const RuleMatched& matched)
    {
        write(ruleset().rule(matched.rule).chain, KernelEvent::Type::rule, ruleset().numberOf(matched.rule));
    }
    void operator()(const ChainLeft& left)
    {
        if (left.byEnd && !ruleset().chain(left.chain).hook)
            writeEnd(left.chain, KernelEvent::Type::endOfChain);
    }
    void operator()(const TableLeft& left)
    {
        if (left.byPolicy)
            writeEnd(ruleset().entry(left.table, left.hook, left.backEnd), KernelEvent::Type::policy);
    }
    template <typename Other>
    void operator()(const Other& /*event*/)
    {}

private:
    const Ruleset& ruleset() const { return *m_trace.ruleset; }

    void writeEnd(ChainId chain, KernelEvent::Type type) { write(chain, type, ruleset().chain(chain).ruleCount + 1); }

    void write(ChainId id, KernelEvent::Type type, std::uint32_t number)
    {
        const Chain& chain = ruleset().chain(id);
        m_events.push_back(
            {m_hook, chain.table, chain.name, type, number, m_trace.packetBefore(m_step).mark, m_step, id});
    }

    const Trace& m_trace;
    std::size_t m_step = 0;
    Hook m_hook = Hook::prerouting;
    std::vector<KernelEvent> m_events;
};

}  // namespace

std::vector<KernelEvent> kernelLog(const Trace& trace) { return LogWriter(trace).written(); }

std::string_view nameOf(KernelEvent::Type type)
{
    switch (type) {
    case KernelEvent::Type::rule: return "rule";
    case KernelEvent::Type::endOfChain: return "return";
    case KernelEvent::Type::policy: return "policy";
    }
    return "";
}

std::string toText(const KernelEvent& event)
{
    std::string text(nameOf(event.table));
    for (const std::string_view part : {event.chain, nameOf(event.type)})
        text.append(":").append(part);
    return text + ":" + std::to_string(event.number);
}

}  // namespace natwalk
