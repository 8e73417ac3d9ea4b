// Counts beside exact shares, and the judgement of them, as text, JSON and CSV: the same for trials and for what was
// measured on a cluster.
#pragma once

#include "cli/answer.h"
#include "cli/paper.h"
#include "probability/distribution.h"
#include "probability/judgement.h"

#include <cstdint>
#include <string>
#include <vector>

namespace natwalk::cli {

/// A row of the comparison: an outcome, or (null) what none of the outcomes covers.
struct CountRow
{
    const OutcomeShare* outcome = nullptr;
    double expected = 0;
    std::uint64_t count = 0;
    Interval observed;
};

void tellCounts(Paper& paper, const std::vector<CountRow>& rows);
/// Chi-square, the sentence, and what is to be said of them.
void tellJudgement(Paper& paper, const Judgement& judgement, std::uint64_t total);

/// [{verdict, endpoint, expected, count, share, low, high}]
Json countsJson(const std::vector<CountRow>& rows);
/// Adds chi_square, degrees, p_value, smallest_skew, sentence, caution and keep_alive.
void addJudgement(Json& json, const Judgement& judgement);

/// "verdict,endpoint,expected,count,share,low,high" and a line for each row.
void printCountsCsv(Paper& paper, const std::vector<CountRow>& rows);

/// A cell of a CSV line; quoted where it must be.
std::string csvCell(const std::string& text);
/// A number with all its digits.
std::string plainNumber(double number);

}  // namespace natwalk::cli
