// Which end each client comes to: under session affinity one cell a row, without it all of them.
#pragma once

#include "ui/plots/plot_widget.h"

#include <QString>
#include <QStringList>

#include <vector>

class QCPColorMap;
class QCPItemRect;
class QCPItemText;

namespace natwalk {

class Session;

struct ClientRow
{
    QString client;
    quint64 connections = 0;
    quint64 moves = 0;           ///< how often it ended elsewhere than before
    std::vector<double> shares;  ///< of its connections, by end
};

class ClientMap : public PlotWidget
{
    Q_OBJECT

public:
    explicit ClientMap(Session* session, QWidget* parent = nullptr);

    const std::vector<ClientRow>& clients() const { return m_clients; }
    /// "98 of 100 clients always came to the same end."; empty where there are no clients.
    const QString& sentence() const { return m_sentence; }
    /// The client that the keyboard stands on; -1: none.
    int currentClient() const { return m_current; }
    /// What is to be said of it.
    QString currentWords() const;

    QString fileName() const override { return QStringLiteral("clients"); }
    QString csv() const override;

protected:
    void useColours() override;
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void setCurrent(int client);
    void showMark();
    QString wordsOf(const ClientRow& row, std::size_t end) const;
    void fetch();
    void draw();
    void labelAxes();
    QString wordsAt(const QPoint& point) const;

    Session* m_session;
    QCPColorMap* m_map;
    QCPItemText* m_words;
    QCPItemRect* m_mark;  ///< around the client that the keyboard stands on
    std::vector<ClientRow> m_clients;
    QStringList m_ends;
    QString m_sentence;
    int m_current = -1;
};

}  // namespace natwalk
