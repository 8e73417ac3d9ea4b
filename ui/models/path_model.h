// The rules that the packet met, chain by chain, with the values compared and what came of it.
#pragma once

#include "trace/trace.h"
#include "ui/models/table_model.h"

#include <QString>

#include <vector>

namespace natwalk {

struct PathRow
{
    enum class State { matched, failed, notReached, policy };

    ChainId chain = noChain;
    RuleId rule = noRule;     ///< the first one of a run; noRule for a policy
    bool opensChain = false;  ///< the chain's title stands in this row
    bool namesChain = false;  ///< the chain's own name stands in this row, where it is not the title
    QString numbers;          ///< "1", "2–9", "–"
    QString text;             ///< the rule as saved
    QString brief;            ///< the same in few words
    State state = State::policy;
    QString compared;
    QString why;  ///< for rules that failed: the reason as a sentence
    QString result;
    bool translates = false;  ///< NAT wrote here
    std::uint32_t line = 0;   ///< 0: no line
    std::size_t first = 0;    ///< steps that tell of it; none (first > last) where it was not reached
    std::size_t last = 0;

    bool tellsOf(std::size_t step) const { return first <= step && step <= last; }
};

std::vector<PathRow> pathRowsOf(const Trace& trace);

class PathModel : public TableModel<PathRow>
{
public:
    enum Columns { chainColumn, numberColumn, ruleColumn, comparedColumn, resultColumn, lineColumn };

    explicit PathModel(QObject* parent = nullptr);

    void showTrace(TracePtr trace);
    const TracePtr& trace() const { return m_trace; }
    /// Rules in few words instead of as saved: where width is scarce.
    void setBrief(bool brief);
    /// The row that tells of a step; -1 where none does.
    int rowOf(std::size_t step) const;

private:
    QVariant chainValue(const PathRow& row, int role) const;
    QVariant ruleValue(const PathRow& row, int role) const;

    TracePtr m_trace;
    bool m_brief = false;
};

}  // namespace natwalk
