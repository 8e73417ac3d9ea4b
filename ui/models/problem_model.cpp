#include "ui/models/problem_model.h"

#include "ui/hidden_findings.h"
#include "ui/theme.h"
#include "ui/translate.h"

#include <QCoreApplication>

namespace natwalk {

namespace {

struct ProblemTitles
{
    Q_DECLARE_TR_FUNCTIONS(ProblemTitles)
};

QString severityText(Severity severity)
{
    switch (severity) {
    case Severity::error: return ProblemTitles::tr("error");
    case Severity::warning: return ProblemTitles::tr("warning");
    case Severity::note: break;
    }
    return ProblemTitles::tr("note");
}

QVariant severityValue(const ProblemRow& row, int role)
{
    if (role == Qt::ForegroundRole)
        return row.severity == Severity::error     ? theme().dropText
               : row.severity == Severity::warning ? theme().warningText
                                                   : theme().text2;
    return role == Qt::DisplayRole ? QVariant(severityText(row.severity)) : QVariant();
}

QVariant placeValue(const ProblemRow& row, int role)
{
    if (role == Qt::FontRole)
        return fontFor(Type::table);
    if (role != Qt::DisplayRole || row.where.line == 0)
        return {};
    const QString place = QStringLiteral("%1:%2").arg(row.where.line).arg(row.where.column);
    return row.inScenario ? ProblemTitles::tr("scenario %1").arg(place) : place;
}

QVariant sentenceValue(const ProblemRow& row, int role)
{
    if (role == Qt::ToolTipRole)
        return row.cause.isEmpty() ? row.sentence : row.sentence + u'\n' + row.cause;
    return role == Qt::DisplayRole ? QVariant(row.sentence) : QVariant();
}

/// What was found, and what follows from it.
ProblemRow rowOf(const Finding& finding, std::size_t number, const Document& document)
{
    const std::uint32_t line = finding.line(*document.rulesets[finding.ruleset]);
    const QString what = translated(finding.what);
    return {finding.severity,
            {line, line == 0 ? 0U : 1U, 0},
            false,
            ProblemTitles::tr("%1; %2").arg(what, translated(finding.consequence)),
            translated(finding.cause),
            number};
}

}  // namespace

std::vector<ProblemRow> problemRowsOf(const Opened& opened, const HiddenFindings* hidden)
{
    std::vector<ProblemRow> rows;
    if (opened.problem)
        rows.push_back({Severity::error, {}, false, translated(*opened.problem)});
    for (const Diagnostic& diagnostic : opened.diagnostics)
        rows.push_back({diagnostic.severity, diagnostic.where, false, translated(diagnostic.message)});
    for (const Diagnostic& diagnostic : opened.scenarioDiagnostics)
        rows.push_back({diagnostic.severity, diagnostic.where, true, translated(diagnostic.message)});
    for (std::size_t i = 0; i < opened.findings.size(); ++i)
        if (hidden == nullptr || !hidden->hides(opened.findings[i]))
            rows.push_back(rowOf(opened.findings[i], i, *opened.document));
    return rows;
}

ProblemModel::ProblemModel(QObject* parent)
    : TableModel({{[] { return ProblemTitles::tr("Kind"); }, severityValue},
                  {[] { return ProblemTitles::tr("Line"); }, placeValue},
                  {[] { return ProblemTitles::tr("What is wrong"); }, sentenceValue}},
                 parent)
{}

}  // namespace natwalk
