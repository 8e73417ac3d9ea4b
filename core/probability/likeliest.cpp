#include "probability/likeliest.h"

namespace natwalk {

namespace {

/// Courses that are followed one by one; where there are more, those that go on alike are followed as one.
constexpr std::size_t fewCourses = 10'000;

/// Whether all doubtful forks on the way fell as they are supposed to.
bool isSupposed(const Branches& branches, const CourseEnd& course, const Supposed& supposed)
{
    if (!branches.doubtful)
        return true;
    for (std::int32_t at = course.lastDraw; at >= 0;) {
        const DrawNode& node = branches.draws[static_cast<std::size_t>(at)];
        if (node.fork.doubtful && node.outcome != supposed(node.fork))
            return false;
        at = node.parent;
    }
    return true;
}

}  // namespace

std::vector<bool> likeliestCourse(const Question& question, const Supposed& supposed)
{
    const Branches branches = mergedBranchesOf(question, keepGoing, fewCourses);
    const CourseEnd* likeliest = nullptr;
    for (const CourseEnd& course : branches.courses)
        if ((likeliest == nullptr || course.single > likeliest->single) && isSupposed(branches, course, supposed))
            likeliest = &course;
    return likeliest == nullptr ? std::vector<bool>() : branches.outcomesOf(*likeliest);
}

}  // namespace natwalk
