// Colours the text of a dump by what it is: comments, tables and chains, options, targets.
#pragma once

#include <Qsci/qscilexercustom.h>

namespace natwalk {

class DumpLexer : public QsciLexerCustom
{
    Q_OBJECT

public:
    enum Style { plain, comment, header, option, target, quoted };

    explicit DumpLexer(QObject* parent);

    /// Takes colours and font from the theme in use.
    void useTheme();

    const char* language() const override { return "iptables-save"; }
    QString description(int style) const override;
    /// Of a long text only what ends it: the rest when it comes into view, see styleLines().
    void styleText(int start, int end) override;
    /// Styles the lines that are seen.
    void styleLines(int first, int last);

private:
    void style(int start, int end);
};

}  // namespace natwalk
