#include "support/hand_made.h"

namespace natwalk::test {

namespace {

Rule ruleIn(ChainId chain, RuleAction action = RuleAction::none, ChainId destination = noChain)
{
    Rule rule;
    rule.chain = chain;
    rule.action = action;
    rule.destination = destination;
    return rule;
}

Rule toElsewhere(Rule rule)
{
    rule.conditions.dst = *Network::from("10.0.0.9");
    return rule;
}

Rule onlyUdp(Rule rule)
{
    rule.conditions.protocol = protocol::udp;
    return rule;
}

}  // namespace

RulesetPtr handMadeRuleset()
{
    RulesetBuilder builder(Family::ipv4);
    builder.addTable(TableName::nat);
    const ChainId prerouting = builder.chain(TableName::nat, "PREROUTING");
    const ChainId user = builder.chain(TableName::nat, "USER");
    const ChainId inner = builder.chain(TableName::nat, "INNER");
    const ChainId other = builder.chain(TableName::nat, "OTHER");
    builder.append(toElsewhere(ruleIn(prerouting, RuleAction::accept)));
    builder.append(ruleIn(prerouting, RuleAction::jump, user));
    builder.append(toElsewhere(ruleIn(user)));
    builder.append(ruleIn(user, RuleAction::jump, inner));
    builder.append(ruleIn(user, RuleAction::go, other));
    builder.append(onlyUdp(ruleIn(inner)));
    builder.append(ruleIn(inner));
    return builder.finish();
}

RuleId ruleOf(const Ruleset& ruleset, std::string_view chain, std::uint32_t number)
{
    return ruleset.ruleAt(ruleset.find(TableName::nat, chain), number);
}

Trace handMadeTrace()
{
    Trace trace;
    trace.ruleset = handMadeRuleset();
    trace.host = std::make_shared<Host>();
    trace.packetIn.dst = Address::v4(0x0a000001);
    trace.packetOut = trace.packetIn;
    trace.packetOut.mark = 1;
    trace.changes = {{trace.packetIn, trace.packetOut, at::innerMarked}};

    const Ruleset& rules = *trace.ruleset;
    const auto chain = [&](std::string_view name) { return rules.find(TableName::nat, name); };
    const auto rule = [&](std::string_view name, std::uint32_t number) { return ruleOf(rules, name, number); };
    trace.steps = {
        {HookEntered{Hook::prerouting, TableName::nat}, 0},
        {ChainEntered{chain("PREROUTING")}, 1},
        {RulesPassed{chain("PREROUTING"), 1, 1}, 1},
        {RuleMatched{rule("PREROUTING", 2)}, 1},
        {ChainEntered{chain("USER")}, 2},
        {RulesPassed{chain("USER"), 1, 1}, 2},
        {RuleMatched{rule("USER", 2)}, 2},
        {ChainEntered{chain("INNER")}, 3},
        {RulesPassed{chain("INNER"), 1, 1}, 3},
        {RuleMatched{rule("INNER", 2)}, 3},
        {Rewritten{RewriteBy::target, rule("INNER", 2), 0}, 3},
        {ChainLeft{chain("INNER"), true}, 3},
        {RuleMatched{rule("USER", 3)}, 2},
        {ChainEntered{chain("OTHER")}, 2},
        {ChainLeft{chain("OTHER"), true}, 2},
        {TableLeft{Hook::prerouting, TableName::nat, true}, 0},
        {Routed{}, 0},
        {Decided{}, 0},
    };
    return trace;
}

}  // namespace natwalk::test
