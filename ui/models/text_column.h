// A column that shows one text of each row, which is its tooltip, too: it may be cut off.
#pragma once

#include "ui/models/table_model.h"
#include "ui/theme.h"

#include <QString>

namespace natwalk {

template <typename Row>
typename TableModel<Row>::Column textColumn(QString (*title)(), QString Row::*text, Type type,
                                            Qt::Alignment alignment = Qt::AlignLeft)
{
    return {title,
            [text, type](const Row& row, int role) -> QVariant {
                switch (role) {
                case Qt::DisplayRole:
                case Qt::ToolTipRole: return row.*text;
                case Qt::FontRole: return fontFor(type);
                default: return {};
                }
            },
            alignment};
}

}  // namespace natwalk
