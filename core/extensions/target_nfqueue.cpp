// -j NFQUEUE: a program decides. What it will say, nothing in a ruleset tells.
// Source: Linux net/netfilter/xt_NFQUEUE.c, iptables extensions/libxt_NFQUEUE.c.
#include "extensions/all.h"
#include "extensions/saved_options.h"
#include "extensions/words.h"

#include <array>

namespace natwalk {

namespace {

struct Queues
{
    std::uint16_t first = 0;
    std::uint16_t last = 0;
    bool bypass = false;
    bool byCpu = false;
};

class Nfqueue final : public Target
{
public:
    explicit Nfqueue(const Queues& queues) : m_queues(queues) {}

    std::string_view name() const override { return "NFQUEUE"; }
    Action act(const MatchContext& /*context*/) const override { return DoubtfulAction{}; }
    Message describe() const override { return message(MessageId::QueuedForProgram, m_queues.first); }

    std::string save() const override
    {
        SavedOptions saved;
        if (m_queues.first == m_queues.last)
            saved.value("--queue-num", toText(m_queues.first));
        else
            saved.value("--queue-balance", toText(m_queues.first) + ":" + toText(m_queues.last));
        if (m_queues.bypass)
            saved.flag("--queue-bypass");
        if (m_queues.byCpu)
            saved.flag("--queue-cpu-fanout");
        return std::move(saved).text();
    }

private:
    Queues m_queues;
};

constexpr auto options = std::to_array<OptionSpec>({
    {"--queue-num"},
    {"--queue-balance"},
    {"--queue-bypass", Values::none},
    {"--queue-cpu-fanout", Values::none},
});

constexpr std::uint64_t highest = 65535;

/// "0:3"; an open end counts as the first or the last queue. All of them are too many: the kernel counts in 16 bits.
void readBalance(const Option& option, Queues& queues)
{
    const auto [firstWord, lastWord] = splitAt(option.value().text, ':');
    const auto first = firstWord.empty() ? std::optional<std::uint64_t>(0) : wholeNumber(firstWord);
    const auto last = lastWord && lastWord->empty() ? std::optional(highest) : wholeNumber(lastWord.value_or(""));
    if (!first || !last || *first >= *last || *last > highest || *last - *first == highest)
        option.rejectValue();
    queues.first = static_cast<std::uint16_t>(*first);
    queues.last = static_cast<std::uint16_t>(*last);
}

const Target* parse(Options& words)
{
    Queues queues;
    bool numberGiven = false;
    bool balanceGiven = false;
    while (const auto option = words.next()) {
        option->rejectInverted();
        if (option->is("--queue-num")) {
            queues.first = queues.last = static_cast<std::uint16_t>(option->number(0, highest));
            numberGiven = true;
        } else if (option->is("--queue-balance")) {
            readBalance(*option, queues);
            balanceGiven = true;
        } else {
            (option->is("--queue-bypass") ? queues.bypass : queues.byCpu) = true;
        }
    }
    if (numberGiven && balanceGiven)
        words.reject(message(MessageId::OptionsExclude, "--queue-num", "--queue-balance"));
    if (queues.byCpu && !balanceGiven)
        words.rejectMissing("--queue-balance");
    return words.arena().make<Nfqueue>(queues);
}

}  // namespace

extern const TargetExtension nfqueueTarget = {"NFQUEUE", options, parse, Standing::doubted};

}  // namespace natwalk
