// The answer in words: what happens to the packet, with what share, and what else may happen.
#pragma once

#include "probability/distribution.h"
#include "trace/trace.h"

#include <QColor>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace natwalk {

/// How good an end is for the sender; decides colour and symbol.
enum class Mood { good, bad, unsure };
Mood moodOf(Outcome outcome);

/// "Reaches 192.168.166.162:80"
QString verdictTitle(const Trace& trace);
/// "forwarded after NAT, source kept"; may be empty
QString verdictDetail(const Trace& trace);

/// "This course has 33.3 %; two other outcomes have 33.3 % each."; empty where there is only one.
/// @param likeliest  nobody chose the course: it is shown because it is the likeliest, which is said
QString shareSentence(const Distribution& distribution, std::optional<std::size_t> shown, bool likeliest);

/// "192.168.166.157:80", or the verdict where there is no endpoint: for menus and lists.
QString outcomeTitle(const OutcomeShare& outcome);
/// The same of several; those with one title say how they differ: sent by this host, source changed.
QStringList outcomeTitles(const std::vector<OutcomeShare>& outcomes);

}  // namespace natwalk
