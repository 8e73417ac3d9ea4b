// Cells of two lines: the text, and below it a quieter one.
#pragma once

#include "ui/panels/table_look.h"

namespace natwalk {

/// Draws what stands under `detailRole` below a cell's text. Of a text that is too long both ends stay.
class DetailDelegate : public RowDelegate
{
    Q_OBJECT

public:
    /// Of an index: its second line.
    static constexpr int detailRole = Qt::UserRole;
    /// Of an index: true where its cell is the current one.
    static constexpr int currentRole = Qt::UserRole + 1;

    using RowDelegate::RowDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace natwalk
