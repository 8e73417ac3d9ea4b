// How chains are called in the window: a Service by its name, as its rules' comments give it; everything else by its
// own.
#pragma once

#include "ruleset/ruleset.h"

#include <QFont>
#include <QString>

#include <string>

namespace natwalk {

/// The text of the rule's comments, the first one; empty where it has none.
std::string commentOf(const Rule& rule);

/// "default/nginx-basic:http" for a chain that stands for a Service, where its rules' comments say so; else empty.
QString serviceOf(const Ruleset& ruleset, ChainId chain);

/// "nat"; "nat (nft)" where rules of both back ends are there.
QString tableText(TableName table, BackEnd backEnd);

/// The Service's name, or the chain's; with its back end where the ruleset is of both.
QString titleOf(const Ruleset& ruleset, ChainId chain);

/// The Service's name, then the chain's: "default/nginx-basic:http · KUBE-SVC-WWRFY3PZ7W3FGMQW"; else the chain's
/// alone.
QString fullTitleOf(const Ruleset& ruleset, ChainId chain);

/// A name with its middle left out ("KUBE-SEP-STI77F…TI63JE"), so that what differs stays: at most `length` characters.
QString elidedName(const QString& name, qsizetype length);

/// The same for a width: cut before the last few letters, for they and the beginning tell it from others.
QString fittedName(const QString& name, const QFont& font, double width);

/// The rule as iptables-save prints it, without "-A CHAIN"; without its comment too where that
/// says no more than the chain's name or the conditions do.
QString ruleText(const Ruleset& ruleset, RuleId rule);

}  // namespace natwalk
