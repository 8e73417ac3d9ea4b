#include "ui/graph/picture_titles.h"

#include "ui/names.h"
#include "ui/translate.h"
#include "ui/words/rule_words.h"
#include "ui/words/verdict_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace natwalk {

namespace {

struct PictureWords
{
    Q_DECLARE_TR_FUNCTIONS(PictureWords)
};

}  // namespace

QString titleOf(const PathPicture& picture, const PictureBlock& block)
{
    if (block.group != 0)
        return PictureWords::tr("+ %n other chain(s)", nullptr, static_cast<int>(block.group));
    return titleOf(*picture.trace->ruleset, block.visit.chain);
}

QString subtitleOf(const PathPicture& picture, const PictureBlock& block)
{
    const Ruleset& ruleset = *picture.trace->ruleset;
    const Chain& chain = ruleset.chain(block.visit.chain);
    if (block.group != 0)
        return {};
    if (chain.hook)
        return policyText(chain);
    if (!serviceOf(ruleset, block.visit.chain).isEmpty())
        return qstring(chain.name);
    return PictureWords::tr("%1 · %n rule(s)", nullptr, static_cast<int>(chain.ruleCount))
        .arg(qstring(nameOf(chain.table)));
}

QString withoutNamespace(const QString& service)
{
    const qsizetype slash = service.indexOf(u'/');
    const bool isService = slash > 0 && service.indexOf(u'.') < 0;
    return isService ? service.mid(slash + 1) : service;
}

QString shortTitleOf(const PathPicture& picture, const PictureBlock& block)
{
    QString title = titleOf(picture, block);
    if (title.startsWith(QStringLiteral("KUBE-SEP-")))
        return QStringLiteral("SEP ") + title.mid(9, 4);
    return withoutNamespace(title);
}

QString titleOf(const PictureEndpoint& endpoint)
{
    if (endpoint.group != 0)
        return PictureWords::tr("+ %n other end(s)", nullptr, static_cast<int>(endpoint.group));
    const Packet& packet = endpoint.out;
    QString target = qstring(endpointText(packet.dst, packet.dport, packet.protocol));
    switch (endpoint.verdict.outcome) {
    case Outcome::forwarded:
    case Outcome::sent: return target;
    case Outcome::delivered:
        return hasPorts(packet.protocol) ? PictureWords::tr("this host") + QStringLiteral(" :%1").arg(packet.dport)
                                         : PictureWords::tr("this host");
    default: return outcomeTitle(outcomeWithoutShare(endpoint.verdict, packet));
    }
}

QString shortTitleOf(const PictureEndpoint& endpoint)
{
    QString title = titleOf(endpoint).section(QStringLiteral(" :"), 0, 0);
    if (title.startsWith(u'['))
        return title.mid(title.lastIndexOf(u':', title.indexOf(u']'))).section(u']', 0, 0);
    const qsizetype dot = title.lastIndexOf(u'.');
    return dot < 0 ? title : title.mid(dot).section(u':', 0, 0);
}

bool isLeaf(const PathPicture& picture, std::uint32_t index)
{
    const PictureBlock& block = picture.blocks[index];
    if (block.group != 0)
        return true;
    if (picture.trace->ruleset->chain(block.visit.chain).hook)
        return false;
    const auto leads = [index](const PictureJump& jump) { return jump.from == index && jump.flow > 0; };
    const auto ends = [index](const PictureExit& exit) { return exit.from == index; };
    return std::ranges::any_of(picture.exits, ends) && std::ranges::none_of(picture.jumps, leads);
}

}  // namespace natwalk
