#include "ui/plots/sources_view.h"

#include "kube/all_ways.h"
#include "probability/named_sources.h"
#include "ui/labels.h"
#include "ui/models/text_column.h"
#include "ui/panels/table_look.h"
#include "ui/plots/share_plot.h"
#include "ui/session.h"
#include "ui/translate.h"
#include "ui/words/share_words.h"
#include "ui/words/verdict_words.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPainter>
#include <QPlainTextEdit>
#include <QTableView>

#include <algorithm>
#include <functional>
#include <iterator>
#include <span>

namespace natwalk {

namespace {

constexpr int pause = 300;  // milliseconds
constexpr std::size_t mostBars = 100;
constexpr std::size_t mostRows = 10'000;
constexpr std::size_t shownEnds = 3;

struct SourceTitles
{
    Q_DECLARE_TR_FUNCTIONS(SourceTitles)
};

/// "10.244.0.2:80 33.3 %, 10.244.0.3:80 66.7 %": the largest first.
QString endsOf(const SourceShares& source, const QStringList& titles)
{
    auto shares = source.shares;
    std::ranges::stable_sort(shares, std::greater(), &std::pair<std::uint32_t, double>::second);
    QStringList words;
    for (const auto& [outcome, share] : std::span(shares).first(std::min(shares.size(), shownEnds)))
        words += titles[outcome] + u' ' + percentText(share);
    if (shares.size() > shownEnds)
        words += QStringLiteral("\u2026");
    return words.join(QStringLiteral(", "));
}

std::vector<SourceRow> rowsOf(const SourcesFound& found)
{
    const QStringList titles = outcomeTitles(found.shares.all.outcomes);
    std::vector<SourceRow> rows;
    for (std::size_t i = 0; i < std::min(found.shares.sources.size(), mostRows); ++i)
        rows.push_back({percentText(found.shares.sources[i].weight), qstring(found.packets[i].name),
                        endsOf(found.shares.sources[i], titles)});
    return rows;
}

}  // namespace

SourceModel::SourceModel(QObject* parent)
    : TableModel({textColumn<SourceRow>([] { return SourceTitles::tr("Weight"); }, &SourceRow::weight, Type::table,
                                        Qt::AlignRight),
                  textColumn<SourceRow>([] { return SourceTitles::tr("Source"); }, &SourceRow::source, Type::table,
                                        Qt::AlignLeft),
                  textColumn<SourceRow>([] { return SourceTitles::tr("Where its connections end"); }, &SourceRow::ends,
                                        Type::table, Qt::AlignLeft)},
                 parent)
{}

SourcesView::SourcesView(Session* session, QWidget* parent)
    : ExhibitPage(parent)
    , m_session(session)
    , m_choice(new QComboBox)
    , m_hint(makeLabel(Type::small, QStringLiteral("text2")))
    , m_text(new QPlainTextEdit)
    , m_remark(makeLabel(Type::small, QStringLiteral("warning")))
    , m_plot(new SharePlot)
    , m_table(new QTableView)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(scaled(16), scaled(12), scaled(16), scaled(8));
    layout->setSpacing(scaled(16));
    layout->addWidget(makeWriting());
    layout->addWidget(makeAnswer(), 1);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &SourcesView::refresh);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] { m_pause.start(); });
    connect(m_choice, &QComboBox::currentIndexChanged, this, &SourcesView::refresh);
    connect(session, &Session::traceChanged, this, &SourcesView::refresh);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        const Packet packet = m_found->packets[static_cast<std::size_t>(index.row())].packet;
        m_session->askPacket(packet);
    });
    retranslate();
}

QWidget* SourcesView::makeWriting()
{
    auto* column = new QWidget;
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(8));
    column->setFixedWidth(scaled(220));
    m_choice->addItems({QString(), QString()});
    m_text->setFont(fontFor(Type::table));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    m_text->setPlainText(QStringLiteral("outside 3\npod\n"));
    m_hint->setWordWrap(true);
    m_remark->setWordWrap(true);
    layout->addWidget(m_choice);
    layout->addWidget(m_hint);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_remark);
    return column;
}

QWidget* SourcesView::makeAnswer()
{
    auto* column = new QWidget;
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(8));
    auto* rows = new RowDelegate(m_table);
    setTableLook(m_table, 24);
    m_table->setModel(&m_sources);
    m_table->setItemDelegate(rows);
    rows->setHairlines(true);
    m_table->horizontalHeader()->setStretchLastSection(true);
    layout->addWidget(m_plot, 3);
    layout->addWidget(m_table, 2);
    return column;
}

void SourcesView::retranslate()
{
    m_choice->setItemText(written, tr("These sources"));
    m_choice->setItemText(allWays, tr("All ways into all services"));
    m_choice->setAccessibleName(tr("Who connects"));
    m_hint->setText(tr("One on each line: outside, pod, node or a network, and how much it weighs."));
    m_text->setAccessibleName(tr("Sources and their weights"));
    m_table->setAccessibleName(tr("Sources"));
    refresh();
}

void SourcesView::setText(const QString& text)
{
    m_choice->setCurrentIndex(written);
    m_text->setPlainText(text);
    refresh();
}

void SourcesView::choose(Choice choice) { m_choice->setCurrentIndex(choice); }

QString SourcesView::remark() const { return m_remark->text(); }

/// @return what is wrong with the first line that is not understood
QString SourcesView::readLines(NetworkSources& sources) const
{
    const QStringList lines = m_text->toPlainText().split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString line = lines[i].section(u'#', 0, 0).trimmed();
        if (line.isEmpty())
            continue;
        const auto named = namedSource(line.toStdString());
        if (!named)
            return tr("Line %1: a source weighs a number above 0.").arg(i + 1);
        switch (addPackets(*named, *m_session->question(), sources)) {
        case SourceFault::none: break;
        case SourceFault::noSuchPlace: return tr("Line %1: the host shows no such place.").arg(i + 1);
        case SourceFault::unknown:
            return tr("Line %1: neither outside, pod, node nor a network of the packet's family.").arg(i + 1);
        }
    }
    return sources.packets.empty() ? tr("No source yet.") : QString();
}

/// What nobody sees is not computed.
void SourcesView::refresh()
{
    m_pause.stop();
    m_job.cancel();
    m_found.reset();
    m_text->setEnabled(m_choice->currentIndex() == written);
    const auto question = m_session->question();
    if (putsOff() || !question || !question->ruleset())
        return showFound();
    NetworkSources sources;
    const bool takesAll = m_choice->currentIndex() == allWays;
    const QString wrong = takesAll ? QString() : readLines(sources);
    showFound();
    m_remark->setText(wrong);
    if (!wrong.isEmpty())
        return;
    m_job.start(
        [question, sources, takesAll](const Checkpoint& goOn) {
            auto found = std::make_shared<SourcesFound>();
            found->packets =
                takesAll ? allWaysIn(*question->document, question->packet.src.family, servicesOf(*question->ruleset()))
                         : sources.packets;
            found->sampled = sources.sampled;
            found->shares = distributionOver(question->document, question->before, found->packets, goOn);
            return found;
        },
        [this](const std::shared_ptr<SourcesFound>& found) {
            m_found = found;
            showFound();
        });
}

void SourcesView::showFound()
{
    m_plot->show(m_found ? shareBars(m_found->shares.all, nullptr, {}, mostBars) : std::vector<ShareBar>());
    m_sources.show(m_found ? rowsOf(*m_found) : std::vector<SourceRow>());
    fitColumn(m_table, 0);
    fitColumn(m_table, 1);
    QString remark;
    if (m_found && m_found->packets.empty())
        remark = tr("The rules hold no services.");
    else if (m_found && m_found->sampled)
        remark = tr("Each address may fare otherwise, and they are too many to ask all: some were asked, evenly apart, "
                    "for their neighbours too.");
    m_remark->setText(remark);
}

QString SourcesView::csv() const
{
    QString text = QStringLiteral("source,weight,end,share\n");
    if (!m_found)
        return text;
    const QStringList titles = outcomeTitles(m_found->shares.all.outcomes);
    const auto quoted = [](QString cell) { return u'"' + cell.replace(u'"', QStringLiteral("\"\"")) + u'"'; };
    for (std::size_t i = 0; i < m_found->shares.sources.size(); ++i)
        for (const auto& [outcome, share] : m_found->shares.sources[i].shares)
            text += QStringLiteral("%1,%2,%3,%4\n")
                        .arg(quoted(qstring(m_found->packets[i].name)))
                        .arg(m_found->shares.sources[i].weight, 0, 'g', 15)
                        .arg(quoted(titles[outcome]))
                        .arg(share, 0, 'g', 15);
    return text;
}

}  // namespace natwalk
