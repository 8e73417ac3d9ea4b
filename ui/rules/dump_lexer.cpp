#include "ui/rules/dump_lexer.h"

#include "ui/theme.h"

#include <QByteArray>
#include <Qsci/qsciscintilla.h>

#include <algorithm>

namespace natwalk {

namespace {

constexpr int styleCount = DumpLexer::quoted + 1;
/// Bytes that are styled at once: more would be felt.
constexpr int mostAtOnce = 100'000;

/// What a word of a rule is; `before` is the word in front of it.
int styleOf(QByteArrayView word, QByteArrayView before)
{
    if (word.startsWith('"') || word.startsWith('\''))
        return DumpLexer::quoted;
    if (before == "-j" || before == "-g" || before == "-A")
        return DumpLexer::target;
    return word.startsWith('-') ? DumpLexer::option : DumpLexer::plain;
}

/// The end of the word that begins at `from`, quotes and escapes considered.
qsizetype endOfWord(const QByteArray& line, qsizetype from)
{
    const char quote = line[from] == '"' || line[from] == '\'' ? line[from] : '\0';
    qsizetype end = from + 1;
    while (end < line.size() && (quote != '\0' ? line[end] != quote : line[end] != ' ')) {
        end += line[end] == '\\' ? 2 : 1;
    }
    return std::min(end + (quote != '\0' ? 1 : 0), line.size());
}

}  // namespace

DumpLexer::DumpLexer(QObject* parent) : QsciLexerCustom(parent) { useTheme(); }

void DumpLexer::useTheme()
{
    const Theme& now = theme();
    const QColor inks[styleCount] = {now.text, now.text3, now.path, now.text2, now.path, now.passText};
    setDefaultFont(fontFor(Type::table));
    setDefaultPaper(now.surface);
    for (int style = 0; style < styleCount; ++style) {
        setColor(inks[style], style);
        setPaper(now.surface, style);
        setFont(fontFor(Type::table), style);
    }
    if (editor() != nullptr) {
        editor()->setPaper(now.surface);
        editor()->setColor(now.text);
    }
}

QString DumpLexer::description(int style) const { return style < styleCount ? QString::number(style) : QString(); }

void DumpLexer::styleText(int start, int end)
{
    const int line = static_cast<int>(editor()->SendScintilla(QsciScintilla::SCI_LINEFROMPOSITION, end - mostAtOnce));
    const bool fits = end - start <= mostAtOnce;
    style(fits ? start : static_cast<int>(editor()->SendScintilla(QsciScintilla::SCI_POSITIONFROMLINE, line)), end);
}

void DumpLexer::styleLines(int first, int last)
{
    const auto styled = static_cast<int>(editor()->SendScintilla(QsciScintilla::SCI_GETENDSTYLED));
    const auto start = static_cast<int>(editor()->SendScintilla(QsciScintilla::SCI_POSITIONFROMLINE, first));
    const auto end = static_cast<int>(editor()->SendScintilla(QsciScintilla::SCI_GETLINEENDPOSITION, last));
    if (start < 0 || end <= start)
        return;
    style(start, end);
    startStyling(std::max(styled, end));
}

void DumpLexer::style(int start, int end)
{
    const QByteArray text = editor()->bytes(start, end);
    startStyling(start);
    qsizetype begin = 0;
    while (begin < text.size() && text[begin] != '\0') {
        const qsizetype newline = text.indexOf('\n', begin);
        const qsizetype lineEnd = newline < 0 ? text.size() : newline + 1;
        const QByteArray line = text.mid(begin, lineEnd - begin);
        begin = lineEnd;
        if (line.startsWith('#') || line.startsWith('*') || line.startsWith(':') || line.startsWith("COMMIT")) {
            setStyling(static_cast<int>(line.size()), line.startsWith('#') ? comment : header);
            continue;
        }
        QByteArray before;
        for (qsizetype from = 0; from < line.size();) {
            const bool blank = line[from] == ' ' || line[from] == '\n' || line[from] == '\r';
            const qsizetype to = blank ? from + 1 : endOfWord(line, from);
            const QByteArray word = line.mid(from, to - from);
            setStyling(static_cast<int>(word.size()), blank ? plain : styleOf(word, before));
            if (!blank)
                before = word;
            from = to;
        }
    }
}

}  // namespace natwalk
