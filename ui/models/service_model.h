// The services of a document, one row each: name, endpoints, and whether something is wrong.
#pragma once

#include "kube/findings.h"
#include "ui/models/table_model.h"
#include "ui/rules/filter_model.h"

#include <QString>
#include <QStringList>

namespace natwalk {

struct ServiceRow
{
    std::size_t ruleset = 0;  ///< index in the document
    std::size_t service = 0;  ///< index in that ruleset's services
    QString title;            ///< "default/nginx-basic:http"
    QString space;            ///< the namespace; empty where no comment tells
    QStringList addresses;    ///< of its ways in and endpoints
    QStringList ports;        ///< of its ways in
    QStringList types;        ///< "ClusterIP", "NodePort"...
    std::size_t endpoints = 0;
    QString detail;         ///< where it is reached: "10.97.35.60:80"
    bool hasFault = false;  ///< there is a warning or an error about it
    QString story;          ///< ways in, endpoints with their shares, and what was found: for the tooltip
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
