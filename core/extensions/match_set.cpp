// -m set: addresses and ports that a set of the host holds.
// Source: Linux net/netfilter/xt_set.c, iptables extensions/libxt_set.c.
#include "extensions/all.h"
#include "extensions/saved_options.h"
#include "extensions/set_sides.h"
#include "host/ipset_lookup.h"
#include "text/quoting.h"

#include <array>

namespace natwalk {

namespace {

struct SetConditions
{
    std::string_view set;
    bool inverted = false;
    IpSetTest test;
};

class Set final : public Match
{
public:
    explicit Set(const SetConditions& wanted) : m_wanted(wanted) {}

    std::string_view name() const override { return "set"; }

    Answer ask(const MatchContext& context) const override
    {
        const IpSetAnswer found = lookUp(context, m_wanted.test);
        Answer answer = found.holds ? Answer::of(*found.holds != m_wanted.inverted) : Answer::doubt();
        if (found.counted.any())
            answer.change = found.counted;
        return answer;
    }

    std::string save() const override
    {
        SavedOptions saved;
        saved.value("--match-set", bareOrQuoted(m_wanted.set) + " " + toText(m_wanted.test.sides), m_wanted.inverted);
        if (m_wanted.test.returnsExcluded)
            saved.flag("--return-nomatch");
        if (m_wanted.test.countsNot)
            saved.flag("--update-counters", true);
        if (m_wanted.test.countsNotInMembers)
            saved.flag("--update-subcounters", true);
        saveCounter(saved, "--packets", m_wanted.test.packets);
        saveCounter(saved, "--bytes", m_wanted.test.bytes);
        return std::move(saved).text();
    }

    Message describe() const override
    {
        return message(m_wanted.inverted ? MessageId::NotInSet : MessageId::InSet, toText(m_wanted.test.sides),
                       m_wanted.set);
    }

    Message whyNot(const MatchContext& context) const override
    {
        const auto held = lookUp(context, m_wanted.test).holds;
        const std::string sides = toText(m_wanted.test.sides);
        if (!held)
            return message(MessageId::SetNotKnown, m_wanted.set);
        if (m_wanted.inverted)
            return message(MessageId::SetExcluded, sides, m_wanted.set);
        IpSetTest uncounted = m_wanted.test;
        uncounted.packets = uncounted.bytes = {};
        return message(lookUp(context, uncounted).holds == true ? MessageId::SetCountsDiffer : MessageId::SetDiffers,
                       sides, m_wanted.set);
    }

private:
    IpSetAnswer lookUp(const MatchContext& context, const IpSetTest& test) const
    {
        return natwalk::lookUp(context.host.ipsets, context.state.memory.sets(), m_wanted.set, context.packet, test,
                               context.state.clock);
    }

    static void saveCounter(SavedOptions& saved, const std::string& what, const std::optional<CounterTest>& test)
    {
        if (!test)
            return;
        using enum CounterTest::Is;
        const char* is = test->is == below ? "-lt" : test->is == above ? "-gt" : "-eq";
        saved.value(what + is, toText(test->value), test->is == unequal);
    }

    SetConditions m_wanted;
};

constexpr auto options = std::to_array<OptionSpec>({
    {"--match-set", Values::two, "--set"},
    {"--return-nomatch", Values::none},
    {"--update-counters", Values::none},
    {"--update-subcounters", Values::none},
    {"--packets-eq"},
    {"--packets-lt"},
    {"--packets-gt"},
    {"--bytes-eq"},
    {"--bytes-lt"},
    {"--bytes-gt"},
});

void readCounter(const Options& words, const Option& option, IpSetTest& test)
{
    auto& counter = option.name().starts_with("--packets") ? test.packets : test.bytes;
    if (counter)
        words.reject(message(MessageId::OptionsExclude, option.name(),
                             std::string(option.name().substr(0, option.name().rfind('-'))) + "-*"));
    using enum CounterTest::Is;
    const bool equals = option.name().ends_with("-eq");
    if (!equals)
        option.rejectInverted();
    counter = {equals                           ? (option.inverted() ? unequal : equal)
               : option.name().ends_with("-lt") ? below
                                                : above,
               option.number(0, ~std::uint64_t{0})};
}

const Match* parse(Options& words)
{
    SetConditions wanted;
    while (const auto option = words.next()) {
        if (option->is("--match-set")) {
            wanted.set = setNameOf(*option);
            wanted.inverted = option->inverted();
            wanted.test.sides = setSidesOf(*option);
        } else if (option->is("--return-nomatch")) {
            option->rejectInverted();
            wanted.test.returnsExcluded = true;
        } else if (option->is("--update-counters")) {
            wanted.test.countsNot = option->inverted();
        } else if (option->is("--update-subcounters")) {
            wanted.test.countsNotInMembers = option->inverted();
        } else {
            readCounter(words, *option, wanted.test);
        }
    }
    if (wanted.set.empty())
        words.rejectMissing("--match-set");
    return words.arena().make<Set>(wanted);
}

}  // namespace

extern const MatchExtension setMatch = {"set", options, parse};

}  // namespace natwalk
