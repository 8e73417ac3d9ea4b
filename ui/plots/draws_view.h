// How the shares come about: the rules that draw, and the draws that lead to each end; for this packet, or as
// kube-proxy writes them for n endpoints.
#pragma once

#include "ui/job.h"
#include "ui/models/draw_model.h"
#include "ui/plots/exhibit_page.h"

class QLabel;
class QSpinBox;
class QTableView;

namespace natwalk {

class FlatButton;
class Session;

/// An end, its share, and the draws of the likeliest course to it.
struct DrawnWay
{
    std::size_t outcome = 0;
    QString end;
    QString share;
    QString draws;  ///< "not 0.33333 at rule 1, then 0.5 at rule 2"
};

class WaysToEnds : public TableModel<DrawnWay>
{
public:
    explicit WaysToEnds(QObject* parent = nullptr);
};

class DrawsView : public ExhibitPage
{
    Q_OBJECT

public:
    explicit DrawsView(Session* session, QWidget* parent = nullptr);

    /// Shows how kube-proxy writes the rules for so many endpoints.
    void showExample(int endpoints);
    void showPacket();
    const DrawModel& rules() const { return m_rules; }
    const WaysToEnds& ways() const { return m_ways; }

    QString fileName() const override { return QStringLiteral("draws"); }
    QString csv() const override { return csvOf(m_rules.rows()); }

protected:
    void retranslate() override;
    void refresh() override;

private:
    QWidget* makeBar();
    void setUpTables();
    void fitColumns();
    void markCurrent();

    Session* m_session;
    DrawModel m_rules;
    WaysToEnds m_ways;
    FlatButton* m_packet;
    FlatButton* m_example;
    QSpinBox* m_endpoints;
    QLabel* m_story;
    QTableView* m_rulesTable;
    QLabel* m_waysTitle;
    QTableView* m_waysTable;
    Job m_job;
};

}  // namespace natwalk
