// Matches and targets that natwalk does not know: kept word by word, printed back, never decided.
#include "extensions/all.h"

namespace natwalk {

namespace {

class UnknownMatch final : public Match
{
public:
    UnknownMatch(std::string_view name, std::string_view words) : m_name(name), m_words(words) {}

    std::string_view name() const override { return m_name; }
    Answer ask(const MatchContext& /*context*/) const override { return Answer::doubt(); }
    std::string save() const override { return std::string(m_words); }
    Message describe() const override { return message(MessageId::NotSimulated, m_name); }
    Message whyNot(const MatchContext& /*context*/) const override { return describe(); }

private:
    std::string_view m_name;
    std::string_view m_words;
};

class UnknownTarget final : public Target
{
public:
    UnknownTarget(std::string_view name, std::string_view words) : m_name(name), m_words(words) {}

    std::string_view name() const override { return m_name; }
    Action act(const MatchContext& /*context*/) const override { return DoubtfulAction{}; }
    std::string save() const override { return std::string(m_words); }
    Message describe() const override { return message(MessageId::NotSimulated, m_name); }

private:
    std::string_view m_name;
    std::string_view m_words;
};

}  // namespace

const Match* unknownMatch(Arena& arena, std::string_view name, std::string_view words)
{
    return arena.make<UnknownMatch>(arena.keep(name), arena.keep(words));
}

const Target* unknownTarget(Arena& arena, std::string_view name, std::string_view words)
{
    return arena.make<UnknownTarget>(arena.keep(name), arena.keep(words));
}

}  // namespace natwalk
