// From the steps of a trace to the rows of the table: visits of chains, runs folded, what was not reached beside a
// draw.
#include "ui/graph/row_words.h"
#include "ui/models/path_model.h"
#include "ui/names.h"
#include "ui/steps/stops.h"
#include "ui/translate.h"
#include "ui/words/rule_words.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <limits>

namespace natwalk {

namespace {

struct PathWords
{
    Q_DECLARE_TR_FUNCTIONS(PathWords)
};

/// Runs longer than this are one row without reasons: nobody reads so many, and each costs a look at the packet.
constexpr std::uint32_t longestExplainedRun = 64;

QString rangeText(std::uint32_t first, std::uint32_t last)
{
    return first == last ? QString::number(first) : QStringLiteral("%1–%2").arg(first).arg(last);
}

/// "DNAT 192.168.166.162:80": the target and what its options say, without their names.
QString targetText(const Ruleset& ruleset, const Rule& rule)
{
    const QString options = rule.target == nullptr ? QString() : qstring(rule.target->save());
    static const QRegularExpression name(QStringLiteral(R"(--[\w-]+ ?)"));
    return QStringLiteral("%1 %2").arg(qstring(ruleset.targetName(rule)), QString(options).remove(name)).trimmed();
}

/// "10.97.35.60/32 tcp :80 → KUBE-SERVICES"
QString briefText(const Ruleset& ruleset, RuleId id)
{
    const Rule& rule = ruleset.rule(id);
    QStringList words;
    for (const RuleToken& token : tokensOf(rule))
        words += token.text;
    if (words.isEmpty())
        words += PathWords::tr("any packet");
    const QString action = actionWords(ruleset, rule);
    words += action.isEmpty() ? targetText(ruleset, rule) : action;
    return words.join(u' ');
}

class PathReader
{
public:
    explicit PathReader(const Trace& trace) : m_trace(trace) {}

    std::vector<PathRow> rows()
    {
        for (m_step = 0; m_step < m_trace.steps.size(); ++m_step)
            std::visit(*this, m_trace.steps[m_step].event);
        addNotReached();
        return std::move(m_rows);
    }

    void operator()(const ChainEntered& entered)
    {
        m_visits.push_back(m_visitInfo.size());
        m_visitInfo.push_back({entered.chain});
    }
    void operator()(const ChainLeft&) { leave(); }
    void operator()(const TableLeft& left)
    {
        if (left.byPolicy)
            addPolicy(left);
        m_visits.clear();
    }
    void operator()(const RulesPassed& passed)
    {
        if (passed.last - passed.first >= longestExplainedRun) {
            addRun(passed.first, passed.last, {});
            return;
        }
        for (std::uint32_t number = passed.first; number <= passed.last;)
            number = addAlike(number, passed.last);
    }
    void operator()(const Drawn& drawn)
    {
        if (drawn.random && !m_visits.empty())
            info().drew = true;
        m_drawnFrom = m_step > 0 && m_trace.ruleAt(m_step - 1) == drawn.rule ? m_drawnFrom : m_step;
        if (!drawn.outcome)
            addRule(drawn.rule, PathRow::State::failed, drawn.random ? drawText(drawn) : reason(drawn.rule),
                    PathWords::tr("next rule"));
    }
    void operator()(const RuleMatched& matched)
    {
        const Rule& rule = ruleset().rule(matched.rule);
        addRule(matched.rule, PathRow::State::matched, comparedText(m_trace, m_step, matched.rule),
                resultText(ruleset(), rule));
        m_rows.back().translates = translationAt(m_trace, m_step) != nullptr;
    }
    void operator()(const Rewritten& rewritten)
    {
        if (rewritten.by == RewriteBy::connection)
            addTranslation();
    }
    void operator()(const Doubted& doubted)
    {
        if (doubted.rule == noRule)
            return;
        addRule(doubted.rule, doubted.assumed ? PathRow::State::matched : PathRow::State::failed,
                doubted.chosen ? PathWords::tr("as you assume") : PathWords::tr("not simulated"),
                doubted.assumed ? PathWords::tr("supposed to match") : PathWords::tr("supposed not to"));
    }
    template <typename Other>
    void operator()(const Other& /*event*/)
    {}

private:
    struct Visit
    {
        ChainId chain;
        bool drew = false;
        std::uint32_t reached = 0;  ///< number of the last rule that was looked at
        std::size_t lastRow = 0;
    };

    const Ruleset& ruleset() const { return *m_trace.ruleset; }
    Visit& info() { return m_visitInfo[m_visits.back()]; }
    QString reason(RuleId rule) const { return translated(whyNot(m_trace, m_step, rule)); }

    void leave()
    {
        if (!m_visits.empty())
            m_visits.pop_back();
    }

    void add(PathRow row)
    {
        row.first = std::min(row.first, m_step);
        row.last = m_step;
        if (!m_visits.empty()) {
            // Back from a jump, the chain's name stands there again.
            row.opensChain = m_visits.back() != m_lastVisit;
            m_lastVisit = m_visits.back();
            info().lastRow = m_rows.size();
        }
        m_rows.push_back(std::move(row));
    }

    PathRow rowFor(RuleId id) const
    {
        PathRow row;
        row.chain = ruleset().rule(id).chain;
        row.rule = id;
        row.numbers = QString::number(ruleset().numberOf(id));
        row.text = ruleText(ruleset(), id);
        row.brief = briefText(ruleset(), id);
        row.line = ruleset().rule(id).line;
        row.first = m_step;
        return row;
    }

    void addRule(RuleId id, PathRow::State state, const QString& compared, const QString& result)
    {
        PathRow row = rowFor(id);
        row.state = state;
        row.compared = compared;
        row.result = result;
        if (m_step > 0 && m_trace.ruleAt(m_step - 1) == id)
            row.first = m_drawnFrom;
        reach(ruleset().numberOf(id));
        add(std::move(row));
    }

    void reach(std::uint32_t number)
    {
        if (!m_visits.empty())
            info().reached = std::max(info().reached, number);
    }

    /// One row for all rules from `first` on that failed for the same kind of reason.
    /// @return the number after them
    std::uint32_t addAlike(std::uint32_t first, std::uint32_t last)
    {
        const Message why = whyNot(m_trace, m_step, ruleset().ruleAt(info().chain, first));
        std::uint32_t end = first + 1;
        while (end <= last && whyNot(m_trace, m_step, ruleset().ruleAt(info().chain, end)).id == why.id)
            ++end;
        addRun(first, end - 1, why);
        return end;
    }

    void addRun(std::uint32_t first, std::uint32_t last, const Message& why)
    {
        PathRow row = rowFor(ruleset().ruleAt(info().chain, first));
        row.numbers = rangeText(first, last);
        if (first != last)
            row.text = row.brief =
                PathWords::tr("%n rule(s) did not match", nullptr, static_cast<int>(last - first + 1));
        row.state = PathRow::State::failed;
        const QString reason = refusalText(why);
        row.compared = first == last || reason.isEmpty() ? reason : PathWords::tr("%1, …").arg(reason);
        row.why = translated(why);
        row.result = PathWords::tr("next rule");
        reach(last);
        add(std::move(row));
    }

    void addPolicy(const TableLeft& left)
    {
        const ChainId id = ruleset().entry(left.table, left.hook, left.backEnd);
        const Chain& chain = ruleset().chain(id);
        PathRow row;
        row.chain = id;
        row.numbers = QStringLiteral("–");
        row.text = policyText(chain);
        row.result = policyResult(left, chain);
        row.line = chain.line;
        row.first = m_step;
        if (m_visits.empty())
            row.opensChain = true;
        add(std::move(row));
    }

    QString policyResult(const TableLeft& left, const Chain& chain) const
    {
        if (chain.policy == Policy::drop)
            return PathWords::tr("drop");
        const bool keepsSource = left.table == TableName::nat && left.hook == Hook::postrouting
                                 && m_trace.packetBefore(m_step).src == m_trace.packetIn.src;
        return keepsSource ? PathWords::tr("source kept") : PathWords::tr("pass");
    }

    void addTranslation()
    {
        const Change* change = translationAt(m_trace, m_step);
        PathRow row;
        row.numbers = QStringLiteral("–");
        row.text = PathWords::tr("translated as the connection's entry says");
        row.state = PathRow::State::matched;
        row.result = change == nullptr ? PathWords::tr("conntrack") : translationText(*change);
        row.translates = change != nullptr;
        row.first = m_step;
        add(std::move(row));
        m_rows.back().opensChain = true;
    }

    /// Where a draw chose among rules, those after the choice are shown too.
    void addNotReached()
    {
        std::ranges::sort(m_visitInfo, std::ranges::greater(), &Visit::lastRow);
        for (const Visit& visit : m_visitInfo) {
            const std::uint32_t count = ruleset().chain(visit.chain).ruleCount;
            if (visit.drew && visit.reached < count)
                m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(visit.lastRow) + 1,
                              notReached(visit.chain, visit.reached + 1, count));
        }
    }

    PathRow notReached(ChainId chain, std::uint32_t first, std::uint32_t last) const
    {
        PathRow row = rowFor(ruleset().ruleAt(chain, first));
        row.numbers = rangeText(first, last);
        if (first != last)
            row.text = row.brief = PathWords::tr("%n rule(s)", nullptr, static_cast<int>(last - first + 1));
        row.state = PathRow::State::notReached;
        row.compared = QStringLiteral("–");
        row.result = PathWords::tr("not reached");
        row.first = 1;
        row.last = 0;
        return row;
    }

    const Trace& m_trace;
    std::vector<PathRow> m_rows;
    std::vector<std::size_t> m_visits;  ///< open visits, innermost last: indexes into m_visitInfo
    std::vector<Visit> m_visitInfo;
    std::size_t m_step = 0;
    std::size_t m_drawnFrom = 0;
    std::size_t m_lastVisit = std::numeric_limits<std::size_t>::max();
};

}  // namespace

std::vector<PathRow> pathRowsOf(const Trace& trace)
{
    std::vector<PathRow> rows = PathReader(trace).rows();
    for (std::size_t row = 0; row < rows.size(); ++row)
        if (rows[row].opensChain) {
            const bool hasMore = row + 1 < rows.size() && rows[row + 1].chain == rows[row].chain;
            rows[row + (hasMore && !rows[row + 1].opensChain ? 1 : 0)].namesChain = true;
        }
    return rows;
}

}  // namespace natwalk
