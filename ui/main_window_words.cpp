// What menus, commands, docks and tabs are called, in the language in use.
#include "ui/actions.h"
#include "ui/main_window.h"
#include "ui/names.h"
#include "ui/rules/chain_rules_view.h"
#include "ui/rules/rules_view.h"

#include <QDockWidget>
#include <QMenu>
#include <QTabWidget>

namespace natwalk {

void MainWindow::retranslate()
{
    const QStringList menus = {tr("&File"), tr("&Edit"),  tr("&View"), tr("&Trace"),
                               tr("&Go"),   tr("T&ools"), tr("&Help")};
    for (qsizetype i = 0; i < menus.size(); ++i)
        m_menus[static_cast<std::size_t>(i)]->setTitle(menus[i]);
    m_recentMenu->setTitle(tr("Open &Recent"));
    m_themeMenu->setTitle(tr("&Theme"));
    m_languageMenu->setTitle(tr("&Language"));
    const std::pair<QString, QString> commands[] = {
        {tr("&Open…"), tr("Open a ruleset, a scenario, or a folder with both")},
        {tr("Open What Was &Copied"), tr("Read the dump that lies in the clipboard")},
        {tr("Export &Picture…"), tr("Save the whole picture as PNG, SVG or PDF")},
        {tr("Export &Histogram…"), tr("Save the histogram as PNG, SVG, PDF or CSV")},
        {tr("&Quit"), tr("Close the window")},
        {tr("&Copy Rule"), tr("Copy the selected rule as it was saved")},
        {tr("Copy the &Kernel's Name"), tr("Copy what the kernel's log calls the selected rule")},
        {tr("&Find in Source"), tr("Find text in the file")},
        {tr("Find &Next"), tr("Find the next one")},
        {tr("Find &Previous"), tr("Find the one before")},
        {tr("Go to &Line…"), tr("Go to a line of the file")},
        {tr("As the &Desktop"), tr("Light or dark, as the desktop is")},
        {tr("&Light"), tr("Dark on light")},
        {tr("&Dark"), tr("Light on dark")},
        {tr("As the &System"), tr("The language of the system")},
        {QStringLiteral("English"), tr("English, at once")},
        {QStringLiteral("中文"), tr("Chinese, at once")},
        {tr("&Path"), tr("The chains on the packet's path")},
        {tr("&Neighbourhood"), tr("The path and what is beside it")},
        {tr("&All"), tr("All chains")},
        {tr("Zoom &In"), tr("Zoom in")},
        {tr("Zoom &Out"), tr("Zoom out")},
        {tr("&Fit"), tr("Fit the picture into the window")},
        {tr("&Centre"), tr("Centre on the current step")},
        {tr("&Minimap"), tr("Show the minimap, or no longer")},
        {tr("&Rules"), tr("Show the rules on the path")},
        {tr("&Source"), tr("Show the file")},
        {tr("&Events"), tr("Show what happened, row by row")},
        {tr("&Histogram"), tr("Show where connections end up")},
        {tr("&Problems"), tr("Show what was not understood")},
        {tr("Ways &In"), tr("Show all ways into the services")},
        {tr("&Host"), tr("Show the host, and write in it")},
        {tr("&Whole Chain"), tr("All rules of the selected chain, and why each did not match")},
        {tr("&Presentation"), tr("Hide all panels, or show them again")},
        {tr("&Reset Layout"), tr("Put all panels where they were at first")},
        {tr("&Destination"), tr("Type where the packet goes")},
        {tr("&Trace"), tr("Trace this packet")},
        {tr("&Why?"), tr("Go to the rule that decided")},
        {tr("Chec&k on the Node…"), tr("Commands that check this verdict on the node")},
        {tr("&Services"), tr("Search the services")},
        {tr("Next &Problem"), tr("Go to the next problem, and look at its rule")},
        {tr("Pre&vious Problem"), tr("Go to the problem before, and look at its rule")},
        {tr("Distribution &Laboratory…"), tr("Trials, measured counts, and how the shares come about")},
        {tr("&Measured Counts…"), tr("Put what was counted on the cluster beside the exact shares")},
        {tr("&Matches and Targets"), tr("What natwalk does with each extension of iptables")},
        {tr("&About natwalk"), tr("What natwalk is")}};
    auto command = m_commands.begin();
    for (const auto& [text, tip] : commands) {
        Q_ASSERT(command != m_commands.end());
        describe(*command++, text, tip);
    }
    retranslateTabs();
    m_actions->retranslate();
}

void MainWindow::retranslateTabs()
{
    const std::pair<QDockWidget*, QString> docks[] = {{m_navigatorDock, tr("Services, Chains and Packets")},
                                                      {m_tablesDock, tr("Tables")},
                                                      {m_detailsDock, tr("Details")}};
    for (const auto& [dock, title] : docks) {
        dock->setWindowTitle(title);
        describe(dock->toggleViewAction(), title, tr("Show this panel, or hide it"));
    }
    m_navigator->setTabText(servicesTab, tr("Services"));
    m_navigator->setTabText(chainsTab, tr("Chains"));
    m_navigator->setTabText(packetsTab, tr("Packets"));
    showRulesTitle();
    m_tables->setTabText(sourceTab, tr("Source"));
    m_tables->setTabText(histogramTab, tr("Histogram"));
    m_tables->setTabText(waysTab, tr("Ways in"));
    m_tables->setTabText(hostTab, tr("Host"));
    showEventCount();
}

void MainWindow::showRulesTitle()
{
    const ChainId chain = m_rules->chain()->model().chain();
    const bool whole = m_wholeChain->isChecked() && m_session.ruleset() && chain != noChain;
    m_tables->setTabText(pathTab,
                         whole ? tr("Rules of %1").arg(titleOf(*m_session.ruleset(), chain)) : tr("Rules on the path"));
}

}  // namespace natwalk
