#include "ui/graph/row_words.h"

#include "ui/names.h"
#include "ui/translate.h"
#include "ui/words/rule_words.h"
#include "ui/words/share_words.h"
#include "ui/words/verdict_words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>

namespace natwalk {

namespace {

struct PictureWords
{
    Q_DECLARE_TR_FUNCTIONS(PictureWords)
};

const QChar arrow(0x2192);

bool translates(std::string_view target)
{
    static constexpr auto names = std::to_array<std::string_view>({"DNAT", "SNAT", "MASQUERADE", "REDIRECT", "NETMAP"});
    return std::ranges::find(names, target) != names.end();
}

std::optional<TagKind> tagKindOf(const Ruleset& ruleset, const Rule& rule)
{
    if (rule.action == RuleAction::accept)
        return TagKind::plain;
    if (rule.action == RuleAction::drop)
        return TagKind::drop;
    if (rule.action != RuleAction::target)
        return {};
    const std::string_view name = ruleset.targetName(rule);
    if (translates(name))
        return TagKind::nat;
    return name == "REJECT" ? std::optional(TagKind::drop) : std::nullopt;
}

QString optionsOf(const Rule& rule) { return rule.target == nullptr ? QString() : shortOptions(rule.target->save()); }

RuleToken::Part partOf(MessageId id)
{
    switch (id) {
    case MessageId::SourceDiffers:
    case MessageId::SourceExcluded: return RuleToken::Part::src;
    case MessageId::DestinationDiffers:
    case MessageId::DestinationExcluded: return RuleToken::Part::dst;
    case MessageId::InInterfaceDiffers:
    case MessageId::InInterfaceExcluded:
    case MessageId::InInterfaceMissing: return RuleToken::Part::in;
    case MessageId::OutInterfaceDiffers:
    case MessageId::OutInterfaceExcluded:
    case MessageId::OutInterfaceMissing: return RuleToken::Part::out;
    default: return RuleToken::Part::protocol;
    }
}

QString nameOf(RuleToken::Part part)
{
    switch (part) {
    case RuleToken::Part::src: return QStringLiteral("src");
    case RuleToken::Part::dst: return QStringLiteral("dst");
    case RuleToken::Part::in: return QStringLiteral("in");
    case RuleToken::Part::out: return QStringLiteral("out");
    case RuleToken::Part::protocol: return QStringLiteral("proto");
    case RuleToken::Part::match: break;
    }
    return {};
}

bool isFailing(const RuleToken& token, const Refusal& refusal)
{
    if (refusal.match != Refusal::conditions)
        return token.part == RuleToken::Part::match && token.match == refusal.match;
    return token.part == partOf(refusal.reason.id);
}

/// What the packet has where the rule asks for something else: the first argument of the reasons that compare.
QString valueIn(const Message& reason, const QString& token)
{
    const auto count = reason.arguments.size();
    if (count < 2)
        return {};
    const QString value = qstring(reason.arguments[count == 3 ? 1 : 0]);
    return PictureWords::tr("is %1").arg(token.contains(u':') && !value.contains(u'.') ? u':' + value : value);
}

QString goingOn(double share)
{
    const QString fraction = fractionText(share);
    return fraction.startsWith(QStringLiteral("1/")) ? PictureWords::tr("%1 goes on").arg(fraction)
                                                     : PictureWords::tr("%1 go on").arg(fraction);
}

bool draws(const Rule& rule)
{
    return std::ranges::any_of(rule.matches, [](const Match* match) {
        return match->name() == "statistic" && match->save().find("random") != std::string::npos;
    });
}

QString rangeText(std::uint32_t first, std::uint32_t last)
{
    return first == last ? QString::number(first) : QStringLiteral("%1–%2").arg(first).arg(last);
}

class WordMaker
{
public:
    WordMaker(const PathPicture& picture, const PictureBlock& block, const PictureRow& row)
        : m_ruleset(*picture.trace->ruleset)
        , m_block(block)
        , m_row(row)
    {
        m_words.numbers = rangeText(row.first, row.last);
    }

    RowWords all()
    {
        switch (m_row.kind) {
        case RowKind::rule: tellRule(); break;
        case RowKind::passed: tellPassed(); break;
        case RowKind::unreached: m_words.text = PictureWords::tr("not reached"); break;
        case RowKind::others: tellOthers(); break;
        case RowKind::policy: tellPolicy(); break;
        }
        return std::move(m_words);
    }

private:
    void tellPassed()
    {
        m_words.text = PictureWords::tr("did not match");
        m_words.tag = failingField(m_ruleset, m_row.rule, m_row.refusal);
        m_words.tagKind = TagKind::fail;
    }

    void tellOthers()
    {
        m_words.text = PictureWords::tr("other ways");
        m_words.side = percentText(m_row.flow);
    }

    void tellPolicy()
    {
        m_words.numbers.clear();
        const Policy policy = m_ruleset.chain(m_block.visit.chain).policy;
        m_words.text = PictureWords::tr("policy %1")
                           .arg(policy == Policy::accept ? QStringLiteral("ACCEPT") : QStringLiteral("DROP"));
    }

    void tellRule()
    {
        const Rule& rule = m_ruleset.rule(m_row.rule);
        tellConditions(rule);
        tellAction(rule);
        tellDraw(rule);
        if (m_words.conditions.empty() && !m_words.isPlain())
            m_words.conditions.push_back(PictureWords::tr("any packet"));
    }

    /// The condition that failed comes first, with the protocol before it; what holds is less telling.
    void tellConditions(const Rule& rule)
    {
        std::vector<RuleToken> tokens = tokensOf(rule);
        if (m_row.refusal.reason.id != MessageId::Nothing && !m_row.drawn) {
            const auto comesFirst = [this](const RuleToken& token) {
                return token.part == RuleToken::Part::protocol || isFailing(token, m_row.refusal);
            };
            std::stable_partition(tokens.begin(), tokens.end(), comesFirst);
        }
        for (const RuleToken& token : tokens) {
            if (m_row.refusal.reason.id != MessageId::Nothing && !m_row.drawn && isFailing(token, m_row.refusal)) {
                m_words.failing = static_cast<int>(m_words.conditions.size());
                m_words.value = valueIn(m_row.refusal.reason, token.text);
            }
            m_words.conditions.push_back(token.text);
        }
    }

    void tellAction(const Rule& rule)
    {
        m_words.action = m_words.shortAction = actionWords(m_ruleset, rule);
        if (rule.destination != noChain)
            m_words.shortAction = QString(arrow) + u' ' + withoutNamespace(titleOf(m_ruleset, rule.destination));
        const auto kind = tagKindOf(m_ruleset, rule);
        if (!kind || (rule.action == RuleAction::accept && tokensOf(rule).empty()))
            return;
        m_words.tag = qstring(m_ruleset.targetName(rule));
        m_words.tagKind = *kind;
        m_words.action = m_words.shortAction = optionsOf(rule);
    }

    void tellDraw(const Rule& rule)
    {
        if (draws(rule)) {
            if (m_row.goesOn > 0)
                m_words.side = goingOn(m_row.goesOn);
            if (m_row.drawn) {
                m_words.tag = m_row.drawn->outcome ? PictureWords::tr("draw < p") : PictureWords::tr("draw ≥ p");
                m_words.tagKind = m_row.drawn->outcome ? TagKind::pass : TagKind::fail;
            }
        } else if (m_row.flow > 0 && m_row.flow < m_block.flow && tokensOf(rule).empty() && afterDraw()) {
            m_words.side = PictureWords::tr("takes the rest");
        }
    }

    bool afterDraw() const
    {
        return std::ranges::any_of(m_block.rows, [this](const PictureRow& row) {
            return row.kind == RowKind::others || (row.kind == RowKind::rule && draws(m_ruleset.rule(row.rule)));
        });
    }

    const Ruleset& m_ruleset;
    const PictureBlock& m_block;
    const PictureRow& m_row;
    RowWords m_words;
};

}  // namespace

QString actionWords(const Ruleset& ruleset, const Rule& rule)
{
    if (rule.action == RuleAction::none)
        return {};
    if (rule.action == RuleAction::returnToCaller)
        return arrow + QStringLiteral(" RETURN");
    QString target =
        rule.destination != noChain ? titleOf(ruleset, rule.destination) : qstring(ruleset.targetName(rule));
    if (const QString options = optionsOf(rule); !options.isEmpty())
        target += u' ' + options;
    return QString(arrow) + u' ' + target;
}

QString failingField(const Ruleset& ruleset, RuleId rule, const Refusal& refusal)
{
    if (refusal.reason.id == MessageId::Nothing)
        return {};
    if (refusal.match == Refusal::conditions)
        return nameOf(partOf(refusal.reason.id));
    switch (refusal.reason.id) {
    case MessageId::DestinationPortDiffers:
    case MessageId::DestinationPortExcluded: return QStringLiteral("dport");
    case MessageId::SourcePortDiffers:
    case MessageId::SourcePortExcluded: return QStringLiteral("sport");
    default: return qstring(ruleset.rule(rule).matches[refusal.match]->name());
    }
}

RowWords wordsOf(const PathPicture& picture, const PictureBlock& block, const PictureRow& row)
{
    return WordMaker(picture, block, row).all();
}

}  // namespace natwalk
