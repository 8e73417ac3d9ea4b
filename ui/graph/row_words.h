// What stands in a row of a block: the rule in few words, the reason of its failing, the share that goes on.
#pragma once

#include "ui/graph/path_picture.h"
#include "ui/graph/rule_tokens.h"

#include <QString>

#include <vector>

namespace natwalk {

enum class TagKind : std::uint8_t { plain, nat, pass, fail, drop };

/// What the rule does: "→ KUBE-SERVICES", "→ MARK 0x4000/0x4000"; empty for targets that have a tag.
QString actionWords(const Ruleset& ruleset, const Rule& rule);

/// The field that a run of rules failed by: "dst", "dport", "ctstate".
QString failingField(const Ruleset& ruleset, RuleId rule, const Refusal& refusal);

struct RowWords
{
    QString numbers;                  ///< "1", "1–6"
    std::vector<QString> conditions;  ///< first line, as much of it as fits; the rest goes to the second
    int failing = -1;                 ///< which of the conditions said no
    QString value;                    ///< beside it: "is :80"
    QString action;                   ///< second line, after what did not fit
    QString shortAction;              ///< the same without a Service's namespace
    QString text;                     ///< instead of conditions: "did not match", "not reached"
    QString tag;
    TagKind tagKind = TagKind::plain;
    QString side;  ///< "2/3 go on"

    bool isPlain() const { return conditions.empty() && tag.isEmpty() && side.isEmpty(); }
};

RowWords wordsOf(const PathPicture& picture, const PictureBlock& block, const PictureRow& row);

/// "default/nginx-basic:http", "KUBE-SERVICES"
QString titleOf(const PathPicture& picture, const PictureBlock& block);
/// "KUBE-SVC-WWRFY3PZ7W3FGMQW", "nat · policy ACCEPT", "nat · 2 rules"; empty where the title says it all.
QString subtitleOf(const PathPicture& picture, const PictureBlock& block);
/// "nginx-basic:http" for "default/nginx-basic:http".
QString withoutNamespace(const QString& service);

/// As short as it can be told: "SEP STI7", "nginx-basic:http".
QString shortTitleOf(const PathPicture& picture, const PictureBlock& block);

/// Where packets end: "192.168.166.157:80", "this host :80", "+ 3 other ends", or what becomes of them.
QString titleOf(const PictureEndpoint& endpoint);
/// ".157", "this host"
QString shortTitleOf(const PictureEndpoint& endpoint);

/// The chain ends in a translation: an endpoint's chain, told in one line.
bool isLeaf(const PathPicture& picture, std::uint32_t block);

}  // namespace natwalk
