#include "ui/theme.h"

#include "ui/style.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QFontInfo>
#include <QPalette>
#include <QRegularExpression>
#include <QStyle>

#include <algorithm>
#include <cmath>

namespace natwalk {

namespace {

/// What the sizes in `Type` are made for; a desktop with larger letters scales everything.
constexpr double designedFor = 12.5;

Theme makeLight()
{
    Theme light;
    light.window = 0xF5F6F8;
    light.surface = 0xFFFFFF;
    light.canvas = 0xFBFCFD;
    light.border = 0xD5DAE0;
    light.hairline = 0xE8EBEE;
    light.text = 0x14181D;
    light.text2 = 0x4E5863;
    light.text3 = 0x66707B;
    light.path = 0x0072B2;
    light.onPath = 0xFFFFFF;
    light.header = 0xE3EFF7;
    light.flow = 0xD3E3EE;
    light.course = 0x93C3E1;
    light.current = 0xE69F00;
    light.currentGround = 0xFEF3DC;
    light.nat = 0xCC79A7;
    light.onNat = 0x2A0A1C;
    light.natText = 0x97386F;
    light.natGround = 0xF8E9F1;
    light.pass = 0x009E73;
    light.passText = 0x00684B;
    light.passGround = 0xE6F5F0;
    light.drop = 0xD55E00;
    light.dropText = 0xA03C00;
    light.dropGround = 0xFCEBDD;
    light.failText = 0xA84700;
    light.failGround = 0xFCE9DC;
    light.warningText = 0x7A5200;
    light.warningGround = 0xFEF3DC;
    light.unreached = 0xF3F4F6;
    return light;
}

Theme makeDark()
{
    Theme dark;
    dark.dark = true;
    dark.window = 0x15171B;
    dark.surface = 0x1B1E23;
    dark.canvas = 0x17191E;
    dark.border = 0x3A414A;
    dark.hairline = 0x2A2F36;
    dark.text = 0xE8EBEF;
    dark.text2 = 0xAEB7C1;
    dark.text3 = 0x8A949F;
    dark.path = 0x56B4E9;
    dark.onPath = 0x08141D;
    dark.header = 0x1F3545;
    dark.flow = 0x2A4053;
    dark.course = 0x2F6A91;
    dark.current = 0xF0AE2B;
    dark.currentGround = 0x3B301A;
    dark.nat = 0xCC79A7;
    dark.onNat = 0x2A0A1C;
    dark.natText = 0xEBA9CC;
    dark.natGround = 0x432535;
    dark.pass = 0x2CC295;
    dark.passText = 0x55D5AD;
    dark.passGround = 0x14332B;
    dark.drop = 0xF07A2A;
    dark.dropText = 0xFF9A5A;
    dark.dropGround = 0x3D2515;
    dark.failText = 0xFF9A5A;
    dark.failGround = 0x40291A;
    dark.warningText = 0xF0C36A;
    dark.warningGround = 0x3B301A;
    dark.unreached = 0x20242A;
    return dark;
}

Theme current = makeLight();
ThemeChoice choiceInUse = ThemeChoice::light;

struct NamedColour
{
    QString name;
    QColor Theme::*colour;
};

const std::vector<NamedColour>& namedColours()
{
    static const std::vector<NamedColour> names = {{QStringLiteral("window"), &Theme::window},
                                                   {QStringLiteral("surface"), &Theme::surface},
                                                   {QStringLiteral("canvas"), &Theme::canvas},
                                                   {QStringLiteral("border"), &Theme::border},
                                                   {QStringLiteral("hairline"), &Theme::hairline},
                                                   {QStringLiteral("text"), &Theme::text},
                                                   {QStringLiteral("text2"), &Theme::text2},
                                                   {QStringLiteral("text3"), &Theme::text3},
                                                   {QStringLiteral("path"), &Theme::path},
                                                   {QStringLiteral("onPath"), &Theme::onPath},
                                                   {QStringLiteral("header"), &Theme::header},
                                                   {QStringLiteral("course"), &Theme::course},
                                                   {QStringLiteral("current"), &Theme::current},
                                                   {QStringLiteral("failText"), &Theme::failText},
                                                   {QStringLiteral("failGround"), &Theme::failGround},
                                                   {QStringLiteral("warningText"), &Theme::warningText},
                                                   {QStringLiteral("warningGround"), &Theme::warningGround},
                                                   {QStringLiteral("unreached"), &Theme::unreached},
                                                   {QStringLiteral("currentGround"), &Theme::currentGround},
                                                   {QStringLiteral("dropText"), &Theme::dropText},
                                                   {QStringLiteral("dropGround"), &Theme::dropGround}};
    return names;
}

QPalette paletteOf(const Theme& theme)
{
    QPalette palette;
    palette.setColor(QPalette::Window, theme.window);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Base, theme.surface);
    palette.setColor(QPalette::AlternateBase, theme.window);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.text3);
    palette.setColor(QPalette::Button, theme.surface);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::BrightText, theme.dropText);
    palette.setColor(QPalette::Highlight, theme.path);
    palette.setColor(QPalette::HighlightedText, theme.onPath);
    palette.setColor(QPalette::Link, theme.path);
    palette.setColor(QPalette::LinkVisited, theme.path);
    palette.setColor(QPalette::ToolTipBase, theme.surface);
    palette.setColor(QPalette::ToolTipText, theme.text);
    palette.setColor(QPalette::Light, theme.surface);
    palette.setColor(QPalette::Midlight, theme.hairline);
    palette.setColor(QPalette::Mid, theme.border);
    palette.setColor(QPalette::Dark, theme.border);
    palette.setColor(QPalette::Shadow, theme.border);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme.text3);
    return palette;
}

/// The style sheet with its @names and @NNpx filled in.
QString styleSheetOf(const Theme& theme)
{
    QFile file(QStringLiteral(":/palettes/window.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    for (const NamedColour& named : namedColours())
        sheet.replace(QRegularExpression(u'@' + named.name + QStringLiteral("\\b")), (theme.*named.colour).name());
    sheet.replace(QStringLiteral("@pathHover"), theme.path.lighter(theme.dark ? 115 : 120).name());
    sheet.replace(QStringLiteral("@chevron"),
                  theme.dark ? QStringLiteral("chevron-down-dark.svg") : QStringLiteral("chevron-down-light.svg"));
    static const QRegularExpression measure(QStringLiteral("@(\\d+)px"));
    for (auto match = measure.match(sheet); match.hasMatch(); match = measure.match(sheet))
        sheet.replace(match.capturedStart(), match.capturedLength(),
                      QStringLiteral("%1px").arg(scaled(match.captured(1).toInt())));
    return sheet;
}

double fontScale()
{
    static const double scale = [] {
        const double pixels = QFontInfo(QFontDatabase::systemFont(QFontDatabase::GeneralFont)).pixelSize();
        return std::clamp(pixels / designedFor, 1.0, 3.0);
    }();
    return scale;
}

struct TypeSpec
{
    double pixels;
    QFont::Weight weight;
    bool fixedWidth;
};

TypeSpec specOf(Type type)
{
    switch (type) {
    case Type::verdict: return {16, QFont::DemiBold, false};
    case Type::blockTitle: return {13.5, QFont::DemiBold, false};
    case Type::strong: return {12.5, QFont::DemiBold, false};
    case Type::body: return {12.5, QFont::Normal, false};
    case Type::small: return {11.5, QFont::Normal, false};
    case Type::tiny: return {10.5, QFont::Normal, false};
    case Type::rule: return {12, QFont::Normal, true};
    case Type::ruleSecond: return {11, QFont::Normal, true};
    case Type::table: return {11.5, QFont::Normal, true};
    }
    return {designedFor, QFont::Normal, false};
}

QStringList familiesFor(bool fixedWidth)
{
    const QString fallback =
        QFontDatabase::systemFont(fixedWidth ? QFontDatabase::FixedFont : QFontDatabase::GeneralFont).family();
    const QString wished = fixedWidth ? QStringLiteral("JetBrains Mono") : QStringLiteral("Inter");
    return {wished, fallback, QStringLiteral("Noto Sans CJK SC"), QStringLiteral("WenQuanYi Micro Hei")};
}

bool desktopIsDark() { return QApplication::style()->standardPalette().color(QPalette::Window).lightness() < 128; }

}  // namespace

const Theme& theme() { return current; }

ThemeChoice themeChoice() { return choiceInUse; }

void useTheme(QApplication& application, ThemeChoice choice)
{
    static const bool darkDesktop = desktopIsDark();
    choiceInUse = choice;
    current =
        choice == ThemeChoice::dark || (choice == ThemeChoice::followDesktop && darkDesktop) ? makeDark() : makeLight();
    QApplication::setStyle(new Style);
    QApplication::setFont(fontFor(Type::body));
    QApplication::setPalette(paletteOf(current));
    application.setStyleSheet(styleSheetOf(current));
}

QFont fontFor(Type type)
{
    const TypeSpec spec = specOf(type);
    QFont font(familiesFor(spec.fixedWidth));
    // Points take fractions, pixels do not: 72 points are 96 pixels at the reference resolution.
    font.setPointSizeF(spec.pixels * fontScale() * 72.0 / 96.0);
    font.setWeight(spec.weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

int scaled(double pixels) { return static_cast<int>(std::lround(pixels * fontScale())); }

}  // namespace natwalk
