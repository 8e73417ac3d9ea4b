#include "ui/rules/filter_model.h"

#include <algorithm>

namespace natwalk {

void FilterModel::setWords(const QString& words)
{
    m_words = words.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

bool FilterModel::filterAcceptsRow(int row, const QModelIndex& /*parent*/) const
{
    return std::ranges::all_of(m_words, [&](const QString& word) {
        const bool without = word.size() > 1 && word.startsWith(u'!');
        return holds(row, without ? word.mid(1) : word) != without;
    });
}

bool FilterModel::holds(int row, const QString& word) const
{
    for (int column = 0; column < sourceModel()->columnCount(); ++column)
        if (sourceModel()->index(row, column).data().toString().contains(word, Qt::CaseInsensitive))
            return true;
    return false;
}

}  // namespace natwalk
