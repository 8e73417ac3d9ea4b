// Where connections end up: the exact share beside the observed share of many trials.
#pragma once

#include <QWidget>

namespace natwalk {

class Session;

class HistogramView : public QWidget
{
    Q_OBJECT

public:
    explicit HistogramView(Session* session, QWidget* parent = nullptr);

private:
    Session* m_session;
};

}  // namespace natwalk
