// The services of a document, one row each: namespace, name, endpoints, shares, and whether something is wrong.
#pragma once

#include "kube/findings.h"
#include "ui/hidden_findings.h"
#include "ui/models/table_model.h"
#include "ui/rules/filter_model.h"

#include <string>
#include <vector>

namespace natwalk {

/// Points into what it was made of; words are made when they are looked at, since clusters have 10,000 services.
struct ServiceRow
{
    std::size_t ruleset = 0;  ///< index in the document
    std::size_t service = 0;  ///< index in that ruleset's services
    const Service* meant = nullptr;
    std::vector<const Finding*> findings;  ///< about this service
    std::string title = {};                ///< "default/nginx-basic:http"

    /// There is a warning or an error about it.
    bool hasFault() const;
};

/// @param hidden  findings that leave no mark; null: all do
std::vector<ServiceRow> serviceRowsOf(const KubeDocument& kube, const std::vector<Finding>& findings,
                                      const HiddenFindings* hidden = nullptr);

class ServiceModel : public TableModel<ServiceRow>
{
public:
    enum Columns { spaceColumn, nameColumn, endpointsColumn, sharesColumn, marksColumn };

    explicit ServiceModel(QObject* parent = nullptr);

    /// Whether the namespace has a column of its own, so that names need not repeat it.
    void setSpacesApart(bool apart);

private:
    QVariant nameValue(const ServiceRow& row, int role) const;

    bool m_spacesApart = false;
};

/// Rows that fit all words: "ns:default", "ip:10.0", "port:80", "type:NodePort", "!" (something is wrong), and words
/// that the name holds. "!" before a word turns it around.
class ServiceFilter : public FilterModel
{
    Q_OBJECT

public:
    using FilterModel::FilterModel;

protected:
    bool holds(int row, const QString& word) const override;
};

}  // namespace natwalk
