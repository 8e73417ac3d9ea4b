// All stops of the trace in a row, banded by hook; dragging goes there at once.
#pragma once

#include <QColor>
#include <QString>
#include <QWidget>

#include <vector>

namespace natwalk {

class Session;

class Timeline : public QWidget
{
    Q_OBJECT

public:
    explicit Timeline(Session* session, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Cell
    {
        std::size_t step = 0;
        std::size_t band = 0;
        QString text;
        QString symbol;  ///< icon beside the text; may be empty
        bool failed = false;
        bool translates = false;
        bool opensTable = false;  ///< the first of another table of its hook
        double weight = 1;
        QRectF box;
    };
    /// A table of a band's hook, and its first cell.
    struct Part
    {
        QString table;
        std::size_t first = 0;
    };
    struct Band
    {
        QString title;
        std::size_t first = 0;  ///< cells
        std::size_t last = 0;
        std::vector<Part> parts{};
    };

    void readTrace();
    void addCell(std::size_t step, const QString& band, const QString& table);
    double weightOf(const Band& band) const;
    void weighTranslations();
    static double wordsWidth(const Cell& cell);
    void placeBand(const Band& band, double x, double width);
    QString tablesOf(const Band& band, std::size_t current) const;
    std::vector<double> bandWidths() const;
    void place();
    void describe(Cell& cell) const;
    int cellAt(double x) const;
    void goToCell(int cell);
    void paintBand(QPainter& painter, const Band& band, std::size_t current) const;
    void paintCell(QPainter& painter, std::size_t index, std::size_t current) const;
    void paintWords(QPainter& painter, const Cell& cell, const QColor& ink) const;

    Session* m_session;
    std::vector<Cell> m_cells;
    std::vector<Band> m_bands;
};

}  // namespace natwalk
