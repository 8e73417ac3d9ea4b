#include "extensions/ipv6_headers.h"

#include <algorithm>

namespace natwalk {

namespace {

/// A match whose options natwalk reads and prints, and that asks for a header.
class HeaderMatch final : public Match
{
public:
    HeaderMatch(std::string_view name, std::uint8_t header, std::string_view words, bool asksInside)
        : m_name(name)
        , m_words(words)
        , m_header(header)
        , m_asksInside(asksInside)
    {}

    std::string_view name() const override { return m_name; }
    Answer ask(const MatchContext& context) const override
    {
        const bool isThere = context.packet.protocol == m_header && m_header != header::hopByHop;
        return isThere && m_asksInside ? Answer::doubt() : Answer::of(isThere);
    }
    std::string save() const override { return std::string(m_words); }
    Message describe() const override
    {
        return message(MessageId::Ipv6HeaderIs, m_words.empty() ? std::string(m_name) : save());
    }
    Message whyNot(const MatchContext& context) const override
    {
        return context.packet.protocol == m_header ? message(MessageId::NotSimulated, save())
                                                   : message(MessageId::NoIpv6Header);
    }

private:
    std::string_view m_name;
    std::string_view m_words;
    std::uint8_t m_header;
    bool m_asksInside;  ///< what stands in the header, which natwalk does not know
};

}  // namespace

const Match* headerMatch(Options& words, std::uint8_t header, std::string_view options, bool asksInside)
{
    Arena& arena = words.arena();
    return arena.make<HeaderMatch>(arena.keep(words.extension().text), header, arena.keep(options), asksInside);
}

std::string joined(std::span<const std::string> texts)
{
    std::string all;
    for (const std::string& text : texts)
        if (!text.empty())
            all.append(all.empty() ? "" : " ").append(text);
    return all;
}

std::size_t placeOf(const Option& option, std::span<const OptionSpec> specs)
{
    const auto isNamed = [&](const OptionSpec& spec) { return option.is(spec.name); };
    return static_cast<std::size_t>(std::find_if(specs.begin(), specs.end(), isNamed) - specs.begin());
}

}  // namespace natwalk
