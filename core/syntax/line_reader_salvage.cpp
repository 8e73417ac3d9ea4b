// Lines that do not read as they stand: left out for a reason, put right, or refused.
#include "syntax/line_reader.h"

#include <algorithm>

namespace natwalk {

namespace {

/// As many lines may follow that belong to a rule: within its quotes or behind backslashes, and where it was broken.
constexpr std::uint32_t mostLinesInQuotes = 20;
constexpr std::uint32_t mostLinesBroken = 2;

bool isWhole(std::string_view line)
{
    const std::string_view content = trimmed(line);
    return content.empty() || content.front() == '#' || holdsCommand(line);
}

/// Nothing goes on within quotes there.
bool cannotBeQuoted(std::string_view line)
{
    const std::string_view content = trimmed(line);
    return content.starts_with("-A ") || content.starts_with('*') || content == "COMMIT";
}

}  // namespace

LineReader::LineClass LineReader::salvage(std::string_view line, const ParseError& problem)
{
    m_problem = problem;
    line = withoutReturns(line);
    if (const auto left = leaveOut(line))
        return *left;
    if (!holdsCommand(line) && isPlain(line))
        return readLoosely(line, problem);
    const MendedLine whole(line, m_number);
    if (const auto read = readParts(whole))
        return *read;
    if (problem.message().id == MessageId::QuoteOpen)
        if (const auto read = readOn(whole, "\n", mostLinesInQuotes, message(MessageId::CommentWithLineBreak)))
            return *read;
    if (line.ends_with('\\'))
        if (const auto read =
                readOn(whole.part(0, line.size() - 1), " ", mostLinesInQuotes, message(MessageId::LinesJoined)))
            return *read;
    if (const auto read = readMended(whole))
        return *read;
    if (looksLikeRulesetLine(line) && holdsCommand(line))
        for (const std::string_view between : {"", " "})
            if (const auto read = readOn(whole, between, mostLinesBroken, message(MessageId::LinesJoined)))
                return *read;
    return readLoosely(line, problem);
}

/// A whole dump may stand in one line, where it was taken out of JSON; nothing else is as long.
LineReader::LineClass LineReader::readLongLine(std::string_view line)
{
    m_line = line;
    if (line.size() <= longestOfLines)
        if (const auto read = readParts(MendedLine(line, m_number)))
            return *read;
    m_remarks.error({m_number, 1, 1}, message(MessageId::LineTooLong, longestLine));
    return &LineCounts::ignored;
}

/// Prompts, code fences, "..."; and everything else that nothing of a ruleset is in.
std::optional<LineReader::LineClass> LineReader::leaveOut(std::string_view line)
{
    const auto place = [&] { return spanOf(trimmed(line)); };
    m_line = line;
    if (const auto command = typedCommand(line)) {
        hearCommand(*command);
        m_remarks.note(place(), message(MessageId::PromptLine));
        return &LineCounts::ignored;
    }
    if (holdsCommand(line) || line.ends_with('\\'))
        return {};
    const auto reason = harmless(line);
    if (reason)
        m_remarks.note(place(), *reason);
    return reason ? std::optional(&LineCounts::ignored) : std::nullopt;
}

/// Several lines that "\n" joins. The line counts as a rule where one of them is, else as the first that is more than a
/// comment.
std::optional<LineReader::LineClass> LineReader::readParts(const MendedLine& whole)
{
    const std::vector<MendedLine> parts = unescapedLines(whole);
    std::optional<LineClass> best;
    for (const MendedLine& part : parts) {
        auto read = attempt(part, {});
        if (!read)
            read = readMended(part);
        const bool saysLittle = !best || *best == &LineCounts::comments || *best == &LineCounts::blank;
        if (read && (saysLittle || *read == &LineCounts::rules))
            best = read;
        if (!read)
            m_remarks.warn(part.placeOf(0, part.text().size()), message(MessageId::CutOff));
    }
    if (best)
        m_remarks.repaired(whole.placeOf(0, whole.text().size()), message(MessageId::LinesUnescaped));
    return best;
}

/// The line with those that follow it, as many as it takes.
std::optional<LineReader::LineClass> LineReader::readOn(const MendedLine& whole, std::string_view between,
                                                        std::uint32_t most, const Message& told)
{
    MendedLine joined = whole;
    Lines ahead = m_lines;
    for (std::uint32_t count = 1; count <= most; ++count) {
        const auto next = ahead.next();
        const bool isAnother =
            !next || next->size() > longestLine || (between == "\n" ? cannotBeQuoted(*next) : isWhole(*next));
        if (isAnother)
            return {};
        const std::string_view more = withoutReturns(*next);
        const bool goesOn = between == " " && more.ends_with('\\');
        joined.append(between, MendedLine(more.substr(0, more.size() - (goesOn ? 1 : 0)), m_number + count));
        if (joined.text().size() > longestLine)
            return {};
        if (goesOn)
            continue;
        auto read = attempt(joined, {});
        if (!read)
            read = readMended(joined);
        if (!read)
            continue;
        m_remarks.repaired(whole.placeOf(0, whole.text().size()), told);
        m_lines = ahead;
        m_number += count;
        m_counts.*(*read) += count;
        m_counts.repaired += count;
        return read;
    }
    return {};
}

/// The line without what does not belong to it, and without a remark behind it.
std::optional<LineReader::LineClass> LineReader::readMended(const MendedLine& whole)
{
    auto mended = salvaged(whole);
    SalvagedLine line = mended ? std::move(*mended) : SalvagedLine{whole, {}, {}};
    if (line.family)
        turnTo(*line.family);
    if (mended)
        if (const auto read = attempt(line.line, line.repairs))
            return read;
    if (!m_problem)
        return {};
    const std::size_t at = m_problem->where().column - std::min(m_problem->where().column, 1U);
    const std::string_view text = line.line.text();
    if (at == 0 || at >= text.size() || !beginsRemark(text.substr(at)))
        return {};
    const std::string_view remark = text.substr(at);
    line.repairs.push_back({line.line.placeOf(at, remark.size()), message(MessageId::RemarkBehind, trimmed(remark))});
    return attempt(line.line.part(0, at), line.repairs);
}

/// Reads a line that was put right. Nothing when it still cannot be read: see m_problem.
std::optional<LineReader::LineClass> LineReader::attempt(const MendedLine& line, const std::vector<Repair>& repairs)
{
    if (line.text().size() > longestLine)
        return {};
    const Remarks::Mark mark = m_remarks.mark();
    std::optional<LineClass> result;
    m_remarks.readFrom(&line);
    m_isMended = true;
    try {
        result = read(line.text());
    } catch (const ParseError& problem) {
        m_problem = problem;
        m_remarks.takeBack(mark);
    }
    m_isMended = false;
    m_remarks.readFrom(nullptr);
    if (result)
        for (const Repair& repair : repairs)
            m_remarks.repaired(repair.where, repair.message);
    return result;
}

/// An open quote goes to the end of its line where no other reading helps.
LineReader::LineClass LineReader::readLoosely(std::string_view line, const ParseError& problem)
{
    if (problem.message().id != MessageId::QuoteOpen)
        return refuse(line, problem);
    m_quoteMayStayOpen = true;
    const Remarks::Mark mark = m_remarks.mark();
    LineClass result = &LineCounts::ignored;
    try {
        result = read(line);
    } catch (const ParseError& second) {
        m_remarks.takeBack(mark);
        result = refuse(line, second);
    }
    m_quoteMayStayOpen = false;
    return result;
}

LineReader::LineClass LineReader::refuse(std::string_view line, const ParseError& problem)
{
    const std::string_view content = trimmed(line);
    const std::size_t end = static_cast<std::size_t>(content.data() - line.data()) + content.size();
    const bool reachesEnd = problem.where().column + problem.where().length > end;
    if (!looksLikeRulesetLine(line))
        m_remarks.warn(problem.where(), message(MessageId::LineNotUnderstood));
    else if (reachesEnd && isLastLine() && !m_text->ends_with('\n'))
        m_remarks.warn(problem.where(), message(MessageId::CutOff));
    else
        m_remarks.error(problem.where(), problem.message());
    m_remarks.takeRepaired();
    return &LineCounts::ignored;
}

bool LineReader::isLastLine() const { return trimmed(m_lines.rest()).empty(); }

/// After this many lines (or bytes in them) that are none of a ruleset, and hardly any that is.
bool LineReader::isHopeless() const
{
    constexpr std::uint32_t patience = 100'000;
    constexpr std::size_t patienceInBytes = std::size_t{64} << 20U;
    constexpr std::uint32_t fewest = 20;  // one in so many should be understood
    const std::uint32_t understood = m_counts.rules + m_counts.chains + m_counts.host;
    return (m_counts.ignored > patience || m_ignoredBytes > patienceInBytes) && understood < m_counts.ignored / fewest;
}

}  // namespace natwalk
