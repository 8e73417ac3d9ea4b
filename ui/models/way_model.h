// What comes of connections to one service: a row for each way in and kind of client.
#pragma once

#include "kube/ways.h"
#include "ui/models/table_model.h"

namespace natwalk {

struct WayRow
{
    WayIn way;
    WayCell cell;
};

class WayModel : public TableModel<WayRow>
{
public:
    enum Columns { wayColumn, clientColumn, endsColumn, seenColumn };

    explicit WayModel(QObject* parent = nullptr);
};

}  // namespace natwalk
