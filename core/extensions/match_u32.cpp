// -m u32: looks at bytes of the packet, wherever they lie.
// Source: Linux net/netfilter/xt_u32.c, iptables extensions/libxt_u32.c.
#include "extensions/all.h"
#include "extensions/numbers.h"
#include "extensions/packet_bytes.h"
#include "extensions/saved_options.h"

#include <algorithm>
#include <array>

namespace natwalk {

namespace {

/// XT_U32_MAXSIZE
constexpr std::size_t mostParts = 10;

enum class Operator : std::uint8_t { begin, bitAnd, shiftLeft, shiftRight, at };
constexpr auto operatorTexts = std::to_array<std::string_view>({"", "&", "<<", ">>", "@"});

struct Operation
{
    Operator what = Operator::begin;
    std::uint32_t number = 0;
};

struct Values
{
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

/// One comparison of the word that the operations lead to.
struct Test
{
    std::array<Operation, mostParts + 1> operations{};
    std::array<Values, mostParts> values{};
    std::uint8_t operationCount = 0;
    std::uint8_t valueCount = 0;
};

using Tests = std::array<Test, mostParts>;

enum class Verdict : std::uint8_t { no, yes, unknown };

PacketWord apply(const Operation& operation, PacketWord word)
{
    const std::uint32_t number = operation.number;
    switch (operation.what) {
    case Operator::bitAnd: return {word.value & number, word.known | ~number};
    case Operator::shiftLeft: {
        const std::uint32_t gone = number & 31U;
        return {word.value << gone, word.known << gone | ((1U << gone) - 1U)};
    }
    case Operator::shiftRight: {
        const std::uint32_t gone = number & 31U;
        return {word.value >> gone, word.known >> gone | ~(0xffffffffU >> gone)};
    }
    default: return word;
    }
}

/// Whether a word lies in a range, whatever its unknown bits are.
Verdict isIn(const Values& range, PacketWord word)
{
    const std::uint32_t least = word.value & word.known;
    const std::uint32_t most = word.value | ~word.known;
    if (range.first <= least && most <= range.last)
        return Verdict::yes;
    return range.last < least || most < range.first || range.first > range.last ? Verdict::no : Verdict::unknown;
}

Verdict holds(const Test& test, const Packet& packet)
{
    std::uint64_t base = 0;
    PacketWord word{};
    for (std::size_t i = 0; i < test.operationCount; ++i) {
        const Operation& operation = test.operations[i];
        if (operation.what != Operator::begin && operation.what != Operator::at) {
            word = apply(operation, word);
            continue;
        }
        if (operation.what == Operator::at) {
            if (word.known != 0xffffffffU)
                return Verdict::unknown;
            base += word.value;
        }
        const auto read = packetWord(packet, base + operation.number);
        if (!read)
            return Verdict::no;
        word = *read;
    }
    Verdict best = Verdict::no;
    for (std::size_t i = 0; i < test.valueCount; ++i)
        best = std::max(best, isIn(test.values[i], word), [](Verdict a, Verdict b) {
            return a == Verdict::no || (a == Verdict::unknown && b == Verdict::yes);
        });
    return best;
}

std::string textOf(const Test& test)
{
    std::string text;
    for (std::size_t i = 0; i < test.operationCount; ++i)
        text.append(operatorTexts[static_cast<std::size_t>(test.operations[i].what)])
            .append(hexadecimal(test.operations[i].number));
    for (std::size_t i = 0; i < test.valueCount; ++i) {
        const Values& values = test.values[i];
        text.append(i == 0 ? "=" : ",").append(hexadecimal(values.first));
        if (values.first != values.last)
            text.append(":").append(hexadecimal(values.last));
    }
    return text;
}

class U32 final : public Match
{
public:
    U32(const Tests& tests, std::size_t count, bool inverted) : m_tests(tests), m_count(count), m_inverted(inverted) {}

    std::string_view name() const override { return "u32"; }

    Answer ask(const MatchContext& context) const override
    {
        const Verdict verdict = verdictOn(context.packet);
        return verdict == Verdict::unknown ? Answer::doubt() : Answer::of((verdict == Verdict::yes) != m_inverted);
    }

    std::string save() const override
    {
        std::string text;
        for (std::size_t i = 0; i < m_count; ++i)
            text.append(i == 0 ? "\"" : "&&").append(textOf(m_tests[i]));
        return std::move(SavedOptions().value("--u32", text + '"', m_inverted)).text();
    }

    Message describe() const override { return message(MessageId::BytesAre, save()); }

    Message whyNot(const MatchContext& context) const override
    {
        const bool isUnknown = verdictOn(context.packet) == Verdict::unknown;
        return message(isUnknown ? MessageId::BytesUnknown : MessageId::BytesDiffer, save());
    }

private:
    /// A test that fails for certain decides, whatever is unknown of the others.
    Verdict verdictOn(const Packet& packet) const
    {
        Verdict verdict = Verdict::yes;
        for (std::size_t i = 0; i < m_count && verdict != Verdict::no; ++i)
            if (const Verdict next = holds(m_tests[i], packet); next != Verdict::yes)
                verdict = next;
        return verdict;
    }

    Tests m_tests;
    std::size_t m_count;
    bool m_inverted;
};

constexpr auto options = std::to_array<OptionSpec>({{"--u32"}});

/// Reads "0>>22&0x3C@0>>24=8:11,0 && 6&0xFF=1"; blanks may stand anywhere between.
class Reader
{
public:
    Reader(std::string_view text, const Option& option) : m_rest(text), m_option(option) {}

    std::size_t read(Tests& tests)
    {
        std::size_t count = 0;
        do {
            if (count == mostParts)
                m_option.rejectValue();
            readTest(tests[count++]);
        } while (take("&&"));
        if (!m_rest.empty())
            m_option.rejectValue();
        return count;
    }

private:
    void readTest(Test& test)
    {
        add(test, {Operator::begin, number()});
        while (!take("=")) {
            const Operator what = nextOperator();
            add(test, {what, number()});
        }
        do {
            if (test.valueCount == test.values.size())
                m_option.rejectValue();
            const std::uint32_t first = number();
            test.values[test.valueCount++] = {first, take(":") ? number() : first};
        } while (take(","));
    }

    void add(Test& test, const Operation& operation)
    {
        if (test.operationCount == test.operations.size())
            m_option.rejectValue();
        test.operations[test.operationCount++] = operation;
    }

    Operator nextOperator()
    {
        for (std::size_t i = 1; i < operatorTexts.size(); ++i)
            if (take(operatorTexts[i]))
                return static_cast<Operator>(i);
        m_option.rejectValue();
    }

    std::uint32_t number()
    {
        skipBlanks();
        const std::size_t length = std::min(m_rest.find_first_not_of("0123456789abcdefABCDEFxX"), m_rest.size());
        const auto value = wholeNumber(m_rest.substr(0, length));
        if (!value || *value > 0xffffffffU)
            m_option.rejectValue();
        m_rest.remove_prefix(length);
        skipBlanks();
        return static_cast<std::uint32_t>(*value);
    }

    bool take(std::string_view word)
    {
        if (!m_rest.starts_with(word))
            return false;
        m_rest.remove_prefix(word.size());
        return true;
    }

    void skipBlanks() { m_rest.remove_prefix(std::min(m_rest.find_first_not_of(" \t\n"), m_rest.size())); }

    std::string_view m_rest;
    const Option& m_option;
};

const Match* parse(Options& words)
{
    const Option option = words.only("--u32");
    Tests tests;
    const std::size_t count = Reader(option.value().text, option).read(tests);
    return words.arena().make<U32>(tests, count, option.inverted());
}

}  // namespace

extern const MatchExtension u32Match = {"u32", options, parse};

}  // namespace natwalk
