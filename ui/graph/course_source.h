// The courses of the session's question, followed once per question: a few at once, many in the background.
#pragma once

#include "ui/graph/course_flow.h"
#include "ui/job.h"

#include <QObject>

#include <memory>

namespace natwalk {

class Session;
struct Asked;

class CourseSource : public QObject
{
    Q_OBJECT

public:
    explicit CourseSource(Session* session, QObject* parent);

    /// All courses that were followed, the one shown among them; null without a trace.
    CourseFlowPtr flow() const { return m_flow; }
    /// Whether more courses are being followed.
    bool isRunning() const { return m_job.isRunning(); }

signals:
    void changed();

private:
    void readTrace();
    void follow(const Asked& asked);
    void show();

    Session* m_session;
    std::shared_ptr<const Question> m_question;  ///< whose courses these are
    CourseFlowPtr m_all;
    CourseFlowPtr m_flow;
    Job m_job;
};

}  // namespace natwalk
