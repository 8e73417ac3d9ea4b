// A host as tables of words, to look at and to edit: the words are those that `ip`, `sysctl` and `ipset` take.
#pragma once

#include "host/host.h"

#include <QString>
#include <QStringList>

#include <array>
#include <memory>
#include <vector>

namespace natwalk {

enum class HostPart { interfaces, routes, rules, switches, listeners, sets, matches };
inline constexpr std::array allHostParts = {HostPart::interfaces, HostPart::routes,    HostPart::rules,
                                            HostPart::switches,   HostPart::listeners, HostPart::sets,
                                            HostPart::matches};

QString titleOf(HostPart part);
QStringList columnsOf(HostPart part);

/// The rows of a part, each as long as its columns.
std::vector<QStringList> rowsOf(const Host& host, HostPart part);

/// A host with one row changed; without one where the words cannot be read: `problem` says why.
struct HostEdit
{
    std::shared_ptr<const Host> host;
    QString problem;
};

/// @param row  the number of rows: one more
HostEdit withRow(const Host& host, HostPart part, std::size_t row, const QStringList& words);
HostEdit withoutRow(const Host& host, HostPart part, std::size_t row);

}  // namespace natwalk
