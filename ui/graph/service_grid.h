// A ruleset of thousands of chains at a glance: its services as small shapes under their namespaces.
#pragma once

#include "ui/graph/path_picture.h"

namespace natwalk {

/// A picture without blocks: groups of services, each with the chains that stand for it and for its endpoints.
PathPicture serviceGridOf(const TracePtr& trace);

}  // namespace natwalk
