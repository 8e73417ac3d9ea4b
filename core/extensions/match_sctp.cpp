// -m sctp: ports, and the chunks of a packet. Packets of natwalk carry one chunk, INIT.
// Source: Linux net/netfilter/xt_sctp.c, iptables extensions/libxt_sctp.c.
#include "extensions/all.h"
#include "extensions/ports.h"
#include "extensions/words.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <optional>
#include <vector>

namespace natwalk {

namespace {

/// A type of chunk, and the letters of the flags that may be asked for, from bit 7 down.
struct ChunkType
{
    std::string_view name;
    std::uint8_t number;
    std::string_view flags = "--------";
};

constexpr auto chunkTypes = std::to_array<ChunkType>({
    {"DATA", 0, "----IUBE"},
    {"INIT", 1},
    {"INIT_ACK", 2},
    {"SACK", 3},
    {"HEARTBEAT", 4},
    {"HEARTBEAT_ACK", 5},
    {"ABORT", 6, "-------T"},
    {"SHUTDOWN", 7},
    {"SHUTDOWN_ACK", 8},
    {"ERROR", 9},
    {"COOKIE_ECHO", 10},
    {"COOKIE_ACK", 11},
    {"ECN_ECNE", 12},
    {"ECN_CWR", 13},
    {"SHUTDOWN_COMPLETE", 14, "-------T"},
    {"I_DATA", 64, "----IUBE"},
    {"ASCONF_ACK", 128},
    {"RE_CONFIG", 130},
    {"PAD", 132},
    {"FORWARD_TSN", 192},
    {"ASCONF", 193},
    {"I_FORWARD_TSN", 194},
});
constexpr std::uint8_t init = 1;

enum class Chunks : std::uint8_t { any, all, only };
constexpr auto chunksNames = std::to_array<std::string_view>({"any", "all", "only"});

struct SctpConditions
{
    GivenPorts ports;
    bool asksChunks = false;
    bool inverted = false;
    Chunks which = Chunks::any;
    std::bitset<256> types;
    std::string_view typesText;

    /// Linux xt_sctp.c, match_packet(), of a packet whose one chunk is INIT.
    bool fitChunks() const
    {
        if (!asksChunks)
            return true;
        const bool fits = which == Chunks::all ? types.count() == 1 && types.test(init) : types.test(init);
        return fits != inverted;
    }
};

class Sctp final : public Match
{
public:
    explicit Sctp(const SctpConditions& wanted) : m_wanted(wanted) {}

    std::string_view name() const override { return "sctp"; }

    Answer ask(const MatchContext& context) const override
    {
        return Answer::of(m_wanted.ports.conditions().holdFor(context.packet) && m_wanted.fitChunks());
    }

    std::string save() const override
    {
        SavedOptions saved;
        m_wanted.ports.save(saved);
        if (m_wanted.asksChunks)
            saved.value("--chunk-types", chunksText(), m_wanted.inverted);
        return std::move(saved).text();
    }

    Message describe() const override
    {
        if (!m_wanted.asksChunks)
            return m_wanted.ports.conditions().describe(name());
        return message(MessageId::PacketsWithOptions, name(), save());
    }

    Message whyNot(const MatchContext& context) const override
    {
        if (!m_wanted.ports.conditions().holdFor(context.packet))
            return m_wanted.ports.conditions().whyNot(context.packet);
        return message(m_wanted.inverted ? MessageId::FieldExcluded : MessageId::FieldDiffers, "chunk-type", "INIT",
                       chunksText());
    }

    Pins pins() const override { return {protocol::sctp, m_wanted.ports.conditions().pinnedPort()}; }

private:
    std::string chunksText() const
    {
        return std::string(chunksNames[static_cast<std::size_t>(m_wanted.which)]) + ' '
               + std::string(m_wanted.typesText);
    }

    SctpConditions m_wanted;
};

constexpr auto options = std::to_array<OptionSpec>({
    {"--sport", Values::one, "--source-port"},
    {"--dport", Values::one, "--destination-port"},
    {"--chunk-types", Values::two},
});

/// ":Ube": a capital asks that the flag is set, a small letter that it is not. In the order of the flags.
std::string flagsText(const ChunkType& type, std::string_view letters, const Option& option)
{
    std::string text;
    for (const char flag : type.flags)
        for (const char letter : letters)
            if (flag != '-' && (letter == flag || letter == flag - 'A' + 'a'))
                text += letter;
    if (text.size() != letters.size())
        option.rejectValue(1);
    return ':' + text;
}

/// The types in the order of their numbers.
void readTypes(const Option& option, Options& words, SctpConditions& wanted)
{
    std::vector<std::string> texts(chunkTypes.size());
    forEachPart(option.value(1).text, [&](std::string_view part) {
        const auto [name, letters] = splitAt(part, ':');
        const auto isNamed = [sought = name](const ChunkType& type) { return equalIgnoringCase(type.name, sought); };
        const auto type = std::ranges::find_if(chunkTypes, isNamed);
        if (type == chunkTypes.end())
            option.rejectValue(1);
        wanted.types.set(type->number);
        texts[static_cast<std::size_t>(type - chunkTypes.begin())] =
            std::string(type->name) + (letters ? flagsText(*type, *letters, option) : "");
    });
    std::string all;
    for (const std::string& text : texts)
        if (!text.empty())
            all.append(all.empty() ? "" : ",").append(text);
    wanted.typesText = words.arena().keep(all);
}

void readChunks(const Option& option, Options& words, SctpConditions& wanted)
{
    wanted.asksChunks = true;
    wanted.inverted = option.inverted();
    const std::string_view which = option.value().text;
    const auto isNamed = [&](std::string_view name) { return equalIgnoringCase(name, which); };
    const auto found = std::ranges::find_if(chunksNames, isNamed);
    if (found == chunksNames.end())
        option.rejectValue();
    wanted.which = static_cast<Chunks>(found - chunksNames.begin());
    if (const std::string_view types = option.value(1).text; types == "ALL" || types == "NONE") {
        wanted.types = types == "ALL" ? ~std::bitset<256>() : std::bitset<256>();
        wanted.typesText = types == "ALL" ? "ALL" : "NONE";
    } else {
        readTypes(option, words, wanted);
    }
}

const Match* parse(Options& words)
{
    if (!words.rule().protocolIs(protocol::sctp))
        words.reject(message(MessageId::NeedsProtocolNamed, "sctp", "sctp"));
    SctpConditions wanted;
    while (const auto option = words.next()) {
        if (!wanted.ports.read(*option))
            readChunks(*option, words, wanted);
    }
    return words.arena().make<Sctp>(wanted);
}

}  // namespace

extern const MatchExtension sctpMatch = {"sctp", options, parse};

}  // namespace natwalk
