// All chains of the ruleset that the packet meets, table by table.
#pragma once

#include "trace/trace.h"
#include "ui/models/table_model.h"

#include <QString>

namespace natwalk {

/// A chain, or the heading of a table's chains (then `chain` is noChain).
struct ChainRow
{
    ChainId chain = noChain;
    QString title;
    QString name;
    std::size_t count = 0;  ///< of rules; under a heading: of chains
    bool visited = false;   ///< the packet was in it
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
