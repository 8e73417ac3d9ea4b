// Rules that draw, one a row: what is written, what it means, who reaches it, and what it takes.
#pragma once

#include "kube/share_rules.h"
#include "probability/takings.h"
#include "ui/models/table_model.h"

#include <vector>

namespace natwalk {

struct DrawRow
{
    RuleId rule = noRule;  ///< noRule: of an example
    QString name = {};     ///< "KUBE-SVC-WWRFY3PZ7W3FGMQW #1"
    QString written = {};  ///< "0.33333333349"; empty: no draw
    QString meant = {};    ///< "1/3"
    QString stored = {};   ///< "715827883 / 2³¹"
    double reached = 1;
    double share = 1;
    QString bias = {};    ///< "+2.3e-10": what the share has more than was meant; empty where nobody knows
    QString target = {};  ///< where it leads
    bool isCurrent = false;
};

class DrawModel : public TableModel<DrawRow>
{
public:
    enum Columns {
        ruleColumn,
        writtenColumn,
        meantColumn,
        storedColumn,
        barColumn,
        shareColumn,
        biasColumn,
        targetColumn
    };
    enum Roles { reachedRole = Qt::UserRole, takenRole, currentRole };

    explicit DrawModel(QObject* parent = nullptr);
};

std::vector<DrawRow> drawRows(const std::vector<Taking>& takings, const Ruleset& ruleset);
std::vector<DrawRow> drawRows(const std::vector<ShareRule>& rules);

/// "rule,written,meant,stored,reached,share,bias,target" and a line for each rule.
QString csvOf(const std::vector<DrawRow>& rows);

}  // namespace natwalk
