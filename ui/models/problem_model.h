// What the readers had to say about the files, and what was found to be wrong with the rules, with places.
#pragma once

#include "ui/models/table_model.h"
#include "ui/opening.h"

#include <QString>

namespace natwalk {

struct ProblemRow
{
    Severity severity = Severity::error;
    SourceSpan where;  ///< line 0: no place
    bool inScenario = false;
    QString sentence;
};

std::vector<ProblemRow> problemRowsOf(const Opened& opened);

class ProblemModel : public TableModel<ProblemRow>
{
public:
    enum Columns { severityColumn, placeColumn, sentenceColumn };

    explicit ProblemModel(QObject* parent = nullptr);
};

}  // namespace natwalk
