#include "extensions/kept.h"

#include "text/quoting.h"

#include <algorithm>

namespace natwalk {

namespace {

class DoubtedMatch final : public Match
{
public:
    DoubtedMatch(std::string_view name, std::string_view words, MessageId sentence, bool inverted, Certainly certainly,
                 WhySurely why)
        : m_name(name)
        , m_words(words)
        , m_sentence(sentence)
        , m_inverted(inverted)
        , m_certainly(certainly)
        , m_why(why)
    {}

    std::string_view name() const override { return m_name; }
    Answer ask(const MatchContext& context) const override
    {
        const auto sure = m_certainly == nullptr ? std::nullopt : m_certainly(context, m_inverted);
        return sure ? Answer::of(*sure) : Answer::doubt();
    }
    std::string save() const override { return std::string(m_words); }
    Message describe() const override { return message(m_sentence, m_words); }
    Message whyNot(const MatchContext& context) const override
    {
        const bool sure = m_why != nullptr && ask(context).isCertainly(false);
        return sure ? m_why(context) : message(MessageId::NotSimulated, m_name);
    }

private:
    std::string_view m_name;
    std::string_view m_words;
    MessageId m_sentence;
    bool m_inverted;
    Certainly m_certainly;
    WhySurely m_why;
};

class KeptTarget final : public Target
{
public:
    KeptTarget(std::string_view name, std::string_view words, MessageId sentence, Places places, bool doubted)
        : m_name(name)
        , m_words(words)
        , m_sentence(sentence)
        , m_places(places)
        , m_doubted(doubted)
    {}

    std::string_view name() const override { return m_name; }
    Action act(const MatchContext& /*context*/) const override
    {
        return m_doubted ? Action(DoubtfulAction{}) : Action(GoOn{});
    }
    std::string save() const override { return std::string(m_words); }
    Message describe() const override
    {
        const bool namesItself = m_sentence == MessageId::NotSimulated || m_sentence == MessageId::NoEffectOnPath;
        return message(m_sentence, namesItself ? m_name : m_words);
    }
    bool allowedIn(TableName table, Hook hook) const override { return m_places(table, hook); }

private:
    std::string_view m_name;
    std::string_view m_words;
    MessageId m_sentence;
    Places m_places;
    bool m_doubted;
};

const Target* keptTarget(Options& words, std::string_view options, MessageId sentence, Places places, bool doubted)
{
    Arena& arena = words.arena();
    return arena.make<KeptTarget>(arena.keep(words.extension().text), arena.keep(options), sentence, places, doubted);
}

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

void KeptOptions::put(const Option& option, std::string_view value)
{
    SavedOptions saved;
    if (value.empty())
        saved.flag(option.name(), option.inverted());
    else
        saved.value(option.name(), value, option.inverted());
    m_texts[placeOf(option.name())] = std::move(saved).text();
}

bool KeptOptions::isEmpty() const
{
    return std::ranges::all_of(m_texts, [](const std::string& text) { return text.empty(); });
}

void KeptOptions::demand(const Options& words, std::initializer_list<std::string_view> names) const
{
    for (const std::string_view name : names)
        if (!has(name))
            words.rejectMissing(name);
}

std::string KeptOptions::text() const
{
    std::string all;
    for (const std::string& text : m_texts)
        if (!text.empty())
            all.append(all.empty() ? "" : " ").append(text);
    return all;
}

std::size_t KeptOptions::placeOf(std::string_view name) const
{
    const auto found = std::ranges::find(m_specs, name, &OptionSpec::name);
    return static_cast<std::size_t>(found - m_specs.begin());
}

std::string wordOf(const Option& option) { return bareOrQuoted(option.value().text); }

std::string onlyOne(Options& words, std::span<const OptionSpec> options, const ValueText& value)
{
    const Option option = words.only(options.front().name);
    option.rejectInverted();
    KeptOptions kept(options);
    kept.put(option, option.hasValue() ? value(option) : std::string());
    return kept.text();
}

std::string severalOf(Options& words, std::span<const OptionSpec> options, const ValueText& value,
                      std::initializer_list<std::string_view> needed)
{
    KeptOptions kept(options);
    while (const auto option = words.next()) {
        option->rejectInverted();
        kept.put(*option, option->hasValue() ? value(*option) : std::string());
    }
    kept.demand(words, needed);
    return kept.text();
}

void needTcp(const Options& words)
{
    if (!words.rule().protocolIs(protocol::tcp))
        words.reject(message(MessageId::NeedsProtocolNamed, words.extension().text, "tcp"));
}

Message noSyn(const MatchContext& context)
{
    if (context.packet.isLaterFragment())
        return message(MessageId::LaterFragmentHasNoPorts);
    const std::string_view carried = (context.packet.tcpFlags & tcpflag::syn) == 0 ? "NONE" : "SYN";
    return message(MessageId::TcpFlagsDiffer, "SYN", carried, "SYN");
}

const Match* doubtedMatch(Options& words, std::string_view options, MessageId sentence, bool inverted,
                          Certainly certainly, WhySurely why)
{
    Arena& arena = words.arena();
    return arena.make<DoubtedMatch>(arena.keep(words.extension().text), arena.keep(options), sentence, inverted,
                                    certainly, why);
}

bool everywhere(TableName /*table*/, Hook /*hook*/) { return true; }

bool onTheWayOut(TableName /*table*/, Hook hook) { return hook != Hook::prerouting && hook != Hook::input; }

const Target* idleTarget(Options& words, std::string_view options, MessageId sentence, Places places)
{
    return keptTarget(words, options, sentence, places, false);
}

const Target* doubtedTarget(Options& words, std::string_view options, Places places)
{
    return keptTarget(words, options, MessageId::NotSimulated, places, true);
}

}  // namespace natwalk
