#include "ui/models/draw_model.h"

#include "extensions/saved_options.h"
#include "probability/fraction.h"
#include "ui/models/text_column.h"
#include "ui/names.h"
#include "ui/theme.h"
#include "ui/translate.h"
#include "ui/words/share_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace natwalk {

namespace {

struct DrawWords
{
    Q_DECLARE_TR_FUNCTIONS(DrawWords)
};

QString storedText(Probability probability)
{
    return probability == certain ? QString() : QStringLiteral("%1 / 2³¹").arg(probability.k);
}

QString biasText(double bias)
{
    if (bias == 0)
        return QStringLiteral("0");
    return (bias > 0 ? QStringLiteral("+") : QString()) + QString::number(bias, 'e', 1);
}

QVariant barValue(const DrawRow& row, int role)
{
    switch (role) {
    case DrawModel::reachedRole: return row.reached;
    case DrawModel::takenRole: return row.share;
    case DrawModel::currentRole: return row.isCurrent;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return DrawWords::tr("%1 of the connections come to it, and it takes %2 of all")
            .arg(fractionText(row.reached), fractionText(row.share));
    default: return {};
    }
}

QVariant shareValue(const DrawRow& row, int role)
{
    switch (role) {
    case Qt::DisplayRole: {
        const double chance = row.reached > 0 ? row.share / row.reached : 0;
        return QStringLiteral("%1 × %2 = %3")
            .arg(fractionText(chance), fractionText(row.reached), fractionText(row.share));
    }
    case Qt::ToolTipRole: return QLocale().toString(row.share * 100, 'f', 10) + QStringLiteral("\u00a0%");
    case Qt::FontRole: return fontFor(Type::table);
    case Qt::ForegroundRole: return theme().text;
    default: return {};
    }
}

}  // namespace

DrawModel::DrawModel(QObject* parent)
    : TableModel({textColumn<DrawRow>([] { return DrawWords::tr("Rule"); }, &DrawRow::name, Type::table),
                  textColumn<DrawRow>([] { return DrawWords::tr("Written"); }, &DrawRow::written, Type::table),
                  textColumn<DrawRow>([] { return DrawWords::tr("Meant"); }, &DrawRow::meant, Type::table),
                  textColumn<DrawRow>([] { return DrawWords::tr("In the kernel"); }, &DrawRow::stored, Type::table),
                  {[] { return DrawWords::tr("Comes to it, and what it takes"); }, barValue},
                  {[] { return DrawWords::tr("Share of all"); }, shareValue},
                  textColumn<DrawRow>([] { return DrawWords::tr("Off by"); }, &DrawRow::bias, Type::table),
                  textColumn<DrawRow>([] { return DrawWords::tr("Leads to"); }, &DrawRow::target, Type::table)},
                 parent)
{}

std::vector<DrawRow> drawRows(const std::vector<Taking>& takings, const Ruleset& ruleset)
{
    std::vector<DrawRow> rows;
    for (const Taking& taking : takings) {
        const Rule& rule = ruleset.rule(taking.rule);
        const bool draws = taking.chance != certain;
        const auto meant = meantBy(taking.chance);
        DrawRow row{.rule = taking.rule, .reached = taking.reached, .share = taking.share()};
        row.name = QStringLiteral("%1 #%2").arg(titleOf(ruleset, rule.chain)).arg(ruleset.numberOf(taking.rule));
        row.written = draws ? qstring(savedShare(taking.chance)) : DrawWords::tr("the rest");
        row.meant = meant ? qstring(toText(*meant)) : QString();
        row.stored = storedText(taking.chance);
        row.target = qstring(ruleset.targetName(rule));
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<DrawRow> drawRows(const std::vector<ShareRule>& rules)
{
    std::vector<DrawRow> rows;
    for (const ShareRule& rule : rules) {
        DrawRow row{.reached = rule.reached, .share = rule.share};
        row.name = DrawWords::tr("Rule %1").arg(rule.number);
        row.written = rule.written.empty() ? DrawWords::tr("the rest") : qstring(rule.written);
        row.meant = qstring(toText(Fraction{1, rule.left}));
        row.stored = storedText(rule.stored);
        row.bias = biasText(rule.bias);
        row.target = DrawWords::tr("endpoint %1").arg(rule.number);
        rows.push_back(std::move(row));
    }
    return rows;
}

QString csvOf(const std::vector<DrawRow>& rows)
{
    const auto number = [](double value) { return QString::number(value, 'g', 15); };
    QString text = QStringLiteral("rule,written,meant,stored,reached,share,bias,target\n");
    for (const DrawRow& row : rows)
        text += QStringList{row.name,          row.written, row.meant, row.stored, number(row.reached),
                            number(row.share), row.bias,    row.target}
                    .join(u',')
                + u'\n';
    return text;
}

}  // namespace natwalk
