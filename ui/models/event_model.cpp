#include "ui/models/event_model.h"

#include "trace/kernel_log.h"
#include "ui/names.h"
#include "ui/theme.h"
#include "ui/translate.h"
#include "ui/words/step_words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <optional>

namespace natwalk {

namespace {

struct EventTitles
{
    Q_DECLARE_TR_FUNCTIONS(EventTitles)
};

/// Keeps the hook that the packet is in, step by step, as Trace::hookAt() tells it of one.
void follow(const Trace& trace, std::size_t step, std::optional<HookEntered>& hook)
{
    if (const auto* entered = std::get_if<HookEntered>(&trace.steps[step].event))
        hook = *entered;
    else if (step > 0 && std::holds_alternative<TableLeft>(trace.steps[step - 1].event))
        hook.reset();
}

/// What the kernel logs from after one stop up to another.
QString kernelText(const std::vector<KernelEvent>& log, std::size_t from, std::size_t to)
{
    QStringList names;
    for (auto event = std::ranges::lower_bound(log, from, {}, &KernelEvent::step);
         event != log.end() && event->step <= to; ++event)
        names += qstring(toText(*event));
    return names.join(u' ');
}

QVariant plainText(const QString& text, int role)
{
    return role == Qt::DisplayRole || role == Qt::ToolTipRole ? QVariant(text) : QVariant();
}

QVariant fixedText(const QString& text, int role)
{
    return role == Qt::FontRole ? QVariant(fontFor(Type::table)) : plainText(text, role);
}

QVariant numberValue(const EventRow& row, int role)
{
    switch (role) {
    case Qt::DisplayRole: return row.number;
    case Qt::FontRole: return fontFor(Type::table);
    case Qt::ForegroundRole: return theme().text3;
    default: return {};
    }
}

QVariant changeValue(const EventRow& row, int role)
{
    return role == Qt::ForegroundRole ? QVariant(theme().natText) : fixedText(row.change, role);
}

}  // namespace

std::vector<EventRow> eventRowsOf(const Trace& trace, const std::vector<std::size_t>& stops)
{
    const std::vector<KernelEvent> log = kernelLog(trace);
    std::vector<EventRow> rows;
    std::optional<HookEntered> hook;
    std::size_t from = 0;
    for (const std::size_t stop : stops) {
        for (std::size_t step = from; step <= stop; ++step)
            follow(trace, step, hook);
        rows.push_back(
            {stop, static_cast<int>(rows.size()) + 1,
             hook ? QStringLiteral("%1 %2").arg(qstring(nameOf(hook->hook)), tableText(hook->table, hook->backEnd))
                  : QString(),
             kernelText(log, from, stop), headlineOf(trace, stop), changeText(trace, stop)});
        from = stop + 1;
    }
    return rows;
}

EventModel::EventModel(QObject* parent)
    : TableModel({{[] { return EventTitles::tr("#"); }, numberValue, Qt::AlignRight},
                  {[] { return EventTitles::tr("Hook"); },
                   [](const EventRow& row, int role) { return plainText(row.hook, role); }},
                  {[] { return EventTitles::tr("As the kernel logs it"); },
                   [](const EventRow& row, int role) { return fixedText(row.kernel, role); }},
                  {[] { return EventTitles::tr("What happened"); },
                   [](const EventRow& row, int role) { return plainText(row.what, role); }},
                  {[] { return EventTitles::tr("Change"); }, changeValue}},
                 parent)
{}

QString toLine(const EventRow& row)
{
    return QStringList{QString::number(row.number), row.hook, row.kernel, row.what, row.change}.join(u'\t');
}

}  // namespace natwalk
