// Rows that hold every word somebody typed: in whichever column, where a model knows nothing better.
#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

namespace natwalk {

class FilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    /// Words apart by blanks; a word that begins with "!" must not be there.
    void setWords(const QString& words);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    /// Whether a row of the source holds a word, which stands here without its "!".
    virtual bool holds(int row, const QString& word) const;

private:
    QStringList m_words;
};

}  // namespace natwalk
