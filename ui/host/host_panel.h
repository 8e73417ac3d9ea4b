// The host that packets are put to: what was supposed of it, and all its facts in tables that can be written in.
#pragma once

#include "ui/host/supposed_facts.h"

#include <QWidget>

#include <vector>

class QLabel;
class QListWidget;
class QPushButton;
class QTabBar;
class QTableView;

namespace natwalk {

class HostModel;
class Session;

class HostPanel : public QWidget
{
    Q_OBJECT

public:
    explicit HostPanel(Session* session, QWidget* parent = nullptr);

    /// Shows a row, ready to be written in.
    void showPlace(const HostPlace& place);
    HostModel* model(HostPart part) const { return m_models[static_cast<std::size_t>(part)]; }

signals:
    /// What is wrong with a cell that was written; empty when nothing is.
    void problemChanged(const QString& problem);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeAssumptions();
    void makeTable();
    void retranslate();
    void showHost();
    void showPart(int part);
    void enableButtons();
    void removeRow();
    void askHost(const std::shared_ptr<const Host>& host);

    Session* m_session;
    std::vector<HostModel*> m_models;
    QLabel* m_title;
    QListWidget* m_assumptions;
    QTabBar* m_parts;
    QTableView* m_table;
    QPushButton* m_remove;
    QPushButton* m_reset;
};

}  // namespace natwalk
