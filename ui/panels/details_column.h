// Packet, call stack and explanation: below each other in a column, or as tabs where there is no room for one.
#pragma once

#include <QWidget>

#include <vector>

class QLabel;
class QStackedLayout;
class QTabWidget;
class QVBoxLayout;

namespace natwalk {

class ExplanationPanel;
class Session;

class DetailsColumn : public QWidget
{
    Q_OBJECT

public:
    explicit DetailsColumn(Session* session, QWidget* parent = nullptr);

    void setTabbed(bool tabbed);
    ExplanationPanel* explanation() const { return m_explanation; }

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Part
    {
        QWidget* panel = nullptr;
        QWidget* bar = nullptr;
        QLabel* title = nullptr;
        QWidget* line = nullptr;
        int stretch = 0;
    };

    void addPart(QWidget* panel, int stretch);
    void retranslate();

    std::vector<Part> m_parts;
    QTabWidget* m_tabs;
    QVBoxLayout* m_column;
    ExplanationPanel* m_explanation;
    bool m_tabbed = false;
};

}  // namespace natwalk
