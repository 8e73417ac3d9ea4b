// The services of a document, one row each: name, endpoints, and whether something is wrong.
#pragma once

#include "kube/findings.h"
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

std::vector<ServiceRow> serviceRowsOf(const KubeDocument& kube, const std::vector<Finding>& findings);

class ServiceModel : public TableModel<ServiceRow>
{
public:
    enum Columns { nameColumn, endpointsColumn };
    /// Of the name: what stands below it.
    static constexpr int detailRole = Qt::UserRole;

    explicit ServiceModel(QObject* parent = nullptr);
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
