#include "ui/laboratory/judgement_panel.h"

#include "probability/fraction.h"
#include "ui/icons.h"
#include "ui/labels.h"
#include "ui/session.h"
#include "ui/translate.h"
#include "ui/words/judgement_words.h"

#include <QEvent>
#include <QLocale>
#include <QVBoxLayout>

namespace natwalk {

namespace {

struct Sign
{
    QString icon;
    QColor Theme::*ink;
};

Sign signOf(Suspicion suspicion)
{
    switch (suspicion) {
    case Suspicion::chance: return {QStringLiteral("check-circle"), &Theme::pass};
    case Suspicion::unusual: return {QStringLiteral("warning"), &Theme::warningText};
    case Suspicion::fault: return {QStringLiteral("cross-circle"), &Theme::drop};
    case Suspicion::unjudged: break;
    }
    return {QStringLiteral("info"), &Theme::text3};
}

QLabel* makeText(Type type, const QString& ink)
{
    QLabel* label = makeLabel(type, ink);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

void say(QLabel* label, const QString& text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

}  // namespace

JudgementPanel::JudgementPanel(Session* session, QWidget* parent)
    : QScrollArea(parent)
    , m_session(session)
    , m_symbol(new QLabel)
    , m_what(makeText(Type::small, QStringLiteral("text2")))
    , m_sentence(makeText(Type::blockTitle, {}))
    , m_figures(makeText(Type::table, QStringLiteral("text2")))
    , m_skew(makeText(Type::small, QStringLiteral("text2")))
    , m_remarks(makeText(Type::small, QStringLiteral("text2")))
    , m_complaints(makeText(Type::small, QStringLiteral("warning")))
    , m_exact(makeText(Type::small, QStringLiteral("text3")))
{
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(scaled(16), scaled(14), scaled(16), scaled(14));
    layout->setSpacing(scaled(10));
    layout->addWidget(m_symbol);
    for (QLabel* label : {m_what, m_sentence, m_figures, m_complaints, m_remarks, m_skew, m_exact})
        layout->addWidget(label);
    layout->addStretch(1);
    setWidget(content);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const auto changed : {&Session::distributionChanged, &Session::trialsChanged, &Session::measurementChanged})
        connect(session, changed, this, &JudgementPanel::showWords);
    showWords();
}

void JudgementPanel::showWords()
{
    setAccessibleName(tr("Chance or fault?"));
    const auto trials = m_session->trials();
    if (const auto measured = m_session->measurement()) {
        showAllOf(judgementWords(*measured));
    } else if (trials && !m_session->trialsRunning()) {
        showAllOf(judgementWords(*trials));
    } else {
        JudgementWords words;
        words.what = trials ? tr("%1 trials so far").arg(QLocale().toString(static_cast<qulonglong>(trials->done)))
                            : tr("No trials yet.");
        showAllOf(words);
    }
    showExact();
    setAccessibleDescription(text());
}

void JudgementPanel::showAllOf(const JudgementWords& words)
{
    const Sign sign = signOf(words.suspicion);
    m_symbol->setPixmap(symbol(sign.icon, theme().*sign.ink, scaled(26), devicePixelRatioF()));
    say(m_what, words.what);
    say(m_sentence, words.sentence);
    say(m_figures, words.figures);
    say(m_complaints, words.complaints.join(u'\n'));
    say(m_remarks, words.remarks.join(u'\n'));
    say(m_skew, words.skew);
}

void JudgementPanel::showExact()
{
    QStringList words;
    if (const auto distribution = m_session->distribution()) {
        if (const auto uneven = unevennessOf(*distribution))
            words += translated(uneven->sentence(*distribution));
        if (distribution->depends)
            words += tr("Some ends hang on what natwalk cannot decide: their shares do not sum to 1.");
        if (distribution->uncovered > 0)
            words += tr("%1 % of the packets take courses beyond the limit.")
                         .arg(QLocale().toString(distribution->uncovered * 100, 'g', 3));
    }
    say(m_exact, words.join(u'\n'));
}

QString JudgementPanel::text() const
{
    QStringList lines;
    for (const QLabel* label : {m_what, m_sentence, m_figures, m_complaints, m_remarks, m_skew, m_exact})
        if (!label->text().isEmpty())
            lines += label->text();
    return lines.join(u'\n');
}

void JudgementPanel::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange)
        showWords();
}

}  // namespace natwalk
