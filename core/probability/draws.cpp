#include "probability/draws.h"

#include "emulator/walk.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <span>

namespace natwalk {

namespace {

/// So many draws that say no are told one by one; more of them are told in one.
constexpr std::size_t mostSingly = 3;

/// Follows an outcome's likeliest course and writes down what it draws.
class Following final : public Chance
{
public:
    explicit Following(const OutcomeShare& outcome) : m_course(outcome.course), m_supposed(outcome.supposed) {}

    bool decide(const Fork& fork) override
    {
        if (fork.doubtful)
            return std::ranges::any_of(
                m_supposed, [&](const Fork& one) { return one.rule == fork.rule && one.match == fork.match; });
        const bool outcome = m_course.decide(fork);
        draws.push_back({fork.rule, fork.probability, outcome});
        return outcome;
    }
    std::uint32_t number(std::uint32_t below) override { return m_course.number(below); }

    std::vector<DrawTaken> draws;

private:
    Forced m_course;
    const std::vector<Fork>& m_supposed;
};

/// "0.33333", "0.5": five digits at most.
std::string shortText(Probability probability)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.5g", probability.share());
    return text.data();
}

class Wording
{
public:
    Wording(std::span<const DrawTaken> draws, const Ruleset& ruleset) : m_draws(draws), m_ruleset(ruleset)
    {
        m_namesChains =
            std::ranges::any_of(draws, [&](const DrawTaken& draw) { return chainOf(draw) != chainOf(draws[0]); });
    }

    std::vector<Message> all()
    {
        for (std::size_t at = 0; at < m_draws.size();) {
            const std::size_t missed = missesFrom(at);
            if (missed > mostSingly) {
                m_words.push_back(many(at, missed));
                at += missed;
            } else {
                m_words.push_back(single(m_draws[at++]));
            }
        }
        return std::move(m_words);
    }

private:
    ChainId chainOf(const DrawTaken& draw) const { return m_ruleset.rule(draw.rule).chain; }
    std::string nameOf(const DrawTaken& draw) const { return std::string(m_ruleset.chain(chainOf(draw)).name); }

    std::size_t missesFrom(std::size_t at) const
    {
        std::size_t end = at;
        while (end < m_draws.size() && !m_draws[end].outcome && chainOf(m_draws[end]) == chainOf(m_draws[at]))
            ++end;
        return end - at;
    }

    Message single(const DrawTaken& draw) const
    {
        const std::uint32_t number = m_ruleset.numberOf(draw.rule);
        if (m_namesChains)
            return message(draw.outcome ? MessageId::DrawSaysYesIn : MessageId::DrawSaysNoIn,
                           shortText(draw.probability), number, nameOf(draw));
        return message(draw.outcome ? MessageId::DrawSaysYes : MessageId::DrawSaysNo, shortText(draw.probability),
                       number);
    }

    Message many(std::size_t at, std::size_t count) const
    {
        const std::uint32_t first = m_ruleset.numberOf(m_draws[at].rule);
        const std::uint32_t last = m_ruleset.numberOf(m_draws[at + count - 1].rule);
        if (m_namesChains)
            return message(MessageId::DrawsSayNoIn, count, first, last, nameOf(m_draws[at]));
        return message(MessageId::DrawsSayNo, count, first, last);
    }

    std::span<const DrawTaken> m_draws;
    const Ruleset& m_ruleset;
    bool m_namesChains = false;
    std::vector<Message> m_words;
};

}  // namespace

std::vector<DrawTaken> drawsTo(const Question& question, const OutcomeShare& outcome)
{
    Following following(outcome);
    State state = *question.before;
    Packet packet = question.packet;
    Recorder noRecorder;
    walk(*question.ruleset(), question.host(), state, packet, following, noRecorder);
    return std::move(following.draws);
}

std::vector<Message> drawWords(const std::vector<DrawTaken>& draws, const Ruleset& ruleset)
{
    if (draws.empty())
        return {message(MessageId::NoDraws)};
    return Wording(draws, ruleset).all();
}

}  // namespace natwalk
