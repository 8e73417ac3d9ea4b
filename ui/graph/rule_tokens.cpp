#include "ui/graph/rule_tokens.h"

#include "ui/translate.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace natwalk {

namespace {

/// How an option of a match is written in a row; options that are not listed lose their dashes.
struct ShortOption
{
    QLatin1String option;
    QLatin1String text;
};
constexpr auto knownOptions = std::to_array<ShortOption>({{QLatin1String("--dport"), QLatin1String(":")},
                                                          {QLatin1String("--dports"), QLatin1String(":")},
                                                          {QLatin1String("--sport"), QLatin1String("from :")},
                                                          {QLatin1String("--sports"), QLatin1String("from :")},
                                                          {QLatin1String("--probability"), QLatin1String("p ")},
                                                          {QLatin1String("--mode"), QLatin1String("")},
                                                          {QLatin1String("--match-set"), QLatin1String("set ")},
                                                          {QLatin1String("--set-xmark"), QLatin1String("")},
                                                          {QLatin1String("--to-destination"), QLatin1String("")},
                                                          {QLatin1String("--to-source"), QLatin1String("")},
                                                          {QLatin1String("--reject-with"), QLatin1String("")}});

QString shortOption(const QString& option)
{
    const auto known = std::ranges::find(knownOptions, option, &ShortOption::option);
    return known != knownOptions.end() ? QString(known->text) : option.mid(2) + u' ';
}

QString unlessNot(bool inverted, const QString& text) { return inverted ? QStringLiteral("not ") + text : text; }

/// A network as it is saved; one address alone goes without its length.
QString networkText(const Network& network)
{
    const QString text = qstring(toText(network));
    return text.endsWith(u"/32") || text.endsWith(u"/128") ? text.section(u'/', 0, 0) : text;
}

void addConditions(std::vector<RuleToken>& tokens, const Conditions& conditions)
{
    using Part = RuleToken::Part;
    if (!conditions.dst.isAny())
        tokens.push_back({unlessNot(conditions.dstInverted, networkText(conditions.dst)), Part::dst});
    if (!conditions.src.isAny())
        tokens.push_back(
            {unlessNot(conditions.srcInverted, QStringLiteral("from ") + networkText(conditions.src)), Part::src});
    if (!conditions.in.isAny())
        tokens.push_back(
            {unlessNot(conditions.inInverted, QStringLiteral("in ") + qstring(toText(conditions.in))), Part::in});
    if (!conditions.out.isAny())
        tokens.push_back(
            {unlessNot(conditions.outInverted, QStringLiteral("out ") + qstring(toText(conditions.out))), Part::out});
    if (conditions.protocol != protocol::any)
        tokens.push_back(
            {unlessNot(conditions.protocolInverted, qstring(protocolName(conditions.protocol))), Part::protocol});
}

}  // namespace

QString shortOptions(const std::string& saved)
{
    QStringList words;
    QString prefix;
    for (const QString& word : qstring(saved).split(u' ', Qt::SkipEmptyParts)) {
        if (word == QStringLiteral("!")) {
            prefix += QStringLiteral("not ");
        } else if (word.startsWith(QStringLiteral("--"))) {
            if (!prefix.trimmed().isEmpty() && prefix != QStringLiteral("not "))
                words += prefix.trimmed();
            prefix = (prefix == QStringLiteral("not ") ? prefix : QString()) + shortOption(word);
        } else if (word != QStringLiteral("random")) {
            words += prefix + word;
            prefix.clear();
        }
    }
    if (!prefix.trimmed().isEmpty())
        words += prefix.trimmed();
    return words.join(u' ');
}

std::vector<RuleToken> tokensOf(const Rule& rule)
{
    std::vector<RuleToken> tokens;
    addConditions(tokens, rule.conditions);
    for (std::uint32_t i = 0; i < rule.matches.size(); ++i) {
        const Match& match = *rule.matches[i];
        const QString text = match.name() == "comment" ? QString() : shortOptions(match.save());
        if (!text.isEmpty())
            tokens.push_back({text, RuleToken::Part::match, i});
    }
    return tokens;
}

}  // namespace natwalk
