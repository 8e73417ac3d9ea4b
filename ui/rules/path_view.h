// "Rules on the path": what the packet met, chain by chain; the current step's row is marked.
#pragma once

#include "trace/event_words.h"
#include "ui/models/path_model.h"

#include <QWidget>

#include <memory>
#include <optional>

class QMenu;
class QTableView;

namespace natwalk {

class RowDelegate;
class Session;

class PathView : public QWidget
{
    Q_OBJECT

public:
    explicit PathView(Session* session, QWidget* parent = nullptr);

    /// Puts the selected rule into the clipboard, or what the kernel's log calls it.
    void copyRule(bool kernelName);
    /// What can be done with a row of the table.
    std::unique_ptr<QMenu> menuFor(const QModelIndex& index);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void showTrace();
    void showPosition();
    void selectRow(const QModelIndex& index);
    void jumpToRow(const QModelIndex& index);
    void fitColumns();
    int widthWanted(int column) const;
    std::optional<Assumable> assumableOf(const PathRow& row) const;
    void addAssumptions(QMenu& menu, const Assumable& assumable);

    Session* m_session;
    PathModel m_model;
    QTableView* m_table;
    RowDelegate* m_delegate;
};

}  // namespace natwalk
