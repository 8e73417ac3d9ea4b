#include "ruleset/load_check.h"

#include "ruleset/chain_reach.h"

#include <algorithm>
#include <map>
#include <string>

namespace natwalk {

namespace {

/// The kernel's XT_EXTENSION_MAXNAMELEN, less the final zero.
constexpr std::size_t longestChainName = 28;
/// The kernel's NFT_JUMP_STACK_SIZE, less the built-in chain.
constexpr std::uint32_t deepestNftLevel = 15;

/// A refusal before its place in the line is known.
struct Refusal
{
    std::uint32_t line = 0;
    std::string_view word;  ///< what to point at
    Message message;
    Severity severity = Severity::error;
};

bool isWordAt(std::string_view line, std::size_t begin, std::size_t length)
{
    const std::size_t end = begin + length;
    const bool opens = begin == 0 || line[begin - 1] == ' ' || line[begin - 1] == ':';
    return opens && (end == line.size() || line[end] == ' ' || line[end] == '\r');
}

/// The last place where the word stands alone: targets stand at the end of a rule. Without it the line's beginning.
SourceSpan spanOf(std::uint32_t number, std::string_view line, std::string_view word)
{
    for (std::size_t end = line.size(); !word.empty();) {
        const std::size_t begin = line.rfind(word, end);
        if (begin == std::string_view::npos)
            break;
        if (isWordAt(line, begin, word.size()))
            return {number, static_cast<std::uint32_t>(begin + 1), static_cast<std::uint32_t>(word.size())};
        if (begin == 0)
            break;
        end = begin - 1;
    }
    return {number, 1, 0};
}

/// Steps from line to line, forwards only: diagnostics come in the order of the text.
class LineReader
{
public:
    explicit LineReader(std::string_view text) : m_rest(text) {}

    std::string_view line(std::uint32_t number)
    {
        for (; m_number < number && !m_rest.empty(); ++m_number)
            m_rest.remove_prefix(std::min(m_rest.find('\n'), m_rest.size() - 1) + 1);
        return number == m_number ? m_rest.substr(0, m_rest.find('\n')) : std::string_view();
    }

private:
    std::string_view m_rest;
    std::uint32_t m_number = 1;
};

template <typename Names>
std::string listed(const Names& names, const auto& wanted)
{
    std::string list;
    for (const auto name : names) {
        if (!wanted(name))
            continue;
        list += list.empty() ? "" : ", ";
        list += nameOf(name);
    }
    return list;
}

/// "A > B > A"; a long circle is shortened.
std::string circleText(const Ruleset& ruleset, const ChainLoop& loop)
{
    std::string text;
    for (const ChainId chain : loop.chains) {
        text += ruleset.chain(chain).name;
        text += " > ";
    }
    if (loop.chains.size() < loop.length)
        text += "... > ";
    return text += ruleset.chain(loop.chains.front()).name;
}

/// "--tcp-flags MASK FLAGS" with SYN among the flags, not negated.
bool isOnlyForSyn(const Match* match)
{
    constexpr std::string_view option = "--tcp-flags ";
    const std::string text = match->save();
    const std::size_t begin = text.find(option);
    if (match->name() != "tcp" || begin == std::string::npos || text.substr(0, begin).ends_with("! "))
        return false;
    const std::size_t flags = text.find(' ', begin + option.size());
    return flags != std::string::npos
           && text.substr(flags + 1, text.find(' ', flags + 1) - flags).find("SYN") != std::string::npos;
}

/// What a rule of hashlimit says of its table.
struct LimitTable
{
    static constexpr std::string_view nameOption = " --hashlimit-name ";

    std::string name;
    std::string settings;  ///< all but --hashlimit-upto or --hashlimit-above
    bool matchesRate = false;

    /// @param options  with a name
    explicit LimitTable(const std::string& options)
        : settings(options.substr(options.find(' ')))
        , matchesRate(options.find(" --hashlimit-rate-match") != std::string::npos)
    {
        const std::size_t begin = options.find(nameOption) + nameOption.size();
        name = options.substr(begin, options.find(" --hashlimit-", begin) - begin);
    }
};

class LoadCheck
{
public:
    explicit LoadCheck(const Ruleset& ruleset) : m_ruleset(ruleset), m_reach(ruleset) {}

    std::vector<Diagnostic> diagnostics();

private:
    void checkChain(ChainId id);
    void checkRule(const Rule& rule, bool isRead);
    void checkSegments(const Rule& rule);
    void checkJump(const Rule& rule);
    void checkInterfaces(const Rule& rule);
    void checkLimit(const Rule& rule, const std::string& options);
    template <typename Extension>
    void checkPlace(const Rule& rule, bool isRead, const Extension& extension);
    template <typename Extension>
    void refuseTable(const Rule& rule, const Extension& extension);
    template <typename Extension>
    void refuseHook(const Rule& rule, Hook hook, const Extension& extension);
    void tellLoop(const ChainLoop& loop);
    void mention(ChainId id, std::uint32_t line);
    void tellUndeclared();

    const Chain& homeOf(const Rule& rule) const { return m_ruleset.chain(rule.chain); }
    template <typename... Arguments>
    void refuse(const Rule& rule, std::string_view word, MessageId id, const Arguments&... arguments)
    {
        m_refusals.push_back({rule.line, word, message(id, arguments...)});
    }

    const Ruleset& m_ruleset;
    const ChainReach m_reach;
    std::vector<Refusal> m_refusals;
    std::map<ChainId, std::uint32_t> m_undeclared;    // to the first line that speaks of it
    std::map<std::string, LimitTable> m_limitTables;  // by name, as the first rule says
};

std::vector<Diagnostic> LoadCheck::diagnostics()
{
    for (std::uint32_t i = 0; i < m_ruleset.chainCount(); ++i)
        checkChain(ChainId{i});
    for (const ChainLoop& loop : m_reach.loops())
        tellLoop(loop);
    tellUndeclared();
    std::ranges::stable_sort(m_refusals, {}, &Refusal::line);
    std::vector<Diagnostic> found;
    LineReader reader(m_ruleset.text());
    for (Refusal& refusal : m_refusals)
        found.push_back({refusal.severity, std::move(refusal.message),
                         spanOf(refusal.line, reader.line(refusal.line), refusal.word)});
    return found;
}

void LoadCheck::checkChain(ChainId id)
{
    const Chain& chain = m_ruleset.chain(id);
    const auto rules = m_ruleset.rulesOf(id);
    if (chain.name.size() > longestChainName)
        m_refusals.push_back({chain.line, chain.name,
                              message(MessageId::ChainNameTooLong, chain.name, chain.name.size(), longestChainName)});
    if (!rules.empty())
        mention(id, rules.front().line);
    std::uint32_t number = 0;
    for (const Rule& rule : rules)
        checkRule(rule, number++ < m_reach.readCount(id));
}

void LoadCheck::checkRule(const Rule& rule, bool isRead)
{
    if (rule.destination != noChain)
        checkJump(rule);
    if (rule.action == RuleAction::drop && homeOf(rule).table == TableName::nat)
        refuse(rule, "DROP", MessageId::DropInNat);
    checkInterfaces(rule);
    if (rule.target != nullptr) {
        checkPlace(rule, isRead, *rule.target);
        checkSegments(rule);
    }
    for (const Match* match : rule.matches) {
        checkPlace(rule, isRead, *match);
        if (match->name() == "hashlimit")
            checkLimit(rule, match->save());
    }
}

/// Only a SYN says how large segments may be; iptables-nft does not ask. @see Linux net/netfilter/xt_TCPMSS.c,
/// tcpmss_tg4_check()
void LoadCheck::checkSegments(const Rule& rule)
{
    const bool asks = rule.target->name() == "TCPMSS" && m_ruleset.backEndOf(rule.chain) != BackEnd::nft;
    if (asks && std::ranges::none_of(rule.matches, isOnlyForSyn))
        refuse(rule, "TCPMSS", MessageId::NeedsProtocolNamed, "TCPMSS", "tcp --tcp-flags SYN,RST SYN");
}

void LoadCheck::checkJump(const Rule& rule)
{
    const Chain& destination = m_ruleset.chain(rule.destination);
    mention(rule.destination, rule.line);
    if (destination.hook)
        refuse(rule, destination.name, MessageId::JumpToBuiltInChain, destination.name);
    if (m_ruleset.backEnd() == BackEnd::nft && m_reach.level(rule.chain) == deepestNftLevel)
        refuse(rule, destination.name, MessageId::ChainsTooDeep, destination.name, deepestNftLevel);
}

/// iptables goes by the chain's name alone, be it built in or not.
void LoadCheck::checkInterfaces(const Rule& rule)
{
    const Conditions& conditions = rule.conditions;
    if (conditions.in.isAny() && conditions.out.isAny())
        return;
    const std::string_view name = homeOf(rule).name;
    const auto hook = hookNamed(name);
    if (!conditions.out.isAny() && (hook == Hook::prerouting || hook == Hook::input))
        refuse(rule, "-o", MessageId::OutInterfaceNotAllowed, name);
    if (!conditions.in.isAny() && (hook == Hook::output || hook == Hook::postrouting))
        refuse(rule, "-i", MessageId::InInterfaceNotAllowed, name);
}

/// The first rule that names a table makes it. @see Linux net/netfilter/xt_hashlimit.c, hashlimit_mt_check_common()
void LoadCheck::checkLimit(const Rule& rule, const std::string& options)
{
    if (options.find(LimitTable::nameOption) == std::string::npos)
        return;  // misprinted by another tool
    const LimitTable table(options);
    const LimitTable& first = m_limitTables.try_emplace(table.name, table).first->second;
    if (first.matchesRate != table.matchesRate)
        refuse(rule, "hashlimit", MessageId::HashlimitRateMatchDiffers, table.name);
    else if (first.settings != table.settings)
        m_refusals.push_back(
            {rule.line, "hashlimit", message(MessageId::HashlimitTableDiffers, table.name), Severity::warning});
}

/// The table is checked for every rule, the hook only where packets may come to the rule.
template <typename Extension>
void LoadCheck::checkPlace(const Rule& rule, bool isRead, const Extension& extension)
{
    const TableName table = homeOf(rule).table;
    const auto refusedAt = [&](Hook hook) { return !extension.allowedIn(table, hook); };
    if (std::ranges::none_of(allHooks, refusedAt))
        return;
    if (std::ranges::all_of(allHooks, refusedAt)) {
        refuseTable(rule, extension);
        return;
    }
    const auto meets = [&](Hook hook) { return isRead && m_reach.isReached(rule.chain, hook) && refusedAt(hook); };
    if (const auto* hook = std::ranges::find_if(allHooks, meets); hook != allHooks.end())
        refuseHook(rule, *hook, extension);
}

template <typename Extension>
void LoadCheck::refuseTable(const Rule& rule, const Extension& extension)
{
    const auto allowed = [&](TableName table) {
        return std::ranges::any_of(allHooks, [&](Hook hook) { return extension.allowedIn(table, hook); });
    };
    refuse(rule, extension.name(), MessageId::NotInThisTable, extension.name(), homeOf(rule).table,
           listed(allTables, allowed));
}

template <typename Extension>
void LoadCheck::refuseHook(const Rule& rule, Hook hook, const Extension& extension)
{
    const Chain& home = homeOf(rule);
    const auto allowed = [&](Hook other) {
        return tableHasHook(home.table, other) && extension.allowedIn(home.table, other);
    };
    const std::string_view name = extension.name();
    const std::string hooks = listed(allHooks, allowed);
    if (const RuleId caller = m_reach.reachedBy(rule.chain, hook); caller != noRule)
        refuse(rule, name, MessageId::NotAtThisHookByJump, name, hooks, home.name, hook, m_ruleset.kernelName(caller));
    else
        refuse(rule, name, MessageId::NotAtThisHook, name, hooks, hook);
}

void LoadCheck::tellLoop(const ChainLoop& loop)
{
    const Rule& rule = m_ruleset.rule(loop.closing);
    const std::string_view name = m_ruleset.targetName(rule);
    const Severity severity = loop.reachable ? Severity::error : Severity::note;
    const MessageId id = loop.reachable ? MessageId::ChainLoop : MessageId::ChainLoopUnused;
    m_refusals.push_back({rule.line, name, message(id, circleText(m_ruleset, loop)), severity});
}

void LoadCheck::mention(ChainId id, std::uint32_t line)
{
    if (m_ruleset.chain(id).declared)
        return;
    auto& first = m_undeclared.try_emplace(id, line).first->second;
    first = std::min(first, line);
}

/// A warning, not an error: mostly a piece of a dump, which natwalk walks as far as it goes.
void LoadCheck::tellUndeclared()
{
    for (const auto& [id, line] : m_undeclared) {
        const Chain& chain = m_ruleset.chain(id);
        m_refusals.push_back(
            {line, chain.name, message(MessageId::ChainUndeclared, chain.name, chain.table), Severity::warning});
    }
}

}  // namespace

std::vector<Diagnostic> checkLoads(const Ruleset& ruleset) { return LoadCheck(ruleset).diagnostics(); }

}  // namespace natwalk
