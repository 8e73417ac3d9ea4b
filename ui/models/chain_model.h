// All chains of the ruleset that the packet meets, table by table.
#pragma once

#include "trace/trace.h"
#include "ui/models/table_model.h"

#include <QString>

namespace natwalk {

struct ChainRow
{
    ChainId chain = noChain;
    QString title;
    QString name;
    TableName table = TableName::filter;
    std::uint32_t rules = 0;
    bool visited = false; ///< the packet was in it
};

std::vector<ChainRow> chainRowsOf(const Ruleset& ruleset, const Trace* trace);

class ChainModel : public TableModel<ChainRow>
{
public:
    enum Columns { nameColumn, tableColumn, rulesColumn };

    explicit ChainModel(QObject* parent = nullptr);
};

} // namespace natwalk
