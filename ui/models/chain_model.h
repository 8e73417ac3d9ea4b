// All chains of the ruleset that the packet meets, table by table.
#pragma once

#include "trace/trace.h"
#include "ui/models/table_model.h"

#include <QString>

namespace natwalk {

/// A chain, or the heading of a table's chains (of one back end, where there are both; then `chain` is noChain).
/// Its words are made when they are looked at, since clusters have 40,000 chains.
struct ChainRow
{
    const Ruleset* ruleset = nullptr;
    TableName table = TableName::filter;
    ChainId chain = noChain;
    bool visited = false;                ///< the packet was in it
    BackEnd backEnd = BackEnd::unknown;  ///< whose, where both back ends have rules

    bool isHeading() const { return chain == noChain; }
    QString title() const;
    QString name() const;  ///< the chain's own; empty for a heading
    /// Of rules; in a heading of chains.
    std::size_t count() const;
};

std::vector<ChainRow> chainRowsOf(const Ruleset& ruleset);

class ChainModel : public TableModel<ChainRow>
{
public:
    enum Columns { nameColumn, rulesColumn };

    explicit ChainModel(QObject* parent = nullptr);

    /// All chains of a ruleset, those that a trace entered marked; the list is made anew only for another ruleset.
    void showChains(const RulesetPtr& ruleset, const TracePtr& trace);

private:
    RulesetPtr m_ruleset;
};

}  // namespace natwalk
