// What happened before: connections, what matches remember, and the clock. One value, copied where a question forks.
#pragma once

#include "host/connections.h"
#include "host/memory.h"

namespace natwalk {

struct State
{
    Connections connections;
    Memory memory;
    double clock = 0;  ///< seconds
};

}  // namespace natwalk
