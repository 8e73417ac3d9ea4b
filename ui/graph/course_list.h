// A list of all ends to choose from, searched as one types: what stands behind "+ 411 others".
#pragma once

#include "probability/distribution.h"

#include <QFrame>

#include <vector>

class QLineEdit;
class QListWidget;

namespace natwalk {

class CourseList : public QFrame
{
    Q_OBJECT

public:
    explicit CourseList(const Distribution& distribution, QWidget* parent);

    void popUp(const QPoint& globalPosition);

signals:
    /// The draws of the course that leads to the chosen end.
    void chosen(const std::vector<bool>& course);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill(const Distribution& distribution);
    void filter(const QString& text);
    void choose();

    std::vector<std::vector<bool>> m_courses;
    QLineEdit* m_filter;
    QListWidget* m_list;
};

}  // namespace natwalk
