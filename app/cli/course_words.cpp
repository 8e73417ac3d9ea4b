#include "cli/exit_code.h"
#include "cli/packet_words.h"
#include "probability/likeliest.h"

#include <algorithm>

namespace natwalk::cli {

namespace {

/// The likeliest course of an outcome: its draws, and what it supposes of doubtful matches.
class OutcomeCourse final : public Chance
{
public:
    explicit OutcomeCourse(const OutcomeShare& outcome) : m_draws(outcome.course), m_supposed(outcome.supposed) {}

    bool decide(const Fork& fork) override { return fork.doubtful ? supposes(fork) : m_draws.decide(fork); }
    std::uint32_t number(std::uint32_t below) override { return m_draws.number(below); }

private:
    bool supposes(const Fork& fork) const
    {
        return std::ranges::any_of(
            m_supposed, [&fork](const Fork& one) { return one.rule == fork.rule && one.match == fork.match; });
    }

    Forced m_draws;
    std::vector<Fork> m_supposed;
};

std::string endpointNames(const Distribution& distribution)
{
    std::string names;
    for (const OutcomeShare& outcome : distribution.outcomes)
        if (outcome.endpoint)
            names += (names.empty() ? "" : ", ") + *outcome.endpoint;
    return names.empty() ? "none" : names;
}

const OutcomeShare& numbered(const Distribution& distribution, std::uint32_t number)
{
    if (number == 0 || number > distribution.outcomes.size())
        throw Failure("--course takes a number from 1 to " + std::to_string(distribution.outcomes.size())
                      + " (see natwalk-cli distribution), not " + std::to_string(number));
    return distribution.outcomes[number - 1];
}

const OutcomeShare& reaching(const Distribution& distribution, const std::string& endpoint)
{
    const auto found = std::ranges::find(distribution.outcomes, endpoint, &OutcomeShare::endpoint);
    if (found == distribution.outcomes.end())
        throw Failure("this packet never reaches " + endpoint + "; it can reach: " + endpointNames(distribution));
    return *found;
}

}  // namespace

void addCourse(CLI::App& command, CourseWords& words)
{
    const std::string group = "Course";
    auto* course = command.add_option("--course", words.course, "the N-th outcome that `distribution` lists")
                       ->type_name("N")
                       ->group(group);
    auto* endpoint = command.add_option("--endpoint", words.endpoint, "a course that reaches this endpoint")
                         ->type_name("ADDRESS:PORT")
                         ->group(group)
                         ->excludes(course);
    auto* seed = command.add_option("--seed", words.seed, "throw the dice with this seed")
                     ->type_name("S")
                     ->group(group)
                     ->excludes(course)
                     ->excludes(endpoint);
    command.add_option("--trial", words.trial, "the trial of this number (from 0) of `trials --seed S`")
        ->type_name("N")
        ->group(group)
        ->needs(seed);
}

std::unique_ptr<Chance> chanceFor(const CourseWords& words, const Question& question, const Distribution& distribution)
{
    if (words.seed)
        return std::make_unique<Dice>(*words.seed, words.trial.value_or(0));
    if (words.course)
        return std::make_unique<OutcomeCourse>(numbered(distribution, *words.course));
    if (words.endpoint)
        return std::make_unique<OutcomeCourse>(reaching(distribution, *words.endpoint));
    return std::make_unique<Forced>(likeliestCourse(question));
}

}  // namespace natwalk::cli
