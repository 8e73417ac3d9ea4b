#include "ui/host/host_model.h"

#include "ui/host/supposed_facts.h"
#include "ui/icons.h"
#include "ui/theme.h"
#include "ui/translate.h"

namespace natwalk {

HostModel::HostModel(HostPart part, QObject* parent) : QAbstractTableModel(parent), m_part(part) {}

/// Where no row comes or goes, who writes in the next cell goes on writing.
void HostModel::show(std::shared_ptr<const Host> host)
{
    std::vector<QStringList> rows = host ? rowsOf(*host, m_part) : std::vector<QStringList>();
    const bool alike = host && m_host && rows.size() == m_rows.size();
    if (!alike)
        beginResetModel();
    m_host = std::move(host);
    m_rows = std::move(rows);
    if (!alike)
        m_draft = QStringList(columnsOf(m_part).size());
    readSupposed();
    if (alike)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    else
        endResetModel();
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);  // the language may be another one
}

void HostModel::readSupposed()
{
    m_supposed.clear();
    if (m_host)
        for (const Assumption& assumption : m_host->assumptions)
            if (const auto place = placeOf(assumption, *m_host); place && place->part == m_part) {
                QString& said = m_supposed[static_cast<int>(place->row)];
                said += (said.isEmpty() ? QString() : QStringLiteral("\n")) + translated(assumption.message);
            }
}

int HostModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_host ? 0 : static_cast<int>(m_rows.size()) + 1;
}

int HostModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(columnsOf(m_part).size());
}

QVariant HostModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QStringList& words = isEmptyRow(index.row()) ? m_draft : m_rows[static_cast<std::size_t>(index.row())];
    const auto supposed = m_supposed.find(index.row());
    const bool invites = isEmptyRow(index.row()) && index.column() == 0 && m_draft[0].isEmpty();
    switch (role) {
    case Qt::DisplayRole: return invites ? tr("Add…") : words[index.column()];
    case Qt::EditRole: return words[index.column()];
    case Qt::FontRole: return fontFor(Type::table);
    case Qt::ForegroundRole:
        return invites ? theme().text3 : supposed != m_supposed.end() ? theme().warningText : theme().text;
    case Qt::DecorationRole:
        return supposed != m_supposed.end() && index.column() == 0
                   ? QVariant(icon(QStringLiteral("question-circle"), &Theme::warningText))
                   : QVariant();
    case Qt::ToolTipRole: return supposed != m_supposed.end() ? tr("Supposed: %1").arg(supposed->second) : QString();
    default: return {};
    }
}

QVariant HostModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const QStringList columns = columnsOf(m_part);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= columns.size())
        return {};
    return columns[section];
}

Qt::ItemFlags HostModel::flags(const QModelIndex& index) const
{
    return QAbstractTableModel::flags(index) | (index.isValid() ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

bool HostModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const auto row = static_cast<std::size_t>(index.row());
    QStringList words = isEmptyRow(index.row()) ? m_draft : m_rows[row];
    if (words[index.column()] == value.toString())
        return false;
    words[index.column()] = value.toString();
    if (isEmptyRow(index.row())) {
        m_draft = words;
        emit dataChanged(this->index(index.row(), 0), this->index(index.row(), columnCount() - 1));
    }
    const HostEdit edit = withRow(*m_host, m_part, row, words);
    emit problemChanged(edit.problem);
    if (edit.host)
        emit edited(edit.host);
    return edit.host != nullptr;
}

void HostModel::removeRowAt(int row)
{
    if (m_host && row >= 0 && !isEmptyRow(row))
        emit edited(withoutRow(*m_host, m_part, static_cast<std::size_t>(row)).host);
}

}  // namespace natwalk
