#include "syntax/parser.h"

#include "ruleset/load_check.h"
#include "syntax/line_reader.h"
#include "syntax/lines.h"
#include "syntax/recognise.h"
#include "syntax/remarks.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace natwalk {

namespace {

bool comesBefore(const Diagnostic& left, const Diagnostic& right)
{
    return std::tie(left.where.line, left.where.column) < std::tie(right.where.line, right.where.column);
}

/// What the kernel would refuse, beside what the text itself has against it.
void addLoadChecks(ParseResult& result)
{
    for (const RulesetPtr& ruleset : result.rulesets)
        std::ranges::move(checkLoads(*ruleset), std::back_inserter(result.diagnostics));
    std::ranges::stable_sort(result.diagnostics, comesBefore);
    if (result.diagnostics.size() > Remarks::most)
        result.diagnostics.erase(result.diagnostics.begin() + Remarks::most, result.diagnostics.end());
}

/// Whether there are rules, or at least chains and headers in a text that has hardly anything else.
bool isRuleset(const LineCounts& lines)
{
    const std::uint32_t around = lines.chains + lines.headers;
    return lines.rules > 0 || (around > 0 && around >= lines.ignored);
}

/// One sentence for a text without a ruleset; where nothing else is known of it, also why its rules were refused.
void sayWhatItIs(ParseResult& result, std::string_view text)
{
    std::vector<Diagnostic> said = {{Severity::error, whatItLooksLike(text), {}}};
    const auto isRefusal = [](const Diagnostic& one) {
        return one.severity == Severity::error && one.message.id != MessageId::LineNotUnderstood;
    };
    if (said.front().message.id == MessageId::NoRuleset)
        std::ranges::copy_if(result.diagnostics, std::back_inserter(said), isRefusal);
    result.diagnostics = std::move(said);
}

/// A text that is none: its lines are counted, and not looked at.
ParseResult nothingIn(std::string_view text)
{
    ParseResult result;
    for (Lines lines(text); lines.next();)
        ++result.lines.total;
    result.lines.ignored = result.lines.total;
    result.diagnostics = {{Severity::error, whatItLooksLike(text), {}}};
    return result;
}

}  // namespace

bool ParseResult::hasErrors() const
{
    return std::ranges::any_of(diagnostics,
                               [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::error; });
}

ParseResult parse(const std::shared_ptr<const std::string>& text, const Checkpoint& goOn, const ParseOptions& options)
{
    ParseResult result;
    if (isBinary(*text))
        return nothingIn(*text);
    LineReader reader(text);
    result.stopped = !reader.readAll(goOn);
    result.lines = reader.counts();
    if (result.stopped)
        return result;
    result.diagnostics = std::move(reader.diagnostics());
    if (isRuleset(result.lines))
        result.rulesets = reader.dumps().finish(options.indexFrom);
    if (result.rulesets.empty())
        sayWhatItIs(result, *text);
    addLoadChecks(result);
    return result;
}

ParseResult parse(std::string_view text, const Checkpoint& goOn)
{
    return parse(std::make_shared<const std::string>(text), goOn);
}

}  // namespace natwalk
