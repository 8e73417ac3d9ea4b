// The picture in the middle: chains as blocks with their rules, jumps that leave from their rule's row, endpoints.
#pragma once

#include "ui/graph/path_picture.h"
#include "ui/graph/picture_state.h"
#include "ui/graph/scope_picture.h"

#include <QWidget>

#include <memory>

namespace natwalk {

class CourseSource;
class Legend;
class PictureBar;
class PictureCanvas;
class Session;

class ChainGraphView : public QWidget
{
    Q_OBJECT

public:
    explicit ChainGraphView(Session* session, QWidget* parent = nullptr);

    PictureCanvas* canvas() { return m_canvas; }
    PictureScope scope() const { return m_scope; }
    /// Whether all courses are on the picture that will be.
    bool isSettled() const;
    /// Writes the whole picture at 100 %: PNG, SVG or PDF by the file's ending.
    bool exportTo(const QString& path);

public slots:
    void setScope(natwalk::PictureScope scope);
    void zoomIn();
    void zoomOut();
    void fit();
    void centreOnStep();
    void toggleMinimap();

signals:
    void scopeChanged();
    /// The source text is wanted instead (Space).
    void sourceWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void listen();
    /// In the colours and the language in use.
    void refresh();
    void placeLegend();

    void rebuild();
    void refreshState();
    void refreshTrials();
    void showLegend(std::uint64_t trials, double axis);
    void follow();
    PictureSpot selectedSpot(const PictureSpot& current) const;

    void click(const PictureSpot& spot);
    void activate(const PictureSpot& spot);
    bool unfold(const PictureSpot& spot);
    void hover(const PictureSpot& spot);
    void showToolTip(const PictureSpot& spot, const QPoint& at) const;
    void goTo(const std::vector<bool>& draws, bool onCourse, const PictureSpot& spot);
    void selectSpot(const PictureSpot& spot);
    bool navigate(int key);
    void chooseCourse(const PictureSpot& spot);

    Session* m_session;
    CourseSource* m_courses;
    PictureBar* m_bar;
    PictureCanvas* m_canvas;
    Legend* m_legend;
    PictureScope m_scope = PictureScope::path;
    Unfolded m_unfolded;
    PictureSpot m_keyboardSpot;  ///< endpoints and gates, which are no selection of the session
};

}  // namespace natwalk
