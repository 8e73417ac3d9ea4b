// The Netfilter diagram for this packet: hooks and routing decisions in order; a click goes there.
#pragma once

#include "ui/steps/waypoints.h"

#include <QWidget>

#include <vector>

namespace natwalk {

class Session;

class HookStrip : public QWidget
{
    Q_OBJECT

public:
    explicit HookStrip(Session* session, QWidget* parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    /// A waypoint with its words and its place.
    struct Node
    {
        Waypoint waypoint;
        QString title;
        QString detail;
        std::vector<std::size_t> translations;  ///< stops at which NAT wrote
        double x = 0;
    };

    void readTrace();
    void place();
    Node nodeOf(const Waypoint& waypoint) const;
    int nodeAt(const QPoint& point) const;
    void goToNode(int node);
    double widthOf(const Node& node) const;
    void paintLines(QPainter& painter, std::size_t current) const;
    void paintNode(QPainter& painter, const Node& node, std::size_t index, std::size_t current) const;
    void paintWords(QPainter& painter, const Node& node, std::size_t index, std::size_t current) const;

    Session* m_session;
    std::vector<Node> m_nodes;
    int m_hovered = -1;
};

}  // namespace natwalk
