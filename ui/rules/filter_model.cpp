#include "ui/rules/filter_model.h"

#include <algorithm>

namespace natwalk {

void FilterModel::setWords(const QString& words)
{
    m_words = words.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

bool FilterModel::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    if (m_words.isEmpty())
        return true;
    QString text;
    for (int column = 0; column < sourceModel()->columnCount(parent); ++column)
        text += sourceModel()->index(row, column, parent).data().toString() + u'\n';
    return std::ranges::all_of(m_words, [&text](const QString& word) {
        const bool without = word.size() > 1 && word.startsWith(u'!');
        return text.contains(without ? word.mid(1) : word, Qt::CaseInsensitive) != without;
    });
}

}  // namespace natwalk
