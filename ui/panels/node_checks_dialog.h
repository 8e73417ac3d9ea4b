// Commands to check on the node what natwalk says, each to be copied.
#pragma once

#include "kube/node_checks.h"
#include "ui/models/table_model.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTableView;

namespace natwalk {

class NodeCheckModel : public TableModel<NodeCheck>
{
public:
    enum Columns { commandColumn, showsColumn };

    explicit NodeCheckModel(QObject* parent = nullptr);
};

class NodeChecksDialog : public QDialog
{
    Q_OBJECT

public:
    explicit NodeChecksDialog(QWidget* parent = nullptr);

    /// Shows commands that check a sentence.
    void showChecks(const QString& sentence, const std::vector<NodeCheck>& checks);
    /// All commands, each below what it shows, as a shell would take them.
    QString text() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void copyRow(const QModelIndex& index);
    void retranslate();

    NodeCheckModel m_model;
    QLabel* m_sentence;
    QTableView* m_table;
    QLabel* m_hint;
    QPushButton* m_copy;
    QPushButton* m_copyAll;
    QPushButton* m_close;
};

}  // namespace natwalk
