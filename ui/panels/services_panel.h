// The services of the document: a click or Enter sends the packet to one, by the way that its sender would use.
#pragma once

#include "ui/models/service_model.h"
#include "ui/opening.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QTableView;

namespace natwalk {

class RowDelegate;
class Session;

class ServicesPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ServicesPanel(Session* session, QWidget* parent = nullptr);

    /// The document has no services.
    bool isEmpty() const { return m_model.rowCount() == 0; }
    /// Puts the cursor where the filter is typed.
    void focusFilter();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showServices();
    void showCurrent();
    void fitCounts();
    void fitColumns();
    void askRow(const QModelIndex& index);
    void retranslate();

    Session* m_session;
    OpenedPtr m_shown;  ///< what the rows point into
    ServiceModel m_model;
    ServiceFilter m_filtered;
    QLineEdit* m_filter;
    QTableView* m_table;
    QLabel* m_empty;
    RowDelegate* m_delegate;
    std::optional<bool> m_wide;  ///< namespaces and shares have columns of their own; nothing before the first look
};

}  // namespace natwalk
