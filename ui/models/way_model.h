// What comes of connections to one service: a row for each way in, a column for each kind of client.
#pragma once

#include "kube/ways.h"
#include "ui/models/table_model.h"

#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace natwalk {

/// A cell of the matrix in words, and the packet behind it.
struct WayEnd
{
    Packet packet;
    QString brief;   ///< "2 endpoints, 50.00 % each", "refused"
    QString ends;    ///< the same at length: "10.1.0.1:80 50.00 %, 10.1.0.2:80 50.00 %"
    QString detail;  ///< whom the endpoint sees, or what stopped the packet and with which answer
    bool fails = false;
    bool current = false;  ///< it is this packet that is traced
};

struct WayRow
{
    WayIn way;
    std::array<std::optional<WayEnd>, allClients.size()> ends;  ///< by Client; nothing where there is no such client
};

/// The rows of one service's matrix.
std::vector<WayRow> wayRowsOf(const Service& service, const std::vector<WayCell>& cells, const Ruleset& ruleset);

class WayModel : public TableModel<WayRow>
{
public:
    /// The first client's column; the others follow in the order of `allClients`.
    enum Columns { wayColumn, firstClientColumn };

    explicit WayModel(QObject* parent = nullptr);

    /// The cell at an index; null where there is none.
    const WayEnd* endAt(const QModelIndex& index) const;
    /// Marks the cell of the packet that is traced.
    void markCurrent(const Packet& packet);
};

}  // namespace natwalk
