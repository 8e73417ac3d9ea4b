#include "ui/graph/spot_words.h"

#include "probability/distribution.h"
#include "ui/graph/picture_titles.h"
#include "ui/names.h"
#include "ui/translate.h"
#include "ui/words/rule_words.h"
#include "ui/words/share_words.h"
#include "ui/words/verdict_words.h"

#include <QCoreApplication>
#include <QStringList>

namespace natwalk {

namespace {

struct SpotWords
{
    Q_DECLARE_TR_FUNCTIONS(SpotWords)
};

QString markText(RowMark mark)
{
    switch (mark) {
    case RowMark::matched: return SpotWords::tr("matched");
    case RowMark::failed: return SpotWords::tr("did not match");
    case RowMark::none: break;
    }
    return SpotWords::tr("not reached");
}

QString blockName(const PathPicture& picture, const PictureBlock& block)
{
    const QString subtitle = subtitleOf(picture, block);
    return subtitle.isEmpty() ? titleOf(picture, block) : titleOf(picture, block) + QStringLiteral(" · ") + subtitle;
}

QStringList rowLines(const PathPicture& picture, const PictureRow& row)
{
    if (row.kind == RowKind::policy)
        return {SpotWords::tr("policy"), markText(row.mark)};
    QStringList lines;
    if (row.kind == RowKind::rule)
        lines += QStringLiteral("#%1 %2").arg(row.first).arg(ruleText(*picture.trace->ruleset, row.rule));
    else
        lines += SpotWords::tr("rules %1 to %2: Enter or a click unfolds them").arg(row.first).arg(row.last);
    lines += markText(row.mark);
    if (row.refusal.reason.id != MessageId::Nothing)
        lines.back() += QStringLiteral(": ") + translated(row.refusal.reason);
    if (row.drawn)
        lines.back() += QStringLiteral(": ") + drawText(*row.drawn);
    if (row.flow > 0)
        lines += SpotWords::tr("%1 of all packets go on from here").arg(percentText(row.flow));
    return lines;
}

QString gateText(const PathPicture& picture, std::uint32_t index)
{
    const PictureGate& gate = picture.gateAt(index);
    return qstring(nameOf(gate.phase.hook)) + QStringLiteral(" · ")
           + policyText(picture.trace->ruleset->chain(gate.chain));
}

QString endpointText(const PictureEndpoint& endpoint)
{
    const QString name = endpoint.group != 0
                             ? SpotWords::tr("%n other end(s)", nullptr, static_cast<int>(endpoint.group))
                             : outcomeTitle(outcomeWithoutShare(endpoint.verdict, endpoint.out));
    return name + QStringLiteral(" · ") + percentText(endpoint.share);
}

QStringList linesOf(const PathPicture& picture, const PictureSpot& spot)
{
    switch (spot.kind) {
    case PictureSpot::Kind::none: break;
    case PictureSpot::Kind::block: return {blockName(picture, picture.blocks[spot.index])};
    case PictureSpot::Kind::row: {
        const PictureBlock& block = picture.blocks[spot.index];
        return QStringList(blockName(picture, block)) + rowLines(picture, block.rows[spot.row]);
    }
    case PictureSpot::Kind::gate: return {gateText(picture, spot.index)};
    case PictureSpot::Kind::endpoint: return {endpointText(picture.endpoints[spot.index])};
    case PictureSpot::Kind::cell: {
        const PictureGroup& group = picture.groups[spot.index];
        const PictureCell& cell = group.cells[spot.row];
        return {qstring(group.title) + QStringLiteral(" / ") + qstring(cell.name),
                SpotWords::tr("%1 chains").arg(cell.chains.size())};
    }
    }
    return {};
}

}  // namespace

QString toolTipOf(const PathPicture& picture, const PictureSpot& spot)
{
    QString text;
    for (const QString& line : linesOf(picture, spot))
        text += (text.isEmpty() ? QString() : QStringLiteral("<br>")) + line.toHtmlEscaped();
    return text;
}

QString describe(const PathPicture& picture, const PictureSpot& spot)
{
    const QString shown = SpotWords::tr("%n chain(s) are shown", nullptr, static_cast<int>(picture.chainsShown));
    const QStringList lines = linesOf(picture, spot);
    return lines.isEmpty() ? shown : lines.join(QStringLiteral(", ")) + QStringLiteral("; ") + shown;
}

std::size_t stepOf(const PictureBlock& block, RuleId rule)
{
    for (const PictureRow& row : block.rows)
        if (row.lastStep != noStep && (rule == noRule || row.tellsOf(rule)))
            return row.lastStep;
    return block.step;
}

}  // namespace natwalk
