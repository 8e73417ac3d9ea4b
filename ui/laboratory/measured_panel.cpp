#include "ui/laboratory/measured_panel.h"

#include "ui/labels.h"
#include "ui/session.h"
#include "ui/words/verdict_words.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>

namespace natwalk {

namespace {

constexpr int pause = 250;  // milliseconds
constexpr qint64 mostBytes = 16'000'000;
constexpr std::size_t mostComplaints = 5;
constexpr double mostRequests = 1e9;
enum Unit { connections, requests };

QStringList endsOf(const Distribution& distribution)
{
    QStringList ends;
    for (const OutcomeShare& outcome : distribution.outcomes)
        if (outcome.endpoint)
            ends += outcomeTitle(outcome);
    return ends;
}

QLabel* makeNote(const QString& ink)
{
    QLabel* label = makeLabel(Type::small, ink);
    label->setWordWrap(true);
    return label;
}

}  // namespace

MeasuredPanel::MeasuredPanel(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_hint(makeNote(QStringLiteral("text2")))
    , m_text(new QPlainTextEdit)
    , m_open(new QPushButton)
    , m_paste(new QPushButton)
    , m_ends(new QPushButton)
    , m_problems(makeNote(QStringLiteral("warning")))
    , m_counters(new QCheckBox)
    , m_unitLabel(makeLabel(Type::small, QStringLiteral("text2")))
    , m_unit(new QComboBox)
    , m_eachLabel(makeLabel(Type::small, QStringLiteral("text2")))
    , m_each(new QDoubleSpinBox)
    , m_keepAlive(makeNote(QStringLiteral("text2")))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(8));
    layout->addWidget(m_hint);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_problems);
    layout->addWidget(makeButtons());
    layout->addWidget(m_counters);
    layout->addWidget(makeUnit());
    layout->addWidget(m_keepAlive);
    m_text->setFont(fontFor(Type::table));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    setFocusProxy(m_text);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);

    connect(&m_pause, &QTimer::timeout, this, &MeasuredPanel::apply);
    connect(m_text, &QPlainTextEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_counters, &QCheckBox::toggled, this, &MeasuredPanel::apply);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &MeasuredPanel::apply);
    connect(m_each, &QDoubleSpinBox::valueChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_problems, &QLabel::linkActivated, this, &MeasuredPanel::goToLine);
    connect(session, &Session::measurementChanged, this, &MeasuredPanel::showState);
    connect(session, &Session::distributionChanged, this, &MeasuredPanel::showState);
    retranslate();
}

QWidget* MeasuredPanel::makeButtons()
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(6));
    for (QPushButton* button : {m_paste, m_open, m_ends})
        layout->addWidget(button);
    layout->addStretch(1);
    connect(m_open, &QPushButton::clicked, this, &MeasuredPanel::openFile);
    connect(m_paste, &QPushButton::clicked, this, &MeasuredPanel::paste);
    connect(m_ends, &QPushButton::clicked, this, &MeasuredPanel::insertEnds);
    return row;
}

QWidget* MeasuredPanel::makeUnit()
{
    auto* row = new QWidget;
    auto* layout = new QGridLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(scaled(8));
    layout->setVerticalSpacing(scaled(6));
    layout->addWidget(m_unitLabel, 0, 0);
    layout->addWidget(m_unit, 0, 1);
    layout->addWidget(m_eachLabel, 1, 0);
    layout->addWidget(m_each, 1, 1);
    layout->setColumnStretch(1, 1);
    m_unit->addItems({QString(), QString()});
    m_each->setRange(1, mostRequests);
    m_each->setDecimals(1);
    m_each->setValue(10);
    m_each->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_unitLabel->setBuddy(m_unit);
    m_eachLabel->setBuddy(m_each);
    return row;
}

void MeasuredPanel::retranslate()
{
    m_hint->setText(tr("An endpoint and its count on each line, as columns, CSV, JSON or “uniq -c” have them."));
    m_text->setAccessibleName(tr("Measured counts"));
    m_paste->setText(tr("&Paste"));
    m_paste->setToolTip(tr("Take what lies in the clipboard"));
    m_open->setText(tr("&Open…"));
    m_open->setToolTip(tr("Take the counts of a file"));
    m_ends->setText(tr("&Fill In"));
    m_ends->setToolTip(tr("Write the endpoints, so that only the numbers are missing"));
    m_counters->setText(tr("Take the rules' &counters"));
    m_counters->setToolTip(tr("As iptables-save -c saved them with the rules"));
    m_unitLabel->setText(tr("Counted were"));
    m_unit->setAccessibleName(m_unitLabel->text());
    m_unit->setItemText(connections, tr("connections"));
    m_unit->setItemText(requests, tr("requests"));
    m_eachLabel->setText(tr("Requests on each"));
    m_each->setAccessibleName(tr("Requests on each connection"));
    showState();
}

bool MeasuredPanel::isEmpty() const { return !m_counters->isChecked() && m_text->toPlainText().trimmed().isEmpty(); }

void MeasuredPanel::setText(const QString& text) { m_text->setPlainText(text); }

void MeasuredPanel::takeOver(const MeasuredInput& input)
{
    const bool areRequests = input.unit.requestsEach > 1;
    const QSignalBlocker quiet[] = {QSignalBlocker(m_text), QSignalBlocker(m_counters), QSignalBlocker(m_unit),
                                    QSignalBlocker(m_each)};
    m_text->setPlainText(input.text);
    m_counters->setChecked(input.fromCounters);
    m_unit->setCurrentIndex(areRequests ? requests : connections);
    if (areRequests)
        m_each->setValue(input.unit.requestsEach);
}

void MeasuredPanel::apply()
{
    m_pause.stop();
    const bool areRequests = m_unit->currentIndex() == requests;
    m_session->measure({.text = m_text->toPlainText(),
                        .fromCounters = m_counters->isChecked(),
                        .unit = {areRequests ? m_each->value() : 1.0}});
    showState();
}

void MeasuredPanel::showState()
{
    const auto distribution = m_session->distribution();
    const bool fromCounters = m_counters->isChecked();
    const bool areRequests = m_unit->currentIndex() == requests && !fromCounters;
    for (QWidget* widget : std::initializer_list<QWidget*>{m_text, m_paste, m_open, m_unit})
        widget->setEnabled(!fromCounters);
    m_ends->setEnabled(!fromCounters && distribution && !endsOf(*distribution).isEmpty());
    m_eachLabel->setVisible(areRequests);
    m_each->setVisible(areRequests);
    m_keepAlive->setText(
        areRequests
            ? tr("Rules choose an endpoint once for each connection. What follows on it by keep-alive ends there too, "
                 "so that requests scatter more than as many connections would.")
            : tr("Rules choose once for each connection. Where clients keep connections open, an access log counts "
                 "requests, which are more: say so above."));
    if (distribution)
        m_text->setPlaceholderText(endsOf(*distribution).mid(0, mostComplaints).join(QStringLiteral("  …\n"))
                                   + QStringLiteral("  …"));
    markWrongLines();
}

void MeasuredPanel::markWrongLines()
{
    const auto measured = m_session->measurement();
    QList<QTextEdit::ExtraSelection> marks;
    QStringList links;
    if (measured && !measured->input.fromCounters) {
        for (const std::uint32_t line : measured->wrongLines) {
            QTextEdit::ExtraSelection mark;
            mark.cursor = QTextCursor(m_text->document()->findBlockByNumber(static_cast<int>(line) - 1));
            mark.format.setBackground(theme().failGround);
            mark.format.setProperty(QTextFormat::FullWidthSelection, true);
            marks << mark;
            links << QStringLiteral("<a href=\"%1\">%1</a>").arg(line);
        }
    }
    m_text->setExtraSelections(marks);
    const auto shown = links.mid(0, mostComplaints).join(QStringLiteral(", "));
    const QString more = links.size() > static_cast<qsizetype>(mostComplaints) ? QStringLiteral(", …") : QString();
    m_problems->setText(tr("Lines without a count: %1. The others are judged.").arg(shown + more));
    m_problems->setVisible(!links.isEmpty());
}

void MeasuredPanel::goToLine(const QString& number)
{
    m_text->setTextCursor(QTextCursor(m_text->document()->findBlockByNumber(number.toInt() - 1)));
    m_text->centerCursor();
    m_text->setFocus();
}

void MeasuredPanel::openFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open measured counts"));
    if (path.isEmpty())
        return;
    QFile file(path);
    if (file.open(QIODevice::ReadOnly) && file.size() <= mostBytes)
        m_text->setPlainText(QString::fromUtf8(file.readAll()));
    else
        m_hint->setText(tr("%1 could not be read.").arg(path));
}

void MeasuredPanel::paste() { m_text->setPlainText(QGuiApplication::clipboard()->text()); }

void MeasuredPanel::insertEnds()
{
    const auto distribution = m_session->distribution();
    QString text = m_text->toPlainText();
    if (!text.isEmpty() && !text.endsWith(u'\n'))
        text += u'\n';
    for (const QString& end : endsOf(*distribution))
        if (!text.contains(end + u' '))
            text += end + QStringLiteral(" 0\n");
    m_text->setPlainText(text);
    m_text->setFocus();
}

void MeasuredPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        markWrongLines();
}

}  // namespace natwalk
