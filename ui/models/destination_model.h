// Where a packet may be sent to: what the packet form completes from.
#pragma once

#include "ui/destinations.h"
#include "ui/models/table_model.h"

namespace natwalk {

class DestinationModel : public TableModel<Destination>
{
public:
    explicit DestinationModel(QObject* parent = nullptr);
};

}  // namespace natwalk
