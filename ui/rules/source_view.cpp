#include "ui/rules/source_view.h"

#include "ui/icons.h"
#include "ui/labels.h"
#include "ui/rules/dump_lexer.h"
#include "ui/session.h"
#include "ui/theme.h"
#include "ui/translate.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>
#include <Qsci/qsciscintilla.h>

#include <algorithm>
#include <string_view>

namespace natwalk {

namespace {

enum Marker { breakpointMarker, currentMarker, arrowMarker };
enum Indicator { errorIndicator = 8, warningIndicator = 9 };
enum Margin { breakpointMargin, numberMargin };

/// The rule that stands in a line (from 1); noRule where none does.
RuleId ruleInLine(const Ruleset& ruleset, std::uint32_t line)
{
    const auto rules = ruleset.rules();
    const auto found = std::ranges::find(rules, line, &Rule::line);
    return found == rules.end() ? noRule : RuleId{static_cast<std::uint32_t>(found - rules.begin())};
}

/// Of a longer line the editor would measure each letter before it shows any: the rest is left out, in bytes.
constexpr std::size_t longestLine = 20'000;

void addText(QsciScintilla* editor, std::string_view text)
{
    const auto add = [editor](std::string_view part) {
        editor->SendScintilla(QsciScintilla::SCI_ADDTEXT, static_cast<unsigned long>(part.size()), part.data());
    };
    std::size_t added = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (end - begin > longestLine) {
            add(text.substr(added, begin + longestLine - added));
            add(" [\u2026]");
            added = end;
        }
        begin = end + 1;
    }
    add(text.substr(added));
}

/// Places count bytes, as the editor does; what lies behind the end of its line is not marked.
void underline(QsciScintilla* editor, const SourceSpan& where, Indicator indicator)
{
    const auto line = static_cast<unsigned long>(where.line - 1);
    const long begin = editor->SendScintilla(QsciScintilla::SCI_POSITIONFROMLINE, line);
    const long end = editor->SendScintilla(QsciScintilla::SCI_GETLINEENDPOSITION, line);
    const long from = std::min(begin + static_cast<long>(std::max(where.column, 1U)) - 1, end);
    const long to = std::min(from + static_cast<long>(std::max(where.length, 1U)), end);
    if (begin < 0 || from >= to)
        return;
    editor->SendScintilla(QsciScintilla::SCI_SETINDICATORCURRENT, static_cast<unsigned long>(indicator));
    editor->SendScintilla(QsciScintilla::SCI_INDICATORFILLRANGE, static_cast<unsigned long>(from), to - from);
}

QToolButton* makeFindButton(const QString& name)
{
    auto* button = new QToolButton;
    button->setIcon(icon(name));
    return button;
}

}  // namespace

SourceView::SourceView(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_editor(new QsciScintilla)
    , m_finder(new QWidget)
    , m_wanted(new QLineEdit)
    , m_previous(makeFindButton(QStringLiteral("back")))
    , m_next(makeFindButton(QStringLiteral("forward")))
    , m_close(makeFindButton(QStringLiteral("close")))
{
    setFocusProxy(m_editor);
    m_editor->setReadOnly(true);
    m_editor->setUtf8(true);
    m_editor->setFrameShape(QFrame::NoFrame);
    m_editor->setLexer(new DumpLexer(m_editor));
    m_editor->setMarginType(breakpointMargin, QsciScintilla::SymbolMargin);
    m_editor->setMarginSensitivity(breakpointMargin, true);
    m_editor->setMarginMarkerMask(breakpointMargin, (1 << breakpointMarker) | (1 << arrowMarker));
    m_editor->setMarginType(numberMargin, QsciScintilla::NumberMargin);
    m_editor->setMarginMarkerMask(numberMargin, 0);
    m_editor->setMarginWidth(2, 0);
    m_editor->markerDefine(QsciScintilla::Circle, breakpointMarker);
    m_editor->markerDefine(QsciScintilla::Background, currentMarker);
    m_editor->markerDefine(QsciScintilla::RightTriangle, arrowMarker);
    m_editor->indicatorDefine(QsciScintilla::SquiggleIndicator, errorIndicator);
    m_editor->indicatorDefine(QsciScintilla::SquiggleIndicator, warningIndicator);

    auto* bar = new QHBoxLayout(m_finder);
    bar->setContentsMargins(scaled(14), scaled(4), scaled(8), scaled(4));
    bar->addWidget(m_wanted, 1);
    for (QToolButton* button : {m_previous, m_next, m_close})
        bar->addWidget(button);
    m_finder->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_finder);
    layout->addWidget(m_editor);

    connect(m_session, &Session::documentChanged, this, &SourceView::loadText);
    for (const auto signal : {&Session::traceChanged, &Session::positionChanged, &Session::selectionChanged})
        connect(m_session, signal, this, &SourceView::showPosition);
    connect(m_session, &Session::traceChanged, this, &SourceView::showBreakpoints);
    connect(m_session, &Session::breakpointsChanged, this, &SourceView::showBreakpoints);
    connect(m_editor, &QsciScintilla::marginClicked, this, [this](int, int line) { toggleBreakpointAt(line); });
    connect(m_editor, &QsciScintilla::cursorPositionChanged, this, [this](int line) { selectRuleAt(line); });
    connect(m_editor, &QsciScintilla::SCN_UPDATEUI, this, [this](int updated) {
        if ((updated & QsciScintilla::SC_UPDATE_V_SCROLL) == 0)
            return;
        const int first = m_editor->firstVisibleLine();
        const auto seen = static_cast<int>(m_editor->SendScintilla(QsciScintilla::SCI_LINESONSCREEN));
        static_cast<DumpLexer*>(m_editor->lexer())
            ->styleLines(first, std::min(first + seen + 1, m_editor->lines() - 1));
    });
    connect(m_wanted, &QLineEdit::returnPressed, this, [this] { findNext(false); });
    connect(m_next, &QToolButton::clicked, this, [this] { findNext(false); });
    connect(m_previous, &QToolButton::clicked, this, [this] { findNext(true); });
    connect(m_close, &QToolButton::clicked, m_finder, &QWidget::hide);
    showLook();
    retranslate();
}

void SourceView::retranslate()
{
    m_editor->setAccessibleName(tr("Source"));
    m_wanted->setPlaceholderText(tr("Find in the file"));
    m_previous->setToolTip(tr("Find the one before"));
    m_next->setToolTip(tr("Find the next one"));
    m_close->setToolTip(tr("Close"));
}

/// Large files are put into the editor only when somebody looks: nobody waits for what is not seen.
void SourceView::loadText()
{
    const OpenedPtr opened = m_session->opened();
    if (!isVisible() || opened == m_loaded)
        return;
    m_loaded = opened;
    m_following = true;
    m_editor->setReadOnly(false);
    m_editor->SendScintilla(QsciScintilla::SCI_SETUNDOCOLLECTION, 0UL);
    m_editor->SendScintilla(QsciScintilla::SCI_CLEARALL);
    if (opened && opened->text)
        addText(m_editor, *opened->text);
    m_editor->setReadOnly(true);
    m_following = false;
    m_editor->setMarginWidth(numberMargin, QStringLiteral("00%1").arg(m_editor->lines()));
    showProblems();
    showBreakpoints();
}

void SourceView::showLook()
{
    const Theme& now = theme();
    static_cast<DumpLexer*>(m_editor->lexer())->useTheme();
    m_editor->setMarginWidth(breakpointMargin, scaled(18));
    m_editor->setMarginsBackgroundColor(now.surface);
    m_editor->setMarginsForegroundColor(now.text3);
    m_editor->setMarginsFont(fontFor(Type::table));
    m_editor->setSelectionBackgroundColor(now.header);
    m_editor->setSelectionForegroundColor(now.text);
    m_editor->setCaretForegroundColor(now.text);
    m_editor->setMarkerBackgroundColor(now.drop, breakpointMarker);
    m_editor->setMarkerForegroundColor(now.drop, breakpointMarker);
    m_editor->setMarkerBackgroundColor(now.currentGround, currentMarker);
    m_editor->setMarkerBackgroundColor(now.current, arrowMarker);
    m_editor->setMarkerForegroundColor(now.current, arrowMarker);
    m_editor->setIndicatorForegroundColor(now.dropText, errorIndicator);
    m_editor->setIndicatorForegroundColor(now.current, warningIndicator);
    m_editor->setExtraAscent(scaled(2));
    m_editor->setExtraDescent(scaled(2));
    m_editor->SendScintilla(QsciScintilla::SCI_SETMARGINLEFT, 0UL, static_cast<long>(scaled(10)));
}

void SourceView::showProblems()
{
    const OpenedPtr opened = m_session->opened();
    if (!opened)
        return;
    for (const Diagnostic& diagnostic : opened->diagnostics)
        if (diagnostic.where.line != 0)
            underline(m_editor, diagnostic.where,
                      diagnostic.severity == Severity::error ? errorIndicator : warningIndicator);
}

std::uint32_t SourceView::currentLine() const
{
    const RulesetPtr ruleset = m_session->ruleset();
    const Selection selection = m_session->selection();
    if (!ruleset || selection.chain == noChain)
        return 0;
    return selection.rule == noRule ? ruleset->chain(selection.chain).line : ruleset->rule(selection.rule).line;
}

void SourceView::showPosition()
{
    if (m_loaded != m_session->opened())
        return;
    m_editor->markerDeleteAll(currentMarker);
    m_editor->markerDeleteAll(arrowMarker);
    const std::uint32_t line = currentLine();
    if (line == 0)
        return;
    m_editor->markerAdd(static_cast<int>(line) - 1, currentMarker);
    m_editor->markerAdd(static_cast<int>(line) - 1, arrowMarker);
    showLine(line);
}

void SourceView::showLine(std::uint32_t line)
{
    loadText();
    const int index = static_cast<int>(line) - 1;
    m_following = true;
    m_editor->setCursorPosition(index, 0);
    const auto visible = static_cast<int>(m_editor->SendScintilla(QsciScintilla::SCI_LINESONSCREEN));
    m_editor->setFirstVisibleLine(std::max(0, index - visible / 2));
    m_following = false;
}

void SourceView::showBreakpoints()
{
    if (m_loaded != m_session->opened())
        return;
    m_editor->markerDeleteAll(breakpointMarker);
    const RulesetPtr ruleset = m_session->ruleset();
    if (!ruleset)
        return;
    for (const RuleId rule : m_session->breakpoints())
        if (const std::uint32_t line = ruleset->rule(rule).line; line > 0)
            m_editor->markerAdd(static_cast<int>(line) - 1, breakpointMarker);
}

void SourceView::toggleBreakpointAt(int line)
{
    const RulesetPtr ruleset = m_session->ruleset();
    if (!ruleset)
        return;
    if (const RuleId rule = ruleInLine(*ruleset, static_cast<std::uint32_t>(line) + 1); rule != noRule)
        m_session->toggleBreakpoint(rule);
}

void SourceView::selectRuleAt(int line)
{
    const RulesetPtr ruleset = m_session->ruleset();
    if (m_following || !ruleset)
        return;
    const RuleId rule = ruleInLine(*ruleset, static_cast<std::uint32_t>(line) + 1);
    if (rule != noRule && m_session->selection().rule != rule)
        m_session->select({ruleset->rule(rule).chain, rule});
}

void SourceView::find()
{
    loadText();
    m_finder->show();
    m_wanted->setFocus();
    m_wanted->selectAll();
}

void SourceView::findNext(bool backwards)
{
    if (m_wanted->text().isEmpty())
        return find();
    int line = -1;
    int column = -1;
    if (backwards) {
        int toLine = 0;
        int toColumn = 0;
        m_editor->getSelection(&line, &column, &toLine, &toColumn);
    }
    m_following = true;
    const bool found = m_editor->findFirst(m_wanted->text(), false, false, false, true, !backwards, line, column);
    m_following = false;
    setLook(m_wanted, "invalid", !found);
}

/// How many lines fit is known only once the text is seen.
void SourceView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    QMetaObject::invokeMethod(this, &SourceView::showLoaded, Qt::QueuedConnection);
}

void SourceView::showLoaded()
{
    loadText();
    showPosition();
}

void SourceView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        showLook();
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

}  // namespace natwalk
