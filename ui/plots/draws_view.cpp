#include "ui/plots/draws_view.h"

#include "probability/draws.h"
#include "ui/graph/flat_button.h"
#include "ui/labels.h"
#include "ui/models/text_column.h"
#include "ui/panels/table_look.h"
#include "ui/session.h"
#include "ui/translate.h"
#include "ui/words/share_words.h"
#include "ui/words/verdict_words.h"

#include <QButtonGroup>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPainter>
#include <QSpinBox>
#include <QTableView>

#include <algorithm>

namespace natwalk {

namespace {

constexpr int mostEndpoints = 5'000;
constexpr std::size_t mostWays = 1'000;
/// Longer courses are not told draw by draw.
constexpr std::size_t mostDraws = 2'000;

struct WayTitles
{
    Q_DECLARE_TR_FUNCTIONS(WayTitles)
};

/// What comes to a rule as a light bar, and what it takes of it as a strong one, at the bar's right end: what is left
/// over shrinks from there.
class TakingDelegate : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        if (index.column() != DrawModel::barColumn)
            return RowDelegate::paint(painter, option, index);
        paintGround(painter, option, index);
        const QRectF room = QRectF(option.rect).adjusted(scaled(8), scaled(8), -scaled(8), -scaled(8));
        const double reached = std::min(index.data(DrawModel::reachedRole).toDouble(), 1.0);
        const double taken = std::min(index.data(DrawModel::takenRole).toDouble(), reached);
        const auto part = [&](double from, double length) {
            return QRectF(room.left() + room.width() * from, room.top(), std::max(room.width() * length, 1.0),
                          room.height());
        };
        painter->fillRect(part(0, reached), theme().flow);
        painter->fillRect(part(reached - taken, taken),
                          index.data(DrawModel::currentRole).toBool() ? theme().path : theme().course);
    }
};

QString wayTo(const OutcomeShare& outcome, const Question& question)
{
    if (outcome.course.size() > mostDraws)
        return {};
    QStringList words;
    for (const Message& draw : drawWords(drawsTo(question, outcome), *question.ruleset()))
        words += translated(draw);
    const QString way = words.join(WayTitles::tr(", then "));
    const auto others = static_cast<int>(outcome.courses) - 1;
    return others > 0 ? WayTitles::tr("%1 (and %n other course(s))", nullptr, others).arg(way) : way;
}

struct Found
{
    std::vector<Taking> takings;
    std::vector<DrawnWay> ways;
};

}  // namespace

WaysToEnds::WaysToEnds(QObject* parent)
    : TableModel(
        {textColumn<DrawnWay>([] { return WayTitles::tr("End"); }, &DrawnWay::end, Type::table, Qt::AlignLeft),
         textColumn<DrawnWay>([] { return WayTitles::tr("Share"); }, &DrawnWay::share, Type::table, Qt::AlignRight),
         textColumn<DrawnWay>([] { return WayTitles::tr("The draws that lead there"); }, &DrawnWay::draws, Type::small,
                              Qt::AlignLeft)},
        parent)
{}

DrawsView::DrawsView(Session* session, QWidget* parent)
    : ExhibitPage(parent)
    , m_session(session)
    , m_packet(new FlatButton)
    , m_example(new FlatButton)
    , m_endpoints(new QSpinBox)
    , m_story(makeLabel(Type::small, QStringLiteral("text2")))
    , m_rulesTable(new QTableView)
    , m_waysTitle(makeLabel(Type::strong))
    , m_waysTable(new QTableView)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(16), scaled(12), scaled(16), scaled(8));
    layout->setSpacing(scaled(8));
    layout->addWidget(makeBar());
    layout->addWidget(m_story);
    layout->addWidget(m_rulesTable, 3);
    layout->addWidget(m_waysTitle);
    layout->addWidget(m_waysTable, 2);
    m_story->setWordWrap(true);
    setUpTables();
    connect(session, &Session::distributionChanged, this, &DrawsView::refresh);
    connect(session, &Session::traceChanged, this, &DrawsView::markCurrent);
    connect(m_rulesTable, &QTableView::activated, this, [this](const QModelIndex& index) {
        if (const RuleId rule = m_rules.at(index).rule; rule != noRule)
            m_session->select({m_session->ruleset()->rule(rule).chain, rule});
    });
    connect(m_waysTable, &QTableView::activated, this, [this](const QModelIndex& index) {
        m_session->follow(m_session->distribution()->outcomes[m_ways.at(index).outcome].course);
    });
    retranslate();
}

QWidget* DrawsView::makeBar()
{
    auto* bar = new QWidget;
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(8));
    auto* frame = new SegmentFrame;
    auto* group = new QButtonGroup(this);
    for (FlatButton* button : {m_packet, m_example}) {
        frame->add(button);
        group->addButton(button);
        connect(button, &FlatButton::clicked, this, &DrawsView::refresh);
    }
    m_packet->setChecked(true);
    m_endpoints->setRange(1, mostEndpoints);
    m_endpoints->setValue(3);
    layout->addWidget(frame);
    layout->addWidget(m_endpoints);
    layout->addStretch(1);
    connect(m_endpoints, &QSpinBox::valueChanged, this, [this] { showExample(m_endpoints->value()); });
    return bar;
}

void DrawsView::setUpTables()
{
    auto* bars = new TakingDelegate(m_rulesTable);
    auto* rows = new RowDelegate(m_waysTable);
    setTableLook(m_rulesTable, 26);
    setTableLook(m_waysTable, 24);
    m_rulesTable->setModel(&m_rules);
    m_waysTable->setModel(&m_ways);
    m_rulesTable->setItemDelegate(bars);
    m_waysTable->setItemDelegate(rows);
    bars->setHairlines(true);
    rows->setHairlines(true);
    m_rulesTable->horizontalHeader()->setSectionResizeMode(DrawModel::barColumn, QHeaderView::Stretch);
    m_rulesTable->horizontalHeader()->setMinimumSectionSize(scaled(48));
    m_waysTable->horizontalHeader()->setStretchLastSection(true);
}

void DrawsView::retranslate()
{
    m_packet->setText(tr("This packet"));
    m_example->setText(tr("As kube-proxy writes"));
    m_endpoints->setSuffix(tr(" endpoints"));
    m_endpoints->setAccessibleName(tr("Number of endpoints"));
    m_waysTitle->setText(tr("The way to each end"));
    m_rulesTable->setAccessibleName(tr("Rules that draw"));
    m_waysTable->setAccessibleName(tr("The draws that lead to each end"));
    refresh();
}

void DrawsView::showExample(int endpoints)
{
    m_endpoints->setValue(endpoints);
    m_example->setChecked(true);
    refresh();
}

void DrawsView::showPacket()
{
    m_packet->setChecked(true);
    refresh();
}

/// What nobody sees is not computed.
void DrawsView::refresh()
{
    const bool isExample = m_example->isChecked();
    m_waysTitle->setVisible(!isExample);
    m_waysTable->setVisible(!isExample);
    m_rulesTable->setColumnHidden(DrawModel::biasColumn, !isExample);
    m_story->setText(
        isExample ? tr("Rules are tried in order, and each sees only what the ones before left over. So that %n "
                       "endpoint(s) get the same, each rule takes one in as many as are left.",
                       nullptr, m_endpoints->value())
                  : tr("Rules are tried in order; each sees only what the ones before left over. A rule's probability "
                       "is a share of what comes to it, not of all."));
    if (putsOff())
        return;
    m_job.cancel();
    if (isExample) {
        m_rules.show(drawRows(shareRules(static_cast<std::uint32_t>(m_endpoints->value()))));
        return fitColumns();
    }
    const auto distribution = m_session->distribution();
    if (!distribution) {
        m_rules.show({});
        m_ways.show({});
        return;
    }
    m_job.start(
        [question = m_session->question(), distribution](const Checkpoint& goOn) {
            Found found{takingsOf(*question, mostEndpoints, goOn), {}};
            for (std::size_t i = 0; i < std::min(distribution->outcomes.size(), mostWays) && goOn(0); ++i) {
                const OutcomeShare& outcome = distribution->outcomes[i];
                found.ways.push_back(
                    {i, outcomeTitle(outcome), percentText(outcome.probability), wayTo(outcome, *question)});
            }
            return found;
        },
        [this](const Found& found) {
            m_rules.show(drawRows(found.takings, *m_session->ruleset()));
            m_ways.show(found.ways);
            fitColumns();
            markCurrent();
        });
}

/// Columns are as wide as what stands in them, within bounds; the bars and the words take what is left.
void DrawsView::fitColumns()
{
    constexpr int leastBars = 140;
    constexpr int leastTarget = 60;
    for (int column = 0; column < m_rules.columnCount(); ++column)
        if (column != DrawModel::barColumn)
            fitColumn(m_rulesTable, column);
    fitColumn(m_waysTable, 0);
    fitColumn(m_waysTable, 1);
    // The bars are seen before the last letters of a chain's name are.
    const int barsAndTarget = m_rulesTable->viewport()->width() - m_rulesTable->horizontalHeader()->length()
                              + m_rulesTable->columnWidth(DrawModel::barColumn)
                              + m_rulesTable->columnWidth(DrawModel::targetColumn);
    m_rulesTable->setColumnWidth(DrawModel::targetColumn,
                                 std::min(std::max(barsAndTarget - scaled(leastBars), scaled(leastTarget)),
                                          m_rulesTable->columnWidth(DrawModel::targetColumn)));
}

/// The rule that the trace shown took is told apart.
void DrawsView::markCurrent()
{
    const TracePtr trace = m_session->trace();
    std::vector<DrawRow> rows = m_rules.rows();
    if (!trace || rows.empty() || rows.front().rule == noRule)
        return;
    for (DrawRow& row : rows)
        row.isCurrent = false;
    for (const Step& step : trace->steps)
        if (const auto* matched = std::get_if<RuleMatched>(&step.event))
            if (const auto row = std::ranges::find(rows, matched->rule, &DrawRow::rule); row != rows.end())
                row->isCurrent = true;
    m_rules.show(std::move(rows));
}

}  // namespace natwalk
