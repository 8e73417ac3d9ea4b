#include "ui/panels/extensions_dialog.h"

#include "ui/labels.h"
#include "ui/panels/table_look.h"
#include "ui/theme.h"
#include "ui/translate.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

namespace natwalk {

namespace {

struct ExtensionWords
{
    Q_DECLARE_TR_FUNCTIONS(ExtensionWords)
};

QString standingText(Standing standing)
{
    switch (standing) {
    case Standing::simulated: return ExtensionWords::tr("simulated");
    case Standing::noEffect: return ExtensionWords::tr("no effect on the path");
    case Standing::doubted: return ExtensionWords::tr("kept with doubt");
    }
    return {};
}

QString nameText(const ExtensionRow& row) { return qstring(row.option()) + u' ' + qstring(row.name); }

QString optionsText(const ExtensionRow& row)
{
    QStringList names;
    for (const OptionSpec& option : row.options)
        names += qstring(option.name);
    return names.join(u' ');
}

QVariant nameValue(const ExtensionRow& row, int role)
{
    if (role == Qt::FontRole)
        return fontFor(Type::table);
    return role == Qt::DisplayRole ? QVariant(nameText(row)) : QVariant();
}

QVariant standingValue(const ExtensionRow& row, int role)
{
    if (role == Qt::ForegroundRole)
        return row.standing == Standing::doubted ? theme().warningText : theme().text2;
    return role == Qt::DisplayRole ? QVariant(standingText(row.standing)) : QVariant();
}

QVariant purposeValue(const ExtensionRow& row, int role)
{
    return role == Qt::DisplayRole || role == Qt::ToolTipRole ? QVariant(translated(purposeOf(row))) : QVariant();
}

QVariant optionsValue(const ExtensionRow& row, int role)
{
    if (role == Qt::FontRole)
        return fontFor(Type::table);
    return role == Qt::DisplayRole || role == Qt::ToolTipRole ? QVariant(optionsText(row)) : QVariant();
}

}  // namespace

ExtensionModel::ExtensionModel(QObject* parent)
    : TableModel({{[] { return ExtensionWords::tr("Extension"); }, nameValue},
                  {[] { return ExtensionWords::tr("What natwalk does with it"); }, standingValue},
                  {[] { return ExtensionWords::tr("What it is for"); }, purposeValue},
                  {[] { return ExtensionWords::tr("Options"); }, optionsValue}},
                 parent)
{}

ExtensionsDialog::ExtensionsDialog(QWidget* parent)
    : QDialog(parent)
    , m_sentence(makeLabel(Type::body))
    , m_search(new QLineEdit)
    , m_table(new QTableView)
{
    resize(scaled(1060), scaled(560));
    setTableLook(m_table, 26);
    auto* delegate = new RowDelegate(m_table);
    delegate->setHairlines(true);
    m_table->setModel(&m_model);
    m_table->setItemDelegate(delegate);
    m_table->horizontalHeader()->resizeSection(ExtensionModel::nameColumn, scaled(160));
    m_table->horizontalHeader()->resizeSection(ExtensionModel::standingColumn, scaled(170));
    m_table->horizontalHeader()->resizeSection(ExtensionModel::purposeColumn, scaled(440));
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_sentence->setWordWrap(true);
    m_search->setClearButtonEnabled(true);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_sentence);
    layout->addWidget(m_search);
    layout->addWidget(m_table, 1);
    connect(m_search, &QLineEdit::textChanged, this, &ExtensionsDialog::search);
    search({});
    retranslate();
}

void ExtensionsDialog::search(const QString& word)
{
    std::vector<ExtensionRow> rows = extensionTable();
    std::erase_if(rows, [&](const ExtensionRow& row) {
        return !nameText(row).contains(word, Qt::CaseInsensitive)
               && !optionsText(row).contains(word, Qt::CaseInsensitive)
               && !translated(purposeOf(row)).contains(word, Qt::CaseInsensitive);
    });
    m_model.show(std::move(rows));
}

void ExtensionsDialog::retranslate()
{
    setWindowTitle(tr("Matches and Targets"));
    m_table->setAccessibleName(windowTitle());
    m_sentence->setText(tr("What is kept with doubt is read and printed back; where it decides, the trace says that "
                           "natwalk cannot know."));
    m_search->setPlaceholderText(tr("Search by name, option or purpose"));
    m_search->setAccessibleName(m_search->placeholderText());
}

void ExtensionsDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

}  // namespace natwalk
