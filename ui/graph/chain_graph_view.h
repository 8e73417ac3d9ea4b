// The picture in the middle: chains as blocks with their rules, jumps that leave from their rule's row, endpoints.
#pragma once

#include <QWidget>

namespace natwalk {

class Session;

class ChainGraphView : public QWidget
{
    Q_OBJECT

public:
    explicit ChainGraphView(Session* session, QWidget* parent = nullptr);

private:
    Session* m_session;
};

}  // namespace natwalk
