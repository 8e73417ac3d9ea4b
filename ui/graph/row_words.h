// What stands in a row of a block: the rule in few words, the reason of its failing, the share that goes on.
#pragma once

#include "ui/graph/path_picture.h"
#include "ui/graph/picture_titles.h"
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

}  // namespace natwalk
