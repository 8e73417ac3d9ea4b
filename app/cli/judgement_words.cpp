#include "cli/judgement_words.h"

#include "cli/ending.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace natwalk::cli {

namespace {

constexpr std::size_t barWidth = 30;

Json sentenceJson(const Message& message) { return message.id == MessageId::Nothing ? Json() : Json(english(message)); }

/// Of connections that hang on each other there are shares, but intervals only where several histories give them.
bool isKnown(const Interval& interval) { return interval.low < interval.high; }

void tellMessage(Paper& paper, const Message& message, Ink ink)
{
    if (message.id != MessageId::Nothing)
        paper.line("  " + paper.inked(ink, english(message)));
}

}  // namespace

void tellCounts(Paper& paper, const std::vector<CountRow>& rows)
{
    using enum Table::Align;
    Table table({right, right, right, right, right, left, left});
    table.add({"#", "exact", "observed", "95 % interval", "count", "outcome", ""}, Ink::quiet);
    std::size_t number = 0;
    for (const CountRow& row : rows) {
        const std::string interval =
            isKnown(row.observed) ? percent(row.observed.low, 3) + " to " + percent(row.observed.high, 3) : "-";
        table.add({std::to_string(++number), percent(row.expected, 6), percent(row.observed.share, 4), interval,
                   grouped(row.count), row.outcome != nullptr ? outcomeText(*row.outcome) : "none of these",
                   paper.bar(row.observed.share, barWidth)});
    }
    table.print(paper);
}

void tellJudgement(Paper& paper, const Judgement& judgement, std::uint64_t total)
{
    if (judgement.pValue && std::isfinite(judgement.chiSquare))
        paper.line("  chi-square " + fixed(judgement.chiSquare, 3) + " with " + counted(judgement.degrees, "degree")
                   + " of freedom, p = " + fixed(*judgement.pValue, 4));
    paper.line("  " + english(judgement.sentence));
    tellMessage(paper, judgement.caution, Ink::warning);
    tellMessage(paper, judgement.keepAlive, Ink::plain);
    if (judgement.smallestSkew)
        tellMessage(paper, message(MessageId::SmallestSkew, grouped(total), fixed(*judgement.smallestSkew * 100, 2)),
                    Ink::quiet);
}

Json countsJson(const std::vector<CountRow>& rows)
{
    Json outcomes = Json::array();
    for (const CountRow& row : rows) {
        Json json = {{"verdict", row.outcome != nullptr ? Json(nameOf(row.outcome->verdict.outcome)) : Json()}};
        json["endpoint"] = row.outcome != nullptr && row.outcome->endpoint ? Json(*row.outcome->endpoint) : Json();
        json["expected"] = row.expected;
        json["count"] = row.count;
        json["share"] = row.observed.share;
        json["low"] = isKnown(row.observed) ? Json(row.observed.low) : Json();
        json["high"] = isKnown(row.observed) ? Json(row.observed.high) : Json();
        outcomes.push_back(std::move(json));
    }
    return outcomes;
}

void addJudgement(Json& json, const Judgement& judgement)
{
    json["chi_square"] = std::isfinite(judgement.chiSquare) ? Json(judgement.chiSquare) : Json();
    json["degrees"] = judgement.degrees;
    json["p_value"] = judgement.pValue ? Json(*judgement.pValue) : Json();
    json["smallest_skew"] = judgement.smallestSkew ? Json(*judgement.smallestSkew) : Json();
    json["sentence"] = english(judgement.sentence);
    json["caution"] = sentenceJson(judgement.caution);
    json["keep_alive"] = sentenceJson(judgement.keepAlive);
}

void printCountsCsv(Paper& paper, const std::vector<CountRow>& rows)
{
    paper.line("verdict,endpoint,expected,count,share,low,high");
    for (const CountRow& row : rows) {
        const std::string verdict = row.outcome != nullptr ? std::string(nameOf(row.outcome->verdict.outcome)) : "";
        const std::string endpoint = row.outcome != nullptr ? row.outcome->endpoint.value_or("") : "";
        paper.line(csvCell(verdict) + ',' + csvCell(endpoint) + ',' + plainNumber(row.expected) + ','
                   + std::to_string(row.count) + ',' + plainNumber(row.observed.share) + ','
                   + plainNumber(row.observed.low) + ',' + plainNumber(row.observed.high));
    }
}

std::string csvCell(const std::string& text)
{
    if (text.find_first_of(",\"\n") == text.npos)
        return text;
    std::string quoted = "\"";
    for (const char letter : text)
        quoted.append(letter == '"' ? 2 : 1, letter);
    return quoted + '"';
}

std::string plainNumber(double number)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.15g", number);
    return text.data();
}

}  // namespace natwalk::cli
