#include "ui/empty_page.h"

#include "ui/icons.h"
#include "ui/labels.h"
#include "ui/opener.h"
#include "ui/samples.h"
#include "ui/welcome_picture.h"

#include <QClipboard>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace natwalk {

namespace {

const QString command = QStringLiteral("sudo iptables-save -c > node.iptables");
constexpr double columnWidth = 592;
/// A lower page goes without its picture.
constexpr double highEnough = 690;

void clear(QVBoxLayout* list)
{
    while (QLayoutItem* item = list->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

}  // namespace

EmptyPage::EmptyPage(QWidget* parent)
    : QWidget(parent)
    , m_picture(new WelcomePicture(this))
    , m_title(makeLabel(Type::verdict))
    , m_subtitle(makeLabel(Type::body, QStringLiteral("text2")))
    , m_drop(makeLabel(Type::body, QStringLiteral("text2")))
    , m_open(new QPushButton(icon(QStringLiteral("open"), &Theme::onPath), {}))
    , m_paste(new QPushButton(icon(QStringLiteral("paste")), {}))
    , m_commandHint(makeLabel(Type::body, QStringLiteral("text2")))
    , m_copy(new QPushButton(icon(QStringLiteral("copy")), {}))
    , m_nftHint(makeLabel(Type::small, QStringLiteral("text3")))
    , m_recentTitle(makeLabel(Type::strong))
    , m_samplesTitle(makeLabel(Type::strong))
    , m_recent(new QVBoxLayout)
    , m_samples(new QVBoxLayout)
{
    m_open->setProperty("primary", true);
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    m_title->setFont(large);
    m_nftHint->setWordWrap(true);
    m_subtitle->setWordWrap(true);
    auto* lists = new QHBoxLayout;
    lists->setSpacing(scaled(32));
    const std::pair<QLabel*, QVBoxLayout*> columns[] = {{m_samplesTitle, m_samples}, {m_recentTitle, m_recent}};
    for (const auto& [title, list] : columns) {
        auto* part = new QVBoxLayout;
        part->setSpacing(scaled(4));
        part->addWidget(title);
        part->addLayout(list);
        part->addStretch();
        lists->addLayout(part, 1);
    }
    auto* content = new QWidget;
    content->setFixedWidth(scaled(columnWidth));
    auto* column = new QVBoxLayout(content);
    column->setSpacing(scaled(8));
    column->addWidget(m_picture);
    column->addSpacing(scaled(20));
    column->addWidget(m_title);
    column->addWidget(m_subtitle);
    column->addSpacing(scaled(8));
    m_dropArea = makeDropArea();
    column->addWidget(m_dropArea);
    column->addSpacing(scaled(12));
    column->addWidget(m_commandHint);
    column->addWidget(makeCommand());
    column->addWidget(m_nftHint);
    column->addSpacing(scaled(16));
    column->addLayout(lists);
    auto* outer = new QVBoxLayout(this);
    outer->addStretch(2);
    auto* middle = new QHBoxLayout;
    middle->addStretch();
    middle->addWidget(content);
    middle->addStretch();
    outer->addLayout(middle);
    outer->addStretch(3);

    connect(m_open, &QPushButton::clicked, this, &EmptyPage::openWanted);
    connect(m_paste, &QPushButton::clicked, this, &EmptyPage::pasteWanted);
    connect(m_copy, &QPushButton::clicked, this, [] { QGuiApplication::clipboard()->setText(command); });
    retranslate();
}

QWidget* EmptyPage::makeDropArea()
{
    auto* area = new QWidget;
    area->setObjectName(QStringLiteral("dropArea"));
    area->setAttribute(Qt::WA_StyledBackground);
    area->setFixedHeight(scaled(132));
    m_drop->setAlignment(Qt::AlignCenter);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_open);
    buttons->addWidget(m_paste);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(area);
    layout->addStretch();
    layout->addWidget(m_drop);
    layout->addSpacing(scaled(8));
    layout->addLayout(buttons);
    layout->addStretch();
    return area;
}

QWidget* EmptyPage::makeCommand()
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    QLabel* text = makeLabel(Type::rule);
    text->setObjectName(QStringLiteral("command"));
    text->setText(command);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(text, 1);
    layout->addWidget(m_copy);
    return row;
}

void EmptyPage::addFile(QVBoxLayout* list, const QString& path, bool recent)
{
    const QFileInfo info(path);
    const bool missing = !info.exists();
    auto* open = new QPushButton;
    open->setProperty("link", true);
    open->setText(missing                              ? tr("%1 (missing)").arg(info.fileName())
                  : info.fileName() == u"ruleset.save" ? info.dir().dirName()
                                                       : info.fileName());
    open->setToolTip(path);
    open->setEnabled(!missing);
    connect(open, &QPushButton::clicked, this, [this, path] { emit fileWanted(path); });
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(open);
    layout->addStretch();
    open->setProperty("flush", true);
    if (recent) {
        auto* forget = new QToolButton;
        forget->setIcon(icon(QStringLiteral("close"), &Theme::text3));
        forget->setToolTip(tr("Forget this file"));
        layout->addWidget(forget);
        connect(
            forget, &QToolButton::clicked, this,
            [this, path] {
                Opener::forgetRecentFile(path);
                refresh();
            },
            Qt::QueuedConnection);
    }
    list->addWidget(row);
}

void EmptyPage::refresh()
{
    clear(m_recent);
    clear(m_samples);
    const QStringList recent = Opener::recentFiles();
    m_recentTitle->setVisible(!recent.isEmpty());
    for (const QString& path : recent)
        addFile(m_recent, path, true);
    const QStringList samples = sampleFolders();
    m_samplesTitle->setVisible(!samples.isEmpty());
    for (const QString& path : samples)
        addFile(m_samples, path, false);
}

void EmptyPage::resizeEvent(QResizeEvent* event)
{
    m_picture->setVisible(height() >= scaled(highEnough));
    QWidget::resizeEvent(event);
}

void EmptyPage::setHot(bool hot) { setLook(m_dropArea, "hot", hot); }

void EmptyPage::retranslate()
{
    m_title->setText(tr("See where a packet goes"));
    m_subtitle->setText(tr("Open a saved ruleset, pick a packet, and step through its rules. Nothing leaves this "
                           "computer, and no firewall is touched."));
    m_drop->setText(tr("Drop a ruleset here, or"));
    m_open->setText(tr("Open…"));
    m_paste->setText(tr("Paste"));
    m_paste->setToolTip(tr("Read the dump that lies in the clipboard"));
    m_commandHint->setText(tr("This makes a dump on a node:"));
    m_copy->setText(tr("Copy"));
    m_nftHint->setText(tr(
        "Where iptables is nft-backed too; rules written by nft itself are not in it. For IPv6: ip6tables-save -c."));
    m_recentTitle->setText(tr("Recent files"));
    m_samplesTitle->setText(tr("Samples"));
    refresh();
}

void EmptyPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

}  // namespace natwalk
