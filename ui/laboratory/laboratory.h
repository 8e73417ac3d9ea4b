// The distribution laboratory: trials or measured counts at the left, a plot in the middle, the judgement at the right.
#pragma once

#include <QDialog>

#include <array>
#include <cstdint>

class QStackedWidget;
class QBoxLayout;
class QScrollArea;

namespace natwalk {

class ClientMap;
class ConvergencePlot;
class DrawsView;
class ElidedLabel;
class ExportButton;
class Exhibit;
class FlatButton;
class JudgementPanel;
class MeasuredPanel;
class PlanPanel;
class Session;
class SharesPage;
class SourcesView;

class Laboratory : public QDialog
{
    Q_OBJECT

public:
    enum Page : std::uint8_t { sharesPage, convergencePage, drawsPage, clientsPage, sourcesPage };
    static constexpr std::size_t pages = 5;
    enum Source : std::uint8_t { trialsSource, measuredSource };

    explicit Laboratory(Session* session, QWidget* parent = nullptr);

    void showPage(Page page);
    void showSource(Source source);
    Exhibit* exhibit() const;

    SharesPage* shares() const { return m_shares; }
    ConvergencePlot* convergence() const { return m_convergence; }
    DrawsView* draws() const { return m_draws; }
    ClientMap* clients() const { return m_clients; }
    SourcesView* sources() const { return m_sourcesView; }
    PlanPanel* plan() const { return m_plan; }
    MeasuredPanel* measured() const { return m_measured; }
    JudgementPanel* judgement() const { return m_judgement; }

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeBar();
    QWidget* makeSources();
    void retranslate();
    void showQuestion();
    void followMeasurement();

    Session* m_session;
    std::array<FlatButton*, pages> m_pageButtons{};
    std::array<FlatButton*, 2> m_sourceButtons{};
    QStackedWidget* m_pages;
    QStackedWidget* m_sources;
    SharesPage* m_shares;
    ConvergencePlot* m_convergence;
    DrawsView* m_draws;
    ClientMap* m_clients;
    SourcesView* m_sourcesView;
    PlanPanel* m_plan;
    MeasuredPanel* m_measured;
    JudgementPanel* m_judgement;
    ElidedLabel* m_question;
    ExportButton* m_export;
};

}  // namespace natwalk
