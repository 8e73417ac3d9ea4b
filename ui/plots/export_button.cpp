#include "ui/plots/export_button.h"

#include "ui/export.h"
#include "ui/icons.h"

#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QMessageBox>

namespace natwalk {

ExportButton::ExportButton(Exhibit* exhibit, QWidget* parent) : QPushButton(parent), m_exhibit(exhibit)
{
    auto* menu = new QMenu(this);
    m_save = menu->addAction(QString(), this, &ExportButton::askForFile);
    m_copyPicture = menu->addAction(QString(), this, &ExportButton::copyPicture);
    m_copyTable = menu->addAction(QString(), this, &ExportButton::copyTable);
    menu->setToolTipsVisible(true);
    setMenu(menu);
    setProperty("menuButton", true);
    retranslate();
}

void ExportButton::retranslate()
{
    setText(tr("E&xport"));
    setToolTip(tr("Save or copy what is shown"));
    m_save->setText(tr("&Save As…"));
    m_save->setToolTip(tr("As PNG, SVG, PDF or CSV"));
    m_copyPicture->setText(tr("Copy &Picture"));
    m_copyPicture->setToolTip(tr("As pixels and as SVG"));
    m_copyTable->setText(tr("Copy &Table"));
    m_copyTable->setToolTip(tr("The figures as CSV"));
    m_save->setIcon(natwalk::icon(QStringLiteral("export")));
    for (QAction* action : {m_copyPicture, m_copyTable})
        action->setIcon(natwalk::icon(QStringLiteral("copy")));
}

void ExportButton::askForFile()
{
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Save what is shown"), m_exhibit->fileName() + QStringLiteral(".png"),
                                     tr("Picture (*.png);;Vector graphics (*.svg);;Document (*.pdf);;Table (*.csv)"));
    if (!path.isEmpty() && !save(*m_exhibit, path))
        QMessageBox::warning(this, tr("Not saved"), tr("%1 could not be written.").arg(path));
}

void ExportButton::copyPicture()
{
    natwalk::copyPicture(m_exhibit->pictureSize(),
                         [this](QPaintDevice& device, double scale) { return m_exhibit->paintOn(device, scale); });
}

void ExportButton::copyTable() { QGuiApplication::clipboard()->setText(m_exhibit->csv()); }

void ExportButton::changeEvent(QEvent* event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
}

}  // namespace natwalk
