// One part of a host as a table that can be written in; the last row is empty and becomes one more.
#pragma once

#include "ui/host/host_words.h"

#include <QAbstractTableModel>

#include <map>

namespace natwalk {

class HostModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit HostModel(HostPart part, QObject* parent = nullptr);

    void show(std::shared_ptr<const Host> host);
    HostPart part() const { return m_part; }
    /// Takes a row away; the empty one stays.
    void removeRowAt(int row);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

signals:
    /// Somebody wants another host.
    void edited(const std::shared_ptr<const Host>& host);
    /// Words that make no sense, said; empty when they do again.
    void problemChanged(const QString& problem);

private:
    void readSupposed();
    bool isEmptyRow(int row) const { return row == static_cast<int>(m_rows.size()); }

    HostPart m_part;
    std::shared_ptr<const Host> m_host;
    std::vector<QStringList> m_rows;
    QStringList m_draft;                ///< of the empty row, until its words make sense
    std::map<int, QString> m_supposed;  ///< by row: what was supposed
};

}  // namespace natwalk
