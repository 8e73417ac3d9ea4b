#include "support/small_rules.h"

#include <sstream>

namespace natwalk::test {

namespace {

class PortMatch final : public Match
{
public:
    PortMatch(std::uint8_t protocol, std::uint16_t port) : m_protocol(protocol), m_port(port) {}

    std::string_view name() const override { return "port"; }
    Answer ask(const MatchContext& context) const override
    {
        return Answer::of(context.packet.protocol == m_protocol && context.packet.dport == m_port);
    }
    std::string save() const override { return "--dport " + std::to_string(m_port); }
    Message describe() const override { return {}; }
    Message whyNot(const MatchContext& /*context*/) const override { return {}; }
    Pins pins() const override { return {m_protocol, m_port}; }

private:
    std::uint8_t m_protocol;
    std::uint16_t m_port;
};

class PlainMatch final : public Match
{
public:
    PlainMatch(std::string_view name, bool remembers) : m_name(name), m_remembers(remembers) {}

    std::string_view name() const override { return m_name; }
    Answer ask(const MatchContext& /*context*/) const override { return Answer::of(true); }
    std::string save() const override { return {}; }
    Message describe() const override { return {}; }
    Message whyNot(const MatchContext& /*context*/) const override { return {}; }
    bool remembers() const override { return m_remembers; }
    bool allowedIn(TableName /*table*/, Hook hook) const override
    {
        return m_name != "owner" || hook == Hook::output || hook == Hook::postrouting;
    }

private:
    std::string_view m_name;
    bool m_remembers;
};

class PlainTarget final : public Target
{
public:
    explicit PlainTarget(std::string_view name) : m_name(name) {}

    std::string_view name() const override { return m_name; }
    Action act(const MatchContext& /*context*/) const override { return GoOn{}; }
    std::string save() const override { return {}; }
    Message describe() const override { return {}; }
    bool allowedIn(TableName table, Hook hook) const override
    {
        if (m_name == "DNAT")
            return table == TableName::nat && (hook == Hook::prerouting || hook == Hook::output);
        return m_name != "REJECT" || (table == TableName::filter && tableHasHook(table, hook));
    }

private:
    std::string_view m_name;
};

InterfacePattern patternOf(std::string name)
{
    const bool prefix = name.ends_with('+');
    if (prefix)
        name.pop_back();
    return {InterfaceName(name), prefix};
}

class Reader
{
public:
    Reader(const std::string& text, BackEnd backEnd, Family family)
        : m_builder(family, std::make_shared<const std::string>(text))
    {
        m_builder.setBackEnd(backEnd);
        std::istringstream lines(text);
        for (std::string line; std::getline(lines, line);)
            readLine(line);
    }

    RulesetPtr finish(std::size_t indexFrom) { return m_builder.finish(indexFrom); }

private:
    void readLine(const std::string& line)
    {
        ++m_number;
        std::istringstream words(line);
        std::string word;
        words >> word;
        if (word.starts_with('*'))
            m_builder.addTable(m_table = *tableNamed(word.substr(1)));
        else if (word.starts_with(':'))
            m_builder.declare(m_table, word.substr(1)).line = m_number;
        else if (word.starts_with('-'))
            readRule(words, word == "-I");
    }

    void readRule(std::istringstream& words, bool insert)
    {
        Rule rule;
        std::vector<const Match*> matches;
        std::string word;
        words >> word;
        rule.chain = m_builder.chain(m_table, word);
        rule.line = m_number;
        std::uint32_t number = 1;
        for (bool inverted = false; words >> word;) {
            if (word == "!")
                inverted = true;
            else if (word.starts_with('-'))
                readOption(word, std::exchange(inverted, false), words, rule, matches);
            else
                number = static_cast<std::uint32_t>(std::stoul(word));
        }
        rule.matches = m_builder.arena().keep(std::span<const Match* const>(matches));
        insert ? m_builder.insert(rule, number) : m_builder.append(rule);
    }

    void readOption(const std::string& option, bool inverted, std::istringstream& words, Rule& rule,
                    std::vector<const Match*>& matches)
    {
        Conditions& conditions = rule.conditions;
        std::string value;
        words >> value;
        if (option == "-s") {
            conditions.src = *Network::from(value);
            conditions.srcInverted = inverted;
        } else if (option == "-d") {
            conditions.dst = *Network::from(value);
            conditions.dstInverted = inverted;
        } else if (option == "-i") {
            conditions.in = patternOf(value);
            conditions.inInverted = inverted;
        } else if (option == "-o") {
            conditions.out = patternOf(value);
            conditions.outInverted = inverted;
        } else if (option == "-p") {
            conditions.protocol = *protocolNamed(value);
            conditions.protocolInverted = inverted;
        } else if (option == "--dport") {
            matches.push_back(
                portMatch(m_builder.arena(), conditions.protocol, static_cast<std::uint16_t>(std::stoul(value))));
        } else if (option == "-m") {
            matches.push_back(plainMatch(m_builder.arena(), value, value == "recent"));
        } else {
            readAction(option == "-g", value, rule);
        }
    }

    void readAction(bool go, const std::string& name, Rule& rule)
    {
        if (name == "ACCEPT")
            rule.action = RuleAction::accept;
        else if (name == "DROP")
            rule.action = RuleAction::drop;
        else if (name == "RETURN")
            rule.action = RuleAction::returnToCaller;
        else if (name == "DNAT" || name == "REJECT" || name == "MARK") {
            rule.action = RuleAction::target;
            rule.target = m_builder.arena().make<PlainTarget>(m_builder.arena().keep(name));
        } else {
            rule.action = go ? RuleAction::go : RuleAction::jump;
            rule.destination = m_builder.chain(m_table, name);
        }
    }

    RulesetBuilder m_builder;
    TableName m_table = TableName::filter;
    std::uint32_t m_number = 0;
};

}  // namespace

RulesetPtr smallRules(const std::string& text, BackEnd backEnd, Family family, std::size_t indexFrom)
{
    return Reader(text, backEnd, family).finish(indexFrom);
}

const Match* portMatch(Arena& arena, std::uint8_t protocol, std::uint16_t port)
{
    return arena.make<PortMatch>(protocol, port);
}

const Match* plainMatch(Arena& arena, std::string_view name, bool remembers)
{
    return arena.make<PlainMatch>(arena.keep(name), remembers);
}

std::string targetsOf(const Ruleset& ruleset, TableName table)
{
    std::string text;
    for (const ChainId id : ruleset.table(table).chains) {
        text += text.empty() ? "" : " / ";
        text += ruleset.chain(id).name;
        text += ':';
        for (const Rule& rule : ruleset.rulesOf(id)) {
            text += ' ';
            text += ruleset.targetName(rule);
        }
    }
    return text;
}

}  // namespace natwalk::test
