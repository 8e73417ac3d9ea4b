#include "ui/graph/course_source.h"

#include "ui/session.h"

#include <algorithm>

namespace natwalk {

namespace {

/// So many courses are followed while the window waits: a few milliseconds.
constexpr std::size_t mostAtOnce = 64;
/// And so many in the background; what is left is told as a share.
constexpr std::size_t mostInAll = 4096;

/// The chance of the draws that a trace tells of.
double probabilityOf(const Trace& trace)
{
    double probability = 1;
    for (const Step& step : trace.steps)
        if (const auto* drawn = std::get_if<Drawn>(&step.event); drawn != nullptr && drawn->random)
            probability *= (drawn->outcome ? drawn->probability : drawn->probability.opposite()).share();
    return probability;
}

bool isFollowed(const CourseFlow& flow, const Trace& trace)
{
    return std::ranges::any_of(flow.courses, [&](const CourseSummary& course) { return course.draws == trace.draws; });
}

}  // namespace

CourseSource::CourseSource(Session* session, QObject* parent) : QObject(parent), m_session(session)
{
    connect(session, &Session::traceChanged, this, &CourseSource::readTrace);
    readTrace();
}

void CourseSource::readTrace()
{
    const Asked& asked = m_session->asked();
    if (!m_session->trace()) {
        m_job.cancel();
        m_question.reset();
        m_all.reset();
    } else if (asked.question != m_question) {
        follow(asked);
    }
    show();
}

void CourseSource::follow(const Asked& asked)
{
    m_job.cancel();
    m_question = asked.question;
    m_all = std::make_shared<const CourseFlow>(courseFlowOf(*m_question, mostAtOnce));
    if (m_all->uncovered <= 0)
        return;
    m_job.start(
        [question = m_question](const Checkpoint& goOn) {
            return std::make_shared<const CourseFlow>(courseFlowOf(*question, mostInAll, goOn));
        },
        [this](const CourseFlowPtr& found) {
            m_all = found;
            show();
        });
}

void CourseSource::show()
{
    m_flow = m_all;
    const TracePtr trace = m_session->trace();
    if (m_all && trace && !isFollowed(*m_all, *trace)) {
        CourseFlow extended = *m_all;
        addCourse(extended, *trace, probabilityOf(*trace));
        m_flow = std::make_shared<const CourseFlow>(std::move(extended));
    }
    emit changed();
}

}  // namespace natwalk
