// What the readers had to say about the files, and what was found to be wrong with the rules, with places.
#pragma once

#include "ui/models/table_model.h"
#include "ui/opening.h"

#include <QString>

#include <optional>

namespace natwalk {

class HiddenFindings;

struct ProblemRow
{
    Severity severity = Severity::error;
    SourceSpan where;  ///< line 0: no place
    bool inScenario = false;
    QString sentence;
    QString cause = {};                       ///< what usually leads to it
    std::optional<std::size_t> finding = {};  ///< which of Opened::findings it is; nothing for what readers say
};

/// @param hidden  findings that are left out; null: none
std::vector<ProblemRow> problemRowsOf(const Opened& opened, const HiddenFindings* hidden = nullptr);

class ProblemModel : public TableModel<ProblemRow>
{
public:
    enum Columns { severityColumn, placeColumn, sentenceColumn };

    explicit ProblemModel(QObject* parent = nullptr);
};

}  // namespace natwalk
