// Source: iptables iptables/iptables-save.c, iptables/iptables.c (print_rule4), libiptc (order of chains);
// compared with recorded output in tests/data/canonical.
#include "syntax/writer.h"

#include "syntax/dumps.h"
#include "text/quoting.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace natwalk {

namespace {

/// Appends " WORD" for each part of a rule.
class RuleText
{
public:
    explicit RuleText(std::string& text) : m_text(text) {}

    void add(std::string_view word)
    {
        if (!m_text.empty() && m_text.back() != '\n')
            m_text += ' ';
        m_text += word;
    }
    void addCondition(bool inverted, std::string_view option, std::string_view value)
    {
        if (inverted)
            add("!");
        add(option);
        if (!value.empty())
            add(value);
    }
    /// "-m NAME" or "-j NAME" with its options.
    void addExtension(std::string_view option, std::string_view name, std::string_view words)
    {
        add(option);
        add(name);
        if (!words.empty())
            add(words);
    }

private:
    std::string& m_text;
};

std::string toText(const Counters& counters)
{
    return '[' + std::to_string(counters.packets) + ':' + std::to_string(counters.bytes) + ']';
}

void addConditions(RuleText& text, const Conditions& conditions)
{
    if (!conditions.src.isAny() || conditions.srcInverted)
        text.addCondition(conditions.srcInverted, "-s", toText(conditions.src));
    if (!conditions.dst.isAny() || conditions.dstInverted)
        text.addCondition(conditions.dstInverted, "-d", toText(conditions.dst));
    const auto addInterface = [&](std::string_view option, const InterfacePattern& pattern, bool inverted) {
        if (pattern.isAny())
            return;
        text.addCondition(inverted, option, {});
        text.add(bareOrQuoted(toText(pattern)));
    };
    addInterface("-i", conditions.in, conditions.inInverted);
    addInterface("-o", conditions.out, conditions.outInverted);
    if (conditions.protocol != protocol::any)
        text.addCondition(conditions.protocolInverted, "-p", protocolName(conditions.protocol));
    if (conditions.fragment)
        text.addCondition(conditions.fragmentInverted, "-f", {});
}

/// "-s" or "! -s" with a name in place of an address is kept as a match.
bool isCondition(std::string_view match) { return match.starts_with('-') || match.starts_with('!'); }

/// A target's name, in quotes where it would be taken for a chain.
std::string targetWord(const Ruleset& ruleset, const Rule& rule)
{
    const std::string_view name = rule.target->name();
    const bool isChain = ruleset.find(ruleset.chain(rule.chain).table, name) != noChain;
    return isChain ? inQuotes(name) : bareOrQuoted(name);
}

void addBody(RuleText& text, const Ruleset& ruleset, const Rule& rule)
{
    addConditions(text, rule.conditions);
    for (const Match* match : rule.matches) {
        if (isCondition(match->name()))
            text.addCondition(false, match->name(), match->save());
        else
            text.addExtension("-m", bareOrQuoted(match->name()), match->save());
    }
    if (rule.action == RuleAction::target)
        text.addExtension("-j", targetWord(ruleset, rule), rule.target->save());
    else if (rule.action != RuleAction::none)
        text.addExtension(rule.action == RuleAction::go ? "-g" : "-j", bareOrQuoted(ruleset.targetName(rule)), {});
}

void addRule(std::string& text, const Ruleset& ruleset, const Rule& rule)
{
    RuleText words(text);
    if (rule.hasCounters)
        words.add(toText(rule.counters));
    words.add("-A");
    words.add(bareOrQuoted(ruleset.chain(rule.chain).name));
    addBody(words, ruleset, rule);
}

/// Built-in chains by hook, then the others by name.
std::vector<ChainId> printedOrder(const Ruleset& ruleset, const Table& table)
{
    std::vector<ChainId> order = table.chains;
    std::ranges::stable_sort(order, [&](ChainId leftId, ChainId rightId) {
        const Chain& left = ruleset.chain(leftId);
        const Chain& right = ruleset.chain(rightId);
        if (left.hook || right.hook)
            return left.hook && (!right.hook || *left.hook < *right.hook);
        return left.name < right.name;
    });
    return order;
}

void addChain(std::string& text, const Chain& chain)
{
    text += ':';
    text += chain.name;
    text += !chain.hook ? " - " : chain.policy == Policy::drop ? " DROP " : " ACCEPT ";
    text += toText(chain.hook ? chain.counters : Counters()) + '\n';
}

void addTable(std::string& text, const Ruleset& ruleset, TableName name)
{
    const std::vector<ChainId> order = printedOrder(ruleset, ruleset.table(name));
    text += '*';
    text += nameOf(name);
    text += '\n';
    for (const ChainId id : order)
        addChain(text, ruleset.chain(id));
    for (const ChainId id : order) {
        for (const Rule& rule : ruleset.rulesOf(id)) {
            addRule(text, ruleset, rule);
            text += '\n';
        }
    }
    text += "COMMIT\n";
}

/// What a reader could not tell from the tables: their family, and the back end. Empty where that is all as usual.
/// @param looksLikeIpv6  one of its tables does
std::string generatorComment(const Ruleset& ruleset, bool looksLikeIpv6)
{
    const bool ipv6 = ruleset.family() == Family::ipv6;
    if (!ipv6 && !looksLikeIpv6 && ruleset.backEnd() == BackEnd::unknown)
        return {};
    std::string comment = ipv6 ? "# Generated by ip6tables" : "# Generated by iptables";
    if (ruleset.backEnd() != BackEnd::unknown)
        comment += "-save";
    if (ruleset.backEnd() == BackEnd::nft)
        comment += " (nf_tables)";
    return comment + '\n';
}

}  // namespace

std::string write(const Ruleset& ruleset)
{
    std::vector<TableName> tables;
    for (const TableName name : allTables)
        if (ruleset.hasTable(name))
            tables.push_back(name);
    std::ranges::sort(tables, {}, [&](TableName name) { return ruleset.table(name).order; });

    std::string text;
    bool looksLikeIpv6 = false;
    for (const TableName name : tables) {
        const std::size_t begin = text.size();
        addTable(text, ruleset, name);
        looksLikeIpv6 = looksLikeIpv6 || familyIn(std::string_view(text).substr(begin)) == Family::ipv6;
    }
    const std::string comment = generatorComment(ruleset, looksLikeIpv6);
    return comment.empty() ? text : comment + text + "# Completed\n";
}

std::string write(const Ruleset& ruleset, RuleId rule)
{
    std::string text;
    addRule(text, ruleset, ruleset.rule(rule));
    return text;
}

std::string writeBody(const Ruleset& ruleset, RuleId rule)
{
    std::string text;
    RuleText words(text);
    addBody(words, ruleset, ruleset.rule(rule));
    return text;
}

}  // namespace natwalk
