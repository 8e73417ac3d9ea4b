// Which matches and targets natwalk simulates, keeps with doubt, or passes by: the table of the extensions.
#pragma once

#include "extensions/extension_table.h"
#include "ui/models/table_model.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QTableView;

namespace natwalk {

class ExtensionModel : public TableModel<ExtensionRow>
{
public:
    enum Columns { nameColumn, standingColumn, purposeColumn, optionsColumn };

    explicit ExtensionModel(QObject* parent = nullptr);
};

class ExtensionsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ExtensionsDialog(QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    /// Leaves the rows in whose name or options the word stands.
    void search(const QString& word);
    void retranslate();

    ExtensionModel m_model;
    QLabel* m_sentence;
    QLineEdit* m_search;
    QTableView* m_table;
};

}  // namespace natwalk
