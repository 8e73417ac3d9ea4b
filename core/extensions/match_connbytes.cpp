// -m connbytes: how much a connection has carried.
// Source: Linux net/netfilter/xt_connbytes.c, iptables extensions/libxt_connbytes.c.
#include "extensions/all.h"
#include "extensions/saved_options.h"
#include "extensions/words.h"

#include <array>

namespace natwalk {

namespace {

enum class Side : std::uint8_t { original, reply, both };
enum class Counted : std::uint8_t { packets, bytes, average };

constexpr auto sideNames = std::to_array<std::string_view>({"original", "reply", "both"});
constexpr auto countedNames = std::to_array<std::string_view>({"packets", "bytes", "avgpkt"});

constexpr std::uint64_t noEnd = ~std::uint64_t{0};

struct Carried
{
    Side side = Side::original;
    Counted counted = Counted::packets;
    std::uint64_t first = 0;
    std::uint64_t last = noEnd;
    bool inverted = false;
};

class Connbytes final : public Match
{
public:
    explicit Connbytes(const Carried& wanted) : m_wanted(wanted) {}

    std::string_view name() const override { return "connbytes"; }

    /// Without a connection it never holds, negated or not, nor while conntrack is still to look, behind CT.
    Answer ask(const MatchContext& context) const override
    {
        const Connection* connection = context.lookedUp();
        if (connection == nullptr)
            return Answer::of(false);
        if (!isCounted(*connection))
            return Answer::doubt();
        const std::uint64_t carried = carriedBy(*connection);
        const bool inRange = m_wanted.first <= carried && carried <= m_wanted.last;
        return Answer::of(inRange != m_wanted.inverted);
    }

    std::string save() const override
    {
        SavedOptions saved;
        saved.value("--connbytes", rangeText(), m_wanted.inverted);
        saved.value("--connbytes-mode", countedNames[static_cast<std::size_t>(m_wanted.counted)]);
        return std::move(saved.value("--connbytes-dir", sideNames[static_cast<std::size_t>(m_wanted.side)])).text();
    }

    Message describe() const override { return message(MessageId::ConnectionWith, save()); }

    Message whyNot(const MatchContext& context) const override
    {
        const Connection* connection = context.lookedUp();
        if (connection == nullptr)
            return message(MessageId::NoConnection);
        if (!isCounted(*connection))
            return message(MessageId::CountUnknown);
        return message(m_wanted.inverted ? MessageId::ConnectionValueExcluded : MessageId::ConnectionValueDiffers,
                       std::string(countedNames[static_cast<std::size_t>(m_wanted.counted)]) + " ("
                           + std::string(sideNames[static_cast<std::size_t>(m_wanted.side)]) + ")",
                       carriedBy(*connection), rangeText());
    }

private:
    std::string rangeText() const
    {
        const std::string first = toText(m_wanted.first);
        return m_wanted.last == 0 || m_wanted.last == noEnd ? first : first + ':' + toText(m_wanted.last);
    }

    static bool isCounted(const Connection& connection)
    {
        return connection.traffic[0].packets + connection.traffic[1].packets != 0;
    }

    std::uint64_t carriedBy(const Connection& connection) const
    {
        const auto& [original, reply] = connection.traffic;
        const bool forth = m_wanted.side != Side::reply;
        const bool back = m_wanted.side != Side::original;
        const std::uint64_t packets = (forth ? original.packets : 0) + (back ? reply.packets : 0);
        const std::uint64_t bytes = (forth ? original.bytes : 0) + (back ? reply.bytes : 0);
        switch (m_wanted.counted) {
        case Counted::packets: return packets;
        case Counted::bytes: return bytes;
        case Counted::average: break;
        }
        return packets == 0 ? 0 : bytes / packets;
    }

    Carried m_wanted;
};

constexpr auto options = std::to_array<OptionSpec>({{"--connbytes"}, {"--connbytes-mode"}, {"--connbytes-dir"}});

void readRange(const Option& option, Carried& wanted)
{
    const auto [firstWord, lastWord] = splitAt(option.value().text, ':');
    const auto first = firstWord.empty() && lastWord ? std::uint64_t{0} : wholeNumber(firstWord);
    const auto last = !lastWord || lastWord->empty() ? noEnd : wholeNumber(*lastWord);
    if (!first || !last)
        option.rejectValue();
    if (*first > *last)
        option.reject(message(MessageId::RangeReversed, *first, *last));
    wanted.first = *first;
    wanted.last = *last;
    // The kernel knows a negated range by its ends, which are exchanged: that of one number is none.
    wanted.inverted = option.inverted() && *first != *last;
}

const Match* parse(Options& words)
{
    Carried wanted;
    bool hasRange = false;
    bool hasMode = false;
    bool hasSide = false;
    while (const auto option = words.next()) {
        if (option->is("--connbytes")) {
            hasRange = true;
            readRange(*option, wanted);
            continue;
        }
        option->rejectInverted();
        if (option->is("--connbytes-mode")) {
            hasMode = true;
            wanted.counted = option->oneOf<Counted>(
                {{"packets", Counted::packets}, {"bytes", Counted::bytes}, {"avgpkt", Counted::average}});
        } else {
            hasSide = true;
            wanted.side =
                option->oneOf<Side>({{"original", Side::original}, {"reply", Side::reply}, {"both", Side::both}});
        }
    }
    if (!hasRange || !hasMode || !hasSide)
        words.rejectMissing(!hasRange ? "--connbytes" : !hasMode ? "--connbytes-mode" : "--connbytes-dir");
    return words.arena().make<Connbytes>(wanted);
}

}  // namespace

extern const MatchExtension connbytesMatch = {"connbytes", options, parse};

}  // namespace natwalk
