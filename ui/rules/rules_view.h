// The rules: those on the packet's path, or all of the selected chain.
#pragma once

#include <QStackedWidget>

namespace natwalk {

class ChainRulesView;
class PathView;
class Session;

class RulesView : public QStackedWidget
{
    Q_OBJECT

public:
    explicit RulesView(Session* session, QWidget* parent = nullptr);

    /// All rules of the selected chain instead of the path.
    void showWholeChain(bool whole);
    PathView* path() const { return m_path; }
    ChainRulesView* chain() const { return m_chain; }

private:
    PathView* m_path;
    ChainRulesView* m_chain;
};

}  // namespace natwalk
