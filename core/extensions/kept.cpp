#include "extensions/kept.h"

#include "extensions/all.h"
#include "text/quoting.h"

namespace natwalk {

namespace {

class KeptTarget final : public Target
{
public:
    KeptTarget(std::string_view name, std::string_view words, Places places)
        : m_name(name)
        , m_words(words)
        , m_places(places)
    {}

    std::string_view name() const override { return m_name; }
    Action act(const MatchContext& /*context*/) const override { return GoOn{}; }
    std::string save() const override { return std::string(m_words); }
    Message describe() const override { return message(MessageId::NoEffectOnPath, m_name); }
    bool allowedIn(TableName table, Hook hook) const override { return m_places(table, hook); }

private:
    std::string_view m_name;
    std::string_view m_words;
    Places m_places;
};

std::string valuesOf(const Option& option, std::size_t count)
{
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        const Token& word = option.value(i);
        text.append(text.empty() ? "" : " ").append(word.quoted ? inQuotes(word.text) : std::string(word.text));
    }
    return text;
}

}  // namespace

void keep(const Option& option, SavedOptions& saved)
{
    const std::string values = valuesOf(option, option.valueCount());
    if (values.empty())
        saved.flag(option.name(), option.inverted());
    else
        saved.value(option.name(), values, option.inverted());
}

std::string_view keptWords(Options& words)
{
    SavedOptions saved;
    while (const auto option = words.next())
        keep(*option, saved);
    return words.arena().keep(std::move(saved).text());
}

const Match* keptMatch(Options& words) { return unknownMatch(words.arena(), words.extension().text, keptWords(words)); }

bool everywhere(TableName /*table*/, Hook /*hook*/) { return true; }

bool onTheWayOut(TableName /*table*/, Hook hook) { return hook != Hook::prerouting && hook != Hook::input; }

const Target* keptTarget(Options& words, Places places, std::string_view needed)
{
    SavedOptions saved;
    bool found = needed.empty();
    while (const auto option = words.next()) {
        option->rejectInverted();
        found = found || option->is(needed);
        keep(*option, saved);
    }
    if (!found)
        words.rejectMissing(needed);
    return words.arena().make<KeptTarget>(words.arena().keep(words.extension().text),
                                          words.arena().keep(std::move(saved).text()), places);
}

const Target* keptDoubtfulTarget(Options& words)
{
    return unknownTarget(words.arena(), words.extension().text, keptWords(words));
}

}  // namespace natwalk
