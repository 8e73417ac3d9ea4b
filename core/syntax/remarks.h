// What there is to say about a text while it is read, and whether the line at hand had to be repaired.
#pragma once

#include "syntax/mended_line.h"
#include "text/diagnostic.h"

#include <utility>
#include <vector>

namespace natwalk {

class Remarks
{
public:
    /// More than this are not kept: a text of nothing but faults must not fill the memory.
    static constexpr std::size_t most = 100'000;

    void add(Severity severity, SourceSpan where, Message message)
    {
        if (m_diagnostics.size() < most)
            m_diagnostics.push_back({severity, std::move(message), placeOf(where)});
    }
    void note(SourceSpan where, Message message) { add(Severity::note, where, std::move(message)); }
    void warn(SourceSpan where, Message message) { add(Severity::warning, where, std::move(message)); }
    void error(SourceSpan where, Message message) { add(Severity::error, where, std::move(message)); }

    /// The line was read although iptables-restore would not read it as it stands.
    void repaired(SourceSpan where, Message message)
    {
        m_lineRepaired = true;
        note(where, std::move(message));
    }
    /// The same for what is likely to befall every line: told once, counted for each.
    void repairedLikeOthers(SourceSpan where, Message message)
    {
        m_lineRepaired = true;
        for (const MessageId told : m_toldOnce)
            if (told == message.id)
                return;
        m_toldOnce.push_back(message.id);
        note(where, std::move(message));
    }
    /// Whether the line was repaired; the next line begins anew.
    bool takeRepaired() { return std::exchange(m_lineRepaired, false); }

    std::vector<Diagnostic>& diagnostics() { return m_diagnostics; }

    /// Places are those of a line that was put right, until this is called with nullptr.
    void readFrom(const MendedLine* line) { m_mended = line; }
    /// Where a place of the line at hand lies in the text.
    SourceSpan placeOf(SourceSpan where) const { return m_mended == nullptr ? where : m_mended->placeOf(where); }

    /// How much was said so far.
    struct Mark
    {
        std::size_t diagnostics;
        std::size_t toldOnce;
    };
    Mark mark() const { return {m_diagnostics.size(), m_toldOnce.size()}; }
    /// Takes back what was said since: the line is read in another way.
    void takeBack(const Mark& mark)
    {
        m_diagnostics.resize(mark.diagnostics);
        m_toldOnce.resize(mark.toldOnce);
        m_lineRepaired = false;
    }

private:
    std::vector<Diagnostic> m_diagnostics;
    std::vector<MessageId> m_toldOnce;
    bool m_lineRepaired = false;
    const MendedLine* m_mended = nullptr;
};

}  // namespace natwalk
