// Where connections of many sources end up: a client network, places, or every way into every service, each with the
// weight that somebody gives it.
#pragma once

#include "probability/sources.h"
#include "ui/job.h"
#include "ui/models/table_model.h"
#include "ui/plots/exhibit_page.h"

#include <QTimer>

#include <memory>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QTableView;

namespace natwalk {

class Session;
class SharePlot;

/// A source, its part of all connections, and where they end.
struct SourceRow
{
    QString weight;
    QString source;
    QString ends;
};

class SourceModel : public TableModel<SourceRow>
{
public:
    explicit SourceModel(QObject* parent = nullptr);
};

/// What was asked of whom, and what came of it.
struct SourcesFound
{
    std::vector<WeightedPacket> packets;
    bool sampled = false;
    SourcesDistribution shares;
};

class SourcesView : public ExhibitPage
{
    Q_OBJECT

public:
    enum Choice { written, allWays };

    explicit SourcesView(Session* session, QWidget* parent = nullptr);

    /// Puts sources in place of those that stand here, one on each line: "10.0.0.0/8 3".
    void setText(const QString& text);
    void choose(Choice choice);
    /// Null while they are being computed, and where there are none.
    std::shared_ptr<const SourcesFound> found() const { return m_found; }
    const SourceModel& sources() const { return m_sources; }
    SharePlot* plot() const { return m_plot; }
    /// What is wrong with the sources, or to be said of their shares.
    QString remark() const;

    QString fileName() const override { return QStringLiteral("sources"); }
    QString csv() const override;

protected:
    void retranslate() override;
    void refresh() override;

private:
    QWidget* makeWriting();
    QWidget* makeAnswer();
    void showFound();
    QString readLines(NetworkSources& sources) const;

    Session* m_session;
    QTimer m_pause;  ///< asks when no key was pressed for a moment
    SourceModel m_sources;
    QComboBox* m_choice;
    QLabel* m_hint;
    QPlainTextEdit* m_text;
    QLabel* m_remark;
    SharePlot* m_plot;
    QTableView* m_table;
    std::shared_ptr<const SourcesFound> m_found;
    Job m_job;
};

}  // namespace natwalk
