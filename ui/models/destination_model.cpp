#include "ui/models/destination_model.h"

namespace natwalk {

namespace {

QVariant textValue(const Destination& destination, int role)
{
    return role == Qt::DisplayRole || role == Qt::EditRole ? QVariant(destination.text()) : QVariant();
}

}  // namespace

DestinationModel::DestinationModel(QObject* parent) : TableModel({{[] { return QString(); }, textValue}}, parent) {}

}  // namespace natwalk
