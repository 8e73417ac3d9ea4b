// One row for each stop of the trace: where, in the kernel's notation, what happened, what changed.
#pragma once

#include "trace/trace.h"
#include "ui/models/table_model.h"

#include <QString>

namespace natwalk {

struct EventRow
{
    std::size_t step = 0;
    int number = 0;  ///< from 1
    QString hook;    ///< "PREROUTING nat"; empty outside of hooks
    QString kernel;  ///< "nat:KUBE-SERVICES:rule:1"; empty where the kernel would log nothing
    QString what;
    QString change;
};

std::vector<EventRow> eventRowsOf(const Trace& trace, const std::vector<std::size_t>& stops);

class EventModel : public TableModel<EventRow>
{
public:
    enum Columns { numberColumn, hookColumn, kernelColumn, whatColumn, changeColumn };

    explicit EventModel(QObject* parent = nullptr);
};

/// A row as a line of text: its columns apart by tabs.
QString toLine(const EventRow& row);

}  // namespace natwalk
