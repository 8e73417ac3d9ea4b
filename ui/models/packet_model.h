// The packet's fields: as it came, and as it is now.
#pragma once

#include "trace/trace.h"
#include "ui/models/table_model.h"

#include <QString>

#include <optional>

namespace natwalk {

struct PacketField
{
    QString name;
    QString entry;
    QString now;
    std::optional<std::size_t> writtenAt;  ///< the stop that changed it last

    bool isChanged() const { return writtenAt.has_value(); }
};

/// What can be said of the packet at a step, changes of that step included.
std::vector<PacketField> packetFieldsOf(const Trace& trace, std::size_t step);

class PacketModel : public TableModel<PacketField>
{
public:
    enum Columns { fieldColumn, entryColumn, nowColumn };

    explicit PacketModel(QObject* parent = nullptr);
};

}  // namespace natwalk
