// Colours by meaning, light and dark, and the two families of type. Each colour has one meaning, and always a word or a
// symbol beside it. Text pairs reach a contrast of 4.7:1.
#pragma once

#include <QColor>
#include <QFont>

class QApplication;

namespace natwalk {

struct Theme
{
    bool dark = false;

    QColor window;   ///< behind panels and bars
    QColor surface;  ///< panels, tables, blocks
    QColor canvas;   ///< behind the picture
    QColor border;
    QColor hairline;  ///< between rows

    QColor text;
    QColor text2;
    QColor text3;

    QColor path;     ///< what this packet takes: lines, buttons, links
    QColor onPath;   ///< text on it
    QColor header;   ///< header of a block on the path; selected items
    QColor flow;     ///< probability as width
    QColor course;   ///< this course within the flow
    QColor current;  ///< the current step
    QColor currentGround;
    QColor nat;      ///< NAT tags
    QColor onNat;    ///< text on them
    QColor natText;  ///< NAT's text on a surface
    QColor natGround;
    QColor pass;  ///< matched, reached
    QColor passText;
    QColor passGround;
    QColor drop;  ///< dropped, rejected, error
    QColor dropText;
    QColor dropGround;
    QColor failText;  ///< a condition that did not hold
    QColor failGround;
    QColor warningText;  ///< doubts and problems
    QColor warningGround;
    QColor unreached;  ///< ground of what was not reached
};

enum class ThemeChoice { followDesktop, light, dark };

/// The theme in use.
const Theme& theme();

/// Puts palette, fonts and style sheet into use; all widgets get QEvent::PaletteChange.
void useTheme(QApplication& application, ThemeChoice choice);
ThemeChoice themeChoice();

/// What a text is for decides its size and family. Sizes follow the desktop's font size.
enum class Type {
    verdict,     ///< 16, semi-bold
    blockTitle,  ///< 13.5, semi-bold
    strong,      ///< 12.5, semi-bold
    body,        ///< 12.5
    small,       ///< 11.5
    tiny,        ///< 10.5
    rule,        ///< 12, fixed width
    ruleSecond,  ///< 11, fixed width
    table        ///< 11.5, fixed width
};
QFont fontFor(Type type);

/// A measure in pixels at 100 %, scaled as fonts are.
int scaled(double pixels);

}  // namespace natwalk
