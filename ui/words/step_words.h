// What happened at a step, told to a person.
#pragma once

#include "trace/trace.h"

#include <QString>

namespace natwalk {

/// One short sentence: "Rule 1 rewrites the destination."
QString headlineOf(const Trace& trace, std::size_t step);

/// What that means, as rich text (addresses stand in fixed width, changes in NAT's colour); may be empty.
QString detailOf(const Trace& trace, std::size_t step);

/// What the step is called in lists: "jump to KUBE-SERVICES", "dst 10.97.35.60:80 becomes 192.168.166.162:80".
QString changeText(const Trace& trace, std::size_t step);

}  // namespace natwalk
